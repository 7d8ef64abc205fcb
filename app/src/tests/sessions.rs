//! A session that has ended hears nothing more.
use super::house::{NOW, evening};
use db::Db;
use kernel::SystemChance;
use live::Bus;
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};
use web::testing::Ear;

async fn said(ear: &mut Ear, told: &str) -> Option<String> {
    tokio::time::timeout(Duration::from_secs(10), ear.said()).await.unwrap_or_else(|_| panic!("{told}: silence"))
}

#[tokio::test]
async fn a_stream_ends_with_its_session_and_with_no_other() {
    for (name, place) in db::testing::places().await {
        let bus: Arc<OnceLock<Bus>> = Arc::default();
        let bells = Arc::clone(&bus);
        let ring = move |topic: &str| bells.get().into_iter().for_each(|bus| bus.ring(topic));
        let (house, walkers, _) = evening(Db::open(&place, 4, Arc::new(ring)).unwrap()).await;
        bus.set(house.bus.clone()).unwrap();
        let old = &walkers.iter().find(|walker| walker.name == "pupil").unwrap().browser;
        let token = old.cookie("preau").unwrap().to_owned();
        let opened = house.db.write(move |tx| {
            let person = signin::whoami(tx, &token, NOW)?.unwrap().actor.person;
            signin::demo::session(tx, &SystemChance, person, NOW)
        });
        let mut new = old.another().with("preau", opened.await.unwrap());
        let (mut kept, mut ended) = (new.listen("/flux").await, old.listen("/flux").await);
        for ear in [&mut kept, &mut ended] {
            assert!(said(ear, name).await.unwrap().contains("event: hello"), "{name}");
        }
        // The others are ended from the new one: the old page looks once more, and its stream is over.
        new.get("/compte").await;
        new.post("/compte/sessions", &[("end", "others")]).await;
        assert_eq!(new.status, 303, "{name}");
        assert!(said(&mut ended, name).await.unwrap().contains("event: ring"), "{name}");
        assert_eq!(said(&mut ended, name).await, None, "{name}");
        // The new one still hears.
        house.bus.ring(live::EVERY_TOPIC);
        assert!(said(&mut kept, name).await.unwrap().contains("event: ring"), "{name}");
    }
}
