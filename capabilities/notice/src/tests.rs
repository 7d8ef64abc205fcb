#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Quiet hours, and who sees a message.
mod codes;
mod outbox;

use crate::{SLICE, quiet, shown_at, store};
use access::Actor;
use jiff::civil::date;
use kernel::{Id, Moment, PersonId, Seeded, UnitId};

fn at(month: i8, day: i8, hour: i8) -> Moment {
    Moment::at_paris(date(2025, month, day), hour, 30)
}

#[test]
fn nobody_is_disturbed_at_night_on_sundays_or_in_holidays() {
    let shipped = calendar::Calendar::shipped();
    let (quiet, shown_at) = (|at| quiet(shipped, at), |at| shown_at(shipped, at));
    // A Tuesday of November 2025 is a school day.
    assert!(!quiet(at(11, 25, 18)) && quiet(at(11, 25, 20)) && quiet(at(11, 25, 6)));
    assert_eq!(shown_at(at(11, 25, 18)), at(11, 25, 18));
    assert_eq!(shown_at(at(11, 25, 21)), Moment::at_paris(date(2025, 11, 26), 7, 0));
    assert_eq!(shown_at(at(11, 25, 5)), Moment::at_paris(date(2025, 11, 25), 7, 0));
    // A Friday night waits for Monday; the holidays of Toussaint for their end.
    assert_eq!(shown_at(at(11, 28, 22)), Moment::at_paris(date(2025, 12, 1), 7, 0));
    assert!(quiet(at(10, 22, 11)) && shown_at(at(10, 22, 11)) >= Moment::at_paris(date(2025, 11, 3), 7, 0));
}

fn actor(person: PersonId) -> Actor {
    Actor { person, grants: vec![], children: vec![], groups: vec![] }
}

#[tokio::test]
async fn a_message_is_its_readers_alone() {
    let migrations = web::testing::migrations(&[&directory::SLICE, &signin::SLICE, &SLICE]);
    for (name, db) in db::testing::both(&migrations).await {
        let found = db.write(|tx| {
            let (now, chance) = (at(11, 25, 18), Seeded::new(1));
            let school: UnitId = Id::new(now, &chance);
            let mut person = |given| directory::testing::person(tx, &chance, (given, "Nouvel"), &[]);
            let ids = [person("Claire")?, person("Inès")?, person("Noé")?];
            let says = |text: &str| {
                let (author, to, text) = (Some(ids[0]), ids[1], text.to_owned());
                crate::Sending { school, author, to, text, link: None, sealed: None }
            };
            store::notify(tx, &chance, &says("Bravo."), now)?;
            store::notify(tx, &chance, &says("À demain."), at(11, 25, 21))?;
            let hers = store::of_person(tx, &actor(ids[1]), web::Pager::FIRST, now)?;
            let his = store::of_person(tx, &actor(ids[2]), web::Pager::FIRST, now)?;
            store::read_all(tx, &actor(ids[1]), now)?;
            let morning = store::of_person(tx, &actor(ids[1]), web::Pager::FIRST, at(11, 26, 8))?;
            store::erase(tx, ids[1])?;
            let gone = store::of_person(tx, &actor(ids[1]), web::Pager::FIRST, at(11, 26, 8))?;
            Ok::<_, db::Error>((hers, his.len(), morning, gone.len()))
        });
        let (hers, his, morning, gone) = found.await.unwrap();
        assert_eq!((hers.len(), his, gone), (1, 0, 0), "{name}");
        assert_eq!(
            (hers[0].text.as_str(), hers[0].author.0.as_str(), hers[0].read),
            ("Bravo.", "Claire", false),
            "{name}"
        );
        let read: Vec<_> = morning.iter().map(|notice| (notice.text.as_str(), notice.read)).collect();
        assert_eq!(read, [("À demain.", false), ("Bravo.", true)], "{name}: the late one waited for the morning");
    }
}
