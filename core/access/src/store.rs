//! All the SQL of the territory and of who holds what.
use crate::{Role, Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{CircleId, Moment, PersonId, UnitId};
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

/// The units of one kind at or under `top`, by name.
pub fn under(tx: &mut Tx<'_>, top: UnitId, kind: UnitKind) -> Result<Vec<Unit>> {
    let sql = "SELECT u.id, u.kind, u.code, u.name, u.closed_at FROM unit_closure c JOIN unit u ON u.id = c.descendant
               WHERE c.ancestor = ?1 AND u.kind = ?2 ORDER BY u.name, u.code";
    Ok(tx.query(sql, &params![top, kind.word()])?.iter().map(unit).collect())
}

/// The unit of one kind at or above `below` (the school of a class).
pub fn above(tx: &mut Tx<'_>, below: UnitId, kind: UnitKind) -> Result<Option<Unit>> {
    let sql = "SELECT u.id, u.kind, u.code, u.name, u.closed_at FROM unit_closure c JOIN unit u ON u.id = c.ancestor
               WHERE c.descendant = ?1 AND u.kind = ?2 ORDER BY u.code";
    Ok(tx.first(sql, &params![below, kind.word()])?.as_ref().map(unit))
}

fn unit(row: &Row) -> Unit {
    Unit {
        id: row.get(0),
        kind: UnitKind::from_word(row.text(1)).unwrap_or(UnitKind::Classe),
        code: row.get(2),
        name: row.get(3),
        closed: row.get::<Option<i64>>(4).is_some(),
    }
}

/// Adds a unit under its parents (several, where lines cross), or renames and reopens the one of the same kind and code.
pub fn put(tx: &mut Tx<'_>, unit: &Unit, parents: &[UnitId]) -> Result<()> {
    tx.execute(
        "INSERT INTO unit (id, kind, code, name, closed_at) VALUES (?1, ?2, ?3, ?4, NULL)
         ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, closed_at = NULL",
        &params![unit.id, unit.kind.word(), &unit.code, &unit.name],
    )?;
    link(tx, unit.id, unit.id)?;
    parents.iter().try_for_each(|parent| below(tx, unit.id, *parent))
}

fn link(tx: &mut Tx<'_>, ancestor: UnitId, descendant: UnitId) -> Result<()> {
    let sql = "INSERT INTO unit_closure (ancestor, descendant) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![ancestor, descendant]).map(drop)
}

/// Hangs `child`, with all under it, below `parent`, with all above it.
pub fn below(tx: &mut Tx<'_>, child: UnitId, parent: UnitId) -> Result<()> {
    tx.execute(
        "INSERT INTO unit_closure (ancestor, descendant)
         SELECT up.ancestor, down.descendant FROM unit_closure up, unit_closure down
         WHERE up.descendant = ?1 AND down.ancestor = ?2 ON CONFLICT DO NOTHING",
        &params![parent, child],
    )
    .map(drop)
}

/// Takes `child`, with all under it, from below everything; [`below`] hangs it anew.
pub fn detach(tx: &mut Tx<'_>, child: UnitId) -> Result<()> {
    tx.execute(
        "DELETE FROM unit_closure WHERE descendant IN (SELECT descendant FROM unit_closure WHERE ancestor = ?1)
         AND ancestor NOT IN (SELECT descendant FROM unit_closure WHERE ancestor = ?1)",
        &params![child],
    )
    .map(drop)
}

/// Marks a unit closed, or open again.
pub fn set_closed(tx: &mut Tx<'_>, unit: UnitId, at: Option<Moment>) -> Result<()> {
    tx.execute("UPDATE unit SET closed_at = ?2 WHERE id = ?1", &params![unit, at]).map(drop)
}

/// Gives `person` a role on a unit, from `since`, until `until` if given. Given again, it is renewed.
pub fn grant(
    tx: &mut Tx<'_>,
    person: PersonId,
    role: Role,
    unit: UnitId,
    since: Moment,
    until: Option<Moment>,
) -> Result<()> {
    tx.execute(
        "INSERT INTO membership (person_id, unit_id, role, since, until) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id, unit_id, role) DO UPDATE SET until = excluded.until",
        &params![person, unit, role.word(), since, until],
    )
    .map(drop)
}

/// Ends a role at `at`.
pub fn end_grant(tx: &mut Tx<'_>, person: PersonId, role: Role, unit: UnitId, at: Moment) -> Result<()> {
    let sql = "UPDATE membership SET until = ?4 WHERE person_id = ?1 AND unit_id = ?2 AND role = ?3 AND until IS NULL";
    tx.execute(sql, &params![person, unit, role.word(), at]).map(drop)
}

/// Says that `guardian` answers for `child`, with or without parental authority.
pub fn set_guardian(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId, authority: bool) -> Result<()> {
    tx.execute(
        "INSERT INTO guardianship (guardian_id, child_id, authority) VALUES (?1, ?2, ?3)
         ON CONFLICT (guardian_id, child_id) DO UPDATE SET authority = excluded.authority, until = NULL",
        &params![guardian, child, authority],
    )
    .map(drop)
}

/// Takes `person` into a circle, until `until` if given.
pub fn join_circle(tx: &mut Tx<'_>, circle: CircleId, person: PersonId, until: Option<Moment>) -> Result<()> {
    tx.execute(
        "INSERT INTO circle_member (circle_id, person_id, until) VALUES (?1, ?2, ?3)
         ON CONFLICT (circle_id, person_id) DO UPDATE SET until = excluded.until",
        &params![circle, person, until],
    )
    .map(drop)
}

/// Forgets all that a person held: their part of an erasure.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM membership WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM guardianship WHERE guardian_id = ?1 OR child_id = ?1", &params![person])?;
    tx.execute("DELETE FROM circle_member WHERE person_id = ?1", &params![person]).map(drop)
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
