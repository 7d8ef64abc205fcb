//! Hours on site of the months before the platform kept them, as the head enters them.
use crate::{
    model::{Month, Place},
    policy::Keep,
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use kernel::Moment;
use std::collections::HashMap;

/// The minutes on site entered for these months.
pub fn before(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, from: Month, to: Month) -> Result<HashMap<Month, i64>> {
    let sql = "SELECT month, minutes FROM hours_before WHERE unit_id = ?1 AND month BETWEEN ?2 AND ?3";
    let one = |row: &Row| Some((row.text(0).parse().ok()?, row.get(1)));
    let rows = tx.query(sql, &params![place.unit, from.to_string(), to.to_string()])?;
    Ok(rows.iter().filter_map(one).collect())
}

/// Enters the minutes on site of a month, or takes them back.
pub fn set_before(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    by: &Actor,
    (month, minutes): (Month, Option<i64>),
    now: Moment,
) -> Result<()> {
    let Some(minutes) = minutes else {
        let sql = "DELETE FROM hours_before WHERE unit_id = ?1 AND month = ?2";
        return tx.execute(sql, &params![place.unit, month.to_string()]).map(drop);
    };
    tx.execute(
        "INSERT INTO hours_before (unit_id, month, minutes, by_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (unit_id, month) DO UPDATE
         SET minutes = excluded.minutes, by_id = excluded.by_id, at = excluded.at",
        &params![place.unit, month.to_string(), minutes, by.person, now],
    )
    .map(drop)
}
