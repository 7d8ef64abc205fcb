//! Work done later: a queue in the database, filled in the transaction of the change; schedules; errands that wait on
//! something outside; how long rows are kept.
//!
//! Tables: `jobs_queue`, `jobs_schedule`, `jobs_purged`. Invariants: a job waiting under the same kind and key is one job;
//! a job is taken under a lease, and runs in one write transaction with the mark that it is done, so it is done once
//! however many nodes look, and comes back when its node dies; a job that fails comes back later, and after so many tries
//! is set aside, kept, for somebody to look at; a backlog never keeps a schedule from its time.
pub mod errand;
pub mod purge;
mod retention;
mod schedule;
mod store;
#[cfg(test)]
mod tests;

pub use errand::Errand;
pub use purge::{Gone, past, purge};
pub use retention::{HowLong, Keep};
pub use schedule::When;
pub use store::{Aside, Figures, Turn, aside, figures, last_ran, queue, retry, turns};

use db::{Db, Tx};
use kernel::{Chance, Clock, Moment, causes};
use std::{pin::Pin, sync::Arc, time::Duration};
use store::schedule as turn;

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration { name: "jobs/0001_jobs", sql: include_str!("../migrations/0001_jobs.sql") },
    db::Migration { name: "jobs/0002_leases", sql: include_str!("../migrations/0002_leases.sql") },
];

/// How long this room keeps its rows.
pub const KEEPS: &[Keep] = &[
    Keep { table: "jobs_queue", how_long: HowLong::Days { column: "done_at", days: 30, why: "to see what was done" } },
    Keep { table: "jobs_schedule", how_long: HowLong::Forever("one row a kind, no person") },
    Keep { table: "jobs_purged", how_long: HowLong::Forever("one row a table, no person") },
];

/// How often a job is tried before it is set aside: the last time, some seventeen hours after the first.
pub const TRIES: i64 = 11;
/// How long a node has for one job; beyond, another node may take it.
const LEASE: i64 = 10;
/// How many jobs run between two looks at the schedules.
const A_PASS: usize = 50;

/// What a job finds in place.
pub struct Work<'w, 't> {
    /// Its transaction.
    pub tx: &'w mut Tx<'t>,
    /// The instant of the pass.
    pub now: Moment,
    /// The dice.
    pub chance: &'w dyn Chance,
    /// What was queued with it; empty for a schedule.
    pub payload: String,
}

/// What is waited for outside of any transaction.
pub type Outside = Pin<Box<dyn Future<Output = std::result::Result<(), Cause>> + Send>>;
/// Why work failed.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What a task does.
#[derive(Clone, Copy)]
pub enum Run {
    /// Idempotent work in one transaction, which also marks it as done.
    Inside(fn(&mut Work<'_, '_>) -> db::Result<()>),
    /// Long work of a schedule, in transactions of its own; it may be cut anywhere and begun again.
    Apart(fn(Db, Moment) -> Outside),
}

/// A kind of work.
#[derive(Clone, Copy)]
pub struct Task {
    /// Its name, `slice/what`.
    pub kind: &'static str,
    /// When it runs.
    pub when: When,
    /// What it does.
    pub run: Run,
}

impl Task {
    /// Work that runs when it is queued.
    pub const fn queued(kind: &'static str, run: fn(&mut Work<'_, '_>) -> db::Result<()>) -> Self {
        Self { kind, when: When::Queued, run: Run::Inside(run) }
    }

    /// Work that runs by itself every so many minutes (and when it is queued).
    pub const fn every(minutes: i64, kind: &'static str, run: fn(&mut Work<'_, '_>) -> db::Result<()>) -> Self {
        Self { kind, when: When::Every { minutes }, run: Run::Inside(run) }
    }

    /// Does it in this transaction, as when it was queued.
    pub fn run_in(&self, work: &mut Work<'_, '_>) -> db::Result<()> {
        match self.run {
            Run::Inside(run) => run(work),
            Run::Apart(_) => Err(db::Error::Panicked(format!("{} makes its own transactions", self.kind))),
        }
    }

    /// Work of the night.
    pub const fn nightly(kind: &'static str, run: Run) -> Self {
        Self { kind, when: When::Nightly, run }
    }
}

