//! What stands in a family's way, said from its letter, and what it answers to what the school proposes.
use super::letter::{Opened, back, page, refused, tongue};
use crate::{
    letter::speak,
    model::{LONGEST, Refusal, Trouble},
    policy::Choose,
    store,
};
use web::{Error, FormState, Reply, Result, Visit};

/// They say what stands in their way.
pub fn trouble(visit: &mut Visit<'_, '_>, opened: Opened) -> Result<Reply> {
    if !opened.told.authority {
        return refused(visit, opened, Refusal::Authority);
    }
    let kinds: Vec<Trouble> = visit.form.texts("quoi").filter_map(Trouble::from_word).collect();
    let text = visit.form.text("mots").replace("\r\n", "\n");
    if (kinds.is_empty() && text.is_empty()) || text.chars().count() > LONGEST {
        let mut form = FormState::of(&visit.form);
        form.refuse("mots", speak(tongue(visit, &opened.told), "letter-trouble-mend"));
        return page(visit, opened, form);
    }
    let (now, chance) = (visit.now, &*visit.house.chance);
    store::say(visit.tx, chance, &opened.told, (&kinds, &text), now)?;
    Ok(back(visit, &opened, "letter-trouble-sent", ""))
}

/// They take a proposal, or do not.
pub fn choose(visit: &mut Visit<'_, '_>, opened: Opened) -> Result<Reply> {
    if !opened.told.authority {
        return refused(visit, opened, Refusal::Authority);
    }
    let (now, chance, id) = (visit.now, &*visit.house.chance, visit.id("proposal")?);
    let concern = store::concern_for::<Choose>(visit.tx, &opened.actor, id)?.ok_or(Error::NotFound)?;
    let accepted = match visit.form.text("choix") {
        "oui" => true,
        "non" => false,
        _ => return Err(Error::NotFound),
    };
    match store::choose(visit.tx, chance, &concern, (id, accepted), now)? {
        Ok(()) if accepted => Ok(back(visit, &opened, "letter-done-accepted", "")),
        Ok(()) => Ok(back(visit, &opened, "letter-done-declined", "")),
        Err(why) => refused(visit, opened, why),
    }
}
