//! The one thread that writes: each job in its savepoint, one commit for all that had queued up, answers after it.
use super::{guarded, run};
use crate::{Error, Ringer, Tx, figures::Counters, tx::Written};
use kernel::Seldom;
use rusqlite::Connection;
use std::sync::{Arc, mpsc};
use tokio::sync::oneshot;

/// What the thread is asked.
pub enum Ask {
    /// A write.
    Job(Job),
    /// To put everything in the file, leave it, and say so.
    Close(oneshot::Sender<()>),
}

/// Runs its work in a savepoint, and gives back how to answer once the batch is on disk.
pub type Job = Box<dyn FnOnce(&Connection, &Ringer) -> Answer + Send>;
/// Called with whether the batch is on disk.
pub type Answer = Box<dyn FnOnce(bool) + Send>;

/// How many writes share one commit at most.
const BATCH: usize = 256;

/// The job of a store function, and where its answer will come.
pub fn job<T, E>(
    counters: Arc<Counters>,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
) -> (Job, oneshot::Receiver<std::result::Result<T, E>>)
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    let job: Job = Box::new(move |connection, ringer| {
        let (result, written) = in_savepoint(connection, &counters, work);
        let ringer = Arc::clone(ringer);
        Box::new(move |on_disk| {
            if on_disk {
                for topic in &written.rings {
                    ringer(topic);
                }
                written.follows();
            }
            // The asker may have gone away; what is written stays written.
            let _ = tell.send(if on_disk { result } else { Err(Error::Stopping.into()) });
        })
    });
    (job, told)
}

fn in_savepoint<T, E: From<Error>>(
    connection: &Connection,
    counters: &Counters,
    work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> (std::result::Result<T, E>, Written) {
    if let Err(error) = run(connection, "SAVEPOINT job") {
        return (Err(error.into()), Written::default());
    }
    let (result, written) = guarded(connection, counters, work);
    let ended = match &result {
        Ok(_) => run(connection, "RELEASE job"),
        Err(_) => run(connection, "ROLLBACK TO job").and_then(|()| run(connection, "RELEASE job")),
    };
    match (result, ended) {
        (Ok(value), Ok(())) => (Ok(value), written),
        (Err(refused), _) => (Err(refused), Written::default()),
        (Ok(_), Err(error)) => (Err(error.into()), Written::default()),
    }
}

/// Takes what has queued up, batch after batch, until it is told to close or nobody is left to ask.
pub fn write_loop(connection: &Connection, asks: &mpsc::Receiver<Ask>, ringer: &Ringer, counters: &Counters) {
    let mut trouble = Seldom::default();
    while let Ok(ask) = asks.recv() {
        let closing = match ask {
            Ask::Job(first) => batch(connection, first, asks, ringer, counters, &mut trouble),
            Ask::Close(tell) => Some(tell),
        };
        if let Some(tell) = closing {
            if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
                tracing::warn!(
                    error = kernel::causes(&error),
                    "SQLite kept its write-ahead log; it will be read at the next start"
                );
            }
            let _ = tell.send(());
            return;
        }
    }
}

/// Says that the disk takes nothing.
fn say(trouble: &mut Seldom, error: &rusqlite::Error, what: &str) {
    if let Some(more) = trouble.came() {
        tracing::error!(error = kernel::causes(&error), more, "{what}");
    }
}

/// One commit. Gives back who asked to close meanwhile.
fn batch(
    connection: &Connection,
    first: Job,
    asks: &mpsc::Receiver<Ask>,
    ringer: &Ringer,
    counters: &Counters,
    trouble: &mut Seldom,
) -> Option<oneshot::Sender<()>> {
    // Without a transaction every savepoint would commit alone and be answered before it is safe: the job is dropped,
    // and its asker is told that the database is stopping.
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        say(trouble, &error, "SQLite would not begin a batch");
        return None;
    }
    let mut closing = None;
    let mut answers = vec![first(connection, ringer)];
    // A full disk ends the transaction by itself: nothing more may join it.
    while answers.len() < BATCH && !connection.is_autocommit() {
        match asks.try_recv() {
            Ok(Ask::Job(job)) => answers.push(job(connection, ringer)),
            Ok(Ask::Close(tell)) => closing = Some(tell),
            Err(_) => break,
        }
        if closing.is_some() {
            break;
        }
    }
    let committed = connection.execute_batch("COMMIT");
    if let Err(error) = &committed {
        say(trouble, error, "SQLite would not commit a batch");
        let _ = connection.execute_batch("ROLLBACK");
    }
    counters.committed(answers.len());
    for answer in answers {
        answer(committed.is_ok());
    }
    closing
}
