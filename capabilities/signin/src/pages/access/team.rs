//! The first passwords of a school's team, all on one page to be printed: those who work there and have none yet.
use crate::{
    slip::{self, MOST},
    store,
};
use access::{Allowed, Unit, UnitKind};
use askama::Template;
use directory::{Someone, policy::Unlock};
use kernel::{PersonId, UnitId};
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

/// Those of a school's team who have no password yet, whom this person looks after. Hidden where there is nobody whom they do.
fn without(visit: &mut Visit<'_, '_>, school: UnitId) -> Result<Vec<Allowed<Unlock, Someone>>> {
    let actor = visit.actor()?;
    let lineage = access::store::lineage(visit.tx, school)?;
    if !crate::policy::looks_after_team(&actor, school, lineage) {
        return Err(Error::NotFound);
    }
    let mut found = vec![];
    for person in store::password::without(visit.tx, school, MOST, visit.now)? {
        found.extend(directory::store::find_unlocked(visit.tx, &actor, person, visit.now)?);
    }
    found.retain(|someone| someone.person.id != actor.person);
    Ok(found)
}

/// Who has none.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = school(visit)?;
    let people = without(visit, school.id)?;
    Reply::page(&page(visit, school, &people, FormState::new()))
}

fn page(visit: &Visit<'_, '_>, school: Unit, people: &[Allowed<Unlock, Someone>], form: FormState) -> Team {
    let people = people.iter().map(|one| (one.person.id.to_string(), one.person.full())).collect();
    Team { shell: visit.shell(), form, school, people }
}

/// Makes the slips of those who are ticked.
pub fn make(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = school(visit)?;
    let asked: Vec<PersonId> = visit.form.ids("personne")?;
    // Sent twice, those whom the first has given one are shown again.
    let mut people = without(visit, school.id)?;
    if visit.form.again {
        let actor = visit.actor()?;
        for person in &asked {
            people.extend(directory::store::find_unlocked(visit.tx, &actor, *person, visit.now)?);
        }
    }
    people.retain(|someone| asked.contains(&someone.person.id));
    let back = format!("/acces/equipe/{}", school.id);
    let why = match slip::hand(visit, &people, &back)? {
        Ok(reply) => return Ok(reply),
        Err(why) => why,
    };
    let mut form = FormState::of(&visit.form);
    form.refuse("personne", visit.house.words.say(visit.lang(), why.key()).num("n", MOST));
    let people = without(visit, school.id)?;
    let page = page(visit, school, &people, form);
    if why == slip::NoSlips::Busy {
        return Ok(Reply::page_as(503, &page)?.header("retry-after", "60".to_owned()));
    }
    Reply::refused(&page)
}
