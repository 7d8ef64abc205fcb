//! What leaves, by which way, when, and what is known of it.
use super::at;
use crate::{Channel, Known, SLICE, Sending, Way, courier, quiet, seal::Seal, store};
use access::UnitKind;
use db::Db;
use directory::testing::{self, whoami};
use kernel::{Moment, PersonId, Seeded, SetClock, UnitId};
use post::Carrier;
use std::{path::Path, sync::Arc};
use web::{House, Lang, testing::Browser};

struct World {
    name: &'static str,
    db: Db,
    house: Arc<House>,
    clock: Arc<SetClock>,
    school: UnitId,
    /// Samira by SMS, Marc by e-mail, Léa who never came, Anne who has come in.
    people: Vec<PersonId>,
}

/// A Tuesday of November at half past six in the evening.
async fn worlds() -> Vec<World> {
    let slices = [&directory::SLICE, &signin::SLICE, &SLICE];
    let mut worlds = vec![];
    for (name, db) in db::testing::both(&[]).await {
        let clock = Arc::new(SetClock::at(at(11, 25, 18)));
        let house = web::testing::house_at(db.clone(), &slices, whoami, Arc::clone(&clock)).await;
        let (secret, now) = (house.secret.clone(), at(11, 25, 18));
        let made = db.write(move |tx| {
            let chance = Seeded::new(4);
            let unit = ("0140041U", "Collège des Falaises");
            let school = testing::unit(tx, &chance, UnitKind::Etablissement, unit, &[])?;
            let mut guardian = |given| testing::guardian(tx, &chance, (given, "Benali"), &[]);
            let people = vec![guardian("Samira")?, guardian("Marc")?, guardian("Léa")?, guardian("Anne")?];
            testing::change(tx, people[1], |marc| marc.lang = Some("en".to_owned()))?;
            let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
            store::choose(tx, people[0], (&sms, true), now)?;
            let mail = Channel { way: Way::Email, address: Some("marc@example.org".to_owned()) };
            store::choose(tx, people[1], (&mail, true), now)?;
            signin::demo::card(tx, &secret, &chance, people[3], Some("4827"), now)?;
            tx.execute("UPDATE signin_card SET used_at = ?1", &db::params![now])?;
            Ok::<_, db::Error>((school, people))
        });
        let (school, people) = made.await.unwrap();
        worlds.push(World { name, db, house, clock, school, people });
    }
    worlds
}

impl World {
    async fn notify(&self, now: Moment) -> Vec<(crate::NoticeId, Way)> {
        let (school, people) = (self.school, self.people.clone());
        let sent = self.db.write(move |tx| {
            let chance = Seeded::new(9);
            let sendings: Vec<_> = people.iter().map(|to| sending(school, *to, &chance)).collect();
            store::notify_many(tx, &chance, &sendings, now)
        });
        sent.await.unwrap()
    }

    async fn known(&self, ids: &[(crate::NoticeId, Way)]) -> Vec<Known> {
        let (ids, now) = (ids.iter().map(|(id, _)| *id).collect::<Vec<_>>(), self.clock_now());
        let wanted = ids.clone();
        let fates = self.db.read(move |tx| store::fates(tx, &ids, now)).await.unwrap();
        wanted.iter().map(|id| fates[id].known).collect()
    }

    fn clock_now(&self) -> Moment {
        self.house.clock.now()
    }
}

fn sending(school: UnitId, to: PersonId, chance: &Seeded) -> Sending {
    let seal = Seal::new(to.bytes(), chance);
    let (text, link) = ("Maïssa peut travailler à distance.".to_owned(), Some("/accord".to_owned()));
    Sending { school, author: None, to, text, link, sealed: Some(("/reponse/".to_owned(), seal)) }
}

/// A message that stands alone.
fn plain(school: UnitId, to: PersonId, text: &str) -> Sending {
    Sending { school, author: None, to, text: text.to_owned(), link: None, sealed: None }
}

fn letters(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let mut texts: Vec<_> = entries.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    texts.sort();
    texts
}

