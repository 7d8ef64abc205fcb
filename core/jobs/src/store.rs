//! All the SQL of the queue.
use db::{Result, Tx, params};
use kernel::{Chance, Id, Moment};

/// A job waiting.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Id<Job>,
    pub kind: String,
    pub payload: String,
    pub tries: i64,
}

/// Queues work in the transaction of the change. The same kind and key waiting is one job, at the earlier time.
pub fn queue(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    now: Moment,
    kind: &str,
    key: &str,
    payload: &str,
    at: Moment,
) -> Result<()> {
    let id = Id::<Job>::new(now, chance);
    tx.execute(
        "INSERT INTO jobs_queue (id, kind, key, payload, run_at, tries) VALUES (?1, ?2, ?3, ?4, ?5, 0)
         ON CONFLICT (kind, key) WHERE done_at IS NULL DO UPDATE SET
         run_at = CASE WHEN excluded.run_at < jobs_queue.run_at THEN excluded.run_at ELSE jobs_queue.run_at END",
        &params![id, kind, key, payload, at],
    )
    .map(drop)
}

pub fn next_due(tx: &mut Tx<'_>, now: Moment) -> Result<Option<Job>> {
    let sql = "SELECT id, kind, payload, tries FROM jobs_queue WHERE done_at IS NULL AND run_at <= ?1 ORDER BY run_at
               LIMIT 1";
    let row = tx.first(sql, &params![now])?;
    Ok(row.map(|row| Job { id: row.get(0), kind: row.get(1), payload: row.get(2), tries: row.get(3) }))
}

/// Marks it done, if nobody else has; the row's lock makes a second node wait and see. What was queued with it goes: it may hold
/// somebody's words, and nobody forgets them there.
pub fn claim(tx: &mut Tx<'_>, id: Id<Job>, now: Moment) -> Result<bool> {
    let sql = "UPDATE jobs_queue SET done_at = ?2, payload = '' WHERE id = ?1 AND done_at IS NULL";
    Ok(tx.execute(sql, &params![id, now])? == 1)
}

/// Puts it back for later: a minute, then two, four… up to a day.
pub fn failed(tx: &mut Tx<'_>, job: &Job, error: &str, now: Moment) -> Result<()> {
    let minutes = (1_i64 << job.tries.clamp(0, 11)).min(1_440);
    let sql = "UPDATE jobs_queue SET tries = tries + 1, error = ?2, run_at = ?3 WHERE id = ?1 AND done_at IS NULL";
    tx.execute(sql, &params![job.id, error, now.plus_minutes(minutes)]).map(drop)
}

pub fn is_due(tx: &mut Tx<'_>, kind: &str, now: Moment, every: i64) -> Result<bool> {
    let last = tx.first("SELECT ran_at FROM jobs_schedule WHERE kind = ?1", &params![kind])?;
    Ok(last.is_none_or(|row| row.get::<Moment>(0) <= now.plus_minutes(-every)))
}

pub fn claim_schedule(tx: &mut Tx<'_>, kind: &str, now: Moment, every: i64) -> Result<bool> {
    let claimed = tx.execute(
        "INSERT INTO jobs_schedule (kind, ran_at) VALUES (?1, ?2)
         ON CONFLICT (kind) DO UPDATE SET ran_at = excluded.ran_at WHERE jobs_schedule.ran_at <= ?3",
        &params![kind, now, now.plus_minutes(-every)],
    )?;
    Ok(claimed == 1)
}

/// The last instant at which a schedule ran: where a story's clock goes on after a stop.
pub fn last_ran(tx: &mut Tx<'_>) -> Result<Option<Moment>> {
    Ok(tx.first("SELECT max(ran_at) FROM jobs_schedule", &[])?.and_then(|row| row.get(0)))
}
