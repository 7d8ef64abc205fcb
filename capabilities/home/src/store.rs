//! The one statement of this slice: which of the first steps are done, as each slice says it.
use db::{Result, Tx, params};
use kernel::Moment;
use web::FirstStep;

/// Whether each of these steps is done at an instant.
pub fn done(tx: &mut Tx<'_>, steps: &[FirstStep], now: Moment) -> Result<Vec<bool>> {
    if steps.is_empty() {
        return Ok(vec![]);
    }
    let each = steps.iter().map(|step| format!("CASE WHEN EXISTS ({}) THEN 1 ELSE 0 END", step.done));
    let sql = format!("SELECT {}, ?1", each.collect::<Vec<_>>().join(", "));
    let row = tx.first(&sql, &params![now])?;
    Ok(row.map_or_else(Vec::new, |row| (0..steps.len()).map(|at| row.get(at)).collect()))
}
