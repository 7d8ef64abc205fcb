//! PostgreSQL: the same statements, `?1` read as `$1`, prepared once per connection.
//!
//! A write is SERIALIZABLE: what it read is still true when it commits, as on SQLite, which has one writer. Where two
//! writes cross, one is undone and tried again: first in the queue of those that try again, at last with nobody else
//! writing, so that it comes through.
mod fault;
mod line;
mod link;
mod listen;
mod seat;
mod wire;

pub use fault::Fault;
pub use seat::Seat;

use crate::{Error, Result, Ringer, Tx, figures::Counters, sqlite_side::said, tx::Side};
use line::Line;
use link::Link;
use seat::Clash;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{sync::Semaphore, time::Instant};

#[derive(Clone)]
pub struct Postgres {
    line: Arc<Line>,
    idle: Arc<Idle>,
    seats: Arc<Semaphore>,
    /// Whether the server was last found silent: then one connection at a time is tried, and nobody waits for it in a queue.
    silent: Arc<AtomicBool>,
    trying: Arc<AtomicBool>,
    counters: Arc<Counters>,
}

/// How often a write is tried. The last ones are alone: where they fail too, something else is wrong.
const TRIES: u32 = 8;
/// From which try a write is alone.
const LAST: u32 = 5;
/// How long what is under way may still take when the database closes.
const CLOSING: Duration = Duration::from_secs(2);
/// The longest that is waited for a seat: as long as the slowest statement may keep one.
const WAIT: Duration = line::STATEMENT;
/// A server that takes longer than this to say no is silent.
const SILENT: Duration = Duration::from_secs(2);
/// A connection that rested longer is asked whether it still answers: servers restart.
const RESTED: Duration = Duration::from_secs(1);

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Reading a page.
    Read,
    /// Reading for as long as it takes.
    Long,
    /// Writing, at once with others.
    Write,
    /// Writing, after another write came in between: one after the other.
    Again,
    /// Writing, after others came in between again and again: while nobody else does.
    Last,
    /// Writing much, for as long as it takes, while nobody else writes: as on SQLite.
    Alone,
}

impl Purpose {
    /// What begins it. `LOCK` comes before the first snapshot: who waited for its turn sees what the others did. All who write
    /// hold the first lock at once; the second is for one at a time; the third waits until nobody holds any.
    fn begin(self) -> &'static str {
        match self {
            Self::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Self::Long => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0",
            Self::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE migration IN ROW EXCLUSIVE MODE",
            Self::Again => "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE migration IN SHARE UPDATE EXCLUSIVE MODE",
            // Alone, and with a snapshot taken once it is: nothing is left to keep track of, and a server that has lost track of
            // others (it then suspects everybody) refuses it no more.
            Self::Last => "BEGIN ISOLATION LEVEL REPEATABLE READ; LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE",
            // What was read by many rows is too much to keep track of; alone, nothing need be. Before the first step of the schema
            // there is nothing to lock, and nobody to wait for.
            Self::Alone => {
                "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; \
                 DO $$ BEGIN IF to_regclass('migration') IS NOT NULL THEN \
                 LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE; END IF; END $$"
            }
        }
    }

    /// How long one statement may keep us waiting: longer than the server lets it run, so that it is the server that says no.
    fn limit(self) -> Duration {
        match self {
            Self::Read | Self::Write | Self::Again | Self::Last => line::STATEMENT + Duration::from_secs(10),
            Self::Long | Self::Alone => Duration::from_hours(12),
        }
    }
}

/// The connections at rest, and since when; `None` once closed.
struct Idle(Mutex<Option<Vec<(Instant, Seat)>>>);

