//! What the ledger knows of a person, and how it forgets them.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: their hours, what they corrected, what they decided.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 3] = [
        (
            "hour",
            "SELECT starts_at, ends_at, on_site, minutes, came, due, state FROM hours_entry WHERE teacher_id = ?1
             ORDER BY starts_at",
            &["starts_at", "ends_at", "on_site", "minutes", "came", "due", "state"],
        ),
        (
            "hour_correction",
            "SELECT at, minutes_before, minutes_after, reason FROM hours_correction WHERE by_id = ?1 ORDER BY at",
            &["at", "minutes_before", "minutes_after", "reason"],
        ),
        (
            "hour_decision",
            "SELECT at, approved, due, word FROM hours_decision WHERE by_id = ?1 ORDER BY at",
            &["at", "approved", "due", "word"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what was written by a person or about their hours; minutes and totals stay right.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "UPDATE hours_correction SET reason = '' WHERE by_id = ?1",
        "UPDATE hours_correction SET reason = '' WHERE hour_id IN (SELECT id FROM hours_entry WHERE teacher_id = ?1)",
        "UPDATE hours_decision SET word = '' WHERE by_id = ?1",
        "UPDATE hours_decision SET word = '' WHERE hour_id IN (SELECT id FROM hours_entry WHERE teacher_id = ?1)",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}
