//! What the desk knows of a person, and how it forgets them.
use db::{Result, Row, Tx, params};
use kernel::PersonId;

/// What is known of a person here: what they asked, what they wrote, the hours they gave.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 3] = [
        (
            "ticket",
            "SELECT evening, subject, blocks, mode, state, asked_at, claimed_at, ended_at, outcome, face FROM ticket
             WHERE pupil_id = ?1 ORDER BY asked_at",
            &["evening", "subject", "blocks", "mode", "state", "asked_at", "claimed_at", "ended_at", "outcome", "face"],
        ),
        ("word", "SELECT at, text FROM word WHERE author_id = ?1 ORDER BY at", &["at", "text"]),
        (
            "duty",
            "SELECT starts_at, ends_at, opened_at, closed_at, subjects FROM duty WHERE teacher_id = ?1
             ORDER BY starts_at",
            &["starts_at", "ends_at", "opened_at", "closed_at", "subjects"],
        ),
    ];
    let mut export = vec![];
    for (heading, sql, columns) in parts {
        let named = |Row(values): Row| columns.iter().map(|name| (*name).to_owned()).zip(values).collect();
        export.extend(tx.query(sql, &params![person])?.into_iter().map(|row| (heading.to_owned(), named(row))));
    }
    Ok(export)
}

/// Forgets what a person wrote, showed and said; the counts stay right. Files follow when the nightly sweep finds them
/// alone.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute(
        "DELETE FROM attachment WHERE ticket_id IN (SELECT id FROM ticket WHERE pupil_id = ?1)
         OR word_id IN (SELECT id FROM word WHERE author_id = ?1)",
        &params![person],
    )?;
    tx.execute("DELETE FROM report WHERE person_id = ?1", &params![person])?;
    tx.execute("UPDATE word SET text = '' WHERE author_id = ?1", &params![person])?;
    tx.execute("UPDATE ticket SET blocks = '', phone = NULL WHERE pupil_id = ?1", &params![person]).map(drop)
}
