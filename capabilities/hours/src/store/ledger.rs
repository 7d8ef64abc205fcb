//! Many lines at once: one's own month, a school's month.
use super::{
    HOUR, HOUR_COLUMNS,
    batch::{OWED, SENT},
    decision::STANDS,
    to_hour,
};
use crate::{
    model::{Hour, Month, Place, State},
    policy::Keep,
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, marks, params};
use kernel::{Chance, Id, Moment, PersonId};
use web::{List, Paged, Pager};

/// A line with its teacher's given and family name.
pub type Named = (Hour, (String, String));

/// One's own lines of a month, in order.
pub fn own(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<Vec<Hour>> {
    let sql = format!(
        "SELECT {HOUR} FROM hours_entry h WHERE h.teacher_id = ?1 AND h.month = ?2
         ORDER BY h.starts_at, h.id"
    );
    Ok(tx.query(&sql, &params![actor.person, month.to_string()])?.iter().map(to_hour).collect())
}

/// A school's lines of a month, teacher by teacher.
pub fn of_school(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, month: Month) -> Result<Vec<Named>> {
    let sql = format!("SELECT {HOUR}, p.given, p.family FROM {OF_SCHOOL} ORDER BY p.sort, p.id, h.starts_at, h.id");
    Ok(tx.query(&sql, &params![place.unit, month.to_string()])?.iter().map(to_named).collect())
}

const OF_SCHOOL: &str = "hours_entry h JOIN directory_person p ON p.id = h.teacher_id
    WHERE h.unit_id = ?1 AND h.month = ?2";
/// Whether it is held at the same time as another of the same teacher in this school, as [`Hour::overlaps`] says it.
pub(super) const TWICE: &str =
    "(h.state <> 'refused' AND EXISTS (SELECT 1 FROM hours_entry o WHERE o.teacher_id = h.teacher_id
    AND o.month = h.month AND o.unit_id = h.unit_id AND o.id <> h.id AND o.state <> 'refused'
    AND o.starts_at < h.ends_at AND h.starts_at < o.ends_at))";

fn to_named(row: &Row) -> Named {
    (to_hour(row), (row.get(HOUR_COLUMNS), row.get(HOUR_COLUMNS + 1)))
}

/// A line of a teacher's month, as the head reads it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The line.
    pub hour: Hour,
    /// Whether it is held at the same time as another.
    pub twice: bool,
    /// Whether what was decided of it may be taken back.
    pub undone: bool,
}

/// The lines of these teachers in a school's month, in order.
pub fn lines(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, month: Month, teachers: &[PersonId]) -> Result<Vec<Line>> {
    if teachers.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {HOUR}, CASE WHEN {TWICE} THEN 1 ELSE 0 END,
           CASE WHEN EXISTS (SELECT 1 FROM hours_decision d WHERE d.hour_id = h.id AND {STANDS}) THEN 1 ELSE 0 END
         FROM hours_entry h WHERE h.unit_id = ?1 AND h.month = ?2 AND h.teacher_id IN ({})
         ORDER BY h.starts_at, h.id",
        marks(3, teachers.len())
    );
    let mut values: Vec<Value> = params![place.unit, month.to_string()].into();
    values.extend(teachers.iter().map(|teacher| Value::from(*teacher)));
    let line = |row: &Row| Line { hour: to_hour(row), twice: row.get(HOUR_COLUMNS), undone: row.get(HOUR_COLUMNS + 1) };
    Ok(tx.query(&sql, &values)?.iter().map(line).collect())
}

/// Lines together: how many, the minutes due for those at a distance, of how many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// How many lines.
    pub lines: i64,
    /// The minutes due.
    pub minutes: i64,
    /// Of how many people.
    pub people: i64,
}

/// Where a school's month stands for this person: what one tap approves, neither their own nor held twice; and what was not sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What their teachers have confirmed.
    pub confirmed: Due,
    /// What they have not.
    pub proposed: Due,
    /// What is owed to the end of the month and not sent.
    pub owed: Due,
}

/// Where a school's month stands.
pub fn standing(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, by: &Actor, month: Month) -> Result<Standing> {
    let waits = |state: &str| format!("h.month = ?2 AND h.state = '{state}' AND h.teacher_id <> ?3 AND NOT {TWICE}");
    let owed = format!("h.on_site = 0 AND h.state IN ('approved', 'refused') AND {OWED} <> {SENT}");
    let due = |which: &str, minutes: &str| {
        format!(
            "count(CASE WHEN {which} THEN 1 END), CAST(COALESCE(sum(CASE WHEN {which} THEN {minutes} END), 0) AS BIGINT),
             count(DISTINCT CASE WHEN {which} THEN h.teacher_id END)"
        )
    };
    let distance = "CASE WHEN h.on_site = 0 THEN h.due ELSE 0 END";
    let sql = format!(
        "SELECT {}, {}, {} FROM hours_entry h WHERE h.unit_id = ?1 AND h.month <= ?2",
        due(&waits("confirmed"), distance),
        due(&waits("proposed"), distance),
        due(&owed, &format!("{OWED} - {SENT}"))
    );
    let row = tx.first(&sql, &params![place.unit, month.to_string(), by.person])?;
    let one = |row: &Row, at| Due { lines: row.get(at), minutes: row.get(at + 1), people: row.get(at + 2) };
    let all = |row: Row| Standing { confirmed: one(&row, 0), proposed: one(&row, 3), owed: one(&row, 6) };
    Ok(row.map(all).unwrap_or_default())
}

