//! One line: found, entered, confirmed, corrected. What its state does not allow changes nothing, and is refused.
use super::{HOUR, HOUR_COLUMNS, academie_of, add, rules, to_hour};
use crate::{
    model::{Hour, HourId, HourKind, Month, Place, Refusal, Source, State, due},
    policy::{Confirm, Correct, Enter},
    store::{Decision, Found},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, params};
use kernel::{Id, Moment, PersonId};

/// A line under a right, with its teacher's given and family name.
pub type OfTeacher<P> = (Allowed<P, Hour>, (String, String));
type Done = Result<std::result::Result<(), Refusal>>;

/// The line under the right `P`, with its teacher's names. Hidden and absent look the same.
pub fn find<P: Permission<Hour>>(tx: &mut Tx<'_>, actor: &Actor, hour: HourId) -> Result<Option<OfTeacher<P>>> {
    let sql = format!(
        "SELECT {HOUR}, p.given, p.family FROM hours_entry h JOIN directory_person p ON p.id = h.teacher_id
         WHERE h.id = ?1"
    );
    let Some(row) = tx.first(&sql, &params![hour])? else { return Ok(None) };
    let name = (row.get(HOUR_COLUMNS), row.get(HOUR_COLUMNS + 1));
    Ok(access::check(actor, to_hour(&row)).ok().map(|hour| (hour, name)))
}

/// Help given on site, as its teacher writes it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The new line's id.
    pub id: HourId,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// How many pupils came.
    pub came: i64,
}

/// Enters help given on site by this person.
pub fn enter(tx: &mut Tx<'_>, place: &Allowed<Enter, Place>, by: &Actor, entry: Entry) -> Done {
    let sql =
        "SELECT 1 FROM hours_entry WHERE teacher_id = ?1 AND starts_at < ?3 AND ends_at > ?2 AND state <> 'refused'
         LIMIT 1";
    if tx.first(sql, &params![by.person, entry.starts_at, entry.ends_at])?.is_some() {
        return Ok(Err(Refusal::Overlap));
    }
    let line = Found {
        source: Source::Entry,
        source_id: entry.id.cast::<HourKind>(),
        school: place.unit,
        teacher: by.person,
        dispositif: None,
        on_site: true,
        starts_at: entry.starts_at,
        ends_at: entry.ends_at,
        minutes: entry.ends_at.minutes_since(entry.starts_at),
        expected: 0,
        came: entry.came,
    };
    let academie = academie_of(tx, place.unit)?;
    let rule = rules(tx)?.on(academie, entry.starts_at.paris().date());
    add(tx, entry.id, &line, rule, State::Confirmed).map(Ok)
}

fn changed(rows: u64) -> std::result::Result<(), Refusal> {
    if rows > 0 { Ok(()) } else { Err(Refusal::Meanwhile) }
}

/// One's own lines are again to be confirmed, those that nobody decided; what one entered oneself is confirmed by itself.
pub fn unconfirm(tx: &mut Tx<'_>, actor: &Actor, lines: &[HourId]) -> Result<usize> {
    let mut done = 0;
    for line in lines {
        let sql = "UPDATE hours_entry SET state = 'proposed' WHERE id = ?1 AND teacher_id = ?2 AND state = 'confirmed'
                   AND source <> 'entry'";
        done += usize::from(tx.execute(sql, &params![*line, actor.person])? > 0);
    }
    Ok(done)
}

/// The month of the first of these lines, of those that are one's own.
pub fn month_of(tx: &mut Tx<'_>, actor: &Actor, lines: &[HourId]) -> Result<Option<Month>> {
    let sql = "SELECT month FROM hours_entry WHERE id = ?1 AND teacher_id = ?2";
    let row = tx.first(sql, &params![lines.first().copied(), actor.person])?;
    Ok(row.and_then(|row| row.text(0).parse().ok()))
}

/// The teacher says that the line is right.
pub fn confirm(tx: &mut Tx<'_>, hour: &Allowed<Confirm, Hour>) -> Done {
    let sql = "UPDATE hours_entry SET state = 'confirmed' WHERE id = ?1 AND state = 'proposed'";
    Ok(changed(tx.execute(sql, &params![hour.id])?))
}

/// What a line should say.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The minutes held.
    pub minutes: i64,
    /// How many came.
    pub came: i64,
    /// Why.
    pub reason: String,
}

/// Corrects the line: signed, dated, for a reason; it must then be approved, were it approved before or not. What was there
/// stays readable.
pub fn correct(
    tx: &mut Tx<'_>,
    hour: &Allowed<Correct, Hour>,
    by: &Actor,
    id: Id<Correction>,
    to: &Corrected,
    now: Moment,
) -> Done {
    if (hour.minutes, hour.came) == (to.minutes, to.came) {
        return Ok(Err(Refusal::Same));
    }
    let state = if by.person == hour.teacher { State::Confirmed } else { State::Proposed };
    let rows = tx.execute(
        "UPDATE hours_entry SET minutes = ?2, came = ?3, due = ?4, state = ?5
         WHERE id = ?1 AND minutes = ?6 AND came = ?7 AND state = ?8",
        &params![
            hour.id,
            to.minutes,
            to.came,
            due(to.minutes, to.came, hour.on_site, hour.rule),
            state.word(),
            hour.minutes,
            hour.came,
            hour.state.word()
        ],
    )?;
    if rows == 0 {
        return Ok(Err(Refusal::Meanwhile));
    }
    tx.execute(
        "INSERT INTO hours_correction (id, hour_id, by_id, at, minutes_before, minutes_after, came_before, came_after, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &params![id, hour.id, by.person, now, hour.minutes, to.minutes, hour.came, to.came, &to.reason],
    )?;
    Ok(Ok(()))
}

/// A correction, signed and dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Who made it.
    pub by: PersonId,
    /// Their names.
    pub name: (String, String),
    /// When.
    pub at: Moment,
    /// Minutes before and after.
    pub minutes: (i64, i64),
    /// How many came, before and after.
    pub came: (i64, i64),
    /// Why.
    pub reason: String,
}

/// All that was done to the line, oldest first.
pub fn history<P: Permission<Hour>>(
    tx: &mut Tx<'_>,
    hour: &Allowed<P, Hour>,
) -> Result<(Vec<Correction>, Vec<Decision>)> {
    let sql = "SELECT c.by_id, p.given, p.family, c.at, c.minutes_before, c.minutes_after, c.came_before, c.came_after,
                 c.reason FROM hours_correction c JOIN directory_person p ON p.id = c.by_id WHERE c.hour_id = ?1
                 ORDER BY c.at, c.id";
    let correction = |row: &Row| Correction {
        by: row.get(0),
        name: (row.get(1), row.get(2)),
        at: row.get(3),
        minutes: (row.get(4), row.get(5)),
        came: (row.get(6), row.get(7)),
        reason: row.get(8),
    };
    let corrections = tx.query(sql, &params![hour.id])?.iter().map(correction).collect();
    Ok((corrections, super::decision::decisions(tx, hour.id)?))
}
