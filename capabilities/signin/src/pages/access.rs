//! « Accès de … »: what somebody enters with, and the forms of who may let them back in or shut them out. Nobody does so to themselves.
mod deeds;
pub mod team;

pub use deeds::{block, close_sessions, password, rename, take_second, unblock, untie};

use super::whom::Whom;
use crate::{
    Account, Card,
    policy::{MakeCards, MakeGuardiansCards},
    slip,
    store::{self, identity::Identity},
};
use access::{Allowed, Role};
use askama::Template;
use directory::{Class, Someone, policy::Unlock};
use kernel::Moment;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit, When};

#[derive(Template)]
#[template(path = "signin/access.html")]
struct Access {
    shell: Shell,
    form: FormState,
    name: String,
    /// Where the forms go.
    path: String,
    /// Their record, for who keeps it.
    record: Option<String>,
    account: Account,
    /// What they are known by at portals.
    identities: Paged<Identity>,
    /// Whether they enter by a password.
    staff: bool,
    /// Where their card is printed, and made anew.
    cards: Option<String>,
    /// Who shut them out, by name.
    blocker: String,
    now: Moment,
}

impl Access {
    /// « mardi 24 novembre, 17 h 42 »
    fn when(&self, at: impl When) -> String {
        let at = at.when();
        format!("{}, {}", self.shell.date(at), self.shell.time(at))
    }
}

/// The person of the address, for who may let them back in; oneself is somebody that others look after.
fn whose(visit: &mut Visit<'_, '_>) -> Result<Allowed<Unlock, Someone>> {
    let (actor, id) = (visit.actor()?, visit.id("person")?);
    let found = directory::store::find_unlocked(visit.tx, &actor, id, visit.now)?;
    found.filter(|someone| someone.person.id != actor.person).ok_or(Error::NotFound)
}

/// The page.
pub fn access(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let someone = whose(visit)?;
    Reply::page(&page(visit, &someone, FormState::new())?)
}

fn page(visit: &mut Visit<'_, '_>, someone: &Allowed<Unlock, Someone>, form: FormState) -> Result<Access> {
    let account = store::account::of(visit.tx, someone, visit.now)?;
    let shell = visit.shell();
    let name = someone.person.full();
    let login = account.login.clone().unwrap_or_default();
    let blocker = match &account.blocked {
        Some(blocked) => directory::store::names(visit.tx, &[blocked.by])?.remove(&blocked.by),
        None => None,
    };
    let form = form.or("login", &login);
    let keeper = visit.actor()?.holds(directory::policy::KEEPERS);
    Ok(Access {
        shell,
        form,
        path: format!("/acces/{}", someone.person.id),
        record: keeper.then(|| format!("/personnes/{}", someone.person.id)),
        staff: slip::enters_by_password(someone, visit.now),
        cards: cards(visit, someone)?,
        blocker: blocker.map_or_else(String::new, |(given, family)| format!("{given} {family}")),
        name,
        account,
        identities: store::identity::of_person(visit.tx, someone.person.id, visit.pager())?,
        now: visit.now,
    })
}

/// Where this person's card is printed, where the person asking may: their class's cards, or those of their child's guardians.
fn cards(visit: &mut Visit<'_, '_>, someone: &Someone) -> Result<Option<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let pupil = someone.held.iter().filter(|held| held.role == Role::Pupil && held.lasts(now));
    let mut classes = pupil.filter_map(|held| Some(Class { unit: held.unit.clone(), school: held.school.clone()? }));
    if let Some(class) = classes.find(|class| access::check::<MakeCards, _>(&actor, class.clone()).is_ok()) {
        return Ok(Some(format!("/ecole/classe/{}/cartes", class.unit.id)));
    }
    // The classes of brothers and sisters have the same card of the same parent: one of them is enough.
    let child = someone.children.iter().find(|child| child.until.is_none_or(|until| until > now));
    let Some(child) = child.map(|child| child.person.id) else { return Ok(None) };
    let Some((unit, school)) = directory::store::class_and_school(visit.tx, child, now)? else { return Ok(None) };
    let path = format!("/ecole/classe/{}/cartes?responsables=1", unit.id);
    Ok(access::check::<MakeGuardiansCards, _>(&actor, Class { unit, school }).is_ok().then_some(path))
}

/// Why who has the right secret does not come in all the same: a sentence that says since when, and whom to ask. Nothing where they do.
pub fn shut(visit: &mut Visit<'_, '_>, card: &Card) -> Result<Option<String>> {
    shut_out(visit, card.person, card.blocked_at)
}

/// The same of who came by a password, or by a code that was sent to them.
pub fn shut_out(
    visit: &mut Visit<'_, '_>,
    person: kernel::PersonId,
    blocked_at: Option<Moment>,
) -> Result<Option<String>> {
    let now = visit.now;
    if blocked_at.is_none() && access::store::belongs(visit.tx, person, now)? {
        return Ok(None);
    }
    let Some(someone) = directory::store::someone(visit.tx, person, now)? else {
        return Ok(Some(visit.sentence("signin-card-wrong")));
    };
    let pupil = someone.held.first().is_some_and(|held| held.role == Role::Pupil);
    let whom = Whom::of_someone(visit, &someone)?;
    let left = someone.held.iter().filter_map(|held| held.until).filter(|until| *until <= now).max();
    let shell = visit.shell();
    let (what, at) = match (blocked_at, left) {
        (Some(at), _) => ("blocked", Some(at)),
        (None, Some(at)) => ("left", Some(at)),
        (None, None) => ("early", None),
    };
    let who = if pupil { "pupil" } else { "adult" };
    let day = at.map_or_else(String::new, |at| shell.full_date(at));
    let said =
        shell.of("signin-shut-", &format!("{what}-{who}")).text("day", day).text("who", whom.said(&shell, pupil));
    Ok(Some(said.to_string()))
}
