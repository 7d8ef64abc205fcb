//! PostgreSQL: the same statements, `?1` read as `$1`, prepared once per connection.
mod line;
mod listen;
mod seat;
mod wire;

pub use seat::Seat;

use crate::{Error, Result, Ringer, Side, Tx, figures::Counters, sqlite_side::said};
use line::Line;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::Semaphore;

#[derive(Clone)]
pub struct Postgres {
    line: Arc<Line>,
    idle: Arc<Idle>,
    seats: Arc<Semaphore>,
    counters: Arc<Counters>,
}

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Read,
    Write,
}

impl Purpose {
    fn begin(self) -> &'static str {
        match self {
            Self::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Self::Write => "BEGIN",
        }
    }
}

/// The connections at rest, `None` once closed. `postgres` panics when one is dropped on an async thread, so they are dropped
/// on one of their own.
struct Idle(Mutex<Option<Vec<Seat>>>);

impl Idle {
    fn take(&self) -> Option<Seat> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut()?.pop()
    }

    fn give_back(&self, seat: Seat) {
        if let Some(seats) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            seats.push(seat);
        }
    }

    fn is_open(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn close(&self) {
        let seats = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let _ = std::thread::spawn(move || drop(seats)).join();
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        self.close();
    }
}

impl Postgres {
    pub fn open(url: &str, seats: usize, ringer: Ringer, counters: Arc<Counters>) -> Result<Self> {
        let idle = Arc::new(Idle(Mutex::new(Some(vec![]))));
        let this = Self { line: Arc::new(Line::read(url)?), idle, seats: Arc::new(Semaphore::new(seats)), counters };
        listen::listen(Arc::clone(&this.line), Arc::downgrade(&this.idle), ringer)?;
        Ok(this)
    }

    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _busy = self.counters.reading();
        self.run(Purpose::Read, work).await
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
        self.run(Purpose::Write, work).await
    }

    /// Waits for the transactions under way, then leaves the server; nothing more is answered.
    pub async fn close(&self, seats: usize) {
        let all = u32::try_from(seats).unwrap_or(u32::MAX);
        // Every permit in hand: nothing is under way any more.
        let _all = self.seats.acquire_many(all).await;
        self.seats.close();
        self.idle.close();
    }

    async fn run<T, E>(
        &self,
        purpose: Purpose,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        // The permit moves into the closure: a request that is dropped half-way cannot free a seat still in use.
        let permit = Arc::clone(&self.seats).acquire_owned().await.map_err(|_| Error::Stopping)?;
        let this = self.clone();
        let told = tokio::task::spawn_blocking(move || {
            let result = this.transaction(purpose, work);
            drop(permit);
            result
        });
        told.await.map_err(|_| Error::Stopping)?
    }

    fn transaction<T, E: From<Error>>(
        &self,
        purpose: Purpose,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut seat = self.begun(purpose)?;
        let mut tx = Tx { side: Side::Postgres(&mut seat, purpose), queries: 0, rings: vec![] };
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        let result = result.unwrap_or_else(|panic| Err(Error::Panicked(said(panic.as_ref())).into()));
        let rings = std::mem::take(&mut tx.rings);
        let ended = if result.is_ok() { seat.commit(&rings) } else { seat.batch("ROLLBACK") };
        // Only a connection that ended its transaction well goes back.
        if ended.is_ok() {
            self.idle.give_back(seat);
        }
        match (result, ended) {
            (Ok(value), Ok(())) => {
                if purpose == Purpose::Write {
                    self.counters.committed(1);
                }
                Ok(value)
            }
            (Err(refused), _) => Err(refused),
            (Ok(_), Err(error)) => Err(error.into()),
        }
    }

    /// A connection with its transaction open. Those that broke while at rest (a restarted server) are left aside.
    fn begun(&self, purpose: Purpose) -> Result<Seat> {
        while let Some(mut seat) = self.idle.take() {
            if seat.batch(purpose.begin()).is_ok() {
                return Ok(seat);
            }
        }
        let mut seat = Seat::new(self.line.connect()?);
        seat.batch(purpose.begin())?;
        Ok(seat)
    }
}
