//! SQLite: read-only connections, and one writer thread that groups commits.
mod statement;
mod writer;

pub use statement::{each, execute, query};

use crate::{
    Error, Result, Ringer, Tx,
    figures::Counters,
    tx::{Side, Written},
};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread::ThreadId,
    time::Duration,
};
use tokio::sync::oneshot;
use writer::Ask;

#[derive(Clone)]
pub struct Sqlite {
    readers: Arc<Readers>,
    writer: mpsc::SyncSender<Ask>,
    counters: Arc<Counters>,
}

/// The connections that read: as many as were ever needed at once, which is at most one for each thread.
struct Readers {
    path: PathBuf,
    /// Each with the thread that used it last; `None` once closed.
    idle: Mutex<Option<Vec<(ThreadId, Connection)>>>,
}

/// A large database is read through the system's cache of the file instead of copies of ours; the little cache kept is for
/// what is still in the write-ahead log.
const READER: &str = "PRAGMA mmap_size=1073741824; PRAGMA cache_size=-1024; PRAGMA temp_store=MEMORY;";
/// Every commit is on disk before it is answered; what is deleted is overwritten, so that who is forgotten is not in the file.
const WRITER: &str =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;
    PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY;";
const PATIENCE: Duration = Duration::from_secs(30);

impl Sqlite {
    pub fn open(path: &Path, ringer: Ringer, counters: Arc<Counters>) -> Result<Self> {
        #[expect(clippy::disallowed_methods, reason = "this room alone opens databases")]
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.execute_batch(WRITER)?;
        keep_plans(&connection)?;
        connection.set_prepared_statement_cache_capacity(statement::KEPT);
        let (writer, asks) = mpsc::sync_channel(4096);
        let counted = Arc::clone(&counters);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || writer::write_loop(&connection, &asks, &ringer, &counted))
            .map_err(|error| Error::Open(error.to_string()))?;
        let readers = Readers { path: path.to_owned(), idle: Mutex::new(Some(vec![])) };
        // One is opened now: a file that cannot be read is found before the first request.
        readers.give_back(readers.take()?);
        Ok(Self { readers: Arc::new(readers), writer, counters })
    }

    /// Reads on this very thread.
    pub fn read<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let _busy = self.counters.reading();
        let connection = self.readers.take()?;
        let result = in_snapshot(&connection, &self.counters, work);
        // A connection still in a transaction would hold an old snapshot for ever.
        if connection.is_autocommit() {
            self.readers.give_back(connection);
        }
        result
    }

    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _busy = self.counters.writing();
        let (job, told) = writer::job(Arc::clone(&self.counters), work);
        self.send(Ask::Job(job)).await?;
        told.await.map_err(|_| Error::Stopping)?
    }

    /// Waits for every write asked before; then the file holds everything, and nothing more is answered.
    pub async fn close(&self) {
        self.readers.close();
        let (tell, told) = oneshot::channel();
        if self.send(Ask::Close(tell)).await.is_ok() {
            let _ = told.await;
        }
    }

    async fn send(&self, ask: Ask) -> Result<()> {
        match self.writer.try_send(ask) {
            Ok(()) => Ok(()),
            Err(mpsc::TrySendError::Disconnected(_)) => Err(Error::Stopping),
            Err(mpsc::TrySendError::Full(ask)) => {
                let writer = self.writer.clone();
                let sent = tokio::task::spawn_blocking(move || writer.send(ask)).await;
                sent.map_err(|_| Error::Stopping)?.map_err(|_| Error::Stopping)
            }
        }
    }
}

/// A statement keeps the plan it was prepared with. Without this guarantee, one that touches a partial index or a column with
/// statistics is parsed anew each time its parameters change: half of a page's time.
fn keep_plans(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

impl Readers {
    /// The one this thread used last, if it is idle: what it allocated is in this thread's part of the heap, which no other then
    /// waits for.
    fn take(&self) -> Result<Connection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let connections = idle.as_mut().ok_or(Error::Stopping)?;
        let me = std::thread::current().id();
        let own = connections.iter().position(|(thread, _)| *thread == me);
        let taken = own.map(|at| connections.swap_remove(at)).or_else(|| connections.pop());
        drop(idle);
        taken.map_or_else(|| self.another(), |(_, connection)| Ok(connection))
    }

    fn give_back(&self, connection: Connection) {
        if let Some(idle) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            idle.push((std::thread::current().id(), connection));
        }
    }

    fn another(&self) -> Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        #[expect(clippy::disallowed_methods, reason = "this room alone opens databases")]
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.execute_batch(READER)?;
        keep_plans(&connection)?;
        connection.set_prepared_statement_cache_capacity(statement::KEPT);
        Ok(connection)
    }

    fn close(&self) {
        *self.idle.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn in_snapshot<T, E: From<Error>>(
    connection: &Connection,
    counters: &Counters,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    run(connection, "BEGIN")?;
    let (result, _) = guarded(connection, counters, work);
    run(connection, "COMMIT")?;
    result
}

/// Runs the work; a panic in it becomes an error, and the connection lives on.
fn guarded<T, E: From<Error>>(
    connection: &Connection,
    counters: &Counters,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> (std::result::Result<T, E>, Written) {
    let mut tx = Tx::on(Side::Sqlite(connection), counters);
    let result = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
    tx.ended(result.unwrap_or_else(|panic| Err(Error::Panicked(said(panic.as_ref())).into())))
}

/// What a panic said, if it said anything.
pub fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no word").to_owned()
}

fn run(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}
