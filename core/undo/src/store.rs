//! The SQL of this room: deeds and their rows, and rows of tables that it knows by their schema alone.
mod rows;

pub(crate) use rows::{Keyed, delete, insert, is_named, pick, replace, taken, takers, under};

use crate::{Deed, DeedId, Kept};
use data_encoding::BASE64;
use db::{Result, Row, Table, Tx, Value, params};
use kernel::{Id, Moment, PersonId, UnitId};
use std::fmt::Write as _;

/// A row before and after.
pub(crate) struct Change {
    /// Its table.
    pub name: String,
    /// What it is put back with.
    pub subject: Option<Id<()>>,
    /// As it was; nothing for a row that the deed made.
    pub before: Option<Row>,
    /// As the deed left it; nothing for a row that it took away.
    pub after: Option<Row>,
}

/// Keeps a deed with its changes.
pub(crate) fn keep(tx: &mut Tx<'_>, deed: &Deed<'_>, changes: &[Change]) -> Result<()> {
    tx.execute(
        "INSERT INTO undo_deed (id, at, person_id, kind, thing, unit_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![deed.id, deed.at, deed.by, deed.kind, deed.thing, deed.unit],
    )?;
    for (lot, some) in changes.chunks(LOT).enumerate() {
        let mut sql = "INSERT INTO undo_row (deed_id, number, at, name, subject, before, after) VALUES ".to_owned();
        let mut values = vec![];
        for (place, change) in some.iter().enumerate() {
            if place > 0 {
                sql.push(',');
            }
            let _ = write!(sql, "({})", db::marks(values.len() + 1, 7));
            let number = i64::try_from(lot * LOT + place).unwrap_or(i64::MAX);
            let (before, after) = (change.before.as_ref().map(db::line), change.after.as_ref().map(db::line));
            values.extend(params![deed.id, number, deed.at, &change.name, change.subject, before, after]);
        }
        tx.execute(&sql, &values)?;
    }
    Ok(())
}

/// How many rows one statement adds.
const LOT: usize = 100;

/// The changes of a deed, the last first: what was made last goes first.
pub(crate) fn changes(tx: &mut Tx<'_>, deed: DeedId) -> Result<Vec<Change>> {
    let sql = "SELECT name, subject, before, after FROM undo_row WHERE deed_id = ?1 ORDER BY number DESC";
    let row = |text: Option<String>| text.and_then(|text| db::read_line(text.as_bytes())).map(Row);
    let change = |line: &Row| Change {
        name: line.get(0),
        subject: line.get(1),
        before: row(line.get(2)),
        after: row(line.get(3)),
    };
    Ok(tx.query(sql, &params![deed])?.iter().map(change).collect())
}

/// Marks a deed undone, and keeps its rows no longer.
pub(crate) fn undone(tx: &mut Tx<'_>, deed: DeedId, by: Option<PersonId>, now: Moment) -> Result<()> {
    tx.execute("DELETE FROM undo_row WHERE deed_id = ?1", &params![deed])?;
    let sql = "UPDATE undo_deed SET undone_at = ?2, undone_by = ?3 WHERE id = ?1";
    tx.execute(sql, &params![deed, now, by]).map(drop)
}

const KEPT: &str = "id, at, person_id, kind, thing, unit_id, undone_at";

fn kept(row: &Row) -> Kept {
    Kept {
        id: row.get(0),
        at: row.get(1),
        by: row.get(2),
        kind: row.get(3),
        thing: row.get(4),
        unit: row.get(5),
        undone_at: row.get(6),
    }
}

/// The deed of this id.
pub fn deed(tx: &mut Tx<'_>, id: DeedId) -> Result<Option<Kept>> {
    let sql = format!("SELECT {KEPT} FROM undo_deed WHERE id = ?1");
    Ok(tx.first(&sql, &params![id])?.as_ref().map(kept))
}

/// The deeds on a thing since an instant, the last first, `most` at most.
pub fn deeds<K>(tx: &mut Tx<'_>, thing: Id<K>, since: Moment, most: i64) -> Result<Vec<Kept>> {
    let sql = format!("SELECT {KEPT} FROM undo_deed WHERE thing = ?1 AND at >= ?2 ORDER BY at DESC, id DESC LIMIT ?3");
    Ok(tx.query(&sql, &params![thing, since, most])?.iter().map(kept).collect())
}

/// The deeds at a unit since an instant, the last first, `most` at most.
pub fn deeds_at(tx: &mut Tx<'_>, unit: UnitId, since: Moment, most: i64) -> Result<Vec<Kept>> {
    let sql =
        format!("SELECT {KEPT} FROM undo_deed WHERE unit_id = ?1 AND at >= ?2 ORDER BY at DESC, id DESC LIMIT ?3");
    Ok(tx.query(&sql, &params![unit, since, most])?.iter().map(kept).collect())
}

/// Forgets every row that names a person, because they are forgotten: what hung from it can no more be undone.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let named = format!("%{}%", BASE64.encode(&person.bytes()));
    tx.execute("DELETE FROM undo_row WHERE before LIKE ?1 OR after LIKE ?1", &params![named]).map(drop)
}

/// A table of this name.
pub(crate) fn table(tx: &mut Tx<'_>, name: &str) -> Result<Option<Table>> {
    tx.table(name)
}

/// The place of a column.
pub(crate) fn place(table: &Table, column: &str) -> Option<usize> {
    table.columns.iter().position(|known| known.name == column)
}

/// The values of a row in the places of these columns.
pub(crate) fn at(row: &Row, places: &[usize]) -> Vec<Value> {
    places.iter().filter_map(|place| row.0.get(*place)).cloned().collect()
}
