//! When a pupil is home after the school bus.
use super::marks;
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId};
use std::collections::HashMap;

/// The minute of the day at which each of these pupils is home; who takes no bus is left out.
pub fn bus_times(tx: &mut Tx<'_>, pupils: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    let mut times = HashMap::new();
    for some in pupils.chunks(400) {
        let sql = format!("SELECT pupil_id, minute FROM agenda_bus WHERE pupil_id IN ({})", marks(1, some.len()));
        let ids: Vec<Value> = some.iter().map(|pupil| Value::from(*pupil)).collect();
        times.extend(tx.query(&sql, &ids)?.iter().map(|row| (row.get::<PersonId>(0), row.get::<i64>(1))));
    }
    Ok(times)
}

/// Says at which minute of the day a pupil is home; `None` takes no bus.
pub fn set_bus(tx: &mut Tx<'_>, pupil: PersonId, minute: Option<i64>, by: PersonId, now: Moment) -> Result<()> {
    let Some(minute) = minute else {
        return tx.execute("DELETE FROM agenda_bus WHERE pupil_id = ?1", &params![pupil]).map(drop);
    };
    tx.execute(
        "INSERT INTO agenda_bus (pupil_id, minute, at, by_id) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (pupil_id) DO UPDATE SET minute = excluded.minute, at = excluded.at, by_id = excluded.by_id",
        &params![pupil, minute.clamp(0, 1439), now, by],
    )
    .map(drop)
}
