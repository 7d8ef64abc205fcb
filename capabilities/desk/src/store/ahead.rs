//! The evenings to come: when somebody is there again.
use super::{marks, night};
use crate::model::DeskId;
use db::{Result, Tx, Value, params};
use kernel::Moment;

/// How far ahead one looks, in days: beyond the longest holidays but those of summer.
const AHEAD: i64 = 28;
/// How many evenings are told.
const TOLD: usize = 3;

/// When these desks open on the next evenings for which hours are promised, the soonest first.
pub fn evenings(tx: &mut Tx<'_>, desks: &[DeskId], now: Moment) -> Result<Vec<Moment>> {
    if desks.is_empty() {
        return Ok(vec![]);
    }
    let night = night(now.evening());
    let sql = format!(
        "SELECT DISTINCT starts_at FROM desk_duty WHERE desk_id IN ({}) AND ends_at > ?1 AND starts_at >= ?1
         AND starts_at < ?2 AND state = 'planned' ORDER BY starts_at",
        marks(3, desks.len())
    );
    let mut values: Vec<Value> = params![night, night.plus_days(AHEAD)].into();
    values.extend(desks.iter().map(|desk| Value::from(*desk)));
    let mut starts: Vec<Moment> = tx.query(&sql, &values)?.iter().map(|row| row.get(0)).collect();
    starts.dedup_by_key(|starts| starts.evening());
    starts.truncate(TOLD);
    Ok(starts)
}
