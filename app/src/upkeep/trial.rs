//! A letter to oneself: whether the gateway carries. Asked for in a page, carried outside of any transaction, told on the page.
use super::store::{self, Done, State, What};
use jobs::Errand;
use kernel::{Id, Moment, SystemChance};
use post::{Carrier, Letter, Refused, To};
use std::sync::Arc;
use web::{House, Lang};

/// How long a node has for a trial, in minutes.
const LEASE: i64 = 2;

/// Who carries them.
#[derive(Debug)]
struct Trial<'h> {
    house: &'h House,
    carrier: &'h Carrier,
}

impl Errand for Trial<'_> {
    type Thing = Done;
    type Outcome = Result<(), Refused>;

    fn is_due(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<bool> {
        store::is_due(tx, now)
    }

    fn take(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<Vec<Done>> {
        store::take(tx, now, now.plus_minutes(LEASE))
    }

    async fn act(&self, trial: &Done, now: Moment) -> Self::Outcome {
        let say = |key| self.house.words.say(Lang::Fr, key).to_string();
        let to = if trial.what == What::Sms { To::Phone(trial.said.clone()) } else { To::Email(trial.said.clone()) };
        let letter = Letter {
            key: Id::<()>::new(now, &SystemChance).to_string(),
            to,
            subject: say("preau-upkeep-try-subject"),
            text: say("preau-upkeep-try-text"),
        };
        self.carrier.carry(&letter).await
    }

    fn settle(tx: &mut db::Tx<'_>, trial: &Done, outcome: &Self::Outcome, now: Moment) -> db::Result<()> {
        // Where it went is somebody's own address: it is not kept.
        let (state, said) = match outcome {
            Ok(()) => (State::Good, String::new()),
            Err(refused) => (State::Failed, refused.to_string()),
        };
        store::put(tx, &Done { what: trial.what, at: now, state, said })
    }
}

/// One pass; says how many were tried.
#[cfg(test)]
pub async fn run_once(house: &House, carrier: &Carrier) -> db::Result<usize> {
    jobs::errand::run(&Trial { house, carrier }, &house.db, &*house.clock).await
}

/// Passes for as long as the process lives.
pub async fn run_forever(house: Arc<House>, carrier: Carrier) {
    jobs::errand::run_forever(&Trial { house: &house, carrier: &carrier }, &house.db, &*house.clock).await;
}