impl Idle {
    fn take(&self) -> Option<(Instant, Seat)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut()?.pop()
    }

    fn give_back(&self, seat: Seat) {
        if let Some(seats) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            seats.push((Instant::now(), seat));
        }
    }

    fn is_open(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn close(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Postgres {
    pub fn open(url: &str, seats: usize, ringer: Ringer, counters: Arc<Counters>) -> Result<Self> {
        let idle = Arc::new(Idle(Mutex::new(Some(vec![]))));
        let (line, seats) = (Arc::new(Line::read(url)?), Arc::new(Semaphore::new(seats)));
        let this = Self { line, idle, seats, silent: Arc::default(), trying: Arc::default(), counters };
        listen::listen(Arc::clone(&this.line), Arc::downgrade(&this.idle), ringer)?;
        Ok(this)
    }

    /// Reads, once.
    pub async fn read<T, E>(
        &self,
        purpose: Purpose,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _busy = self.counters.reading();
        self.seated(move |this| this.transaction(purpose, work).0).await
    }

    /// Writes, as often as others come in between.
    pub async fn write<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _busy = self.counters.writing();
        self.seated(move |this| this.tried(&work)).await
    }

    /// Writes while nobody else does, once.
    pub async fn write_alone<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _busy = self.counters.writing();
        self.seated(move |this| this.transaction(Purpose::Alone, work).0).await
    }

    /// Waits a little for the transactions under way, then leaves the server; nothing more is answered.
    pub async fn close(&self, seats: usize) {
        let all = u32::try_from(seats).unwrap_or(u32::MAX);
        // Every permit in hand: nothing is under way any more.
        if tokio::time::timeout(CLOSING, self.seats.acquire_many(all)).await.is_err() {
            tracing::warn!("the database is left while transactions are under way: PostgreSQL undoes them");
        }
        self.seats.close();
        self.idle.close();
    }

    async fn seated<T, E>(
        &self,
        work: impl FnOnce(&Self) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        // The permit moves into the closure: a request that is dropped half-way cannot free a seat still in use.
        let seated = tokio::time::timeout(WAIT, Arc::clone(&self.seats).acquire_owned()).await;
        let permit = seated.map_err(|_| Error::Taken)?.map_err(|_| Error::Stopping)?;
        let this = self.clone();
        let told = tokio::task::spawn_blocking(move || {
            let result = work(&this);
            drop(permit);
            result
        });
        told.await.map_err(|_| Error::Stopping)?
    }

    fn tried<T, E: From<Error>>(
        &self,
        work: &impl Fn(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let (mut result, mut clash) = self.transaction(Purpose::Write, work);
        for tried in 1..TRIES {
            let Some(seen) = clash else { return result };
            self.counters.tried_again();
            let purpose = if tried + 1 < LAST { Purpose::Again } else { Purpose::Last };
            (result, clash) = self.transaction(purpose, work);
            // Nobody came in between this time: the key was taken before.
            if seen == Clash::Key && clash == Some(Clash::Key) {
                return result;
            }
        }
        if clash == Some(Clash::Order) { Err(Error::Busy.into()) } else { result }
    }

    /// One transaction: what came of it, and what went wrong that another try may mend.
    fn transaction<T, E: From<Error>>(
        &self,
        purpose: Purpose,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> (std::result::Result<T, E>, Option<Clash>) {
        let mut seat = match self.begun(purpose) {
            Ok(seat) => seat,
            Err(error) => return (Err(error.into()), None),
        };
        let mut tx = Tx::on(Side::Postgres(&mut seat, purpose), &self.counters);
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        let result = result.unwrap_or_else(|panic| Err(Error::Panicked(said(panic.as_ref())).into()));
        let (result, written) = tx.ended(result);
        let (result, clash) = match result {
            // What only read has nothing to commit: no journey is waited for.
            Ok(value) if matches!(purpose, Purpose::Read | Purpose::Long) => {
                seat.leave();
                (Ok(value), None)
            }
            Ok(value) => match seat.commit(&written.rings) {
                Ok(()) => {
                    self.counters.committed(1);
                    written.follows();
                    (Ok(value), None)
                }
                // Where the line broke, nobody knows whether the commit arrived: it is not tried again.
                Err(error) => (Err(error.into()), seat.clash().filter(|clash| *clash != Clash::Line)),
            },
            Err(refused) => {
                let clash = seat.clash();
                seat.leave();
                (Err(refused), clash)
            }
        };
        if seat.is_usable() {
            self.idle.give_back(seat);
        }
        (result, clash)
    }

    /// A connection with its transaction begun. Those that broke while at rest (a restarted server) are left aside.
    fn begun(&self, purpose: Purpose) -> Result<Seat> {
        while let Some((since, mut seat)) = self.idle.take() {
            match if since.elapsed() < RESTED { Ok(()) } else { seat.answers() } {
                Ok(()) => {
                    seat.begin(purpose);
                    return Ok(seat);
                }
                Err(Error::Silent) => {
                    // So will the others be; nobody else is to find out one by one.
                    self.silent.store(true, Ordering::SeqCst);
                    while self.idle.take().is_some() {}
                }
                Err(_) => {}
            }
        }
        let mut seat = Seat::new(self.connected()?);
        seat.begin(purpose);
        Ok(seat)
    }

    /// A new connection. While the server is silent, one asks it, and whoever comes meanwhile is told so at once.
    fn connected(&self) -> Result<Link> {
        let alone = self.silent.load(Ordering::SeqCst);
        if alone && self.trying.swap(true, Ordering::SeqCst) {
            return Err(Error::Silent);
        }
        let asked = Instant::now();
        let link = self.line.connect();
        self.silent.store(link.is_err() && asked.elapsed() >= SILENT, Ordering::SeqCst);
        if alone {
            self.trying.store(false, Ordering::SeqCst);
        }
        link
    }
}
