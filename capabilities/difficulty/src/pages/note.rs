//! Somebody of the school notes what a family said by telephone, on paper or in the corridor.
use super::{choice, described, log, seen};
use crate::{Audience, DifficultyId, Entered, School, policy::Note, store::Opened};
use askama::Template;
use choice::Chosen;
use web::{FormState, Reply, Result, Shell, Visit};

const BASE: &str = "/difficultes/nouvelle";

#[derive(Template)]
#[template(path = "difficulty/note.html")]
struct NotePage {
    shell: Shell,
    form: FormState,
    chosen: Chosen,
}

/// Which family, then the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some(pupil) = visit.query("eleve").map(str::to_owned) else {
        return choice::step(visit, BASE, "difficulty-note", "/difficultes");
    };
    let actor = visit.actor()?;
    let chosen = choice::chosen(visit, &actor, &pupil)?;
    let form =
        FormState::new().with("venu", Entered::Phone.word()).with("personne", chosen.person(&visit.form, "personne")?);
    page(visit, form, chosen)
}

fn page(visit: &Visit<'_, '_>, form: FormState, chosen: Chosen) -> Result<Reply> {
    let refused = form.refused();
    let page = NotePage { shell: visit.shell().at("/difficultes"), form, chosen };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Writes it down in the family's name.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let pupil = visit.form.text("eleve").to_owned();
    let chosen = choice::chosen(visit, &actor, &pupil)?;
    let school = seen(access::check::<Note, _>(&actor, School(chosen.school.id)).ok())?;
    let mut state = FormState::of(&visit.form);
    let (kind, text) = described(visit, &shell, &mut state, false);
    let entered = Entered::from_word(visit.form.text("venu")).filter(|entered| Entered::NOTED.contains(entered));
    if entered.is_none() {
        state.refuse("venu", shell.say("difficulty-say-entered"));
    }
    let (Some(kind), Some(entered), false) = (kind, entered, state.refused()) else {
        return page(visit, state, chosen);
    };
    let id: DifficultyId = visit.new_id();
    let opened = Opened {
        id,
        school: school.0,
        by: actor.person,
        person: chosen.person(&visit.form, "personne")?,
        child: Some(chosen.pupil.id),
        audience: Audience::Family,
        kind,
        text,
        entered,
    };
    log::open(visit, &actor, &opened)?;
    Ok(Reply::go(format!("/difficulte/{id}")).said(shell.say("difficulty-said-noted")))
}
