//! Work that must wait on something outside: taken in one transaction, done outside of any, settled in another.
use db::{Db, Result, Tx};
use futures_util::StreamExt as _;
use kernel::{Clock, Moment};

/// One kind of such work. Whoever takes a thing marks it, for a time: a node that falls before it settles leaves it to the next.
pub trait Errand: Sync {
    /// What is taken.
    type Thing: Clone + Send + Sync + 'static;
    /// How it went, outside.
    type Outcome: Send + Sync + 'static;

    /// Takes what is due.
    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Self::Thing>>;

    /// Does it. It may be done again after a fall: it goes out under a key of its own.
    fn act(&self, thing: &Self::Thing, now: Moment) -> impl Future<Output = Self::Outcome> + Send;

    /// Writes how it went.
    fn settle(tx: &mut Tx<'_>, thing: &Self::Thing, outcome: &Self::Outcome, now: Moment) -> Result<()>;
}

/// Runs what is due, `at_once` at a time, and says how many there were.
///
/// # Errors
/// The database's. What was taken and not settled comes back when its time of grace ends.
pub async fn run<E: Errand>(errand: &E, db: &Db, clock: &dyn Clock, at_once: usize) -> Result<usize> {
    let now = clock.now();
    let due = db.write(move |tx| E::take(tx, now)).await?;
    let count = due.len();
    let done: Vec<Result<()>> = futures_util::stream::iter(due)
        .map(|thing| async move {
            let outcome = errand.act(&thing, clock.now()).await;
            let now = clock.now();
            db.write(move |tx| E::settle(tx, &thing, &outcome, now)).await
        })
        .buffer_unordered(at_once.max(1))
        .collect()
        .await;
    done.into_iter().collect::<Result<()>>()?;
    Ok(count)
}
