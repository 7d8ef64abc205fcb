#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! What the door promises, on both databases.

mod adults;
mod cards;
mod events;
mod family;
mod forgot;
mod people;
mod portals;
mod sheets;
mod shut;
mod slips;
mod slowing;
mod store;
mod unlock;
mod whom;

use crate::{SLICE, demo, whoami};
use kernel::{Moment, PersonId, SetClock};
use people::People;
use std::sync::Arc;
use web::{House, testing::Browser};

/// A Tuesday evening of November 2026.
const NOW: Moment = Moment(1_795_536_000_000);

/// A house on one database, its people, and the hands of its clock.
struct World {
    name: &'static str,
    house: Arc<House>,
    clock: Arc<SetClock>,
    people: People,
}

/// One on each database, where codes may leave.
async fn worlds() -> Vec<World> {
    worlds_that(true).await
}

/// One on each database, where codes may leave or have no way to.
async fn worlds_that(send: bool) -> Vec<World> {
    let mut worlds = vec![];
    for (name, db) in db::testing::both(&[]).await {
        let clock = Arc::new(SetClock::at(NOW));
        let mut house = web::testing::house_at(db, &[&directory::SLICE, &SLICE], whoami, Arc::clone(&clock)).await;
        // Nothing is carried here.
        let carrier = send.then(|| post::Carrier::folder("/nowhere"));
        Arc::get_mut(&mut house).unwrap().engines = web::Engines::default().with(carrier);
        let people = house.db.write(people::fill).await.unwrap();
        worlds.push(World { name, house, clock, people });
    }
    worlds
}

impl World {
    fn browser(&self) -> Browser {
        Browser::new(&self.house, &[&directory::SLICE, &SLICE])
    }

    /// The clock so many minutes after [`NOW`].
    fn minutes(&self, minutes: i64) {
        self.clock.set(NOW.plus_minutes(minutes));
    }

    async fn card(&self, person: PersonId, pin: Option<&'static str>) -> demo::Card {
        let house = Arc::clone(&self.house);
        let made =
            self.house.db.write(move |tx| demo::card(tx, &house.secret, &kernel::SystemChance, person, pin, NOW));
        made.await.unwrap()
    }

    /// The key printed on somebody's card.
    async fn key(&self, person: PersonId) -> String {
        let cards = self.house.db.read(move |tx| crate::store::card::of_people(tx, &[person])).await.unwrap();
        crate::code::printed(&self.house.secret, cards[&person].id, &cards[&person].salt)
    }

    /// An administrator, with the second step behind them.
    async fn administering(&self, admin: PersonId) -> Browser {
        let secret = self.house.secret.clone();
        let enrolled = self.house.db.write(move |tx| demo::second_step(tx, &secret, &kernel::SystemChance, admin, NOW));
        enrolled.await.unwrap();
        self.signed_in(admin).await
    }

    /// The deeds of the trail on somebody, with who did each and the words.
    async fn trail(&self, on: PersonId) -> Vec<(String, PersonId, String)> {
        let deeds = self.house.db.read(move |tx| access::audit::on(tx, on, 50)).await.unwrap();
        deeds.into_iter().map(|deed| (deed.deed, deed.person, deed.reason)).collect()
    }

    /// What is queued to be told of somebody's account.
    async fn told(&self) -> Vec<String> {
        let sql = "SELECT payload FROM jobs_queue WHERE kind = ?1 ORDER BY payload";
        let queued = self.house.db.read(move |tx| tx.query(sql, &db::params![crate::TOLD])).await.unwrap();
        queued.iter().map(|row| row.get(0)).collect()
    }

    async fn grant(&self, person: PersonId, role: access::Role, unit: kernel::UnitId) {
        let given = self.house.db.write(move |tx| directory::testing::grant(tx, person, (role, unit)));
        given.await.unwrap();
    }

    /// The person holds nothing any more since `days` days.
    async fn leaves(&self, person: PersonId, days: i64) {
        let end = "UPDATE membership SET until = ?2 WHERE person_id = ?1";
        let left = NOW.plus_days(-days);
        self.house.db.write(move |tx| tx.execute(end, &db::params![person, left])).await.unwrap();
    }

    async fn signed_in(&self, person: PersonId) -> Browser {
        let token = self.house.db.write(move |tx| demo::session(tx, &kernel::SystemChance, person, NOW));
        self.browser().with("preau", token.await.unwrap())
    }

    async fn password(&self, person: PersonId, login: &'static str, password: &'static str) {
        let hash = crate::hash_password(password, &kernel::SystemChance).unwrap();
        self.house.db.write(move |tx| demo::password(tx, person, login, &hash, NOW)).await.unwrap();
    }
}

/// The page is there, and every sentence of it; a secret is never given back in its field.
fn sound(browser: &Browser) {
    let secrets = browser.text.split("<input").filter_map(|field| field.split('>').next());
    let given = secrets.filter(|field| field.contains("type=\"password\"")).any(|field| field.contains("value="));
    assert!(!given, "{browser:?}");
    assert!(!browser.text.contains("[signin-") && !browser.text.contains("[shell-"), "{browser:?}");
    assert_eq!(browser.text.matches("<h1").count(), 1, "{browser:?}");
}
