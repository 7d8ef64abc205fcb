//! « Demandes sur les données »: noted on a person's page, followed on one page, closed once, within a month.
use super::{answers, at, day, hand, mastered};
use crate::{
    request::{Asked, Request},
    store,
};
use askama::Template;
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// The longest word on what came of a request, in signs.
const OUTCOME: usize = 300;

#[derive(Template)]
#[template(path = "secretariat/requests.html")]
struct Page {
    shell: Shell,
    form: FormState,
    requests: Paged<Request>,
    names: HashMap<PersonId, (String, String)>,
    now: Moment,
}

impl Page {
    fn whose(&self, request: &Request) -> String {
        let name = self.names.get(&request.person).map(|(given, family)| format!("{given} {family}"));
        let name = name.filter(|name| !name.trim().is_empty());
        name.unwrap_or_else(|| self.shell.say("secretariat-somebody").to_string())
    }
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let requests = store::requests(visit.tx, &actor, visit.pager())?;
    let people: Vec<PersonId> = requests.iter().map(|request| request.person).collect();
    let names = directory::store::names(visit.tx, &people)?;
    let refused = form.refused();
    let page = Page { shell: visit.shell().at("/demandes"), form, requests, names, now: visit.now };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Those that one follows.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// Notes one about the person of the address.
pub fn note(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = mastered(visit)?;
    let place = at(&someone).filter(|_| answers(&actor)).ok_or(Error::NotFound)?;
    let asked = Asked::from_word(visit.form.text("quoi")).ok_or(Error::NotFound)?;
    let today = visit.now.paris().date();
    let since = match day(visit.form.text("recue"), visit.now) {
        Ok(None) => visit.now,
        Ok(Some(day)) if day <= today => Moment::at_paris(day, 12, 0).min(visit.now),
        _ => {
            let mut form = FormState::of(&visit.form);
            form.refuse("recue", visit.sentence("secretariat-request-later"));
            return super::privacy::page(visit, form);
        }
    };
    let hand = hand(visit, &actor);
    store::note(visit.tx, &hand, (someone.person.id, asked), place, since)?;
    hand.tell(visit.tx, "request/noted", (someone.person.id, Some(place)), asked.word())?;
    let said = visit.sentence("secretariat-request-noted");
    Ok(Reply::go(format!("/personnes/{}/oubli", someone.person.id)).said(said))
}

/// Closes one: done, or refused for a reason that is kept.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("request")?);
    let request = store::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)?.into_inner();
    let refuses = visit.form.has("refus");
    let why = visit.form.short("raison", OUTCOME);
    if refuses && why.is_empty() {
        let mut form = FormState::of(&visit.form);
        form.refuse("raison", visit.sentence("secretariat-request-why"));
        return page(visit, form);
    }
    let hand = hand(visit, &actor);
    if store::close(visit.tx, &hand, id, if refuses { &why } else { "" })? {
        hand.tell(visit.tx, "request/closed", (request.person, Some(request.at)), request.asked.word())?;
    }
    Ok(Reply::go("/demandes").said(visit.sentence("secretariat-request-closed")))
}
