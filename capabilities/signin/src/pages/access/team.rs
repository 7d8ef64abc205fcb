//! The first passwords of a school's team, all on one page to be printed: those who work there and have none yet.
use crate::{slip, store};
use access::{Allowed, Unit, UnitKind};
use askama::Template;
use directory::{Someone, policy::Unlock};
use kernel::{PersonId, UnitId};
use std::collections::HashSet;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/team.html")]
struct Team {
    shell: Shell,
    form: FormState,
    school: Unit,
    /// Those who have no password yet, by id and name.
    people: Vec<(String, String)>,
}

/// The open school of the address.
fn school(visit: &mut Visit<'_, '_>) -> Result<Unit> {
    let id: UnitId = visit.id("school")?;
    let unit = access::store::by_id(visit.tx, id)?;
    unit.filter(|unit| unit.kind == UnitKind::Etablissement && !unit.closed).ok_or(Error::NotFound)
}

/// The most of one page: a sheet each, and each password is slow to make. The next ones come once these have theirs.
const PAGE: usize = 50;

/// Those of a school's team who have no password yet, by id and name, whom this person looks after wherever they work. Hidden from who
/// looks after no team there.
fn without(visit: &mut Visit<'_, '_>, school: UnitId) -> Result<Vec<(String, String)>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let lineage = access::store::lineage(visit.tx, school)?;
    if !crate::policy::looks_after_team(&actor, school, lineage) {
        return Err(Error::NotFound);
    }
    let people = store::password::without(visit.tx, school, PAGE, now)?;
    let held = directory::store::places_of(visit.tx, &people)?;
    let theirs = |held: &directory::Held| !held.lasts(now) || access::unlocks(&actor, held.role, &held.place);
    let beyond: HashSet<PersonId> =
        held.iter().filter(|(_, held)| !held.iter().all(theirs)).map(|(person, _)| *person).collect();
    let names = directory::store::names(visit.tx, &people)?;
    let named = |person: &PersonId| {
        let (given, family) = names.get(person)?;
        Some((person.to_string(), format!("{given} {family}")))
    };
    Ok(people.iter().filter(|id| !beyond.contains(id) && **id != actor.person).filter_map(named).collect())
}

/// Who has none.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = school(visit)?;
    let people = without(visit, school.id)?;
    Reply::page(&Team { shell: visit.shell(), form: FormState::new(), school, people })
}

/// Makes the slips of those who are ticked.
pub fn make(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = school(visit)?;
    let (offered, actor) = (without(visit, school.id)?, visit.actor()?);
    let asked: Vec<PersonId> = visit.form.ids("personne")?;
    let mut people: Vec<Allowed<Unlock, Someone>> = vec![];
    for person in asked {
        // Sent twice, those to whom the first has given one are shown again.
        if visit.form.again || offered.iter().any(|(id, _)| *id == person.to_string()) {
            people.extend(directory::store::find_unlocked(visit.tx, &actor, person, visit.now)?);
        }
    }
    let why = match slip::hand(visit, &people, &format!("/acces/equipe/{}", school.id))? {
        Ok(reply) => return Ok(reply),
        Err(why) => why,
    };
    let mut form = FormState::of(&visit.form);
    form.refuse("personne", visit.house.words.say(visit.lang(), why.key()).num("n", slip::MOST));
    let page = Team { shell: visit.shell(), form, school, people: offered };
    if why == slip::NoSlips::Busy {
        return Ok(Reply::page_as(503, &page)?.header("retry-after", "60".to_owned()));
    }
    Reply::refused(&page)
}
