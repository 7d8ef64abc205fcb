//! What is done to people, by a page or by a command: each deed once, with its line in the trail. Whether it may be done is asked by the
//! caller; what must never happen is refused here.
use crate::{Hand, KEEPER};
use access::{Role, Unit, UnitKind};
use db::{Result, Tx};
use directory::{Held, Person, store};
use kernel::{Moment, PersonId, UnitId};

/// Makes somebody. Their first role, or the child they answer for, comes next.
pub fn create(tx: &mut Tx<'_>, hand: &Hand<'_>, person: &Person, at: Option<UnitId>) -> Result<()> {
    store::add_person(tx, person)?;
    hand.tell(tx, "person/created", (person.id, at), "")
}

/// Says who somebody is, otherwise than before; the trail keeps what was said. Whether anything was to be changed.
pub fn correct(tx: &mut Tx<'_>, hand: &Hand<'_>, (was, is): (&Person, &Person), at: Option<UnitId>) -> Result<bool> {
    if was == is {
        return Ok(false);
    }
    store::change_person(tx, is)?;
    store::person_changed(tx, is.id, hand.now)?;
    let mut said = vec![];
    if (&was.given, &was.family) != (&is.given, &is.family) {
        said.push(was.full());
    }
    for (was, is) in [(&was.born, &is.born), (&was.phone, &is.phone), (&was.lang, &is.lang)] {
        if was != is {
            said.push(was.clone().unwrap_or_else(|| "-".to_owned()));
        }
    }
    hand.tell(tx, "person/corrected", (is.id, at), &said.join(", "))?;
    Ok(true)
}

/// Where a role is told of: the school of a class, the unit itself elsewhere.
fn told_at(school: Option<&Unit>, unit: &Unit) -> UnitId {
    school.map_or(unit.id, |school| school.id)
}

/// The day of an end, as the trail keeps it.
fn until(at: Option<Moment>) -> String {
    at.map_or_else(String::new, |at| format!(" until {}", Moment(at.0 - 1).paris().date()))
}

/// Gives somebody a role on a unit, from an instant on, until another if one is given. Who holds it for as long already has nothing
/// to be given, and what they hold is not shortened so: says whether it was given.
pub fn give(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    person: PersonId,
    (role, unit): (Role, &Unit),
    (begins, end): (Moment, Option<Moment>),
) -> Result<bool> {
    let held = store::places_of(tx, &[person])?.into_iter().flat_map(|(_, held)| held);
    let same = |held: &Held| held.role == role && held.unit.id == unit.id && held.lasts(hand.now);
    let as_long = |held: &Held| held.until.is_none() || end.is_some_and(|end| held.until >= Some(end));
    if held.filter(same).any(|held| as_long(&held)) {
        return Ok(false);
    }
    access::store::give(tx, person, (role, unit.id), (begins, end), hand.by)?;
    store::person_changed(tx, person, hand.now)?;
    let (_, school) = store::place(tx, unit)?;
    let begins = if begins > hand.now { format!(" from {}", begins.paris().date()) } else { String::new() };
    let said = format!("{}{begins}{}", role.word(), until(end));
    hand.tell(tx, "role/given", (person, Some(told_at(school.as_ref(), unit))), &said)?;
    Ok(true)
}

/// What came of ending a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It ends then.
    Done,
    /// It had ended already.
    Before,
    /// Nobody else would keep the académie.
    Last,
}

/// Ends a role at an instant. An académie is never left without an administrator, nor does one take their own last such role.
pub fn end(tx: &mut Tx<'_>, hand: &Hand<'_>, person: PersonId, held: &Held, at: Moment) -> Result<Ended> {
    let unit = &held.unit;
    if held.role == KEEPER && held.lasts(hand.now) {
        let another = access::store::is_held_by_another(tx, (KEEPER, unit.id), person, (hand.now, at))?;
        if !another || hand.by == Some(person) {
            return Ok(Ended::Last);
        }
    }
    if !access::store::end_grant(tx, person, held.role, unit.id, at)? {
        return Ok(Ended::Before);
    }
    store::person_changed(tx, person, hand.now)?;
    let end = Some(at).filter(|at| *at > hand.now);
    let said = format!("{}{}", held.role.word(), until(end));
    hand.tell(tx, "role/ended", (person, Some(told_at(held.school.as_ref(), unit))), &said)?;
    Ok(Ended::Done)
}

/// Moves a pupil to a class: their other enrolments at its school end, and the one they leave, wherever it is.
pub fn move_to(tx: &mut Tx<'_>, hand: &Hand<'_>, pupil: PersonId, from: &Held, class: &Unit) -> Result<()> {
    if from.unit.id == class.id {
        return Ok(());
    }
    access::store::end_grant(tx, pupil, Role::Pupil, from.unit.id, hand.now)?;
    access::store::give(tx, pupil, (Role::Pupil, class.id), (hand.now, None), hand.by)?;
    store::person_changed(tx, pupil, hand.now)?;
    let school = access::store::above(tx, class.id, UnitKind::Etablissement)?;
    let said = format!("{} → {}", from.unit.name, class.name);
    hand.tell(tx, "person/moved", (pupil, Some(told_at(school.as_ref(), class))), &said)
}

/// Where a child is told of.
fn school_of(tx: &mut Tx<'_>, child: PersonId, now: Moment) -> Result<Option<UnitId>> {
    Ok(store::school_of(tx, child, now)?.map(|school| school.id))
}

/// Says that somebody answers for a child, with parental authority or without.
pub fn tie(tx: &mut Tx<'_>, hand: &Hand<'_>, (guardian, child): (PersonId, PersonId), authority: bool) -> Result<()> {
    access::store::tie(tx, (guardian, child), authority, hand.now, hand.by)?;
    access::store::say_by_hand(tx, guardian, child)?;
    let at = school_of(tx, child, hand.now)?;
    hand.tell(tx, "family/tied", (child, at), &format!("{guardian}{}", with(authority)))
}

fn with(authority: bool) -> &'static str {
    if authority { " with authority" } else { " without authority" }
}

/// Ends at an instant that somebody answers for a child. Says whether it lasted.
pub fn untie(tx: &mut Tx<'_>, hand: &Hand<'_>, (guardian, child): (PersonId, PersonId), at: Moment) -> Result<bool> {
    let ended = access::store::end_guardian(tx, guardian, child, at)?;
    if ended {
        access::store::say_by_hand(tx, guardian, child)?;
        let place = school_of(tx, child, hand.now)?;
        let end = Some(at).filter(|at| *at > hand.now);
        hand.tell(tx, "family/untied", (child, place), &format!("{guardian}{}", until(end)))?;
    }
    Ok(ended)
}

/// Says whether somebody who answers for a child has parental authority.
pub fn set_authority(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    (guardian, child): (PersonId, PersonId),
    authority: bool,
) -> Result<()> {
    access::store::tie(tx, (guardian, child), authority, hand.now, hand.by)?;
    access::store::say_by_hand(tx, guardian, child)?;
    let at = school_of(tx, child, hand.now)?;
    hand.tell(tx, "family/authority", (child, at), &format!("{guardian}{}", with(authority)))
}
