//! What is at a school, and under which names.
use access::{Role, live, roles};
use db::{Result, Row, Tx, params, with_ids};
use kernel::{Moment, PersonId, UnitId};
use std::collections::HashMap;

/// Somebody who heads a school, or is its referent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    /// Who.
    pub person: PersonId,
    /// Their name in full.
    pub name: String,
    /// As what.
    pub role: Role,
}

/// Who heads a school and who are its referents, by name.
pub fn leaders(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<Leader>> {
    let words = access::words(roles::HEADS.iter().copied().chain([Role::Referent]));
    let sql = format!(
        "SELECT p.id, p.given, p.family, m.role FROM membership m JOIN directory_person p ON p.id = m.person_id
         WHERE m.unit_id = ?1 AND m.role IN ({words}) AND {} ORDER BY p.sort, p.id",
        live("m", 2)
    );
    let leader = |row: &Row| {
        let name = format!("{} {}", row.text(1), row.text(2));
        Some(Leader { person: row.get(0), name, role: Role::from_word(row.text(3))? })
    };
    Ok(tx.query(&sql, &params![school, now])?.iter().filter_map(leader).collect())
}

/// What closing a school ends: how many open classes, and how many people with a role there.
pub fn reach(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<(i64, i64)> {
    let sql = "SELECT
         (SELECT count(*) FROM unit_closure d JOIN unit c ON c.id = d.descendant
          WHERE d.ancestor = ?1 AND c.kind = 'classe' AND c.closed_at IS NULL),
         (SELECT count(DISTINCT m.person_id) FROM unit_closure d JOIN membership m ON m.unit_id = d.descendant
          WHERE d.ancestor = ?1 AND (m.until IS NULL OR m.until > ?2))";
    Ok(tx.first(sql, &params![school, now])?.map_or((0, 0), |row| (row.get(0), row.get(1))))
}

/// The names of these units; and of the one that is `asked`, if it stands at the school.
pub fn names_at(tx: &mut Tx<'_>, school: UnitId, units: &[UnitId], asked: UnitId) -> Result<HashMap<UnitId, String>> {
    let sql = format!(
        "SELECT u.id, u.name FROM unit u WHERE u.id IN ({})
         OR u.id = (SELECT d.descendant FROM unit_closure d WHERE d.ancestor = ?1 AND d.descendant = ?2)",
        db::marks(3, units.len())
    );
    Ok(tx.query(&sql, &with_ids(&params![school, asked], units))?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Whether an open class of a school, another than this one, has such a name, whatever its capitals and accents.
pub fn class_named(tx: &mut Tx<'_>, school: UnitId, name: &str, but: Option<UnitId>) -> Result<bool> {
    let sql = "SELECT c.id FROM unit_closure d JOIN unit c ON c.id = d.descendant
               WHERE d.ancestor = ?1 AND c.kind = 'classe' AND c.closed_at IS NULL AND c.sort = ?2";
    let others = tx.query(sql, &params![school, kernel::order(&[name])])?;
    Ok(others.iter().any(|row| Some(row.get(0)) != but))
}
