//! Lines as they are made from what was held.
use crate::model::{EmptyRule, HourId, HourKind, Month, Source, State, due};
use db::{Result, Row, Tx, params};
use kernel::{Id, Moment, PersonId, UnitId};
use programme::DispositifId;
use std::collections::HashMap;

/// Something held, before it is a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it was found.
    pub source: Source,
    /// The duty, the meeting, or the line itself.
    pub source_id: Id<HourKind>,
    /// For which school.
    pub school: UnitId,
    /// By whom.
    pub teacher: PersonId,
    /// For which dispositif.
    pub dispositif: Option<DispositifId>,
    /// Whether at school.
    pub on_site: bool,
    /// When it began.
    pub starts_at: Moment,
    /// When it ended.
    pub ends_at: Moment,
    /// How long it was.
    pub minutes: i64,
    /// How many were expected.
    pub expected: i64,
    /// How many came.
    pub came: i64,
}

/// A line that has been made already.
#[derive(Clone, Debug)]
pub struct Known {
    /// The line.
    pub id: HourId,
    /// Its minutes.
    pub minutes: i64,
    /// How many were expected.
    pub expected: i64,
    /// How many came.
    pub came: i64,
    /// Its rule.
    pub rule: EmptyRule,
    /// Whether nobody has confirmed, corrected or decided.
    pub untouched: bool,
}

/// What makes a line one: where it comes from, and whose it is; two adults may hold one meeting.
pub type Origin = (Source, Id<HourKind>, PersonId);

/// The lines made from what ended since then, by their source.
pub fn known(tx: &mut Tx<'_>, since: Moment) -> Result<HashMap<Origin, Known>> {
    let sql = "SELECT h.source, h.source_id, h.id, h.minutes, h.expected, h.came, h.rule, h.state,
                 (SELECT count(*) FROM hours_correction c WHERE c.hour_id = h.id), h.teacher_id
               FROM hours_entry h WHERE h.ends_at >= ?1";
    let known = |row: &Row| {
        let source = Source::from_word(row.text(0)).unwrap_or(Source::Entry);
        let line = Known {
            id: row.get(2),
            minutes: row.get(3),
            expected: row.get(4),
            came: row.get(5),
            rule: EmptyRule::from_word(row.text(6)).unwrap_or_default(),
            untouched: State::from_word(row.text(7)) == Some(State::Proposed) && row.get::<i64>(8) == 0,
        };
        ((source, row.get(1), row.get(9)), line)
    };
    // A duty closed long after its end has a line that ends before what is asked for.
    Ok(tx.query(sql, &params![since.plus_days(-2)])?.iter().map(known).collect())
}

/// Makes the line; a source that has one keeps it.
pub fn add(tx: &mut Tx<'_>, id: HourId, line: &Found, rule: EmptyRule, state: State) -> Result<()> {
    tx.execute(
        "INSERT INTO hours_entry (id, source, source_id, unit_id, teacher_id, dispositif_id, on_site, month, starts_at, ends_at,
           minutes, expected, came, rule, due, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT DO NOTHING",
        &params![
            id,
            line.source.word(),
            line.source_id,
            line.school,
            line.teacher,
            line.dispositif,
            line.on_site,
            Month::of(line.starts_at).to_string(),
            line.starts_at,
            line.ends_at,
            line.minutes,
            line.expected,
            line.came,
            rule.word(),
            due(line.minutes, line.came, line.on_site, rule),
            state.word()
        ],
    )
    .map(drop)
}

/// Follows what its source now says.
pub fn follow(tx: &mut Tx<'_>, known: &Known, line: &Found, due: i64) -> Result<()> {
    tx.execute(
        "UPDATE hours_entry SET starts_at = ?2, ends_at = ?3, minutes = ?4, expected = ?5, came = ?6, due = ?7
         WHERE id = ?1 AND state = 'proposed'",
        &params![known.id, line.starts_at, line.ends_at, line.minutes, line.expected, line.came, due],
    )
    .map(drop)
}
