//! Addresses of people and of the trail.
mod family;
mod find;
mod fusion;
mod known;
mod make;
mod person;
mod privacy;
mod request;
mod role;
mod split;
mod trail;

use crate::{Hand, policy::READERS};
use access::{Actor, Allowed, Role, Unit, UnitKind, roles};
use directory::{
    Someone,
    policy::{KEEPERS, Keep},
    store,
};
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId, UnitId};
use std::sync::Arc;
use web::{Door, Error, FormState, Reply, Result, Routes, Visit};

/// The address of the register.
const PEOPLE: &str = "/personnes";
/// How far from today a day may be, in days.
const FAR: i32 = 3 * 366;

/// Addresses of this slice.
pub fn routes() -> Routes {
    let door = Door::Staff(KEEPERS);
    Routes::new()
        .page("/personnes", door, find::show)
        .page("/personnes/nouvelle", door, make::show)
        .form("/personnes/nouvelle", door, make::make)
        .page("/personnes/{person}", door, person::show)
        .form("/personnes/{person}/identite", door, person::correct)
        .form("/personnes/{person}/roles", door, role::give)
        .form("/personnes/{person}/roles/fin", door, role::end)
        .form("/personnes/{person}/classe", door, role::move_to)
        .form("/personnes/{person}/famille", door, family::tie)
        .form("/personnes/{person}/famille/fin", door, family::untie)
        .form("/personnes/{person}/famille/autorite", door, family::authority)
        .page("/personnes/{person}/fusion", door, fusion::show)
        .form("/personnes/{person}/fusion", door, fusion::merge)
        .form("/personnes/{person}/fusion/annulation", door, fusion::undo)
        .page("/personnes/{person}/separation", door, split::show)
        .form("/personnes/{person}/separation", door, split::part)
        .page("/personnes/{person}/oubli", door, privacy::show)
        .form("/personnes/{person}/oubli", door, privacy::forget)
        .form("/personnes/{person}/export", door, privacy::export)
        .form("/personnes/{person}/demandes", door, request::note)
        .page("/demandes", Door::Staff(READERS), request::all)
        .form("/demandes/{request}", Door::Staff(READERS), request::close)
        .page("/registre", Door::Staff(READERS), trail::show)
        .form("/registre/export", Door::Staff(READERS), trail::file)
        .page("/registre/moi", Door::SignedIn, trail::mine)
}

/// Back to a person's page, which says what was done there.
fn done(visit: &Visit<'_, '_>, person: PersonId, word: &str) -> Reply {
    Reply::go(format!("{PEOPLE}/{person}")).said(visit.shell().of("secretariat-done-", word))
}

/// The person of the address, if this person keeps them. Hidden and absent look the same.
fn found(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Keep, Someone>)> {
    let (actor, id) = (visit.actor()?, visit.id("person")?);
    let someone = store::find_someone(visit.tx, &actor, id, visit.now)?.ok_or(Error::NotFound)?;
    Ok((actor, someone))
}

/// Somebody else named by a form or an address, under the same right.
fn other(visit: &mut Visit<'_, '_>, id: PersonId) -> Result<Allowed<Keep, Someone>> {
    let actor = visit.actor()?;
    store::find_someone(visit.tx, &actor, id, visit.now)?.ok_or(Error::NotFound)
}

/// The person of the address, if this person may do with them what only those do who could enter in their name; never oneself.
fn mastered(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Keep, Someone>)> {
    let (actor, someone) = found(visit)?;
    if masters(&actor, &someone, visit.now) { Ok((actor, someone)) } else { Err(Error::NotFound) }
}

/// Whether `actor` may change who somebody is: nobody does so of those with more power than they have.
fn masters(actor: &Actor, someone: &Someone, now: Moment) -> bool {
    someone.person.id != actor.person && someone.is_unlocked_by(actor, now)
}

/// Whether they answer for a school or for what is above: who joins, parts and forgets people.
fn answers(actor: &Actor) -> bool {
    actor.holds(READERS)
}

fn hand<'v>(visit: &Visit<'v, '_>, actor: &Actor) -> Hand<'v> {
    Hand { by: Some(actor.person), now: visit.now, chance: &*visit.house.chance }
}

/// Where a deed about somebody is told: the school where they are, or were last.
fn at(someone: &Someone) -> Option<UnitId> {
    let school = someone.held.iter().find_map(|held| held.school.as_ref()).map(|school| school.id);
    let child = || someone.children.iter().flat_map(|child| &child.places).flat_map(access::Guarded::units).next();
    school.or_else(|| child().copied()).or_else(|| someone.held.first().map(|held| held.unit.id))
}

