//! All the SQL of tools, activities and results.
pub mod key;
pub mod link;
pub mod result;
pub mod seen;
pub mod tool;

pub use result::completed;

use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: how far they are in each activity, and those that they placed.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 2] = [
        (
            "result",
            "SELECT k.title, r.done, r.mark, r.most, r.said_at FROM course_result r JOIN course_link k ON k.id = r.link_id
             WHERE r.person_id = ?1 ORDER BY r.at",
            &["title", "done", "mark", "most", "said_at"],
        ),
        ("placed", "SELECT title, made_at FROM course_link WHERE made_by = ?1 ORDER BY made_at", &["title", "made_at"]),
    ];
    web::told(tx, person, &parts)
}

/// Forgets a person: what they did is gone, what they placed has no maker.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM course_result WHERE person_id = ?1", &params![person])?;
    tx.execute("UPDATE course_link SET made_by = NULL WHERE made_by = ?1", &params![person]).map(drop)
}
