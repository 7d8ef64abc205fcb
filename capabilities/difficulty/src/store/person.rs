//! What is known of a person here, and how they are forgotten.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: their difficulties and those of which they are the child, what they wrote, what they
/// borrowed.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 3] = [
        (
            "difficulty",
            "SELECT opened_at, kind, text, entered, state, closing, closed_at FROM difficulty
             WHERE person_id = ?1 OR child_id = ?1 ORDER BY opened_at",
            &["opened_at", "kind", "text", "entered", "state", "closing", "closed_at"],
        ),
        ("difficulty_word", "SELECT at, text FROM difficulty_word WHERE author_id = ?1 ORDER BY at", &["at", "text"]),
        (
            "loan",
            "SELECT kind, lent_at, due_at, returned_at FROM difficulty_loan WHERE guardian_id = ?1 OR child_id = ?1
             ORDER BY lent_at",
            &["kind", "lent_at", "due_at", "returned_at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what a person wrote and what was written about them; kinds, states and dates stay, for the counts. What is still
/// open is closed: nobody is there any more to be helped.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    forget_told(tx, person)?;
    let theirs = "SELECT id FROM difficulty WHERE person_id = ?1 OR child_id = ?1";
    tx.execute(&format!("DELETE FROM difficulty_photo WHERE difficulty_id IN ({theirs})"), &params![person])?;
    tx.execute("UPDATE difficulty_word SET text = '' WHERE author_id = ?1", &params![person])?;
    tx.execute(&format!("UPDATE difficulty_word SET text = '' WHERE difficulty_id IN ({theirs})"), &params![person])?;
    tx.execute(
        "UPDATE difficulty SET text = '', closing = '', folded = ''
         WHERE person_id = ?1 OR child_id = ?1 OR opened_by = ?1",
        &params![person],
    )?;
    tx.execute("UPDATE difficulty SET closing = '', folded = '' WHERE closed_by = ?1", &params![person])?;
    tx.execute("UPDATE difficulty SET keeper_id = NULL WHERE keeper_id = ?1 AND state <> 'closed'", &params![person])?;
    tx.execute(
        "UPDATE difficulty SET state = 'closed', closed_at = opened_at
         WHERE person_id = ?1 AND state <> 'closed'",
        &params![person],
    )?;
    tx.execute("UPDATE difficulty_equipment SET note = '' WHERE updated_by = ?1", &params![person]).map(drop)
}

/// What the school said about a child was told to who answers for them, in the same words.
fn forget_told(tx: &mut Tx<'_>, child: PersonId) -> Result<()> {
    let sql = "SELECT d.person_id, w.text FROM difficulty d JOIN difficulty_word w ON w.difficulty_id = d.id
               WHERE d.child_id = ?1 AND d.person_id <> ?1
               UNION SELECT d.person_id, d.closing FROM difficulty d WHERE d.child_id = ?1 AND d.person_id <> ?1";
    for row in tx.query(sql, &params![child])? {
        notice::store::forget_words(tx, row.get(0), row.text(1))?;
    }
    Ok(())
}
