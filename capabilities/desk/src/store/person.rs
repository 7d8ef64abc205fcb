//! What the desk knows of a person, and how it forgets them.
use crate::model::TicketId;
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: what they asked, wrote, showed and reported, what they were answered, who looked into
/// it and why, the hours they gave.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 7] = [
        (
            "ticket",
            "SELECT evening, subject, blocks, mode, phone, state, asked_at, claimed_at, ended_at, outcome, tag,
               call_outcome, face, followed_at FROM desk_ticket WHERE pupil_id = ?1 ORDER BY asked_at",
            &[
                "evening",
                "subject",
                "blocks",
                "mode",
                "phone",
                "state",
                "asked_at",
                "claimed_at",
                "ended_at",
                "outcome",
                "tag",
                "call_outcome",
                "face",
                "followed_at",
            ],
        ),
        ("word", "SELECT at, text FROM desk_word WHERE author_id = ?1 ORDER BY at", &["at", "text"]),
        (
            "answer",
            "SELECT w.at, w.text FROM desk_word w JOIN desk_ticket t ON t.id = w.ticket_id
             WHERE t.pupil_id = ?1 AND w.author_id <> ?1 ORDER BY w.at",
            &["at", "text"],
        ),
        (
            "attachment",
            "SELECT o.file, o.media, o.millis FROM (
               SELECT a.id, a.file, a.media, a.millis FROM desk_ticket t JOIN desk_attachment a ON a.ticket_id = t.id
               WHERE t.pupil_id = ?1 AND a.word_id IS NULL
               UNION ALL
               SELECT a.id, a.file, a.media, a.millis FROM desk_word w JOIN desk_attachment a ON a.word_id = w.id
               WHERE w.author_id = ?1) o ORDER BY o.id",
            &["file", "media", "millis"],
        ),
        ("report", "SELECT at, handled_at FROM desk_report WHERE person_id = ?1 ORDER BY at", &["at", "handled_at"]),
        (
            "opened",
            "SELECT a.at, a.reason FROM audit a JOIN desk_ticket t ON t.id = a.thing
             WHERE t.pupil_id = ?1 AND a.deed = 'ticket/open' ORDER BY a.at",
            &["at", "reason"],
        ),
        (
            "duty",
            "SELECT starts_at, ends_at, opened_at, closed_at, subjects, room FROM desk_duty WHERE teacher_id = ?1
             ORDER BY starts_at",
            &["starts_at", "ends_at", "opened_at", "closed_at", "subjects", "room"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what a person wrote, showed and said, and what was said to them or about them; the counts stay right. Files
/// follow when the nightly sweep finds them alone.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for row in tx.query("SELECT id FROM desk_ticket WHERE pupil_id = ?1", &params![person])? {
        access::audit::forget_reasons(tx, row.get::<TicketId>(0))?;
    }
    for sql in [
        "DELETE FROM desk_attachment WHERE ticket_id IN (SELECT id FROM desk_ticket WHERE pupil_id = ?1)",
        "DELETE FROM desk_attachment WHERE word_id IN (SELECT id FROM desk_word WHERE author_id = ?1)",
        "DELETE FROM desk_report WHERE person_id = ?1",
        // An answer calls the pupil by name.
        "UPDATE desk_word SET text = '' WHERE author_id = ?1",
        "UPDATE desk_word SET text = '' WHERE ticket_id IN (SELECT id FROM desk_ticket WHERE pupil_id = ?1)",
        "UPDATE desk_ticket SET blocks = '', phone = NULL WHERE pupil_id = ?1",
        "UPDATE desk_duty SET room = NULL WHERE teacher_id = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}
