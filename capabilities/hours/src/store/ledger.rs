//! Many lines at once: one's own month, a school's month.
use super::{HOUR, HOUR_COLUMNS, to_hour};
use crate::{
    model::{Hour, Month, Place, State},
    policy::Keep,
};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::{Chance, Id, Moment};

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
    let sql = format!(
        "SELECT {HOUR}, p.given, p.family FROM hours_entry h JOIN directory_person p ON p.id = h.teacher_id
         WHERE h.unit_id = ?1 AND h.month = ?2 ORDER BY p.sort, p.id, h.starts_at, h.id"
    );
    let rows = tx.query(&sql, &params![place.unit, month.to_string()])?;
    Ok(rows.iter().map(|row| (to_hour(row), (row.get(HOUR_COLUMNS), row.get(HOUR_COLUMNS + 1)))).collect())
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
