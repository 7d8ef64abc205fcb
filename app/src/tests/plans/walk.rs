//! The walk that makes the house ask everything it can ask.
use crate::{
    slices,
    tests::{
        house::{NOW, Things, Walker, evening},
        race,
    },
};
use db::Db;
use jobs::Runner;
use kernel::SetClock;
use std::{collections::BTreeSet, sync::Arc};
use web::House;

/// Every statement that the house runs.
pub async fn all(db: Db) -> BTreeSet<String> {
    let (house, walkers, things) = evening(db).await;
    drop(db::testing::statements(&house.db));
    work(&house, 0).await;
    streams(&walkers, &things).await;
    for (who, form) in race::deeds(&walkers, &things).await {
        race::sent(walkers[who].browser.clone(), walkers[who].csrf.clone(), form, 0).await;
    }
    work(&house, 1).await;
    db::testing::statements(&house.db)
}

/// What comes by itself, so many days later.
async fn work(house: &House, days: i64) {
    let clock = Arc::new(SetClock::at(NOW.plus_days(days)));
    let runner = Runner::new(house.db.clone(), clock, Arc::clone(&house.chance), slices::tasks());
    runner.run_due().await.unwrap();
    house.db.read_long(|tx| jobs::past(tx, &slices::keeps(), NOW)).await.unwrap();
    house.db.read_long(slices::files).await.unwrap();
}

/// Each stream, as everybody.
async fn streams(walkers: &[Walker], things: &Things) {
    for route in slices::routes().0.iter().filter(|route| route.method() == "GET" && !route.is_page()) {
        for walker in walkers {
            drop(walker.browser.listen(&things.fill(route.path)).await);
        }
    }
}
