//! One activity: the way to it, how far one is, and to who leads it how far each one is.
use super::mine::how;
use crate::{
    Link, LinkId, Outcome,
    policy::{Lead, Open},
    store,
};
use access::{Allowed, Part};
use askama::Template;
use directory::{Member, policy::Meet};
use kernel::PersonId;
use std::collections::HashMap;
use web::{Error, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "course/link.html")]
struct Page {
    shell: Shell,
    link: Link,
    /// How far one is oneself.
    own: Option<Outcome>,
    /// Whether one is spoken to as a pupil.
    pupil: bool,
    /// Who leads it sees everybody.
    leads: bool,
    members: Paged<Member>,
    outcomes: HashMap<PersonId, Outcome>,
}

impl Page {
    fn way(&self) -> String {
        format!("/cours/{}/ouverture", self.link.id)
    }

    fn own(&self) -> Option<String> {
        self.own.map(|outcome| how(&self.shell, self.link.most, outcome))
    }

    fn how(&self, person: &PersonId) -> String {
        let outcome = self.outcomes.get(person).copied();
        outcome
            .map_or_else(|| self.shell.say("course-nothing").to_string(), |one| how(&self.shell, self.link.most, one))
    }

    fn when(&self, person: &PersonId) -> String {
        self.outcomes.get(person).map(|outcome| self.shell.date(outcome.said_at)).unwrap_or_default()
    }
}

/// Shows it.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id): (_, LinkId) = (visit.actor()?, visit.id("link")?);
    let link = store::link::find::<Open>(visit.tx, &actor, id)?.ok_or(Error::NotFound)?.into_inner();
    let own = store::result::of(visit.tx, id, actor.person)?;
    let leads = access::check::<Lead, _>(&actor, link.clone()).is_ok();
    let (mut members, mut outcomes) = (Paged::default(), HashMap::new());
    if leads && let Some(group) = directory::store::find_group::<Meet>(visit.tx, &actor, link.group, visit.now)? {
        members = directory::store::roster(visit.tx, &actor, &group, visit.pager(), visit.now)?;
        let people: Vec<PersonId> =
            members.iter().filter(|one| one.part == Part::Member).map(|one| one.person.id).collect();
        outcomes = store::result::of_people(visit.tx, id, &people)?;
    }
    let pupil = actor.is_pupil() && !actor.is_staff();
    Reply::page(&Page { shell: visit.shell().at("/cours"), link, own, pupil, leads, members, outcomes })
}

fn led(visit: &mut Visit<'_, '_>) -> Result<Allowed<Lead, Link>> {
    let (actor, id) = (visit.actor()?, visit.id("link")?);
    store::link::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

/// Closes it.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let link = led(visit)?;
    store::link::close(visit.tx, &link, visit.now)?;
    let to = format!("/cours/{}", link.id);
    Ok(Reply::go(&to).said(visit.sentence("course-said-closed")).undo(format!("{to}/retour"), &[]))
}

/// Opens it again.
pub fn reopen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let link = led(visit)?;
    store::link::reopen(visit.tx, &link)?;
    let to = format!("/cours/{}", link.id);
    Ok(Reply::go(&to).said(visit.sentence("course-said-opened")).undo(format!("{to}/fin"), &[]))
}
