//! Whom to ask at a school, by name: adults only.
use access::{Role, live, words};
use db::{Result, Tx, params};
use kernel::{Moment, UnitId};

/// Somebody of a school who lets people back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// What they are there.
    pub role: Role,
    /// « Luc Tellier ».
    pub name: String,
}

/// Who lets people back in at this school: its referents first, its vie scolaire, who directs it.
pub fn at(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<Helper>> {
    let sql = format!(
        "SELECT m.role, p.given, p.family FROM membership m JOIN directory_person p ON p.id = m.person_id AND p.erased = 0
         WHERE m.unit_id = ?1 AND m.role IN ({}) AND {} AND NOT EXISTS
           (SELECT 1 FROM signin_block b WHERE b.person_id = m.person_id AND b.ended_at IS NULL)
         ORDER BY CASE m.role WHEN 'referent' THEN 0 WHEN 'vie-scolaire' THEN 1 ELSE 2 END, p.sort, p.id",
        words([Role::Referent, Role::VieScolaire, Role::Head, Role::Director]),
        live("m", 2)
    );
    let rows = tx.query(&sql, &params![school, now])?;
    let all = rows.iter().filter_map(|row| {
        let name = format!("{} {}", row.text(1), row.text(2));
        Role::from_word(row.text(0)).map(|role| Helper { role, name })
    });
    Ok(all.collect())
}
