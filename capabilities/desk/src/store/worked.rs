//! Duties that were held, for the ledger of hours: who, for which school, from when to when, how many came.
use crate::model::DutyId;
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId, UnitId};

/// A duty that was opened and is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The duty.
    pub duty: DutyId,
    /// Who held it.
    pub teacher: PersonId,
    /// The schools of the desk, the teacher's own first.
    pub schools: Vec<UnitId>,
    /// When it was to begin.
    pub starts_at: Moment,
    /// When it was to end.
    pub ends_at: Moment,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was closed, or was to end if nobody closed it.
    pub closed_at: Moment,
    /// How many demands the teacher took meanwhile.
    pub came: i64,
}

/// The duties that were opened and came to their end in `since..until`, whoever held them.
pub fn worked(tx: &mut Tx<'_>, since: Moment, until: Moment) -> Result<Vec<Worked>> {
    const CLOSED: &str = "CASE WHEN u.state = 'closed' THEN u.closed_at ELSE u.ends_at END";
    // The evenings and the planned ends bound it to indexes; the instants make it exact.
    let sql = format!(
        "SELECT u.id, u.teacher_id, s.unit_id, u.starts_at, u.ends_at, u.opened_at, {CLOSED},
           (SELECT count(*) FROM desk_ticket t WHERE t.unit_id IN (SELECT unit_id FROM desk_school
           WHERE desk_id = u.desk_id)
              AND t.evening BETWEEN ?3 AND ?4 AND t.desk_id = u.desk_id AND t.helper_id = u.teacher_id
              AND t.claimed_at >= u.opened_at AND t.claimed_at <= {CLOSED})
         FROM desk_duty u JOIN desk_school s ON s.desk_id = u.desk_id AND s.accepted = 1
         WHERE u.ends_at >= ?5 AND u.ends_at < ?6 AND u.opened_at IS NOT NULL AND {CLOSED} >= ?1 AND {CLOSED} < ?2
         ORDER BY u.id, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.person_id = u.teacher_id
           AND m.unit_id = s.unit_id
             AND m.since <= u.starts_at AND (m.until IS NULL OR m.until > u.starts_at)) THEN 0 ELSE 1 END, s.unit_id"
    );
    let planned = (since.plus_days(-1), until.plus_days(1));
    let evenings = (since.plus_days(-2).evening(), until.evening());
    let mut all: Vec<Worked> = vec![];
    for row in tx.query(&sql, &params![since, until, evenings.0, evenings.1, planned.0, planned.1])? {
        match all.last_mut().filter(|last| last.duty == row.get(0)) {
            Some(last) => last.schools.push(row.get(2)),
            None => all.push(to_worked(&row)),
        }
    }
    Ok(all)
}

fn to_worked(row: &Row) -> Worked {
    Worked {
        duty: row.get(0),
        teacher: row.get(1),
        schools: vec![row.get(2)],
        starts_at: row.get(3),
        ends_at: row.get(4),
        opened_at: row.get(5),
        closed_at: row.get(6),
        came: row.get(7),
    }
}
