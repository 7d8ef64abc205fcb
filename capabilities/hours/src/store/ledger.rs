//! Many lines at once: one's own month, a school's month.
use super::{HOUR, HOUR_COLUMNS, to_hour};
use crate::{
    model::{Hour, Month, Place, State},
    policy::Keep,
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use kernel::{Chance, Id, Moment};
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
const WAITS: &str = "h.state IN ('proposed', 'confirmed')";
/// Whether it is held at the same time as another of the same teacher in this school, as [`Hour::overlaps`] says it.
const TWICE: &str = "(h.state <> 'refused' AND EXISTS (SELECT 1 FROM hours_entry o WHERE o.teacher_id = h.teacher_id
    AND o.month = h.month AND o.unit_id = h.unit_id AND o.id <> h.id AND o.state <> 'refused'
    AND o.starts_at < h.ends_at AND h.starts_at < o.ends_at))";

fn to_named(row: &Row) -> Named {
    (to_hour(row), (row.get(HOUR_COLUMNS), row.get(HOUR_COLUMNS + 1)))
}

/// A line of a page, and whether it is held twice at the same time.
pub type Line = (Named, bool);

/// A page of a school's lines of a month: those that wait for the head first, teacher by teacher.
pub fn lines(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, month: Month, pager: Pager) -> Result<Paged<Line>> {
    let columns = format!("{HOUR}, p.given, p.family, CASE WHEN {TWICE} THEN 1 ELSE 0 END");
    let order = format!("CASE WHEN {WAITS} THEN 0 ELSE 1 END, p.sort, p.id, h.starts_at, h.id");
    let params = params![place.unit, month.to_string()];
    let list = List { columns: &columns, from: OF_SCHOOL, order: &order, params: &params };
    pager.read(tx, list, |row| (to_named(row), row.get(HOUR_COLUMNS + 2)))
}

/// How many lines of a school's month one tap of this person approves: those that wait, neither their own nor held twice.
pub fn approvable(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, by: &Actor, month: Month) -> Result<i64> {
    let sql = format!(
        "SELECT count(*) FROM hours_entry h WHERE h.unit_id = ?1 AND h.month = ?2 AND {WAITS} AND h.teacher_id <> ?3
         AND NOT {TWICE}"
    );
    Ok(tx.first(&sql, &params![place.unit, month.to_string(), by.person])?.map_or(0, |row| row.get(0)))
}

/// A teacher's month.
#[derive(Clone, Debug)]
pub struct TeacherMonth {
    /// Given and family name.
    pub name: (String, String),
    /// Minutes at a distance that wait for the head.
    pub waits: i64,
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
        "p.given, p.family, {}, {}, {}",
        sum(&format!("h.on_site = 0 AND {WAITS}"), "h.due"),
        sum("h.on_site = 0 AND h.state = 'approved'", "h.due"),
        sum("h.on_site = 1 AND h.state <> 'refused'", "h.minutes")
    );
    let from = format!("{OF_SCHOOL} GROUP BY p.id, p.given, p.family, p.sort");
    let params = params![place.unit, month.to_string()];
    let list = List { columns: &columns, from: &from, order: "p.sort, p.id", params: &params };
    pager.read(tx, list, |row| TeacherMonth {
        name: (row.get(0), row.get(1)),
        waits: row.get(2),
        approved: row.get(3),
        on_site: row.get(4),
    })
}

/// The lines among these that are held at the same time as another of the same teacher, the refused ones left out.
pub fn overlapping<'h>(hours: impl Iterator<Item = &'h Hour> + Clone) -> Vec<crate::HourId> {
    let live = hours.filter(|hour| hour.state != State::Refused);
    live.clone().filter(|hour| live.clone().any(|other| hour.overlaps(other))).map(|hour| hour.id).collect()
}

/// Confirms all one's own lines of a month that wait for it. Says how many.
pub fn confirm_all(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<u64> {
    let sql = "UPDATE hours_entry SET state = 'confirmed' WHERE teacher_id = ?1 AND month = ?2 AND state = 'proposed'";
    tx.execute(sql, &params![actor.person, month.to_string()])
}

/// Approves every line of a school's month that waits, except one's own and those held twice at the same time.
/// Says how many.
pub fn approve_all(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    by: &Actor,
    month: Month,
    (chance, now): (&dyn Chance, Moment),
) -> Result<u64> {
    let lines = of_school(tx, place, month)?;
    let twice = overlapping(lines.iter().map(|(hour, _)| hour));
    let mut approved = 0;
    for (hour, _) in lines.iter().filter(|(hour, _)| hour.state.waits() && !twice.contains(&hour.id)) {
        let Ok(hour) = access::check(by, hour.clone()) else { continue };
        approved += u64::from(super::approve(tx, &hour, by, Id::new(now, chance), now)?.is_ok());
    }
    Ok(approved)
}
