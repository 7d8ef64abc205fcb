//! The SQL of tables this room knows by their schema only.
use crate::{Error, Result};
use db::{Row, Table, Tx, Value};
use std::fmt::Write as _;

/// The most values one statement carries; PostgreSQL takes 65 535, SQLite 32 766.
const VALUES: usize = 2_000;

/// Every row of a table, one after the other.
pub fn each_row(tx: &mut Tx<'_>, table: &Table, take: impl FnMut(Row) -> Result<()>) -> Result<()> {
    tx.each(&format!("SELECT {} FROM \"{}\"", columns(table), table.name), &[], take)
}

/// Whether a table holds nothing.
pub fn is_empty(tx: &mut Tx<'_>, table: &Table) -> db::Result<bool> {
    Ok(tx.first(&format!("SELECT 1 FROM \"{}\" LIMIT 1", table.name), &[])?.is_none())
}

/// Every step of the schema that ran, with its text, in order of name.
pub fn steps(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>> {
    let mut steps = vec![];
    tx.each("SELECT name, text FROM migration", &[], |row| {
        steps.push((row.get(0), row.get(1)));
        Ok::<_, Error>(())
    })?;
    steps.sort();
    Ok(steps)
}

/// Puts rows into a table.
pub fn insert(tx: &mut Tx<'_>, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
    let width = table.columns.len().max(1);
    for some in rows.chunks((VALUES / width).max(1)) {
        let values: Vec<Value> = some.concat();
        let mut sql = format!("INSERT INTO \"{}\" ({}) VALUES ", table.name, columns(table));
        for (at, _) in values.iter().enumerate() {
            let before = if at == 0 {
                "("
            } else if at % width == 0 {
                "), ("
            } else {
                ", "
            };
            let _ = write!(sql, "{before}?{}", at + 1);
        }
        sql.push(')');
        tx.execute(&sql, &values)?;
    }
    Ok(())
}

fn columns(table: &Table) -> String {
    let names: Vec<_> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    names.join(", ")
}
