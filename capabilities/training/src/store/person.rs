//! What is known of a person here, and how they are forgotten.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: what they followed, and their seats.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 2] = [
        (
            "followed",
            "SELECT k.title, f.at, f.minutes, f.opinion FROM training_followed f JOIN training_course k
             ON k.id = f.course_id
             WHERE f.person_id = ?1 ORDER BY f.at",
            &["title", "at", "minutes", "opinion"],
        ),
        (
            "enrolled",
            "SELECT k.title, k.starts_at, e.at FROM training_enrolled e JOIN training_course k ON k.id = e.course_id
             WHERE e.person_id = ?1 ORDER BY e.at",
            &["title", "starts_at", "at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets a person: their seats are free, what they wrote on a course is gone; that somebody followed it is still counted.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM training_enrolled WHERE person_id = ?1", &params![person])?;
    tx.execute(
        "UPDATE training_course SET revision = '', flagged_by = NULL
         WHERE flagged_by = ?1",
        &params![person],
    )
    .map(drop)
}