/// The schools whose people this person keeps from within.
fn own_schools(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Vec<Unit>> {
    let mut schools = access::store::by_ids(visit.tx, UnitKind::Etablissement, &actor.units(roles::DECIDERS))?;
    schools.retain(|school| !school.closed);
    Ok(schools)
}

/// Whether this person keeps the people of a school.
fn keeps(visit: &mut Visit<'_, '_>, actor: &Actor, school: UnitId) -> Result<bool> {
    if actor.units(roles::DECIDERS).contains(&school) {
        return Ok(true);
    }
    let above = actor.units(&[Role::Admin]);
    Ok(access::store::lineage(visit.tx, school)?.iter().any(|unit| above.contains(unit)))
}

/// The most schools of one name that are told, for one to be chosen.
const NAMED: u32 = 6;

/// The school that was typed, by its code or by its name, if this person keeps its people; else what to type.
fn school(visit: &mut Visit<'_, '_>, actor: &Actor, typed: &str) -> Result<std::result::Result<Unit, String>> {
    let code = typed.trim().to_uppercase();
    let by_code = access::store::by_code(visit.tx, UnitKind::Etablissement, &code)?;
    if let Some(school) = by_code {
        let kept = keeps(visit, actor, school.id)?;
        return Ok(if kept { Ok(school) } else { Err(visit.sentence("secretariat-school-unknown")) });
    }
    let found = store::schools_named(visit.tx, typed, NAMED)?;
    let ids: Vec<UnitId> = found.hits.iter().map(|hit| hit.id.cast()).collect();
    let mut kept = vec![];
    for school in access::store::by_ids(visit.tx, UnitKind::Etablissement, &ids)? {
        if !school.closed && keeps(visit, actor, school.id)? {
            kept.push(school);
        }
    }
    let told = |school: &Unit| {
        let commune = found.hits.iter().find(|hit| hit.id.cast() == school.id).map_or("", |hit| hit.detail.as_str());
        format!("{}, {commune} ({})", school.name, school.code)
    };
    Ok(match kept.as_slice() {
        [] => Err(visit.sentence("secretariat-school-unknown")),
        [one] if found.total == 1 => Ok(one.clone()),
        several => {
            let names: Vec<String> = several.iter().map(told).collect();
            let says = visit.house.words.say(visit.lang(), "secretariat-school-which");
            Err(says.text("schools", names.join(" ; ")).to_string())
        }
    })
}

/// What is wrong with a day that was typed: the key of the sentence that says it.
type Wrong = &'static str;

/// The day that was typed, if it is near; nothing where nothing was.
fn day(typed: &str, now: Moment) -> std::result::Result<Option<Date>, Wrong> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day: Date = typed.parse().map_err(|_| "secretariat-day-wrong")?;
    let near = day.since(now.paris().date()).is_ok_and(|span| span.get_days().abs() <= FAR);
    if near { Ok(Some(day)) } else { Err("secretariat-day-wrong") }
}

/// When something begins: now, or with a later day that was typed.
fn first(typed: &str, now: Moment) -> std::result::Result<Moment, Wrong> {
    let begins = day(typed, now)?.map(|day| Moment::at_paris(day, 0, 0));
    Ok(begins.filter(|begins| *begins > now).unwrap_or(now))
}

/// The instant at which a day is over: until when something lasts. It is not over yet.
fn last(typed: &str, now: Moment) -> std::result::Result<Option<Moment>, Wrong> {
    let Some(day) = day(typed, now)? else { return Ok(None) };
    let end = Moment::at_paris(day.saturating_add(1.day()), 0, 0);
    if end > now { Ok(Some(end)) } else { Err("secretariat-day-past") }
}

/// From when until when something that was typed lasts, under the names « des » and « jusqu »; what is wrong is said in the form.
fn span(visit: &Visit<'_, '_>, form: &mut FormState) -> Option<(Moment, Option<Moment>)> {
    let (begins, end) = (first(visit.form.text("des"), visit.now), last(visit.form.text("jusqu"), visit.now));
    for (name, wrong) in [("des", begins.err()), ("jusqu", end.err())] {
        if let Some(key) = wrong {
            form.refuse(name, visit.sentence(key));
        }
    }
    let (begins, end) = (begins.ok()?, end.ok()?);
    if end.is_some_and(|end| end <= begins) {
        form.refuse("jusqu", visit.sentence("secretariat-day-before"));
        return None;
    }
    Some((begins, end))
}

/// When something ends whose last day was typed: now for today or no day, the end of a later day, the end of one that is past.
fn ending(typed: &str, now: Moment) -> std::result::Result<Moment, Wrong> {
    let today = now.paris().date();
    match day(typed, now)? {
        None => Ok(now),
        Some(day) if day == today => Ok(now),
        Some(day) => Ok(Moment::at_paris(day.saturating_add(1.day()), 0, 0)),
    }
}
