//! The territory: units, the edges between them, and the closure derived from the edges.
use crate::{Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{Moment, UnitId, order};
use std::collections::HashMap;

/// The unit and all above it.
pub fn lineage(tx: &mut Tx<'_>, unit: UnitId) -> Result<Vec<UnitId>> {
    let rows = tx.query("SELECT ancestor FROM unit_closure WHERE descendant = ?1", &params![unit])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// The unit of this kind and code.
pub fn by_code(tx: &mut Tx<'_>, kind: UnitKind, code: &str) -> Result<Option<Unit>> {
    let sql = "SELECT id, kind, code, name, closed_at FROM unit WHERE kind = ?1 AND code = ?2";
    Ok(tx.first(sql, &params![kind.word(), code])?.as_ref().map(unit))
}

/// The unit of this id.
pub fn by_id(tx: &mut Tx<'_>, id: UnitId) -> Result<Option<Unit>> {
    Ok(tx.first("SELECT id, kind, code, name, closed_at FROM unit WHERE id = ?1", &params![id])?.as_ref().map(unit))
}

/// All units of a kind of which a house has a few (académies), by name.
pub fn of_kind(tx: &mut Tx<'_>, kind: UnitKind) -> Result<Vec<Unit>> {
    let sql = "SELECT id, kind, code, name, closed_at FROM unit WHERE kind = ?1 ORDER BY sort, code";
    Ok(tx.query(sql, &params![kind.word()])?.iter().map(unit).collect())
}

/// Those of these units that are of this kind, each once, by name.
pub fn by_ids(tx: &mut Tx<'_>, kind: UnitKind, units: &[UnitId]) -> Result<Vec<Unit>> {
    if units.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT id, kind, code, name, closed_at FROM unit WHERE kind = ?1 AND id IN ({}) ORDER BY sort, code",
        db::marks(2, units.len())
    );
    Ok(tx.query(&sql, &db::with_ids(&params![kind.word()], units))?.iter().map(unit).collect())
}

/// The units of one kind at or under `top`, by name.
pub fn under(tx: &mut Tx<'_>, top: UnitId, kind: UnitKind) -> Result<Vec<Unit>> {
    let sql = "SELECT u.id, u.kind, u.code, u.name, u.closed_at FROM unit_closure c JOIN unit u ON u.id = c.descendant
               WHERE c.ancestor = ?1 AND u.kind = ?2 ORDER BY u.sort, u.code";
    Ok(tx.query(sql, &params![top, kind.word()])?.iter().map(unit).collect())
}

/// The unit of one kind at or above `below` (the school of a class).
pub fn above(tx: &mut Tx<'_>, below: UnitId, kind: UnitKind) -> Result<Option<Unit>> {
    let sql = "SELECT u.id, u.kind, u.code, u.name, u.closed_at FROM unit_closure c JOIN unit u ON u.id = c.ancestor
               WHERE c.descendant = ?1 AND u.kind = ?2 ORDER BY u.code";
    Ok(tx.first(sql, &params![below, kind.word()])?.as_ref().map(unit))
}

pub(super) fn unit(row: &Row) -> Unit {
    Unit {
        id: row.get(0),
        kind: UnitKind::from_word(row.text(1)).unwrap_or(UnitKind::Classe),
        code: row.get(2),
        name: row.get(3),
        closed: row.get::<Option<i64>>(4).is_some(),
    }
}

/// The source of an edge drawn by the house itself, not by an import.
const HOUSE: &str = "house";

/// Adds a unit under its parents (several, where lines cross), or renames and reopens the one of the same kind and code.
pub fn put(tx: &mut Tx<'_>, unit: &Unit, parents: &[UnitId]) -> Result<()> {
    tx.execute(
        "INSERT INTO unit (id, kind, code, name, closed_at, sort) VALUES (?1, ?2, ?3, ?4, NULL, ?5)
         ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, closed_at = NULL, sort = excluded.sort",
        &params![unit.id, unit.kind.word(), &unit.code, &unit.name, order(&[&unit.name])],
    )?;
    let itself = "INSERT INTO unit_closure (ancestor, descendant) VALUES (?1, ?1) ON CONFLICT DO NOTHING";
    tx.execute(itself, &params![unit.id])?;
    parents.iter().try_for_each(|parent| add_parent(tx, unit.id, *parent, HOUSE))
}

/// Hangs `child`, with all under it, below `parent`, with all above it, because `source` says so.
pub fn add_parent(tx: &mut Tx<'_>, child: UnitId, parent: UnitId, source: &str) -> Result<()> {
    let edge = "INSERT INTO unit_parent (child_id, parent_id, source) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    tx.execute(edge, &params![child, parent, source])?;
    tx.execute(
        "INSERT INTO unit_closure (ancestor, descendant)
         SELECT up.ancestor, down.descendant FROM unit_closure up, unit_closure down
         WHERE up.descendant = ?1 AND down.ancestor = ?2 ON CONFLICT DO NOTHING",
        &params![parent, child],
    )
    .map(drop)
}

/// What `source` says now of the parents of `child`: its other edges go, those of other sources stay. The same again changes
/// nothing.
pub fn set_parents(tx: &mut Tx<'_>, child: UnitId, parents: &[UnitId], source: &str) -> Result<()> {
    let (mut gone, mut values) = (String::new(), Vec::from(params![child, source]));
    if !parents.is_empty() {
        gone = format!(" AND parent_id NOT IN ({})", db::marks(3, parents.len()));
        values.extend(parents.iter().map(|parent| db::Value::from(*parent)));
    }
    let sql = format!("DELETE FROM unit_parent WHERE child_id = ?1 AND source = ?2{gone}");
    if tx.execute(&sql, &values)? > 0 {
        derive(tx, child)?;
    }
    parents.iter().try_for_each(|parent| add_parent(tx, child, *parent, source))
}

/// Draws anew what stands above a unit and all under it, from the edges: two units were made one, or are two again.
pub fn redraw(tx: &mut Tx<'_>, top: UnitId) -> Result<()> {
    derive(tx, top)
}

/// Draws the closure anew from the edges, for `top` and all under it.
fn derive(tx: &mut Tx<'_>, top: UnitId) -> Result<()> {
    const UNDER: &str = "(SELECT descendant FROM unit_closure WHERE ancestor = ?1)";
    // What is under the top stays under it; only what is above changes, and it is reached by the edges that come in.
    let sql = format!("DELETE FROM unit_closure WHERE descendant IN {UNDER} AND ancestor NOT IN {UNDER}");
    tx.execute(&sql, &params![top])?;
    let sql = format!(
        "INSERT INTO unit_closure (ancestor, descendant)
         SELECT DISTINCT up.ancestor, down.descendant FROM unit_parent e
         JOIN unit_closure up ON up.descendant = e.parent_id JOIN unit_closure down ON down.ancestor = e.child_id
         WHERE e.child_id IN {UNDER} AND e.parent_id NOT IN {UNDER} ON CONFLICT DO NOTHING"
    );
    tx.execute(&sql, &params![top]).map(drop)
}

/// The parents of a unit, each with the source that says so.
pub fn parents(tx: &mut Tx<'_>, child: UnitId) -> Result<Vec<(UnitId, String)>> {
    let sql = "SELECT parent_id, source FROM unit_parent WHERE child_id = ?1 ORDER BY parent_id, source";
    Ok(tx.query(sql, &params![child])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Marks a unit closed, or open again.
pub fn set_closed(tx: &mut Tx<'_>, unit: UnitId, at: Option<Moment>) -> Result<()> {
    tx.execute("UPDATE unit SET closed_at = ?2 WHERE id = ?1", &params![unit, at]).map(drop)
}

/// Gives a unit another code: a class of last year leaves its own to this year's.
pub fn set_code(tx: &mut Tx<'_>, unit: UnitId, code: &str) -> Result<()> {
    tx.execute("UPDATE unit SET code = ?2 WHERE id = ?1", &params![unit, code]).map(drop)
}

/// The names of these units; one who is not there is left out.
pub fn names(tx: &mut Tx<'_>, units: &[UnitId]) -> Result<HashMap<UnitId, String>> {
    let mut names = HashMap::with_capacity(units.len());
    for units in units.chunks(500) {
        let sql = format!("SELECT id, name FROM unit WHERE id IN ({})", db::marks(1, units.len()));
        names.extend(tx.query(&sql, &db::with_ids(&[], units))?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(names)
}
