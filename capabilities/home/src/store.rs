//! Which of the first steps are done, as each slice says it; and who knows how an evening goes.
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
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

/// Whether this person has said that they know how it goes.
pub fn was_welcomed(tx: &mut Tx<'_>, person: PersonId) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM home_welcome WHERE person_id = ?1", &params![person])?.is_some())
}

/// They know.
pub fn welcome(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<()> {
    let sql = "INSERT INTO home_welcome (person_id, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![person, now]).map(drop)
}

/// What is known of a person here.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    web::told(tx, person, &[("welcome", "SELECT at FROM home_welcome WHERE person_id = ?1", &["at"])])
}

/// Forgets it.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM home_welcome WHERE person_id = ?1", &params![person]).map(drop)
}
