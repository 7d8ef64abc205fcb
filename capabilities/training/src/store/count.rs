//! A team by name for those who lead it; counts for those above.
use super::marks;
use crate::{
    Column, School,
    policy::{self, Lead, TEAM},
};
use access::{Actor, Allowed, Role};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use programme::DispositifId;
use std::collections::HashMap;

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

/// The team of a school, by family name, each with how much they have followed.
pub fn team(tx: &mut Tx<'_>, school: &Allowed<Lead, School>, now: Moment) -> Result<Vec<Mate>> {
    let team = format!(
        "SELECT m.person_id FROM membership m WHERE m.unit_id = ?1
         AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND m.role IN ({})",
        marks(3, TEAM.len())
    );
    let sql = format!(
        "SELECT p.id, p.given, p.family, t.pillar, t.many, t.minutes, t.last FROM directory_person p
         LEFT JOIN (SELECT f.person_id, k.pillar, count(*) AS many, CAST(sum(f.minutes) AS BIGINT) AS minutes, max(f.at) AS last
           FROM training_followed f JOIN training_course k ON k.id = f.course_id WHERE f.person_id IN ({team})
           GROUP BY f.person_id, k.pillar) t ON t.person_id = p.id
         WHERE p.id IN ({team}) ORDER BY p.sort, p.id"
    );
    let values: Vec<Value> = params![school.0, now].into_iter().chain(roles()).collect();
    let mut team: Vec<Mate> = vec![];
    for row in tx.query(&sql, &values)? {
        let person = row.get(0);
        if team.last().is_none_or(|mate| mate.person != person) {
            let (given, family) = (row.get(1), row.get(2));
            team.push(Mate { person, given, family, followed: [0; 3], minutes: 0, last: None });
        }
        if let (Some(mate), Some(column)) = (team.last_mut(), row.get::<Option<String>>(3)) {
            if let Some(place) = Column::ALL.iter().position(|one| one.word() == column) {
                mate.followed[place] += row.get::<i64>(4);
            }
            mate.minutes += row.get::<i64>(5);
            mate.last = mate.last.max(row.get(6));
        }
    }
    Ok(team)
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

/// All that the schools this person counts have followed.
pub fn counts_seen(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Count>> {
    let seen = access::visible::<policy::Count, School>(actor, 1);
    counts_where(tx, &seen.sql, &seen.params)
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
