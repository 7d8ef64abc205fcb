//! Counts, without names: what a head signs and a pilot reports.
use super::{TICKET, to_ticket};
use crate::model::Ticket;
use crate::policy::Count;
use access::Actor;
use db::{Result, Row, Tx, Value, params};
use kernel::{Evening, Moment, UnitId};

/// One evening of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The school.
    pub school: UnitId,
    /// The evening.
    pub evening: String,
    /// How many asked.
    pub asked: i64,
    /// How many were helped.
    pub helped: i64,
    /// How many took their demand back.
    pub withdrawn: i64,
    /// How many were left to the team.
    pub left: i64,
    /// How many said that it helped.
    pub good: i64,
    /// How many said anything.
    pub faces: i64,
    /// Minutes waited before help, on average.
    pub waited: i64,
}

/// The counts of the schools one may count, evening by evening, newest first.
pub fn counts(tx: &mut Tx<'_>, actor: &Actor, since: Evening) -> Result<Vec<Counts>> {
    let seen = access::visible::<Count, Ticket>(actor, 2);
    let sql = format!(
        "SELECT t.unit_id, t.evening, count(*), count(t.claimed_at),
           count(CASE WHEN t.state = 'withdrawn' THEN 1 END), count(CASE WHEN t.state = 'followup' THEN 1 END),
           count(CASE WHEN t.face = 'bien' THEN 1 END), count(t.face),
           CAST(COALESCE(avg((t.claimed_at - t.asked_at) / 60000), 0) AS BIGINT)
         FROM desk_ticket t WHERE t.evening >= ?1 AND {}
         GROUP BY t.unit_id, t.evening ORDER BY t.evening DESC, t.unit_id LIMIT 400",
        seen.sql
    );
    let mut values: Vec<Value> = params![since].into();
    values.extend(seen.params);
    let counts = |row: &Row| Counts {
        school: row.get(0),
        evening: row.get(1),
        asked: row.get(2),
        helped: row.get(3),
        withdrawn: row.get(4),
        left: row.get(5),
        good: row.get(6),
        faces: row.get(7),
        waited: row.get(8),
    };
    Ok(tx.query(&sql, &values)?.iter().map(counts).collect())
}

/// The tickets of the schools whose threads one may open for a reason, newest first.
pub fn of_school(tx: &mut Tx<'_>, actor: &Actor, since: Moment) -> Result<Vec<Ticket>> {
    let seen = access::visible::<crate::policy::Inspect, Ticket>(actor, 2);
    let sql = format!(
        "SELECT {TICKET} FROM desk_ticket t WHERE t.asked_at >= ?1 AND {} ORDER BY t.asked_at DESC LIMIT 100",
        seen.sql
    );
    let mut values: Vec<Value> = params![since].into();
    values.extend(seen.params);
    Ok(tx.query(&sql, &values)?.iter().map(to_ticket).collect())
}
