//! The schema, step by step. One text per step for both databases (ADR 0004).
use crate::{Dialect, Error, Result, Tx, dialect, params};

/// One step of the schema. Steps are run once, in order, and never edited afterwards: expand, move, contract.
///
/// The text uses `BIGINT`, `TEXT` and `BYTEA` only, ends each `CREATE TABLE` with `\n);`, and statements with `;`.
/// A table of many small rows, always found by their key, ends with `\n); -- by key`: SQLite then keeps it once, not twice.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `slice/0001_what`, unique.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

/// Runs what has not run yet; refuses a step that was edited after it ran.
pub fn run(tx: &mut Tx<'_>, migrations: &[Migration]) -> Result<Vec<&'static str>> {
    batch(tx, "CREATE TABLE IF NOT EXISTS migration (\n  name TEXT PRIMARY KEY,\n  text TEXT NOT NULL\n);")?;
    if tx.dialect() == Dialect::Postgres {
        // Two nodes starting together migrate one after the other.
        tx.execute("LOCK TABLE migration IN EXCLUSIVE MODE", &[])?;
    }
    let mut ran = vec![];
    for step in migrations {
        let known = tx.first("SELECT text FROM migration WHERE name = ?1", &params![step.name])?;
        match known {
            Some(row) if row.text(0) == step.sql => {}
            Some(_) => {
                return Err(Error::Migration {
                    name: step.name.to_owned(),
                    why: "its text has changed since it ran here; add a new step instead".to_owned(),
                });
            }
            None => {
                batch(tx, step.sql)?;
                tx.execute("INSERT INTO migration (name, text) VALUES (?1, ?2)", &params![step.name, step.sql])?;
                ran.push(step.name);
            }
        }
    }
    Ok(ran)
}

fn batch(tx: &mut Tx<'_>, sql: &str) -> Result<()> {
    match &mut tx.side {
        crate::Side::Sqlite(connection) => Ok(connection.execute_batch(&dialect::for_sqlite(sql))?),
        crate::Side::Postgres(seat, _) => seat.batch(sql),
    }
}
