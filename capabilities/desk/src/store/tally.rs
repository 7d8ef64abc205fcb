//! A year in numbers, school by school: what a bilan is made from. No name, no text.
use super::marks;
use crate::model::Mode;
use agenda::{Attended, Elsewhere, Sought};
use db::{Result, Row, Tx, Value, params};
use jiff::civil::Date;
use kernel::{Evening, UnitId};
use std::collections::HashMap;
use web::{List, Paged, Pager};

/// What the demands of one school came to, in one month and one way of being helped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The school.
    pub school: UnitId,
    /// The month, `2026-11`.
    pub month: String,
    /// How help was wished.
    pub mode: Mode,
    /// How many asked.
    pub asked: i64,
    /// How many were helped.
    pub helped: i64,
    /// How many were left to the team.
    pub left: i64,
    /// How many said that it helped.
    pub good: i64,
    /// How many said anything.
    pub faces: i64,
    /// Of those helped, how many waited less than 5, 10, 20 minutes, and longer.
    pub waited: [i64; 4],
}

/// The tallies of `schools` for the evenings of `since..until`. Counts only: who may see those of a school is the caller's rule.
pub fn tally(tx: &mut Tx<'_>, schools: &[UnitId], since: Evening, until: Evening) -> Result<Vec<Tally>> {
    let sql = format!(
        "SELECT unit_id, substr(evening, 1, 7), mode, count(*), count(claimed_at),
           count(CASE WHEN state = 'followup' THEN 1 END), count(CASE WHEN face = 'bien' THEN 1 END), count(face),
           count(CASE WHEN claimed_at - asked_at < 300000 THEN 1 END),
           count(CASE WHEN claimed_at - asked_at >= 300000 AND claimed_at - asked_at < 600000 THEN 1 END),
           count(CASE WHEN claimed_at - asked_at >= 600000 AND claimed_at - asked_at < 1200000 THEN 1 END),
           count(CASE WHEN claimed_at - asked_at >= 1200000 THEN 1 END)
         FROM desk_ticket WHERE evening >= ?1 AND evening < ?2 AND unit_id IN ({})
         GROUP BY unit_id, substr(evening, 1, 7), mode ORDER BY unit_id, substr(evening, 1, 7), mode",
        marks(3, schools.len())
    );
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let tally = |row: &Row| Tally {
        school: row.get(0),
        month: row.get(1),
        mode: Mode::from_word(row.text(2)).unwrap_or(Mode::Writing),
        asked: row.get(3),
        helped: row.get(4),
        left: row.get(5),
        good: row.get(6),
        faces: row.get(7),
        waited: [row.get(8), row.get(9), row.get(10), row.get(11)],
    };
    Ok(tx.query(&sql, &bound(schools, since, until))?.iter().map(tally).collect())
}

/// How many demands of each school were answered, evening after evening.
pub fn helped(
    tx: &mut Tx<'_>,
    schools: &[UnitId],
    since: Evening,
    until: Evening,
) -> Result<Vec<(UnitId, Evening, i64)>> {
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT unit_id, evening, count(*) FROM desk_ticket
         WHERE evening >= ?1 AND evening < ?2 AND claimed_at IS NOT NULL AND unit_id IN ({}) GROUP BY unit_id, evening",
        marks(3, schools.len())
    );
    let rows = tx.query(&sql, &bound(schools, since, until))?;
    Ok(rows.iter().map(|row| (row.get(0), Evening(row.text(1).parse().unwrap_or(since.0)), row.get(2))).collect())
}

/// How many different pupils of each school were helped.
pub fn pupils_helped(
    tx: &mut Tx<'_>,
    schools: &[UnitId],
    since: Evening,
    until: Evening,
) -> Result<HashMap<UnitId, i64>> {
    if schools.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT unit_id, count(DISTINCT pupil_id) FROM desk_ticket
         WHERE evening >= ?1 AND evening < ?2 AND claimed_at IS NOT NULL AND unit_id IN ({}) GROUP BY unit_id",
        marks(3, schools.len())
    );
    let rows = tx.query(&sql, &bound(schools, since, until))?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Where pupils were, as the record of presence has it: at the desk.
pub const PRESENCE: Elsewhere = Elsewhere { key: "desk-presence", attended };

/// The pupils of a school helped on those days, for those who record presence there, the latest first.
pub fn attended(tx: &mut Tx<'_>, actor: &access::Actor, sought: Sought, pager: Pager) -> Result<Paged<Attended>> {
    let (since, until) = (Evening(sought.days.0), Evening(sought.days.1));
    let first = 3 + usize::from(sought.class.is_some());
    let seen = access::visible::<crate::policy::Attend, crate::Ticket>(actor, first);
    let of_class = if sought.class.is_some() {
        "AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = t.pupil_id AND m.unit_id = ?3 AND m.role = 'pupil')"
    } else {
        ""
    };
    let columns = "p.given, p.family,
           COALESCE((SELECT min(c.name) FROM membership m JOIN unit c ON c.id = m.unit_id WHERE m.person_id = p.id
             AND m.role = 'pupil' AND m.since <= t.asked_at AND (m.until IS NULL OR m.until > t.asked_at)), ''),
           t.evening, (COALESCE(t.ended_at, t.claimed_at) - t.claimed_at) / 60000, u.name, p.id";
    let from = format!(
        "desk_ticket t JOIN directory_person p ON p.id = t.pupil_id JOIN unit u ON u.id = t.unit_id
         WHERE t.evening >= ?1 AND t.evening < ?2 AND t.claimed_at IS NOT NULL AND p.erased = 0 {of_class}
           AND {}",
        seen.sql
    );
    let class = sought.class.map(Value::from);
    let params: Vec<Value> = params![since, until].into_iter().chain(class).chain(seen.params).collect();
    let list = List { columns, from: &from, order: "t.evening DESC, p.sort, t.id", params: &params };
    pager.read(tx, list, |row| Attended {
        pupil: (row.get(0), row.get(1)),
        class: row.get(2),
        day: row.text(3).parse().unwrap_or(Date::ZERO),
        minutes: row.get(4),
        school: row.get(5),
        person: row.get(6),
    })
}

fn bound(schools: &[UnitId], since: Evening, until: Evening) -> Vec<Value> {
    let mut values: Vec<Value> = vec![since.into(), until.into()];
    values.extend(schools.iter().map(|school| Value::from(*school)));
    values
}
