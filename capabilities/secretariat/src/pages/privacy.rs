//! What is known of a person, given to them; and their being forgotten, asked for once.
use super::{PEOPLE, answers, at, hand, mastered};
use crate::{
    private,
    request::{Asked, Request},
    store,
};
use access::{Actor, Allowed};
use askama::Template;
use directory::{Person, Someone, policy::Keep};
use kernel::Moment;
use std::sync::Arc;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "secretariat/privacy.html")]
struct Page {
    shell: Shell,
    form: FormState,
    person: Person,
    /// What was asked, the last first.
    requests: Vec<Request>,
    now: Moment,
}

/// Who tells and forgets: whoever answers for the school, or what is above, and has power over the person.
fn answered(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Keep, Someone>)> {
    let (actor, someone) = mastered(visit)?;
    if answers(&actor) { Ok((actor, someone)) } else { Err(Error::NotFound) }
}

/// What may be asked, and what follows.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new().with("recue", visit.now.paris().date()))
}

/// The page, as a form left it.
pub(super) fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (_, someone) = answered(visit)?;
    let requests = store::of_person(visit.tx, someone.person.id)?;
    let refused = form.refused();
    let (shell, now) = (visit.shell().at(PEOPLE), visit.now);
    let page = Page { shell, form, person: someone.person.clone(), requests, now };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// All that is known of them: on paper, in words, or as a file for a program.
pub fn export(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = answered(visit)?;
    let hand = hand(visit, &actor);
    hand.tell(visit.tx, "person/export", (someone.person.id, at(&someone)), "")?;
    store::close_all(visit.tx, &hand, someone.person.id, Asked::Access)?;
    if visit.form.has("papier") {
        return super::known::page(visit, someone.person.clone());
    }
    let slices = visit.house.slices.clone();
    let told = private::export(visit.tx, &slices, someone.person.id)?;
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
        return page(visit, form);
    }
    // Others keep the académie: nobody forgets themself, and who keeps it is here.
    let slices = visit.house.slices.clone();
    let (place, hand) = (at(&someone), hand(visit, &actor));
    private::forget(visit.tx, &slices, &hand, here, place)?;
    store::close_all(visit.tx, &hand, here, Asked::Erasure)?;
    Ok(Reply::go(PEOPLE).said(visit.sentence("secretariat-forgotten")))
}
