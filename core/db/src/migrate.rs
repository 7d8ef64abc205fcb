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

impl Tx<'_> {
    /// Runs what has not run yet, in the order given, and returns the names of those it ran.
    ///
    /// Refuses a step that was edited after it ran, and a database that has run a step not in `migrations`: a program older
    /// than its database must not write there.
    pub fn migrate(&mut self, migrations: &[Migration]) -> Result<Vec<&'static str>> {
        batch(self, "CREATE TABLE IF NOT EXISTS migration (\n  name TEXT PRIMARY KEY,\n  text TEXT NOT NULL\n);")?;
        if self.dialect() == Dialect::Postgres {
            // Two nodes starting together migrate one after the other.
            self.execute("LOCK TABLE migration IN EXCLUSIVE MODE", &[])?;
        }
        let known = self.query("SELECT name, text FROM migration ORDER BY name", &[])?;
        for row in &known {
            match migrations.iter().find(|step| step.name == row.text(0)) {
                Some(step) if step.sql == row.text(1) => {}
                Some(_) => return Err(Error::Edited(row.get(0))),
                None => return Err(Error::Newer(row.get(0))),
            }
        }
        let mut ran = vec![];
        for step in migrations.iter().filter(|step| known.iter().all(|row| row.text(0) != step.name)) {
            batch(self, step.sql)?;
            self.execute("INSERT INTO migration (name, text) VALUES (?1, ?2)", &params![step.name, step.sql])?;
            ran.push(step.name);
        }
        Ok(ran)
    }
}

fn batch(tx: &mut Tx<'_>, sql: &str) -> Result<()> {
    match &mut tx.side {
        crate::tx::Side::Sqlite(connection) => Ok(connection.execute_batch(&dialect::for_sqlite(sql))?),
        crate::tx::Side::Postgres(seat, _) => seat.batch(sql),
    }
}
