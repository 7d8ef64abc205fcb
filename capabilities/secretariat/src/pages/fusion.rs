//! Two people who are one: the other is chosen, both are shown side by side, and it is confirmed once; and the way back.
use super::{PEOPLE, answers, at, find::About, find::offered, find::place, found, hand, mastered, masters, other};
use crate::union::{self, MERGED};
use access::{Actor, Allowed};
use askama::Template;
use directory::{Person, Someone, policy::Keep, store};
use kernel::{Moment, PersonId};
use std::sync::Arc;
use undo::DeedId;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// What one of the two has.
struct Side {
    someone: Someone,
    login: Option<String>,
    card: Option<Moment>,
    keys: Vec<String>,
    /// When they last came in.
    seen: Option<Moment>,
}

#[derive(Template)]
#[template(path = "secretariat/fusion.html")]
struct Page {
    shell: Shell,
    form: FormState,
    here: Side,
    other: Option<Side>,
    /// Those whom a search found.
    found: Vec<Person>,
    about: About,
    sought: String,
    now: Moment,
}

impl Page {
    fn roles(&self, side: &Side) -> Vec<String> {
        side.someone.held.iter().filter(|held| held.lasts(self.now)).map(|held| place(&self.shell, held)).collect()
    }

    fn children(&self, side: &Side) -> Vec<String> {
        let lasts = |until: Option<Moment>| until.is_none_or(|until| until > self.now);
        side.someone.children.iter().filter(|child| lasts(child.until)).map(|child| child.person.full()).collect()
    }

    /// The two, the one of the address first.
    fn both(&self) -> Vec<&Side> {
        std::iter::once(&self.here).chain(self.other.as_ref()).collect()
    }
}

fn side(visit: &mut Visit<'_, '_>, someone: Someone) -> Result<Side> {
    let id = someone.person.id;
    let login = signin::store::password::login_of(visit.tx, id)?;
    let card = signin::store::card::of_people(visit.tx, &[id])?.remove(&id);
    let keys = store::keys_of(visit.tx, id)?.into_iter().map(|(_, key)| key).collect();
    let sessions = signin::store::session::of_person(visit.tx, id, visit.pager().by(1), visit.now)?;
    let seen = sessions.first().map(|session| session.seen_at);
    let card = card.map(|card| card.issued_at);
    Ok(Side { someone, login, card, keys, seen })
}

/// Who joins people: whoever answers for the school, or what is above, and has power over them.
fn joined(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Keep, Someone>)> {
    let (actor, someone) = mastered(visit)?;
    if answers(&actor) { Ok((actor, someone)) } else { Err(Error::NotFound) }
}

/// The other of the two, under the same rights.
fn second(visit: &mut Visit<'_, '_>, actor: &Actor, first: PersonId, id: PersonId) -> Result<Allowed<Keep, Someone>> {
    let second = other(visit, id)?;
    if id == first || !masters(actor, &second, visit.now) { Err(Error::NotFound) } else { Ok(second) }
}

/// The two side by side, or a search for the other.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = joined(visit)?;
    page(visit, &actor, someone, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, actor: &Actor, someone: Allowed<Keep, Someone>, form: FormState) -> Result<Reply> {
    let id = someone.person.id;
    let named: Option<PersonId> = match visit.form.id("avec")? {
        Some(id) => Some(id),
        None => visit.query("avec").and_then(|id| id.parse().ok()),
    };
    let sought = visit.query("cherche").unwrap_or(&someone.person.family).to_owned();
    let (mut found, mut beside) = (vec![], None);
    if let Some(named) = named {
        let second = second(visit, actor, id, named)?;
        beside = Some(side(visit, second.into_inner())?);
    } else {
        let alike = offered(visit, &sought, false)?;
        found = alike.into_iter().filter(|one| one.id != id).collect();
    }
    // What they have is read where there is something to compare it with.
    let here = match beside {
        Some(_) => side(visit, someone.into_inner())?,
        None => Side { someone: someone.into_inner(), login: None, card: None, keys: vec![], seen: None },
    };
    let about = About::of(visit, &found)?;
    let (shell, now, refused) = (visit.shell().at(PEOPLE), visit.now, form.refused());
    let page = Page { shell, form, here, other: beside, found, about, sought, now };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Makes them one.
pub fn merge(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = joined(visit)?;
    let here = someone.person.id;
    let named: PersonId = visit.form.id("avec")?.ok_or(Error::NotFound)?;
    let second = second(visit, &actor, here, named)?;
    let kept: Option<PersonId> = visit.form.id("garde")?;
    let pair = match kept {
        Some(kept) if kept == here => Some((second.person.id, here)),
        Some(kept) if kept == second.person.id => Some((here, kept)),
        Some(_) => return Err(Error::NotFound),
        None => None,
    };
    let Some((gone, kept)) = pair else {
        let mut form = FormState::of(&visit.form);
        form.refuse("garde", visit.sentence("secretariat-kept-missing"));
        return page(visit, &actor, someone, form);
    };
    let place = if kept == here { at(&someone) } else { at(&second) };
    let hand = hand(visit, &actor);
    union::merge(visit.tx, &hand, (gone, kept), place)?;
    Ok(super::done(visit, kept, "fusion"))
}

/// Makes them two again.
pub fn undo(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = found(visit)?;
    let id = someone.person.id;
    let named: DeedId = visit.form.id("union")?.ok_or(Error::NotFound)?;
    let known = undo::deed(visit.tx, named)?.filter(|deed| deed.kind == MERGED && deed.thing == id.cast());
    if known.is_none() || !answers(&actor) || id == actor.person || !someone.is_unlocked_by(&actor, visit.now) {
        return Err(Error::NotFound);
    }
    let hand = hand(visit, &actor);
    let undone = union::separate(visit.tx, &hand, named)?.ok_or(Error::NotFound)?;
    let said = visit.shell().say("secretariat-done-separe").num("n", undone.stayed).to_string();
    Ok(Reply::go(format!("/personnes/{id}")).said(said))
}
