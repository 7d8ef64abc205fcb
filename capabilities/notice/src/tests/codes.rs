//! Codes asked for at the door, and what is told of an account.
use super::at;
use crate::{Channel, SLICE, Way, courier, store};
use access::{Role, UnitKind};
use db::Db;
use directory::testing::{self, whoami};
use jobs::Runner;
use kernel::{Moment, PersonId, Seeded, SetClock, UnitId};
use post::Carrier;
use signin::{CODE, SentId, TOLD, code_sent};
use std::sync::Arc;
use web::House;

struct World {
    name: &'static str,
    db: Db,
    house: Arc<House>,
    clock: Arc<SetClock>,
    school: UnitId,
    /// Claire by SMS, Paul who chose nothing.
    people: [PersonId; 2],
}

/// A Friday night of November: nothing leaves before Monday, but what is asked for.
const NIGHT: (i8, i8, i8) = (11, 28, 22);

async fn worlds() -> Vec<World> {
    let slices = [&directory::SLICE, &signin::SLICE, &SLICE];
    let mut worlds = vec![];
    for (name, db) in db::testing::both(&[]).await {
        let now = at(NIGHT.0, NIGHT.1, NIGHT.2);
        let clock = Arc::new(SetClock::at(now));
        let house = web::testing::house_at(db.clone(), &slices, whoami, Arc::clone(&clock)).await;
        let made = db.write(move |tx| {
            let chance = Seeded::new(4);
            let unit = ("0140041U", "Collège des Falaises");
            let school = testing::unit(tx, &chance, UnitKind::Etablissement, unit, &[])?;
            let mut teacher = |name| testing::person(tx, &chance, name, &[(Role::Teacher, school)]);
            let people = [teacher(("Claire", "Auvray"))?, teacher(("Paul", "Lebrun"))?];
            let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
            store::choose(tx, people[0], (&sms, true), now)?;
            Ok::<_, db::Error>((school, people))
        });
        let (school, people) = made.await.unwrap();
        worlds.push(World { name, db, house, clock, school, people });
    }
    worlds
}

impl World {
    /// A code is asked for, and what is queued is done.
    async fn asks(&self, person: PersonId) -> SentId {
        let now = self.house.clock.now();
        let asked = self.db.write(move |tx| {
            let id = SentId::new(now, &kernel::SystemChance);
            let told = format!("{id} {person}");
            jobs::queue(tx, &kernel::SystemChance, now, CODE, &id.to_string(), &told, now)?;
            Ok::<_, db::Error>(id)
        });
        let id = asked.await.unwrap();
        self.work().await;
        id
    }

    async fn work(&self) {
        let (clock, chance) = (Arc::clone(&self.house.clock), Arc::clone(&self.house.chance));
        Runner::new(self.db.clone(), clock, chance, (SLICE.tasks)()).run_due().await.unwrap();
    }

    async fn waiting(&self) -> i64 {
        let count = self.db.read(|tx| tx.first("SELECT count(*) FROM notice_code", &[])).await.unwrap();
        count.unwrap().get(0)
    }

    async fn sent(&self, carrier: &Carrier) -> usize {
        courier::run_once(&self.house, carrier).await.unwrap()
    }

    fn later(&self, minutes: i64) -> Moment {
        let now = self.house.clock.now().plus_minutes(minutes);
        self.clock.set(now);
        now
    }
}

/// It leaves at night too, to who asked for it by a channel that leaves the house; and to nobody else.
#[tokio::test]
async fn a_code_leaves_at_once_even_at_night_and_to_its_own_channel_alone() {
    for world in worlds().await {
        let (name, folder) = (world.name, tempfile::tempdir().unwrap());
        let carrier = Carrier::folder(folder.path());
        let [claire, paul] = world.people;
        let id = world.asks(claire).await;
        world.asks(paul).await;
        world.asks(SentId::new(at(11, 28, 22), &Seeded::new(1)).cast()).await;
        assert_eq!((world.sent(&carrier).await, world.waiting().await), (1, 0), "{name}");
        let mut letters = std::fs::read_dir(folder.path()).unwrap();
        let text = std::fs::read_to_string(letters.next().unwrap().unwrap().path()).unwrap();
        assert!(text.starts_with("To: +33639980001") && letters.next().is_none(), "{name}: {text}");
        let code = code_sent(&world.house.secret, id);
        assert!(text.contains(&format!("votre code est {code}.")) && !text.contains("Auvray"), "{name}: {text}");
    }
}

/// A card can be printed by colleagues: what was chosen on entering by it is no way to a new password.
#[tokio::test]
async fn a_channel_chosen_by_a_card_receives_no_code() {
    for world in worlds().await {
        let (name, [claire, _]) = (world.name, world.people);
        let now = world.house.clock.now();
        let chosen = world.db.write(move |tx| {
            let theirs = Channel { way: Way::Email, address: Some("somebody@example.org".to_owned()) };
            store::choose(tx, claire, (&theirs, false), now)
        });
        chosen.await.unwrap();
        world.asks(claire).await;
        assert_eq!(world.waiting().await, 0, "{name}");
    }
}

/// A gateway that is down is tried again while the code is good; one that is not named is not.
#[tokio::test]
async fn a_code_is_tried_again_while_it_is_good() {
    for world in worlds().await {
        let name = world.name;
        let file = tempfile::NamedTempFile::new().unwrap();
        let broken = Carrier::folder(file.path());
        world.asks(world.people[0]).await;
        let mut tried = 0;
        for _ in 0..30 {
            tried += world.sent(&broken).await;
            world.later(1);
        }
        assert_eq!(tried, 10, "{name}: once a minute, for ten minutes");
        let gone = jobs::purge(&world.db, SLICE.keeps, world.later(24 * 60)).await.unwrap();
        assert!(gone.iter().any(|(table, _)| *table == "notice_code"), "{name}: {gone:?}");
        world.asks(world.people[0]).await;
        assert_eq!((world.sent(&Carrier::default()).await, world.waiting().await), (1, 0), "{name}");
    }
}

/// What was changed by somebody else is told in words, in the morning, by one's own channel.
#[tokio::test]
async fn what_was_changed_of_an_account_is_told() {
    for world in worlds().await {
        let (name, school, [claire, paul]) = (world.name, world.school, world.people);
        let now = world.house.clock.now();
        let queued = world.db.write(move |tx| {
            for (n, what) in (1..).zip(signin::Told::ALL) {
                let (key, told) = (what.word(), format!("{claire} {school} {paul} {}", what.word()));
                jobs::queue(tx, &Seeded::new(n), now, TOLD, key, &told, now)?;
            }
            signin::demo::password(tx, claire, "c.auvray", "hash", now)
        });
        queued.await.unwrap();
        world.work().await;
        let sql = "SELECT n.text, n.author_id, n.shown_at, d.kind FROM notice n
                   JOIN notice_delivery d ON d.notice_id = n.id WHERE n.person_id = ?1";
        let told = world.db.read(move |tx| tx.query(sql, &db::params![claire])).await.unwrap();
        assert_eq!(told.len(), signin::Told::ALL.len(), "{name}");
        for row in &told {
            assert!(!row.text(0).contains("[notice-") && !row.text(0).contains('{'), "{name}: {row:?}");
            assert_eq!((row.get::<PersonId>(1), row.text(3)), (paul, "sms"), "{name}: {row:?}");
            assert!(row.get::<Moment>(2) > now, "{name}: not at night: {row:?}");
        }
        assert!(told.iter().any(|row| row.text(0).contains("est maintenant c.auvray")), "{name}: {told:?}");
    }
}
