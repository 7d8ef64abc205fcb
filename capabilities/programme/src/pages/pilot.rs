//! Who pilots it: handed over to another pilot, taken up when nobody does; and the end of one made by mistake.
use super::{refuse, seen, steered};
use crate::{Dispositif, Refusal, policy::Open, store};
use access::Allowed;
use askama::Template;
use kernel::PersonId;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/pilot.html")]
struct Page {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Open, Dispositif>,
    /// The pilots of the académie.
    pilots: Vec<(PersonId, String)>,
    me: PersonId,
}

impl Page {
    /// The name of its pilot, who is still one.
    fn pilot(&self) -> Option<&str> {
        self.pilots.iter().find(|(id, _)| *id == self.dispositif.pilot).map(|(_, name)| name.as_str())
    }

    /// The others.
    fn others(&self) -> Vec<(String, String)> {
        let others = self.pilots.iter().filter(|(id, _)| *id != self.dispositif.pilot);
        others.map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    fn steers(&self) -> bool {
        self.dispositif.pilot == self.me
    }
}

/// Who pilots it, and who may.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = opened(visit)?;
    let (me, now) = (visit.actor()?.person, visit.now);
    let pilots = store::pilots(visit.tx, dispositif.academie, now)?;
    let refused = form.refused();
    let page = Page { shell: visit.shell().at("/programmes"), form, dispositif, pilots, me };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The dispositif of the path, for a pilot of its académie.
fn opened(visit: &mut Visit<'_, '_>) -> Result<Allowed<Open, Dispositif>> {
    let (actor, id) = (visit.actor()?, visit.id("programme")?);
    seen(store::opened(visit.tx, &actor, id)?)
}

/// Its pilot hands it over; or another takes it up.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now, chance) = (visit.actor()?, visit.now, &*visit.house.chance);
    let open = opened(visit)?;
    let id = open.id;
    let mut said = visit.sentence("programme-said-taken");
    let done = match store::steered(visit.tx, &actor, id)? {
        Some(steered) => {
            // Nobody chosen is no pilot; oneself is no other.
            let to = visit.form.text("pilote").parse().ok().filter(|to| *to != actor.person);
            match to {
                Some(to) => {
                    let name = directory::store::person(visit.tx, to)?.map(|one| one.full()).unwrap_or_default();
                    said = visit.shell().say("programme-said-given").text("name", name).to_string();
                    store::hand_over(visit.tx, chance, &actor, &steered, to, now)?
                }
                None => Err(Refusal::NoPilot),
            }
        }
        None => store::take_over(visit.tx, chance, &actor, &open, now)?,
    };
    match done {
        Ok(()) => Ok(Reply::go(format!("/programmes/{id}")).said(said)),
        Err(why) => {
            let mut state = FormState::of(&visit.form);
            refuse(&visit.shell(), &mut state, "pilote", why);
            page(visit, state)
        }
    }
}

#[derive(Template)]
#[template(path = "programme/deletion.html")]
struct Deletion {
    shell: Shell,
    form: FormState,
    dispositif: Dispositif,
    /// Whether a school takes part or took part.
    lived: bool,
}

/// Asks once.
pub fn ask(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    deletion(visit, FormState::new())
}

fn deletion(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?.into_inner();
    let lived = store::lived(visit.tx, dispositif.id)?;
    let refused = form.refused();
    let page = Deletion { shell: visit.shell().at("/programmes"), form, dispositif, lived };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Deletes it.
pub fn delete(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (actor, now) = (visit.actor()?, visit.now);
    match store::discard(visit.tx, &*visit.house.chance, &actor, &dispositif, now)? {
        Ok(()) => Ok(Reply::go("/programmes").said(visit.sentence("programme-said-deleted"))),
        Err(why) => {
            let mut state = FormState::new();
            refuse(&visit.shell(), &mut state, "supprimer", why);
            deletion(visit, state)
        }
    }
}
