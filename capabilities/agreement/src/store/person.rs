//! What is known of a person here, and how it is forgotten.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person: as a guardian, what they were told, answered and said; as a child, what was answered about them.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 4] = [
        (
            "announcement",
            "SELECT n.name, t.way, t.told_at, t.informed_at, t.received_at, t.read_at FROM agreement_told t
             JOIN agreement_announcement n ON n.protocol_id = t.protocol_id WHERE t.guardian_id = ?1
             ORDER BY t.told_at",
            &["name", "way", "told_at", "informed_at", "received_at", "read_at"],
        ),
        (
            "answer",
            "SELECT word, source, at FROM agreement_answer WHERE guardian_id = ?1 OR child_id = ?1 ORDER BY at",
            &["word", "source", "at"],
        ),
        (
            "concern",
            "SELECT kinds, text, at, closed_at FROM agreement_concern WHERE guardian_id = ?1 ORDER BY at",
            &["kinds", "text", "at", "closed_at"],
        ),
        (
            "proposal",
            "SELECT o.kind, o.text, o.at, o.accepted, o.answered_at FROM agreement_proposal o JOIN agreement_concern k
             ON k.id = o.concern_id
             WHERE k.guardian_id = ?1 ORDER BY o.at",
            &["kind", "text", "at", "accepted", "answered_at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what a family said, in whichever words, and the picture of its paper; what is counted stays. Files follow when the
/// nightly sweep finds them alone.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "UPDATE agreement_answer SET scan = NULL, media = NULL WHERE guardian_id = ?1 OR child_id = ?1",
        "UPDATE agreement_proposal SET text = '' WHERE author_id = ?1",
        "UPDATE agreement_proposal SET text = ''
         WHERE concern_id IN (SELECT id FROM agreement_concern WHERE guardian_id = ?1 OR child_id = ?1)",
        "UPDATE agreement_concern SET text = '', closed_at = COALESCE(closed_at, at) WHERE guardian_id = ?1
         OR child_id = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}