/// Looks for due work and does it.
pub struct Runner {
    db: Db,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    tasks: Vec<Task>,
}

impl Runner {
    /// A runner of these tasks.
    pub fn new(db: Db, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>, tasks: Vec<Task>) -> Self {
        Self { db, clock, chance, tasks }
    }

    /// Every due schedule and every due job, each in a transaction of its own; the schedules are looked at again and again
    /// while there are jobs. Returns how many ran.
    pub async fn run_due(&self) -> db::Result<usize> {
        let mut ran = 0;
        loop {
            for task in &self.tasks {
                ran += usize::from(self.run_schedule(*task).await?);
            }
            let mut jobs = 0;
            while jobs < A_PASS && self.run_job().await? {
                jobs += 1;
            }
            ran += jobs;
            if jobs < A_PASS {
                return Ok(ran);
            }
        }
    }

    /// A pass every second, for as long as the process lives.
    pub async fn run_forever(self) {
        loop {
            if let Err(error) = self.run_due().await {
                tracing::error!(error = causes(&error), "the queue cannot be read");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn run_schedule(&self, task: Task) -> db::Result<bool> {
        let now = self.clock.now();
        if task.when == When::Queued || !self.db.read(move |tx| turn::is_due(tx, task, now)).await? {
            return Ok(false);
        }
        let ran = match task.run {
            Run::Inside(run) => self.run_inside(task, run, now).await,
            Run::Apart(run) => self.run_apart(task, run, now).await,
        };
        if let Err(error) = &ran {
            tracing::error!(
                kind = task.kind,
                error = causes(&**error),
                "a schedule failed; it is tried again within the hour"
            );
            self.db.write(move |tx| turn::take(tx, task, now)).await?;
        }
        Ok(ran.unwrap_or(false))
    }

    /// Claimed, done and marked in one transaction.
    async fn run_inside(
        &self,
        task: Task,
        run: fn(&mut Work<'_, '_>) -> db::Result<()>,
        now: Moment,
    ) -> Result<bool, Cause> {
        let chance = Arc::clone(&self.chance);
        let ran = self.db.write(move |tx| {
            if !turn::take(tx, task, now)? {
                return Ok(false);
            }
            run(&mut Work { tx, now, chance: &*chance, payload: String::new() })?;
            turn::done(tx, task, now)?;
            Ok::<_, db::Error>(true)
        });
        Ok(ran.await?)
    }

    /// Taken by one node, done outside, marked: a node that dies meanwhile leaves it to the next hour.
    async fn run_apart(&self, task: Task, run: fn(Db, Moment) -> Outside, now: Moment) -> Result<bool, Cause> {
        if !self.db.write(move |tx| turn::take(tx, task, now)).await? {
            return Ok(false);
        }
        run(self.db.clone(), now).await?;
        self.db.write(move |tx| turn::done(tx, task, now)).await?;
        Ok(true)
    }

    async fn run_job(&self) -> db::Result<bool> {
        let now = self.clock.now();
        if !self.db.read(move |tx| store::is_due(tx, now)).await? {
            return Ok(false);
        }
        let taken = self.db.write(move |tx| store::take(tx, now, now.plus_minutes(LEASE))).await?;
        let Some(job) = taken else { return Ok(false) };
        let task = self.tasks.iter().copied().find(|task| task.kind == job.kind);
        let (chance, taken) = (Arc::clone(&self.chance), job.clone());
        let done = self.db.write(move |tx| {
            if !store::done(tx, &taken, now)? {
                return Ok(());
            }
            let unknown = || db::Error::Panicked(format!("no task of kind {}", taken.kind));
            let task = task.ok_or_else(unknown)?;
            task.run_in(&mut Work { tx, now, chance: &*chance, payload: taken.payload.clone() })
        });
        if let Err(error) = done.await {
            let said = causes(&error);
            tracing::error!(kind = job.kind, tries = job.tries, error = said, "a job failed");
            self.db.write(move |tx| store::failed(tx, &job, &said, now)).await?;
        }
        Ok(true)
    }
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Runner")
    }
}
