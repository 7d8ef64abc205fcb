//! Numbers, and hours held: no name of a pupil.
use crate::{Held, Kind, Meeting, MeetingId, policy};
use access::Actor;
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use programme::DispositifId;
use std::fmt::Write as _;
use web::{List, Paged, Pager};

/// The meetings that ended in `since..until` and were held, one for each adult who held them; for the ledger of hours.
pub fn held(tx: &mut Tx<'_>, since: Moment, until: Moment) -> Result<Vec<Held>> {
    let one = |column: &str, place: u8| {
        format!(
            "SELECT m.id, m.{column}, m.unit_id, m.dispositif_id, m.kind, m.opened_at, m.closed_at,
               (SELECT count(*) FROM agenda_enrolment e WHERE e.meeting_id = m.id AND e.state = 'enrolled'),
               (SELECT count(*) FROM agenda_presence r WHERE r.meeting_id = m.id
               AND r.mark = 'present'), {place}, m.starts_at, m.ends_at
             FROM agenda_meeting m WHERE m.state = 'held' AND m.closed_at >= ?1 AND m.closed_at < ?2
             AND m.{column} IS NOT NULL"
        )
    };
    let sql = format!("{} UNION ALL {} ORDER BY 7, 1, 10", one("teacher_id", 0), one("coteacher_id", 1));
    Ok(tx
        .query(&sql, &params![since, until])?
        .iter()
        .map(|row| Held {
            meeting: row.get(0),
            teacher: row.get(1),
            school: row.get(2),
            dispositif: row.get(3),
            on_site: row.text(4) == Kind::OnSite.word(),
            starts_at: row.get(5),
            ends_at: row.get(6),
            expected: row.get(7),
            came: row.get(8),
            planned: (row.get(10), row.get(11)),
        })
        .collect())
}

/// What was done with one kind of meeting at one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The school.
    pub school: UnitId,
    /// The kind of meeting.
    pub kind: Kind,
    /// Meetings held.
    pub meetings: i64,
    /// Minutes they lasted.
    pub minutes: i64,
    /// Places taken in them, a pupil counted once for each meeting.
    pub enrolled: i64,
    /// Pupils present, once for each meeting.
    pub presences: i64,
    /// Minutes of presence of pupils.
    pub presence_minutes: i64,
}

const COUNTED: &str = "m.unit_id, m.kind, count(*), CAST(sum((m.closed_at - m.opened_at) / 60000) AS BIGINT),
    CAST(sum((SELECT count(*) FROM agenda_enrolment e WHERE e.meeting_id = m.id AND e.state = 'enrolled')) AS BIGINT),
    CAST(sum((SELECT count(*) FROM agenda_presence r WHERE r.meeting_id = m.id AND r.mark = 'present')) AS BIGINT),
    CAST(sum((SELECT coalesce(sum(r.minutes), 0) FROM agenda_presence r WHERE r.meeting_id = m.id
    AND r.mark = 'present'))
      AS BIGINT)";

fn to_count(row: &Row) -> Count {
    Count {
        school: row.get(0),
        kind: Kind::from_word(row.text(1)).unwrap_or(Kind::Group),
        meetings: row.get(2),
        minutes: row.get(3),
        enrolled: row.get(4),
        presences: row.get(5),
        presence_minutes: row.get(6),
    }
}

/// Meetings held from `since` to `until`, by school and kind: of one dispositif or of all, at one school or at all.
pub fn counts(
    tx: &mut Tx<'_>,
    dispositif: Option<DispositifId>,
    school: Option<UnitId>,
    since: Moment,
    until: Moment,
) -> Result<Vec<Count>> {
    let mut values: Vec<Value> = params![since, until].into();
    let mut which = String::new();
    for (column, id) in [("dispositif_id", dispositif.map(Value::from)), ("unit_id", school.map(Value::from))] {
        if let Some(id) = id {
            values.push(id);
            let _ = write!(which, " AND m.{column} = ?{}", values.len());
        }
    }
    counted(tx, &which, &values)
}

/// The same for whoever may count, their school's or their académie's, by the school's name.
pub fn counts_seen(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (since, until): (Moment, Moment),
    pager: Pager,
) -> Result<Paged<(String, Count)>> {
    let seen = access::visible::<policy::Count, Meeting>(actor, 3);
    let columns = format!("{COUNTED}, u.name");
    let from = format!(
        "agenda_meeting m JOIN unit u ON u.id = m.unit_id
         WHERE m.state = 'held' AND m.starts_at >= ?1 AND m.starts_at < ?2 AND {}
         GROUP BY u.sort, u.name, m.unit_id, m.kind",
        seen.sql
    );
    let params: Vec<Value> = params![since, until].into_iter().chain(seen.params).collect();
    let list = List { columns: &columns, from: &from, order: "u.sort, m.unit_id, m.kind", params: &params };
    pager.read(tx, list, |row| (row.get(7), to_count(row)))
}

fn counted(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<Vec<Count>> {
    let sql = format!(
        "SELECT {COUNTED} FROM agenda_meeting m
         WHERE m.state = 'held' AND m.starts_at >= ?1 AND m.starts_at < ?2{which}
         GROUP BY m.unit_id, m.kind ORDER BY m.unit_id, m.kind"
    );
    Ok(tx.query(&sql, values)?.iter().map(to_count).collect())
}

/// The meetings that this person holds, or has a place in, that overlap `from..to`.
pub fn busy(tx: &mut Tx<'_>, person: PersonId, from: Moment, to: Moment) -> Result<Vec<(MeetingId, Moment, Moment)>> {
    // PostgreSQL takes a parameter beside a small number for a small number, and refuses an instant there: it is told.
    let sql = "SELECT m.id, m.starts_at, m.ends_at FROM agenda_meeting m
               WHERE m.teacher_id = ?1 AND m.starts_at < ?3 AND m.starts_at > CAST(?2 AS BIGINT) - 86400000
                 AND m.ends_at > ?2 AND m.state <> 'cancelled'
               UNION SELECT m.id, m.starts_at, m.ends_at FROM agenda_meeting m
               WHERE m.coteacher_id = ?1 AND m.starts_at < ?3 AND m.starts_at > CAST(?2 AS BIGINT) - 86400000
                 AND m.ends_at > ?2 AND m.state <> 'cancelled'
               UNION SELECT m.id, m.starts_at, m.ends_at FROM agenda_enrolment e JOIN agenda_meeting m
               ON m.id = e.meeting_id
               WHERE e.pupil_id = ?1 AND e.state = 'enrolled' AND e.starts_at < ?3
                 AND e.starts_at > CAST(?2 AS BIGINT) - 86400000 AND m.ends_at > ?2 AND m.state <> 'cancelled'
                 ORDER BY 2, 1";
    Ok(tx.query(sql, &params![person, from, to])?.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect())
}
