//! Work that waits on something outside: taken in one transaction, done outside of any, settled in another.
use db::{Db, Result, Tx};
use futures_util::StreamExt as _;
use kernel::{Clock, Moment, causes};
use std::{pin::pin, time::Duration};

/// One kind of such work.
///
/// Whoever takes a thing marks it, for a time: nobody else takes it meanwhile, and a node that falls before it settles
/// leaves it to the next.
pub trait Errand: Sync {
    /// What is taken.
    type Thing: Clone + Send + Sync + 'static;
    /// How it went, outside.
    type Outcome: Send + Sync + 'static;

    /// Whether there is something to take: asked often, and by a read, so that an empty house writes nothing.
    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool>;

    /// Takes what is due.
    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Self::Thing>>;

    /// Does it. It may be done again after a fall: it goes out under a key of its own.
    fn act(&self, thing: &Self::Thing, now: Moment) -> impl Future<Output = Self::Outcome> + Send;

    /// Writes how it went.
    fn settle(tx: &mut Tx<'_>, thing: &Self::Thing, outcome: &Self::Outcome, now: Moment) -> Result<()>;
}

/// How many are under way at once.
const AT_ONCE: usize = 8;
/// Between two looks, when there was nothing.
const PAUSE: Duration = Duration::from_secs(5);

/// Runs what is due, and says how many there were. One that cannot be settled keeps no other from it.
///
/// # Errors
/// The database's. What was taken and not settled comes back when its time ends.
pub async fn run<E: Errand>(errand: &E, db: &Db, clock: &dyn Clock) -> Result<usize> {
    let now = clock.now();
    if !db.read(move |tx| E::is_due(tx, now)).await? {
        return Ok(0);
    }
    let due = db.write(move |tx| E::take(tx, now)).await?;
    let count = due.len();
    let acted = futures_util::stream::iter(due).map(|thing| async move {
        let outcome = errand.act(&thing, clock.now()).await;
        (thing, outcome)
    });
    let mut acted = pin!(acted.buffer_unordered(AT_ONCE));
    let mut settled = Ok(count);
    // One after another: those of one errand would only get in each other's way.
    while let Some((thing, outcome)) = acted.next().await {
        let now = clock.now();
        if let Err(error) = db.write(move |tx| E::settle(tx, &thing, &outcome, now)).await {
            settled = Err(error);
        }
    }
    settled
}

/// Runs it for as long as the process lives: at once after a pass that found something, else every five seconds.
pub async fn run_forever<E: Errand>(errand: &E, db: &Db, clock: &dyn Clock) {
    loop {
        match run(errand, db, clock).await {
            Ok(done) if done > 0 => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(error = causes(&error), "work outside could not be taken or settled"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
