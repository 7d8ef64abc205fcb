//! Work done later: a queue in the database, filled in the transaction of the change; schedules; how long rows are kept.
//!
//! Tables: `jobs_queue`, `jobs_schedule`. Invariants: a job waiting under the same kind and key is one job; a job runs
//! in one write transaction with the mark that it is done, so it is done once however many nodes look; a job that fails
//! comes back later.
mod retention;
mod store;
#[cfg(test)]
mod tests;

pub use retention::{HowLong, Keep, purge};
pub use store::{last_ran, queue};

use db::{Db, Tx};
use kernel::{Chance, Clock, Moment};
use std::{sync::Arc, time::Duration};

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] =
    &[db::Migration { name: "jobs/0001_jobs", sql: include_str!("../migrations/0001_jobs.sql") }];

/// How long this room keeps its rows.
pub const KEEPS: &[Keep] = &[
    Keep { table: "jobs_queue", how_long: HowLong::Days { column: "done_at", days: 30, why: "to see what was done" } },
    Keep { table: "jobs_schedule", how_long: HowLong::Forever("one row a kind, no person") },
];

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

/// A kind of work.
#[derive(Clone, Copy)]
pub struct Task {
    /// Its name, `slice/what`.
    pub kind: &'static str,
    /// Runs by itself every so many minutes; `None` runs only when queued.
    pub every_minutes: Option<i64>,
    /// What it does; idempotent.
    pub run: fn(&mut Work<'_, '_>) -> db::Result<()>,
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

    /// One pass: every due schedule, then every due job, each in a transaction of its own. Returns how many ran.
    pub async fn run_due(&self) -> db::Result<usize> {
        let mut ran = 0;
        for task in &self.tasks {
            ran += usize::from(self.run_schedule(*task).await?);
        }
        while self.run_job().await? {
            ran += 1;
        }
        Ok(ran)
    }

    /// A pass every second, for as long as the process lives.
    pub async fn run_forever(self) {
        loop {
            if let Err(error) = self.run_due().await {
                tracing::error!(%error, "the queue cannot be read");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn run_schedule(&self, task: Task) -> db::Result<bool> {
        let Some(every) = task.every_minutes else { return Ok(false) };
        let (now, chance) = (self.clock.now(), Arc::clone(&self.chance));
        let due = self.db.read(move |tx| store::is_due(tx, task.kind, now, every)).await?;
        if !due {
            return Ok(false);
        }
        let ran = self.db.write(move |tx| {
            if !store::claim_schedule(tx, task.kind, now, every)? {
                return Ok(false);
            }
            (task.run)(&mut Work { tx, now, chance: &*chance, payload: String::new() })?;
            Ok::<_, db::Error>(true)
        });
        match ran.await {
            Ok(ran) => Ok(ran),
            Err(error) => {
                tracing::error!(kind = task.kind, %error, "a schedule failed; it comes back in its time");
                self.db.write(move |tx| store::claim_schedule(tx, task.kind, now, every)).await
            }
        }
    }

    async fn run_job(&self) -> db::Result<bool> {
        let now = self.clock.now();
        let Some(job) = self.db.read(move |tx| store::next_due(tx, now)).await? else { return Ok(false) };
        let task = self.tasks.iter().copied().find(|task| task.kind == job.kind);
        let (chance, waiting) = (Arc::clone(&self.chance), job.clone());
        let done = self.db.write(move |tx| {
            if !store::claim(tx, waiting.id, now)? {
                return Ok(());
            }
            let unknown = || db::Error::Panicked(format!("no task of kind {}", waiting.kind));
            let task = task.ok_or_else(unknown)?;
            (task.run)(&mut Work { tx, now, chance: &*chance, payload: waiting.payload })
        });
        if let Err(error) = done.await {
            tracing::error!(kind = job.kind, tries = job.tries, %error, "a job failed; it will be tried again");
            self.db.write(move |tx| store::failed(tx, &job, &error.to_string(), now)).await?;
        }
        Ok(true)
    }
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Runner")
    }
}