#[tokio::test]
async fn each_is_reached_by_their_own_channel_and_nothing_is_said_of_the_child() {
    for world in worlds().await {
        let (name, folder) = (world.name, tempfile::tempdir().unwrap());
        let carrier = Carrier::folder(folder.path());
        let sent = world.notify(at(11, 25, 18)).await;
        let ways: Vec<_> = sent.iter().map(|(_, way)| *way).collect();
        assert_eq!(ways, [Way::Sms, Way::Email, Way::Paper, Way::Platform], "{name}");
        assert_eq!(world.known(&sent).await, [Known::Waiting, Known::Waiting, Known::Waiting, Known::Sent], "{name}");
        assert_eq!(courier::run_once(&world.house, &carrier).await.unwrap(), 2, "{name}");
        let texts = letters(folder.path());
        assert_eq!(texts.len(), 2, "{name}: {texts:?}");
        assert!(
            texts.iter().all(|text| text.contains("Collège des Falaises") && !text.contains("Maïssa")),
            "{texts:?}"
        );
        assert!(texts[0].starts_with("To: +33639980001\n\nCollège des Falaises vous écrit."), "{texts:?}");
        assert!(texts[1].contains("Subject: Collège des Falaises has written to you"), "{name}: {texts:?}");
        let key = texts[0].trim_end().rsplit("http://127.0.0.1/reponse/").next().unwrap();
        assert!(crate::seal::link(key).is_some(), "{name}: {key}");
        assert_eq!(world.known(&sent).await[..2], [Known::Received; 2], "{name}");
        assert_eq!(courier::run_once(&world.house, &carrier).await.unwrap(), 0, "{name}: sent once");
        let (sheet, seen) = (sent[2].0, sent[3].0);
        let now = world.clock_now();
        world.db.write(move |tx| store::handed(tx, &[sheet], now)).await.unwrap();
        world.db.write(move |tx| store::mark_read(tx, &[seen], now)).await.unwrap();
        assert_eq!(world.known(&sent).await[2..], [Known::Received, Known::Read], "{name}");
        let changed = world.db.read(move |tx| store::changed_since(tx, now, now)).await.unwrap();
        assert_eq!(changed.len(), 4, "{name}");
        let samira = world.people[0];
        world.db.write(move |tx| store::erase(tx, samira)).await.unwrap();
        let left = world.db.read(|tx| {
            tx.query(
                "SELECT address FROM notice_delivery UNION ALL SELECT address
                 FROM notice_channel",
                &[],
            )
        });
        let left: Vec<db::Row> = left.await.unwrap();
        assert!(left.iter().all(|row| row.get::<Option<String>>(0).is_none_or(|a| a.contains("marc"))), "{name}");
    }
}

/// Written on a Friday night: nothing leaves until Monday at seven, whatever the passes.
#[tokio::test]
async fn nothing_leaves_in_quiet_hours() {
    for world in worlds().await {
        let (name, folder) = (world.name, tempfile::tempdir().unwrap());
        let carrier = Carrier::folder(folder.path());
        let friday = at(11, 28, 22);
        world.notify(friday).await;
        for hour in 0..72 {
            let now = friday.plus_minutes(hour * 60);
            world.clock.set(now);
            let tried = courier::run_once(&world.house, &carrier).await.unwrap();
            assert!(tried == 0 || !quiet(calendar::Calendar::shipped(), now), "{name}: {hour}");
        }
        assert_eq!(letters(folder.path()).len(), 2, "{name}: on Monday");
    }
}

#[tokio::test]
async fn a_letter_that_does_not_leave_is_tried_again_and_not_for_ever() {
    for world in worlds().await {
        let name = world.name;
        let sent = world.notify(at(11, 25, 8)).await;
        world.clock.set(at(11, 25, 8));
        // A file where the folder should be: the disk refuses, as a server that is down.
        let file = tempfile::NamedTempFile::new().unwrap();
        let broken = Carrier::folder(file.path());
        let mut tried = vec![];
        for minute in 0..(24 * 60) {
            let now = at(11, 25, 8).plus_minutes(minute);
            world.clock.set(now);
            if courier::run_once(&world.house, &broken).await.unwrap() > 0 {
                tried.push(minute);
            }
        }
        assert_eq!(tried[..4], [0, 5, 15, 35], "{name}: {tried:?}");
        for day in 1..6 {
            world.clock.set(at(11, 25, 12).plus_days(day));
            courier::run_once(&world.house, &broken).await.unwrap();
        }
        assert_eq!(world.known(&sent).await[..2], [Known::Failed; 2], "{name}");
        assert_eq!(courier::run_once(&world.house, &broken).await.unwrap(), 0, "{name}");
        // Without any way named, a letter is refused once and for all.
        world.clock.set(at(11, 25, 12));
        let sent = world.notify(at(11, 25, 12)).await;
        assert_eq!(courier::run_once(&world.house, &Carrier::default()).await.unwrap(), 2, "{name}");
        assert_eq!(world.known(&sent).await[0], Known::Failed, "{name}");
    }
}

#[tokio::test]
async fn a_letter_taken_by_one_node_is_not_taken_by_another_until_its_lease_ends() {
    for world in worlds().await {
        let now = at(11, 25, 18);
        world.notify(now).await;
        let take = |at: Moment| world.db.write(move |tx| store::take(tx, at, 40));
        let first = take(now).await.unwrap();
        assert_eq!((first.len(), take(now).await.unwrap().len()), (2, 0), "{}", world.name);
        let again = take(now.plus_minutes(16)).await.unwrap();
        assert_eq!((again.len(), again[0].tries), (2, 2), "{}: we fell, it leaves again", world.name);
    }
}

