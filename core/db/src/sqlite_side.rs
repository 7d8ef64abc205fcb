//! SQLite: read-only connections, and one writer thread that groups commits.
use crate::{Error, Result, Ringer, Row, Side, Tx, Value};
use rusqlite::{
    Connection, OpenFlags, ToSql,
    types::{ToSqlOutput, ValueRef},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{Arc, Mutex, PoisonError, mpsc},
};
use tokio::sync::{Semaphore, oneshot};

/// A queued write: runs its work in a savepoint, and gives back how to answer once the batch is on disk.
type Job = Box<dyn FnOnce(&Connection, &Ringer) -> Answer + Send>;
/// Called with whether the batch is on disk.
type Answer = Box<dyn FnOnce(bool) + Send>;

#[derive(Clone)]
pub struct Sqlite {
    idle: Arc<Mutex<Vec<Connection>>>,
    seats: Arc<Semaphore>,
    writer: mpsc::SyncSender<Job>,
}

/// How many writes share one commit at most.
const BATCH: usize = 256;
/// How many prepared statements a connection keeps.
const STATEMENTS: usize = 256;

impl Sqlite {
    pub fn open(path: &Path, readers: usize, ringer: Ringer) -> Result<Self> {
        let writer = Connection::open(path)?;
        writer.busy_timeout(std::time::Duration::from_secs(30))?;
        writer.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")?;
        writer.set_prepared_statement_cache_capacity(STATEMENTS);
        let (queue, jobs) = mpsc::sync_channel::<Job>(4096);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || write_loop(&writer, &jobs, &ringer))
            .map_err(|error| Error::Open(error.to_string()))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = || -> rusqlite::Result<Connection> {
            let reader = Connection::open_with_flags(path, flags)?;
            reader.busy_timeout(std::time::Duration::from_secs(30))?;
            reader.set_prepared_statement_cache_capacity(STATEMENTS);
            Ok(reader)
        };
        let idle = (0..readers).map(|_| reader()).collect::<rusqlite::Result<_>>()?;
        Ok(Self { idle: Arc::new(Mutex::new(idle)), seats: Arc::new(Semaphore::new(readers)), writer: queue })
    }

    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let seat = Arc::clone(&self.seats).acquire_owned().await.map_err(|_| Error::Stopping)?;
        let idle = Arc::clone(&self.idle);
        // The permit moves into the closure: a request that is dropped half-way cannot free a seat still in use.
        let told = tokio::task::spawn_blocking(move || {
            let taken = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(connection) = taken else { return Err(E::from(Error::Stopping)) };
            let result = in_snapshot(&connection, work);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            drop(seat);
            result
        });
        told.await.map_err(|_| Error::Stopping)?
    }

    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |connection, ringer| {
            let (result, rings) = in_savepoint(connection, work);
            let ringer = Arc::clone(ringer);
            Box::new(move |on_disk| {
                if on_disk {
                    rings.iter().for_each(|topic| ringer(topic));
                }
                // The asker may have gone away; what is written stays written.
                let _ = tell.send(if on_disk { result } else { Err(Error::Stopping.into()) });
            })
        });
        let writer = self.writer.clone();
        match writer.try_send(job) {
            Ok(()) => {}
            Err(mpsc::TrySendError::Full(job)) => {
                let sent = tokio::task::spawn_blocking(move || writer.send(job)).await;
                sent.map_err(|_| Error::Stopping)?.map_err(|_| Error::Stopping)?;
            }
            Err(mpsc::TrySendError::Disconnected(_)) => return Err(Error::Stopping.into()),
        }
        told.await.map_err(|_| Error::Stopping)?
    }
}

fn in_snapshot<T, E: From<Error>>(
    connection: &Connection,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    run(connection, "BEGIN")?;
    let (result, _) = guarded(connection, work);
    run(connection, "COMMIT")?;
    result
}

fn in_savepoint<T, E: From<Error>>(
    connection: &Connection,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> (std::result::Result<T, E>, Vec<String>) {
    if let Err(error) = run(connection, "SAVEPOINT job") {
        return (Err(error.into()), vec![]);
    }
    let (result, rings) = guarded(connection, work);
    let ended = match &result {
        Ok(_) => run(connection, "RELEASE job"),
        Err(_) => run(connection, "ROLLBACK TO job").and_then(|()| run(connection, "RELEASE job")),
    };
    match (result, ended) {
        (Ok(value), Ok(())) => (Ok(value), rings),
        (Err(refused), _) => (Err(refused), vec![]),
        (Ok(_), Err(error)) => (Err(error.into()), vec![]),
    }
}

/// Runs the work; a panic in it becomes an error, and the connection lives on.
fn guarded<T, E: From<Error>>(
    connection: &Connection,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> (std::result::Result<T, E>, Vec<String>) {
    let mut tx = Tx { side: Side::Sqlite(connection), queries: 0, rings: vec![] };
    let result = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
    (result.unwrap_or_else(|panic| Err(Error::Panicked(said(panic.as_ref())).into())), tx.rings)
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

/// Takes what has queued up, runs each job in its savepoint, commits once, then answers them all.
fn write_loop(connection: &Connection, jobs: &mpsc::Receiver<Job>, ringer: &Ringer) {
    while let Ok(first) = jobs.recv() {
        // Without a transaction every savepoint would commit alone and be answered before it is safe: the jobs are dropped,
        // and each asker is told that the database is stopping.
        if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
            tracing::error!(%error, "SQLite would not begin a batch");
            continue;
        }
        let mut answers = vec![first(connection, ringer)];
        while answers.len() < BATCH {
            let Ok(job) = jobs.try_recv() else { break };
            answers.push(job(connection, ringer));
        }
        let committed = connection.execute_batch("COMMIT");
        if let Err(error) = &committed {
            tracing::error!(%error, "SQLite would not commit a batch");
            let _ = connection.execute_batch("ROLLBACK");
        }
        for answer in answers {
            answer(committed.is_ok());
        }
    }
}

pub fn execute(tx: &Connection, sql: &str, params: &[Value]) -> Result<u64> {
    Ok(tx.prepare_cached(sql)?.execute(rusqlite::params_from_iter(params))? as u64)
}

pub fn query(tx: &Connection, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
    let mut statement = tx.prepare_cached(sql)?;
    let width = statement.column_count();
    let rows = statement.query_map(rusqlite::params_from_iter(params), |row| {
        (0..width).map(|at| Ok(owned(row.get_ref(at)?))).collect::<rusqlite::Result<_>>().map(Row)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn owned(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(v) => Value::Int(v),
        // No column of ours holds a fraction; an average is read as its whole part.
        #[expect(clippy::cast_possible_truncation, reason = "the whole part is what is asked for")]
        ValueRef::Real(v) => Value::Int(v as i64),
        ValueRef::Text(v) => Value::Text(String::from_utf8_lossy(v).into_owned()),
        ValueRef::Blob(v) => Value::Bytes(v.to_owned()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}
