//! One text of SQL, one kind of store function, two databases: SQLite in a file, or PostgreSQL.
//!
//! A store function is ordinary and synchronous; it takes `&mut Tx`. [`Db::write`] answers only once the commit is on
//! disk, and an `Err` leaves nothing behind. Placeholders are `?1`, `?2`, …; the SQL keeps to what both databases know
//! (`RETURNING`, `ON CONFLICT`, CTE, window functions); types are `BIGINT`, `TEXT` and `BYTEA` (see [`Migration`]).
//!
//! Invariants: nobody else opens a connection; on SQLite there is one writer thread, and every commit is durable
//! (`synchronous=FULL`); a closure that panics answers [`Error::Panicked`] and never poisons a connection.
mod dialect;
mod figures;
mod migrate;
mod postgres_side;
mod schema;
mod sqlite_side;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod value;

pub use figures::Figures;
pub use migrate::Migration;
pub use schema::{Column, Index, Table};
pub use value::{FromValue, Row, Value, marks, with_ids};

use figures::Counters;
use postgres_side::Purpose;
use std::{path::PathBuf, sync::Arc};

/// What can go wrong below a store function. None of it is for the person to mend.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite refused a statement or the disk.
    #[error("SQLite failed")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused a statement or the line to it broke.
    #[error("PostgreSQL failed")]
    Postgres(#[from] tokio_postgres::Error),
    /// PostgreSQL did not answer for longer than anything may take.
    #[error("PostgreSQL does not answer")]
    Silent,
    /// Others came in between each time it was tried.
    #[error("too many wanted to write the same rows at once")]
    Busy,
    /// A statement had failed and the store function went on: PostgreSQL would have kept nothing of it.
    #[error("a statement failed, and its failure was passed over")]
    PassedOver,
    /// A text with a NUL in it, which SQLite keeps and PostgreSQL does not.
    #[error("a text holds a NUL character")]
    Nul,
    /// The program is going down, or the batch could not be written.
    #[error("the database is stopping")]
    Stopping,
    /// A store function panicked; its transaction was undone.
    #[error("a store function panicked: {0}")]
    Panicked(String),
    /// A step of the schema was edited after it ran here.
    #[error(
        "the step {0} of the schema is not the one that ran in this database: a step is never edited, a new one is added"
    )]
    Edited(String),
    /// The database is newer than the program.
    #[error(
        "the database is newer than this program, which does not know the step {0} of its schema; start the version that was running, or a later one"
    )]
    Newer(String),
    /// The address of the database cannot be used.
    #[error("the database cannot be opened: {0}")]
    Open(String),
}

impl Error {
    /// Whether the same may well succeed a little later: the server is away, the disk is full, too many come at once.
    pub fn is_passing(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DiskFull, ReadOnly, SystemIoFailure};
        match self {
            Self::Silent | Self::Busy | Self::Stopping => true,
            Self::Sqlite(rusqlite::Error::SqliteFailure(error, _)) => {
                matches!(error.code, DiskFull | ReadOnly | SystemIoFailure | CannotOpen | DatabaseBusy)
            }
            // The classes of what the server lacks (memory, disk), what somebody stopped, and what the system did.
            Self::Postgres(error) => error
                .code()
                .is_none_or(|code| ["08", "53", "55", "57", "58"].iter().any(|class| code.code().starts_with(class))),
            _ => false,
        }
    }
}

/// The result of a store function that cannot be refused.
pub type Result<T> = std::result::Result<T, Error>;

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

/// An open transaction on either database.
pub struct Tx<'a> {
    side: Side<'a>,
    queries: u32,
    rings: Vec<String>,
    /// Whether a statement failed.
    failed: bool,
}

enum Side<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut postgres_side::Seat, Purpose),
}

impl<'a> Tx<'a> {
    const fn on(side: Side<'a>) -> Self {
        Self { side, queries: 0, rings: vec![], failed: false }
    }

    /// What its work comes to, and what is to be rung. Where a statement failed there is nothing to commit.
    fn ended<T, E: From<Error>>(self, result: std::result::Result<T, E>) -> (std::result::Result<T, E>, Vec<String>) {
        match result {
            Ok(_) if self.failed => (Err(Error::PassedOver.into()), vec![]),
            Ok(value) => (Ok(value), self.rings),
            Err(refused) => (Err(refused), vec![]),
        }
    }

    /// Before a statement.
    fn asks(&mut self, params: &[Value]) -> Result<()> {
        self.queries += 1;
        let nul = params.iter().any(|value| matches!(value, Value::Text(text) if text.contains('\0')));
        self.failed |= nul;
        if nul { Err(Error::Nul) } else { Ok(()) }
    }

    /// After it.
    fn told<T>(&mut self, told: Result<T>) -> Result<T> {
        self.failed |= told.is_err();
        told
    }

    /// Runs one statement and returns how many rows it changed.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        self.asks(params)?;
        let told = match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::execute(connection, sql, params),
            Side::Postgres(seat, _) => seat.execute(sql, params),
        };
        self.told(told)
    }

    /// Every row of a query.
    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        self.asks(params)?;
        let told = match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::query(connection, sql, params),
            Side::Postgres(seat, _) => seat.query(sql, params),
        };
        self.told(told)
    }

    /// The first row of a query, if there is one.
    pub fn first(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// Every row of a query, one after the other, without ever holding them all.
    pub fn each<E: From<Error>>(
        &mut self,
        sql: &str,
        params: &[Value],
        mut take: impl FnMut(Row) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.asks(params)?;
        match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::each(connection, sql, params, &mut take),
            Side::Postgres(seat, _) => seat.each(sql, params, &mut take),
        }
    }

    /// How many statements this transaction has run so far: one figure of the request log.
    pub fn queries(&self) -> u32 {
        self.queries
    }

    /// Rings `topic` once the commit is on disk, here and on every other node. A rolled back transaction rings nothing.
    pub fn ring(&mut self, topic: impl Into<String>) {
        self.rings.push(topic.into());
    }

    /// Whether this transaction may write.
    pub fn may_write(&self) -> bool {
        match &self.side {
            Side::Sqlite(connection) => !connection.is_readonly("main").unwrap_or(true),
            Side::Postgres(_, purpose) => !matches!(purpose, Purpose::Read | Purpose::Long),
        }
    }

    /// Every table there is, in order of name, told in the same words by both databases.
    pub fn tables(&mut self) -> Result<Vec<Table>> {
        schema::tables(self)
    }

    /// Which dialect this transaction speaks; for the few gaps [`Dialect`] cannot hide.
    pub fn dialect(&self) -> Dialect {
        match self.side {
            Side::Sqlite(_) => Dialect::Sqlite,
            Side::Postgres(..) => Dialect::Postgres,
        }
    }
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

    /// Writes what is the only one of its kind and may take long: the schema, a restoration. The work runs once.
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
