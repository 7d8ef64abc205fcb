//! Forgetting what is past its time: some rows at a time, each lot in a short transaction of its own, so that nobody waits.
use crate::{HowLong, Keep, store};
use db::{Db, Tx};
use kernel::Moment;

pub use store::purge::last;

/// How many rows go in one transaction.
const LOT: u64 = 500;
/// After how many days without a purge the night's own refuses: a clock may have jumped, and nothing forgotten comes back.
const JUMP: i64 = 21;

/// Why nothing, or not all, was forgotten.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed; what went before is gone, the rest goes the next time.
    #[error("the database failed")]
    Db(#[from] db::Error),
    /// So long after the last time that the clock may be wrong.
    #[error(
        "nothing was forgotten: the last purge was {days} days ago; look at the clock of this machine, then run `preau purge`"
    )]
    Jumped {
        /// Days since the last time.
        days: i64,
    },
}

/// What went of one table.
pub type Gone = (&'static str, u64);

/// The condition of the rows to forget, and the value of its `?1`; nothing for a table that is kept.
fn condition(keep: &Keep, now: Moment) -> Option<(String, Moment)> {
    match keep.how_long {
        HowLong::Forever(_) => None,
        HowLong::Days { column, days, .. } => Some((format!("{column} < ?1"), now.plus_days(-days))),
        HowLong::Rows { condition, .. } => Some((condition.to_owned(), now)),
    }
}

/// Counts what is past its time, table by table, in one statement.
pub fn past(tx: &mut Tx<'_>, keeps: &[Keep], now: Moment) -> db::Result<Vec<Gone>> {
    let asked: Vec<_> = keeps
        .iter()
        .filter_map(|keep| condition(keep, now).map(|(condition, before)| (keep.table, condition, before)))
        .collect();
    store::purge::count(tx, &asked)
}

/// Forgets what is past its time, table by table, as somebody asked. Tables that hang from others come first in the list.
pub async fn purge(db: &Db, keeps: &[Keep], now: Moment) -> db::Result<Vec<Gone>> {
    let tables = db.tables().await?;
    let mut all = vec![];
    for keep in keeps {
        let Some((condition, before)) = condition(keep, now) else { continue };
        let Some(table) = tables.iter().find(|table| table.name == keep.table) else { continue };
        let lot = store::purge::lot(table, &condition, LOT);
        let mut gone = 0;
        loop {
            let lot = lot.clone();
            let some = db.write(move |tx| store::purge::delete(tx, &lot, before)).await?;
            gone += some;
            if some < LOT {
                break;
            }
        }
        let name = keep.table;
        db.write(move |tx| store::purge::remember(tx, name, gone, now)).await?;
        all.push((keep.table, gone));
    }
    Ok(all)
}

/// Why the night's own purge does nothing at this instant, where it does not: to be told to whoever looks after the house.
pub fn refused(tx: &mut Tx<'_>, now: Moment) -> db::Result<Option<Error>> {
    let last = store::purge::last_time(tx)?;
    let days = last.map_or(0, |last| now.minutes_since(last) / (24 * 60));
    Ok((days > JUMP).then_some(Error::Jumped { days }))
}

/// The same, by itself, each night: not after a jump of the clock.
pub async fn each_night(db: &Db, keeps: &[Keep], now: Moment) -> Result<Vec<Gone>, Error> {
    if let Some(refused) = db.read(move |tx| refused(tx, now)).await? {
        return Err(refused);
    }
    Ok(purge(db, keeps, now).await?)
}
