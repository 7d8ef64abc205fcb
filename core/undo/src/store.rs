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
    let mut values = vec![];
    let lots = changes.chunk_by(|one, next| one.name == next.name).flat_map(|of_table| of_table.chunks(LOT));
    for (number, lot) in lots.enumerate() {
        let Some(first) = lot.first() else { continue };
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let lines: Vec<String> = lot.iter().map(line).collect();
        values.extend(params![deed.id, number, deed.at, &first.name, lines.join("\n")]);
    }
    for some in values.chunks(5 * AT_ONCE) {
        let mut sql = "INSERT INTO undo_row (deed_id, number, at, name, after) VALUES ".to_owned();
        for place in 0..some.len() / 5 {
            let comma = if place > 0 { "," } else { "" };
            let _ = write!(sql, "{comma}({})", db::marks(5 * place + 1, 5));
        }
        tx.execute(&sql, some)?;
    }
    Ok(())
}

/// How many changes of a table are kept in one row: a school that comes in changes twenty thousand.
const LOT: usize = 100;
/// How many rows one statement adds.
const AT_ONCE: usize = 50;

/// The line of a change in its lot: the subject, the row before and the row after, between tabs, of which neither has one.
fn line(change: &Change) -> String {
    let row = |row: &Option<Row>| row.as_ref().map(db::line).unwrap_or_default();
    let subject = change.subject.map(|id| BASE64.encode(&id.bytes())).unwrap_or_default();
    format!("{subject}\t{}\t{}", row(&change.before), row(&change.after))
}

/// The change of such a line.
fn of_line(name: &str, line: &str) -> Option<Change> {
    let mut parts = line.split('\t');
    let subject = parts.next()?;
    let subject = (!subject.is_empty()).then(|| BASE64.decode(subject.as_bytes()).ok()).flatten();
    let (before, after) = (row(parts.next()?), row(parts.next()?));
    Some(Change { name: name.to_owned(), subject: subject.and_then(|bytes| Id::from_bytes(&bytes)), before, after })
}

fn row(text: &str) -> Option<Row> {
    db::read_line(text.as_bytes()).map(Row)
}

/// Whether what is kept is a lot, and not the one row after a change, as it was kept before there were lots.
fn is_lot(after: &str) -> bool {
    !after.starts_with('[')
}

/// The changes of a deed, the last first: what was made last goes first.
pub(crate) fn changes(tx: &mut Tx<'_>, deed: DeedId) -> Result<Vec<Change>> {
    let sql = "SELECT name, subject, before, after FROM undo_row WHERE deed_id = ?1 ORDER BY number DESC";
    let mut changes = vec![];
    for kept in tx.query(sql, &params![deed])? {
        let name = kept.text(0);
        match kept.get::<Option<String>>(3) {
            Some(lot) if is_lot(&lot) => changes.extend(lot.lines().rev().filter_map(|line| of_line(name, line))),
            after => changes.push(Change {
                name: name.to_owned(),
                subject: kept.get(1),
                before: kept.get::<Option<String>>(2).as_deref().and_then(row),
                after: after.as_deref().and_then(row),
            }),
        }
    }
    Ok(changes)
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
    let name = BASE64.encode(&person.bytes());
    let sql = "SELECT deed_id, number, after FROM undo_row WHERE before LIKE ?1 OR after LIKE ?1";
    for kept in tx.query(sql, &params![format!("%{name}%")])? {
        let (deed, number): (DeedId, i64) = (kept.get(0), kept.get(1));
        let lot = kept.get::<Option<String>>(2).filter(|after| is_lot(after)).unwrap_or_default();
        let others: Vec<&str> = lot.lines().filter(|line| !line.contains(&name)).collect();
        if others.is_empty() {
            tx.execute("DELETE FROM undo_row WHERE deed_id = ?1 AND number = ?2", &params![deed, number])?;
        } else {
            let sql = "UPDATE undo_row SET after = ?3 WHERE deed_id = ?1 AND number = ?2";
            tx.execute(sql, &params![deed, number, others.join("\n")])?;
        }
    }
    Ok(())
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
