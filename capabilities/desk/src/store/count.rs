//! Counts, without names: what a head signs and a pilot reports.
use super::{TICKET, to_ticket};
use crate::model::Ticket;
use crate::policy::Count;
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::{Evening, Moment, UnitId};
use web::{List, Paged, Pager};

/// One evening of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The school, and its name.
    pub school: (UnitId, String),
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

/// The counts of the schools one may count: school by school, evening by evening, newest first.
pub fn counts(tx: &mut Tx<'_>, actor: &Actor, since: Evening, pager: Pager) -> Result<Paged<Counts>> {
    let seen = access::visible::<Count, Ticket>(actor, 2);
    let columns = "t.unit_id, u.name, t.evening, count(*), count(t.claimed_at),
           count(CASE WHEN t.state = 'withdrawn' THEN 1 END), count(CASE WHEN t.state = 'followup' THEN 1 END),
           count(CASE WHEN t.face = 'bien' THEN 1 END), count(t.face),
           CAST(COALESCE(avg((t.claimed_at - t.asked_at) / 60000), 0) AS BIGINT)";
    let from = format!(
        "desk_ticket t JOIN unit u ON u.id = t.unit_id WHERE t.evening >= ?1 AND {}
         GROUP BY t.unit_id, u.name, u.sort, t.evening",
        seen.sql
    );
    let params: Vec<Value> = params![since].into_iter().chain(seen.params).collect();
    let list = List { columns, from: &from, order: "u.sort, t.unit_id, t.evening DESC", params: &params };
    pager.read(tx, list, |row| Counts {
        school: (row.get(0), row.get(1)),
        evening: row.get(2),
        asked: row.get(3),
        helped: row.get(4),
        withdrawn: row.get(5),
        left: row.get(6),
        good: row.get(7),
        faces: row.get(8),
        waited: row.get(9),
    })
}

/// How many asked, were helped and were left to the team, in all of these schools and evenings together.
pub fn all_counts(tx: &mut Tx<'_>, actor: &Actor, since: Evening) -> Result<[i64; 3]> {
    let seen = access::visible::<Count, Ticket>(actor, 2);
    let sql = format!(
        "SELECT count(*), count(t.claimed_at), count(CASE WHEN t.state = 'followup' THEN 1 END)
         FROM desk_ticket t WHERE t.evening >= ?1 AND {}",
        seen.sql
    );
    let params: Vec<Value> = params![since].into_iter().chain(seen.params).collect();
    Ok(tx.first(&sql, &params)?.map_or([0; 3], |row| [row.get(0), row.get(1), row.get(2)]))
}

/// The tickets of the schools whose threads one may open for a reason, newest first.
pub fn of_school(tx: &mut Tx<'_>, actor: &Actor, since: Moment, pager: Pager) -> Result<Paged<Ticket>> {
    let seen = access::visible::<crate::policy::Inspect, Ticket>(actor, 2);
    let from = format!("desk_ticket t WHERE t.asked_at >= ?1 AND {}", seen.sql);
    let params: Vec<Value> = params![since].into_iter().chain(seen.params).collect();
    let list = List { columns: TICKET, from: &from, order: "t.asked_at DESC, t.id", params: &params };
    pager.read(tx, list, to_ticket)
}
