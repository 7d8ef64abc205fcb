//! A team by name for those who lead it; counts for those above.
use super::marks;
use crate::{
    Column, KEPT, School,
    policy::{self, Lead, TEAM},
};
use access::{Actor, Allowed, Role};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use programme::DispositifId;
use std::collections::HashMap;
use web::{List, Paged, Pager};

/// Somebody of the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mate {
    /// Who.
    pub person: PersonId,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// How many courses of each column, in the order of [`Column::ALL`].
    pub followed: [i64; 3],
    /// How many minutes in all.
    pub minutes: i64,
    /// When they last followed one.
    pub last: Option<Moment>,
}

/// The people of a school's team, as a condition on `p`; `?1` is the school, `?2` the instant.
fn of_team() -> String {
    format!(
        "p.id IN (SELECT m.person_id FROM membership m WHERE m.unit_id = ?1
           AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND m.role IN ({}))",
        marks(3, TEAM.len())
    )
}

/// The team of a school, by family name, each with how much they have followed.
pub fn team(tx: &mut Tx<'_>, school: &Allowed<Lead, School>, pager: Pager, now: Moment) -> Result<Paged<Mate>> {
    let from = format!("directory_person p WHERE {}", of_team());
    let params: Vec<Value> = params![school.0, now].into_iter().chain(roles()).collect();
    let list = List { columns: "p.id, p.given, p.family", from: &from, order: "p.sort, p.id", params: &params };
    let mates = pager.read(tx, list, |row| Mate {
        person: row.get(0),
        given: row.get(1),
        family: row.get(2),
        followed: [0; 3],
        minutes: 0,
        last: None,
    })?;
    let mut followed = followed(tx, &mates.iter().map(|mate| mate.person).collect::<Vec<_>>())?;
    Ok(mates.map(|mut mate| {
        for (column, many, minutes, last) in followed.remove(&mate.person).unwrap_or_default() {
            if let Some(place) = Column::ALL.iter().position(|one| *one == column) {
                mate.followed[place] += many;
            }
            mate.minutes += minutes;
            mate.last = mate.last.max(Some(last));
        }
        mate
    }))
}

/// Of a column: how many times, how many minutes, and when last.
type Followed = (Column, i64, i64, Moment);

fn followed(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<Followed>>> {
    let mut all: HashMap<PersonId, Vec<Followed>> = HashMap::new();
    for people in people.chunks(500) {
        let sql = format!(
            "SELECT f.person_id, k.pillar, count(*), CAST(sum(f.minutes) AS BIGINT), max(f.at)
             FROM training_followed f JOIN training_course k ON k.id = f.course_id
             WHERE f.person_id IN ({}) GROUP BY f.person_id, k.pillar",
            marks(1, people.len())
        );
        for row in tx.query(&sql, &people.iter().map(|id| Value::from(*id)).collect::<Vec<_>>())? {
            let column = Column::from_word(row.text(1)).unwrap_or(Column::Method);
            all.entry(row.get(0)).or_default().push((column, row.get(2), row.get(3), row.get(4)));
        }
    }
    Ok(all)
}

/// How many of the team of a school have followed at least one course of each column, in the order of [`Column::ALL`].
pub fn learners(tx: &mut Tx<'_>, school: &Allowed<Lead, School>, now: Moment) -> Result<[i64; 3]> {
    let sql = format!(
        "SELECT k.pillar, count(DISTINCT p.id) FROM directory_person p JOIN training_followed f ON f.person_id = p.id
         JOIN training_course k ON k.id = f.course_id WHERE {} GROUP BY k.pillar",
        of_team()
    );
    let params: Vec<Value> = params![school.0, now].into_iter().chain(roles()).collect();
    let mut people = [0; 3];
    for row in tx.query(&sql, &params)? {
        if let Some(place) = Column::ALL.iter().position(|one| one.word() == row.text(0)) {
            people[place] = row.get(1);
        }
    }
    Ok(people)
}

fn roles() -> impl Iterator<Item = Value> {
    TEAM.iter().map(|role| Value::from(Role::word(*role)))
}

/// How much one school has followed in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The school.
    pub school: UnitId,
    /// The column.
    pub column: Column,
    /// How many people have followed at least one course.
    pub people: i64,
    /// How many times a course was followed.
    pub followed: i64,
    /// Minutes in all; hours are these by sixty.
    pub minutes: i64,
    /// How many said that it was useful.
    pub useful: i64,
}

