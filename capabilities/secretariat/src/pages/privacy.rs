//! What is known of a person, given to them; and their being forgotten, asked for once.
use super::{PEOPLE, answers, at, hand, mastered};
use crate::private;
use access::{Actor, Allowed};
use askama::Template;
use directory::{Person, Someone, policy::Keep};
use std::sync::Arc;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "secretariat/privacy.html")]
struct Page {
    shell: Shell,
    form: FormState,
    person: Person,
}

/// Who tells and forgets: whoever answers for the school, or what is above, and has power over the person.
fn answered(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Keep, Someone>)> {
    let (actor, someone) = mastered(visit)?;
    if answers(&actor) { Ok((actor, someone)) } else { Err(Error::NotFound) }
}

/// What may be asked, and what follows.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, someone) = answered(visit)?;
    let shell = visit.shell().at(PEOPLE);
    Reply::page(&Page { shell, form: FormState::new(), person: someone.person.clone() })
}

/// All that is known of them, as a file.
pub fn export(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = answered(visit)?;
    let slices = visit.house.slices.clone();
    let told = private::export(visit.tx, &slices, someone.person.id)?;
    let hand = hand(visit, &actor);
    hand.tell(visit.tx, "person/export", (someone.person.id, at(&someone)), "")?;
    let name = format!("attachment; filename=\"personne-{}.json\"", someone.person.id);
    let reply = Reply::bytes("application/json", told.to_string().into_bytes());
    Ok(reply.header("content-disposition", name).each_time())
}

/// Forgets them.
pub fn forget(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = answered(visit)?;
    let here = someone.person.id;
    if !visit.form.has("oui") {
        let mut form = FormState::of(&visit.form);
        form.refuse("oui", visit.sentence("secretariat-forget-tick"));
        let shell = visit.shell().at(PEOPLE);
        return Reply::refused(&Page { shell, form, person: someone.person.clone() });
    }
    // Others keep the académie: nobody forgets themself, and who keeps it is here.
    let slices = visit.house.slices.clone();
    let (place, hand) = (at(&someone), hand(visit, &actor));
    private::forget(visit.tx, &slices, &hand, here, place)?;
    Ok(Reply::go(format!("{PEOPLE}?oublie=1")))
}