/// A teacher's month.
#[derive(Clone, Debug)]
pub struct TeacherMonth {
    /// Who.
    pub teacher: PersonId,
    /// Given and family name.
    pub name: (String, String),
    /// How many lines.
    pub lines: i64,
    /// Minutes at a distance that they confirmed and that wait for the head.
    pub confirmed: i64,
    /// Minutes at a distance that they have not confirmed.
    pub proposed: i64,
    /// Minutes at a distance, approved.
    pub approved: i64,
    /// Minutes on site.
    pub on_site: i64,
}

/// Each teacher's month in a school, both ways side by side.
pub fn teachers(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    month: Month,
    pager: Pager,
) -> Result<Paged<TeacherMonth>> {
    let sum = |which: &str, what: &str| format!("CAST(COALESCE(sum(CASE WHEN {which} THEN {what} END), 0) AS BIGINT)");
    let columns = format!(
        "p.id, p.given, p.family, count(*), {}, {}, {}, {}",
        sum("h.on_site = 0 AND h.state = 'confirmed'", "h.due"),
        sum("h.on_site = 0 AND h.state = 'proposed'", "h.due"),
        sum("h.on_site = 0 AND h.state = 'approved'", "h.due"),
        sum("h.on_site = 1 AND h.state <> 'refused'", "h.minutes")
    );
    let from = format!("{OF_SCHOOL} GROUP BY p.id, p.given, p.family, p.sort");
    let params = params![place.unit, month.to_string()];
    let list = List { columns: &columns, from: &from, order: "p.sort, p.id", params: &params };
    pager.read(tx, list, |row| TeacherMonth {
        teacher: row.get(0),
        name: (row.get(1), row.get(2)),
        lines: row.get(3),
        confirmed: row.get(4),
        proposed: row.get(5),
        approved: row.get(6),
        on_site: row.get(7),
    })
}

/// The lines among these that are held at the same time as another of the same teacher, the refused ones left out.
pub fn overlapping<'h>(hours: impl Iterator<Item = &'h Hour> + Clone) -> Vec<crate::HourId> {
    let live = hours.filter(|hour| hour.state != State::Refused);
    live.clone().filter(|hour| live.clone().any(|other| hour.overlaps(other))).map(|hour| hour.id).collect()
}

/// Confirms all one's own lines of a month that wait for it. Says which.
pub fn confirm_all(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<Vec<Hour>> {
    let mut lines = own(tx, actor, month)?;
    lines.retain(|hour| hour.state == State::Proposed);
    let sql = "UPDATE hours_entry SET state = 'confirmed' WHERE teacher_id = ?1 AND month = ?2 AND state = 'proposed'";
    tx.execute(sql, &params![actor.person, month.to_string()])?;
    Ok(lines)
}

/// Which lines of a month are approved together; all that wait, where nothing is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Together {
    /// Only those in this state.
    pub state: Option<State>,
    /// Only those of this teacher.
    pub teacher: Option<PersonId>,
}

impl Together {
    fn has(self, hour: &Hour) -> bool {
        hour.state.waits()
            && self.state.is_none_or(|state| hour.state == state)
            && self.teacher.is_none_or(|teacher| hour.teacher == teacher)
    }
}

/// Approves lines of a school's month that wait, except one's own and those held twice at the same time. Says what that makes.
pub fn approve_all(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    by: &Actor,
    (month, which): (Month, Together),
    (chance, now): (&dyn Chance, Moment),
) -> Result<Due> {
    let lines = of_school(tx, place, month)?;
    let twice = overlapping(lines.iter().map(|(hour, _)| hour));
    let mut done = Due::default();
    for (hour, _) in lines.iter().filter(|(hour, _)| which.has(hour) && !twice.contains(&hour.id)) {
        let Ok(allowed) = access::check(by, hour.clone()) else { continue };
        if super::approve(tx, &allowed, by, Id::new(now, chance), now)?.is_ok() {
            done.lines += 1;
            done.minutes += if hour.on_site { 0 } else { hour.due };
        }
    }
    Ok(done)
}