#[tokio::test]
async fn an_adult_chooses_their_channel_and_a_wrong_number_is_said() {
    for world in worlds().await {
        let name = world.name;
        let slices = [&directory::SLICE, &signin::SLICE, &SLICE];
        let mut lea = Browser::new(&world.house, &slices).with("preau", world.people[2]);
        for lang in Lang::WHOLE {
            let page = &lea.clone().with("lang", lang);
            let text = page.clone().get("/compte/canal").await.text.clone();
            assert!(text.matches("<h1").count() == 1 && !text.contains("[notice-"), "{name}: {text}");
        }
        lea.get("/compte/canal").await;
        lea.post("/compte/canal", &[("canal", "sms"), ("numero", "12")]).await;
        assert!(lea.status == 422 && lea.text.contains("numero-oops"), "{name}: {lea:?}");
        for (typed, kept) in [
            ("+33 (0)6 39 98 00 01", "+33639980001"),
            ("+33 06 39 98 00 01", "+33639980001"),
            ("0692 12 34 56", "+262692123456"),
        ] {
            lea.post("/compte/canal", &[("canal", "sms"), ("numero", typed)]).await;
            assert_eq!(lea.status, 303, "{name}: {typed}");
            let (person, now) = (world.people[2], at(11, 25, 18));
            let channel = world.db.read(move |tx| store::channels(tx, &[person], now)).await.unwrap();
            assert_eq!(channel[&person].address.as_deref(), Some(kept), "{name}: {typed}");
            let shown = kept.parse::<telephone::Phone>().unwrap().shown();
            assert!(lea.follow().await.text.contains(&shown), "{name}: {typed}");
        }
        lea.post("/compte/canal", &[("canal", "sms"), ("numero", "02 31 00 00 00")]).await;
        assert!(lea.status == 422 && lea.text.contains("téléphone fixe"), "{name}: {lea:?}");
        lea.post("/compte/canal", &[("canal", "email"), ("adresse", "lea@nulle part")]).await;
        assert!(lea.status == 422 && lea.text.contains("adresse-oops"), "{name}: {lea:?}");
        lea.post("/compte/canal", &[("canal", "email"), ("adresse", "lea@example.org")]).await;
        assert!(lea.follow().await.text.contains("lea@example.org"), "{name}: {lea:?}");
        let sent = world.notify(at(11, 25, 18)).await;
        assert_eq!(sent[2].1, Way::Email, "{name}");
        let mut anne = lea.another().with("preau", world.people[3]);
        anne.get("/messages").await;
        assert!(
            anne.text.contains("href=\"/accord\"") && anne.text.contains("Collège des Falaises"),
            "{name}: {anne:?}"
        );
    }
}

#[tokio::test]
async fn what_is_not_read_stands_on_the_day_until_it_is() {
    for world in worlds().await {
        let (name, now, anne, school) = (world.name, at(11, 25, 18), world.people[3], world.school);
        let sent = world.db.write(move |tx| {
            for (n, when) in [(1, now), (2, now), (3, at(11, 25, 21))] {
                store::notify(tx, &Seeded::new(n), &plain(school, anne, "Bravo."), when)?;
            }
            Ok::<_, db::Error>(())
        });
        sent.await.unwrap();
        let cards = async |person| web::testing::cards(&world.db, &[&SLICE], person, now).await;
        let found = cards(anne).await;
        assert_eq!((found.len(), found[0].key, found[0].n), (1, "notice-card-unread", 2), "{name}: shown by now");
        assert!(cards(world.people[0]).await.is_empty(), "{name}");
        let mut browser = Browser::new(&world.house, &[&directory::SLICE, &SLICE]).with("preau", anne);
        browser.get("/messages").await.post("/messages", &[]).await;
        assert!(browser.status == 303 && cards(anne).await.is_empty(), "{name}: {browser:?}");
    }
}

/// Whatever a school writes goes by the channel of its reader, and what it writes at once is one letter, not seven.
#[tokio::test]
async fn what_one_school_writes_at_once_is_one_letter() {
    for world in worlds().await {
        let (name, folder, now) = (world.name, tempfile::tempdir().unwrap(), at(11, 25, 18));
        let carrier = Carrier::folder(folder.path());
        let (school, samira) = (world.school, world.people[0]);
        let seven = world.db.write(move |tx| {
            let chance = Seeded::new(11);
            let mut all = vec![plain(school, samira, "La séance est annulée."); 7];
            all[6].link = Some("/difficulte/1".to_owned());
            store::notify_many(tx, &chance, &all, now)
        });
        let seven = seven.await.unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        let broken = Carrier::folder(file.path());
        assert_eq!(courier::run_once(&world.house, &broken).await.unwrap(), 1, "{name}: all wait together");
        assert_eq!(world.known(&seven).await, [Known::Waiting; 7], "{name}");
        world.clock.set(now.plus_minutes(6));
        assert_eq!(courier::run_once(&world.house, &carrier).await.unwrap(), 1, "{name}");
        let texts = letters(folder.path());
        assert!(texts.len() == 1 && texts[0].trim_end().ends_with("http://127.0.0.1/messages"), "{name}: {texts:?}");
        assert_eq!(world.known(&seven).await, [Known::Received; 7], "{name}");
        world.notify(now.plus_minutes(6)).await;
        courier::run_once(&world.house, &carrier).await.unwrap();
        assert_eq!(letters(folder.path()).len(), 3, "{name}: a sealed letter opens one thing, and goes alone");
    }
}
