//! The queue.
use crate::TRIES;
use db::{Dialect, Result, Row, Tx, params};
use kernel::{Chance, Id, Moment};

/// A job taken.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Id<Job>,
    pub kind: String,
    pub payload: String,
    /// Which try this is, from 1.
    pub tries: i64,
    pub leased_until: Moment,
}

/// Queues work in the transaction of the change. The same kind and key waiting is one job, at the earlier time; one that was set
/// aside is taken up again.
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
         tries = CASE WHEN jobs_queue.aside_at IS NULL THEN jobs_queue.tries ELSE 0 END, aside_at = NULL,
         run_at = CASE WHEN excluded.run_at < jobs_queue.run_at THEN excluded.run_at ELSE jobs_queue.run_at END",
        &params![id, kind, key, payload, at],
    )
    .map(drop)
}

/// What may be taken now.
const DUE: &str =
    "done_at IS NULL AND aside_at IS NULL AND run_at <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)";

/// Whether anything is due.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    Ok(tx.first(&format!("SELECT 1 FROM jobs_queue WHERE {DUE} LIMIT 1"), &params![now])?.is_some())
}

/// Takes the job that has been due the longest, until `until`; nobody waits for what another node is taking.
pub fn take(tx: &mut Tx<'_>, now: Moment, until: Moment) -> Result<Option<Job>> {
    let skip = if tx.dialect() == Dialect::Postgres { "FOR UPDATE SKIP LOCKED" } else { "" };
    let sql = format!(
        "UPDATE jobs_queue SET leased_until = ?2, tries = tries + 1
         WHERE id = (SELECT id FROM jobs_queue WHERE {DUE} ORDER BY run_at LIMIT 1 {skip})
         RETURNING id, kind, payload, tries"
    );
    let job = |row: Row| Job {
        id: row.get(0),
        kind: row.get(1),
        payload: row.get(2),
        tries: row.get(3),
        leased_until: until,
    };
    Ok(tx.first(&sql, &params![now, until])?.map(job))
}

/// Marks it done, if its lease still holds. What was queued with it goes: it may hold somebody's words, and nobody forgets them
/// there.
pub fn done(tx: &mut Tx<'_>, job: &Job, now: Moment) -> Result<bool> {
    let sql =
        "UPDATE jobs_queue SET done_at = ?3, payload = '' WHERE id = ?1 AND leased_until = ?2 AND done_at IS NULL";
    Ok(tx.execute(sql, &params![job.id, job.leased_until, now])? == 1)
}

/// Puts it back for later: a minute, then two, four… ; after [`TRIES`] it is set aside.
pub fn failed(tx: &mut Tx<'_>, job: &Job, error: &str, now: Moment) -> Result<()> {
    let minutes = 1_i64 << (job.tries - 1).clamp(0, 10);
    let aside = (job.tries >= TRIES).then_some(now);
    let sql = "UPDATE jobs_queue SET error = ?3, run_at = ?4, aside_at = ?5, leased_until = NULL
               WHERE id = ?1 AND leased_until = ?2 AND done_at IS NULL";
    tx.execute(sql, &params![job.id, job.leased_until, error, now.plus_minutes(minutes), aside]).map(drop)
}

/// A job set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What kind of work.
    pub kind: String,
    /// Under which key.
    pub key: String,
    /// Since when.
    pub since: Moment,
    /// What went wrong the last time.
    pub error: String,
}

/// The jobs set aside, the oldest first, `most` of them.
pub fn aside(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Aside>> {
    let sql = "SELECT kind, key, aside_at, coalesce(error, '') FROM jobs_queue WHERE aside_at > 0
               ORDER BY aside_at LIMIT ?1";
    let one = |row: &Row| Aside { kind: row.get(0), key: row.get(1), since: row.get(2), error: row.get(3) };
    Ok(tx.query(sql, &params![most])?.iter().map(one).collect())
}

/// Takes up again what was set aside, of this kind or of all; says how many.
pub fn retry(tx: &mut Tx<'_>, kind: Option<&str>, now: Moment) -> Result<u64> {
    let sql = "UPDATE jobs_queue SET aside_at = NULL, tries = 0, run_at = ?1
               WHERE aside_at > 0 AND (CAST(?2 AS TEXT) IS NULL OR kind = ?2)";
    tx.execute(sql, &params![now, kind])
}

/// What the operator's curves show of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Jobs whose time has come.
    pub due: i64,
    /// Jobs set aside.
    pub aside: i64,
}

/// Counts the queue.
pub fn figures(tx: &mut Tx<'_>, now: Moment) -> Result<Figures> {
    let sql = "SELECT (SELECT count(*) FROM jobs_queue WHERE done_at IS NULL AND aside_at IS NULL AND run_at <= ?1),
                      (SELECT count(*) FROM jobs_queue WHERE aside_at <= ?1)";
    let row = tx.first(sql, &params![now])?;
    Ok(row.map_or_else(Figures::default, |row| Figures { due: row.get(0), aside: row.get(1) }))
}

/// The last instant at which a schedule ran: where a story's clock goes on after a stop.
pub fn last_ran(tx: &mut Tx<'_>) -> Result<Option<Moment>> {
    Ok(tx.first("SELECT max(ran_at) FROM jobs_schedule", &[])?.and_then(|row| row.get(0)))
}
