//! What this slice knows of a person, and how it forgets them; and the names that no text may hold.
use crate::DispositifId;
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId, UnitId};

/// Given and family names of everybody who is enrolled or works in a school.
pub fn people_of(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<(String, String)>> {
    let sql = "SELECT DISTINCT p.given, p.family FROM unit_closure c JOIN membership m ON m.unit_id = c.descendant
               JOIN directory_person p ON p.id = m.person_id
               WHERE c.ancestor = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)";
    Ok(tx.query(sql, &params![school, now])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The same of everybody in the schools that have a place in a dispositif.
pub fn people_in(tx: &mut Tx<'_>, dispositif: DispositifId, now: Moment) -> Result<Vec<(String, String)>> {
    let sql = "SELECT DISTINCT p.given, p.family FROM programme_engagement e JOIN unit_closure c
               ON c.ancestor = e.unit_id
               JOIN membership m ON m.unit_id = c.descendant JOIN directory_person p ON p.id = m.person_id
               WHERE e.dispositif_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)";
    Ok(tx.query(sql, &params![dispositif, now])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The RRUPN of a school, by name.
pub fn referents(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<String>> {
    let sql = "SELECT p.given, p.family FROM membership m JOIN directory_person p ON p.id = m.person_id
               WHERE m.unit_id = ?1 AND m.role = 'referent'
                 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND p.family <> ''
               ORDER BY p.sort, p.id";
    let name = |row: &Row| format!("{} {}", row.text(0), row.text(1));
    Ok(tx.query(sql, &params![school, now])?.iter().map(name).collect())
}

/// What is known of a person here: what they remarked and proposed, the drafts they wrote, the dispositifs they pilot.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 5] = [
        ("remark", "SELECT at, text FROM programme_remark WHERE author_id = ?1 ORDER BY at", &["at", "text"]),
        (
            "publication",
            "SELECT proposed_at, published_at, kind, title, text, link FROM programme_publication WHERE author_id = ?1
             ORDER BY proposed_at",
            &["proposed_at", "published_at", "kind", "title", "text", "link"],
        ),
        (
            "protocol",
            "SELECT number, stage, written_at, content FROM programme_protocol WHERE author_id = ?1
             ORDER BY written_at",
            &["number", "stage", "written_at", "content"],
        ),
        (
            "engagement",
            "SELECT moved_at, state, word FROM programme_engagement WHERE moved_by = ?1 ORDER BY moved_at",
            &["moved_at", "state", "word"],
        ),
        (
            "dispositif",
            "SELECT name, year, word, decision_word FROM programme_dispositif WHERE pilot_id = ?1 ORDER BY year, name",
            &["name", "year", "word", "decision_word"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what a person remarked, said with a move, proposed and did not publish. What is published is the school's, without a
/// name: only the link to its author goes. Protocols, sheets and decisions are the school's and the académie's.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("UPDATE programme_remark SET text = '' WHERE author_id = ?1", &params![person])?;
    tx.execute("UPDATE programme_engagement SET word = '' WHERE moved_by = ?1", &params![person])?;
    tx.execute("DELETE FROM programme_publication WHERE author_id = ?1 AND published_at IS NULL", &params![person])?;
    tx.execute("UPDATE programme_publication SET author_id = NULL WHERE author_id = ?1", &params![person]).map(drop)
}
