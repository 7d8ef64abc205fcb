//! Portals are read again every day, so that a new key is known before it signs, and what goes wrong is said before somebody stands
//! before a closed door.
use super::{Kind, Portal, ready};
use crate::store;
use kernel::Moment;
use std::{sync::Arc, time::Duration};
use web::House;

/// How often it is looked whether one is due.
const ROUND: Duration = Duration::from_mins(10);
/// After how many minutes one is due.
const DUE: i64 = 20 * 60;
/// How many days before a key ends it is said.
pub const SOON: i64 = 30;
/// By how many seconds a clock may differ before it is said.
pub const DRIFT: i64 = 60;

/// One round: reads those that are due, and says how many that was.
pub async fn run_once(house: &Arc<House>) -> db::Result<usize> {
    let now = house.clock.now();
    let due = |portal: &Portal| portal.kind != Kind::Cas && now.minutes_since(Moment(portal.learnt.read_at)) >= DUE;
    let all: Vec<Portal> = house.db.read(store::portal::open).await?;
    let due: Vec<Portal> = all.into_iter().filter(due).collect();
    for portal in &due {
        ready::read_again(house, portal.id).await;
    }
    Ok(due.len())
}

/// Reads them for as long as the process lives.
pub async fn run_forever(house: Arc<House>) {
    loop {
        if let Err(error) = run_once(&house).await {
            tracing::error!(error = kernel::causes(&error), "portals could not be read");
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// What is to be said of a portal, as the key of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Something went wrong: its word, and when.
    Trouble(String, Moment),
    /// One of its keys ends.
    Ends(Moment),
    /// Its clock is so many seconds away from ours.
    Drift(i64),
}

impl Portal {
    /// What is to be said of it, the gravest first.
    pub fn warning(&self, now: Moment) -> Option<Warning> {
        if !self.is_open() {
            return None;
        }
        let trouble = self.trouble.clone().map(|(word, at)| Warning::Trouble(word, at));
        let ends = self.ends_at.filter(|ends| *ends < now.plus_days(SOON)).map(Warning::Ends);
        trouble.or(ends).or_else(|| (self.drift.abs() > DRIFT).then(|| Warning::Drift(self.drift.abs())))
    }
}
