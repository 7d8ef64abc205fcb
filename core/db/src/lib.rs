//! One text of SQL, one kind of store function, two databases: SQLite in a file, or PostgreSQL.
//!
//! A store function is ordinary and synchronous; it takes `&mut Tx`. [`Db::write`] answers only once the commit is on
//! disk, and an `Err` leaves nothing behind. Placeholders are `?1`, `?2`, …; the SQL keeps to what both databases know
//! (`RETURNING`, `ON CONFLICT`, CTE, window functions); types are `BIGINT`, `TEXT` and `BYTEA` (see [`Migration`]).
//!
//! Invariants: nobody else opens a connection; on SQLite there is one writer thread, and every commit is durable
//! (`synchronous=FULL`); a closure that panics answers [`Error::Panicked`] and never poisons a connection.
mod dialect;
mod error;
mod figures;
mod line;
mod migrate;
mod postgres_side;
mod schema;
mod sqlite_side;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod tx;
mod value;

pub use error::{Error, Result};
pub use figures::Figures;
pub use line::{line, read_line};
pub use migrate::Migration;
pub use schema::{Column, Index, Table};
pub use tx::Tx;
pub use value::{FromValue, Row, Value, marks, with_ids};

use figures::Counters;
use postgres_side::Purpose;
use std::{path::PathBuf, sync::Arc};

/// Which database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file, made if absent.
    Sqlite(PathBuf),
    /// A PostgreSQL address, `postgres://user:password@host/base`.
    Postgres(String),
}

/// Which of the two dialects a transaction speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// Told each topic rung by a committed transaction; `*` when rings of other nodes may have been missed.
pub type Ringer = Arc<dyn Fn(&str) + Send + Sync>;

/// A database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    seats: usize,
    counters: Arc<Counters>,
}

#[derive(Clone)]
enum Engine {
    Sqlite(sqlite_side::Sqlite),
    Postgres(postgres_side::Postgres),
}

impl Db {
    /// Opens (and for SQLite makes) the database. `seats` is how many transactions PostgreSQL may be asked for at once.
    pub fn open(place: &Place, seats: usize, ringer: Ringer) -> Result<Self> {
        let counters = Arc::<Counters>::default();
        let counted = Arc::clone(&counters);
        let engine = match place {
            Place::Sqlite(path) => Engine::Sqlite(sqlite_side::Sqlite::open(path, ringer, counted)?),
            Place::Postgres(url) => Engine::Postgres(postgres_side::Postgres::open(url, seats, ringer, counted)?),
        };
        Ok(Self { engine, seats, counters })
    }

    /// Reads a little, in one snapshot. On SQLite this happens on the very thread that asks: handing such a read to another
    /// thread costs more than the read. What takes more than a few milliseconds asks for [`Db::read_long`].
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(db) => db.read(work),
            Engine::Postgres(db) => db.read(Purpose::Read, work).await,
        }
    }

    /// Reads in one snapshot for as long as it takes, off the async threads.
    pub async fn read_long<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(db) => {
                let db = db.clone();
                tokio::task::spawn_blocking(move || db.read(work)).await.map_err(|_| Error::Stopping)?
            }
            Engine::Postgres(db) => db.read(Purpose::Long, work).await,
        }
    }

    /// Writes; the answer comes after the commit is on disk, and an `Err` leaves nothing behind.
    ///
    /// On PostgreSQL the work may run again, when another write came in between: it changes nothing but the database. What
    /// must happen once, outside, happens after this has answered.
    pub async fn write<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(db) => db.write(work).await,
            Engine::Postgres(db) => db.write(work).await,
        }
    }

    /// Writes much, for as long as it takes (an import, the schema, a restoration): whoever else writes waits, as on SQLite. The
    /// work runs once.
    pub async fn write_alone<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(db) => db.write(work).await,
            Engine::Postgres(db) => db.write_alone(work).await,
        }
    }

    /// Lets what is under way end, then leaves the database in good order. Whoever asks afterwards is told [`Error::Stopping`].
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(db) => db.close().await,
            Engine::Postgres(db) => db.close(self.seats).await,
        }
    }

    /// What was done since it was opened.
    pub fn figures(&self) -> Figures {
        self.counters.figures()
    }

    /// Every table there is, in order of name.
    pub async fn tables(&self) -> Result<Vec<Table>> {
        self.read_long(schema::tables).await
    }

    /// The schema, a line for each column and each index: the same text on both databases, or they have drifted apart.
    pub async fn schema(&self) -> Result<Vec<String>> {
        Ok(schema::lines(&self.tables().await?))
    }

    /// Which dialect this database speaks.
    pub fn dialect(&self) -> Dialect {
        match self.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The names of the steps of the schema that have run.
    pub async fn steps(&self) -> Result<Vec<String>> {
        self.read_long(|tx| {
            Ok(tx.query("SELECT name FROM migration ORDER BY name", &[])?.iter().map(|row| row.get(0)).collect())
        })
        .await
    }

    /// Brings the schema up to the last of `migrations`, all or nothing, and returns the names of those it ran.
    pub async fn migrate(&self, migrations: Vec<Migration>) -> Result<Vec<&'static str>> {
        self.write_alone(move |tx| tx.migrate(&migrations)).await
    }
}