/// What `schools` have followed of the courses of a dispositif and of those of the whole académie, by school and column. Counts
/// only: who may see those of a school is the caller's rule.
pub fn counts(tx: &mut Tx<'_>, dispositif: DispositifId, schools: &[UnitId]) -> Result<Vec<Count>> {
    let mut counted = vec![];
    for schools in schools.chunks(500) {
        let condition = format!(
            "(k.dispositif_id IS NULL OR k.dispositif_id = ?1) AND f.school_id IN ({})",
            marks(2, schools.len())
        );
        let ids = schools.iter().map(|id| Value::from(*id));
        let values: Vec<Value> = std::iter::once(dispositif.into()).chain(ids).collect();
        counted.extend(counts_where(tx, &condition, &values)?);
    }
    Ok(counted)
}

/// A school and its name.
pub type Named = (UnitId, String);

/// The schools this person counts that have followed anything, by name.
pub fn schools_seen(tx: &mut Tx<'_>, actor: &Actor, now: Moment, pager: Pager) -> Result<Paged<Named>> {
    let seen = access::visible::<policy::Count, School>(actor, 2);
    let params: Vec<Value> = params![now.plus_days(-KEPT)].into_iter().chain(seen.params).collect();
    let from =
        format!("unit u WHERE u.id IN (SELECT f.school_id FROM training_followed f WHERE f.at > ?1 AND {})", seen.sql);
    let list = List { columns: "u.id, u.name", from: &from, order: "u.sort, u.id", params: &params };
    pager.read(tx, list, |row| (row.get(0), row.get(1)))
}

/// All that these schools have followed.
pub fn counts_of(tx: &mut Tx<'_>, schools: &[Named]) -> Result<Vec<Count>> {
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let condition = format!("f.school_id IN ({})", marks(1, schools.len()));
    counts_where(tx, &condition, &schools.iter().map(|(id, _)| Value::from(*id)).collect::<Vec<_>>())
}

fn counts_where(tx: &mut Tx<'_>, condition: &str, values: &[Value]) -> Result<Vec<Count>> {
    let sql = format!(
        "SELECT f.school_id, k.pillar, count(DISTINCT f.person_id), count(*), CAST(sum(f.minutes) AS BIGINT),
           count(CASE WHEN f.opinion = 'utile' THEN 1 END)
         FROM training_followed f JOIN training_course k ON k.id = f.course_id WHERE {condition}
         GROUP BY f.school_id, k.pillar ORDER BY f.school_id, k.pillar"
    );
    let count = |row: &Row| Count {
        school: row.get(0),
        column: Column::from_word(row.text(1)).unwrap_or(Column::Method),
        people: row.get(2),
        followed: row.get(3),
        minutes: row.get(4),
        useful: row.get(5),
    };
    Ok(tx.query(&sql, values)?.iter().map(count).collect())
}

/// How many people each of these schools' teams has.
pub fn staff_of(tx: &mut Tx<'_>, schools: &[UnitId], now: Moment) -> Result<HashMap<UnitId, i64>> {
    let mut staff = HashMap::with_capacity(schools.len());
    for schools in schools.chunks(500) {
        let sql = format!(
            "SELECT m.unit_id, count(DISTINCT m.person_id) FROM membership m
            
              
                 WHERE m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) AND m.role IN ({}) AND m.unit_id IN ({})
                 GROUP BY m.unit_id",
            marks(2, TEAM.len()),
            marks(2 + TEAM.len(), schools.len())
        );
        let ids = schools.iter().map(|id| Value::from(*id));
        let values: Vec<Value> = std::iter::once(now.into()).chain(roles()).chain(ids).collect();
        staff.extend(tx.query(&sql, &values)?.iter().map(|row| (row.get::<UnitId>(0), row.get::<i64>(1))));
    }
    Ok(staff)
}
