//! When work comes by itself, and who does it this time.
use crate::Task;
use db::{Result, Tx, params};
use kernel::Moment;

/// When a task runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Only when queued.
    Queued,
    /// By itself, so many minutes after it ran last.
    Every {
        /// Minutes between two runs.
        minutes: i64,
    },
    /// Once a night, from three o’clock in Paris.
    Nightly,
}

/// The hour of the night's work in Paris, when nobody waits for a page.
const NIGHT: i8 = 3;
/// After how many minutes at most a run that failed, or whose node died, is tried again.
const AGAIN: i64 = 60;

impl When {
    /// When it runs next, if it runs now.
    fn next(self, now: Moment) -> Moment {
        match self {
            Self::Queued => Moment(i64::MAX),
            Self::Every { minutes } => now.plus_minutes(minutes),
            Self::Nightly => {
                let today = now.paris().date();
                let night = Moment::at_paris(today, NIGHT, 0);
                if night > now {
                    night
                } else {
                    today.tomorrow().map_or(night, |date| Moment::at_paris(date, NIGHT, 0))
                }
            }
        }
    }

    /// When it is tried again, if it is not done by then.
    fn again(self, now: Moment) -> Moment {
        let soon = now.plus_minutes(AGAIN);
        if self.next(now) < soon { self.next(now) } else { soon }
    }
}

/// Whether its time has come. A next time further away than a run of this very instant would put it was written by a clock
/// that was ahead: it has come too.
pub fn is_due(tx: &mut Tx<'_>, task: Task, now: Moment) -> Result<bool> {
    let Some(row) = tx.first("SELECT next_at FROM jobs_schedule WHERE kind = ?1", &params![task.kind])? else {
        return Ok(true);
    };
    let next: Moment = row.get(0);
    let ahead = next > task.when.next(now);
    if ahead {
        tracing::warn!(kind = task.kind, "a schedule was put off by a clock that was ahead: it runs now");
    }
    Ok(next <= now || ahead)
}

/// Takes it for this node, if nobody has: it comes back within the hour unless it is [`done`].
pub fn take(tx: &mut Tx<'_>, task: Task, now: Moment) -> Result<bool> {
    if !is_due(tx, task, now)? {
        return Ok(false);
    }
    let sql = "INSERT INTO jobs_schedule (kind, ran_at, next_at) VALUES (?1, 0, ?2)
               ON CONFLICT (kind) DO UPDATE SET next_at = excluded.next_at";
    tx.execute(sql, &params![task.kind, task.when.again(now)]).map(|_| true)
}

/// It ran.
pub fn done(tx: &mut Tx<'_>, task: Task, now: Moment) -> Result<()> {
    let sql = "UPDATE jobs_schedule SET ran_at = ?2, next_at = ?3 WHERE kind = ?1";
    tx.execute(sql, &params![task.kind, now, task.when.next(now)]).map(drop)
}
