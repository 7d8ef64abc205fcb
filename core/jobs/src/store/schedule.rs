//! Whose turn a schedule is.
use crate::Task;
use db::{Result, Row, Tx, params};
use kernel::Moment;

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

/// Takes it for this node, if nobody has: it comes back within the hour unless it is `done`.
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

/// When a schedule ran, and when it runs next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its kind.
    pub kind: String,
    /// When it last ran to its end; nothing when it never did.
    pub ran_at: Option<Moment>,
    /// When its time comes.
    pub next_at: Moment,
}

/// Every schedule that has begun, by kind.
pub fn turns(tx: &mut Tx<'_>) -> Result<Vec<Turn>> {
    let rows = tx.query("SELECT kind, ran_at, next_at FROM jobs_schedule ORDER BY kind", &[])?;
    let turn = |row: &Row| {
        let ran: Moment = row.get(1);
        Turn { kind: row.get(0), ran_at: Some(ran).filter(|ran| ran.0 > 0), next_at: row.get(2) }
    };
    Ok(rows.iter().map(turn).collect())
}
