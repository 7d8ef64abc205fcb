//! A person is shown what is kept of them, and forgotten; the demonstration fills the weeks.
use super::town::{NOW, Town, both};
use crate::{State, policy::Care, store};
use access::Actor;

#[tokio::test]
async fn a_forgotten_person_leaves_counts_and_not_a_word() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let luc = Actor::load(tx, town.referent, NOW)?;
            let samira = Actor::load(tx, town.guardian, NOW)?;
            let ids = [town.open(tx, town.guardian, -60)?, town.open(tx, town.teachers[0], -50)?];
            let one = store::find::<Care>(tx, &luc, ids[0])?.unwrap();
            let photo = store::Photo { id: town.id(), file: "f".into(), media: "image/png".into() };
            store::attach(tx, ids[0], &photo)?;
            store::say(tx, &one, &luc, (town.id(), "Mme Nouvel rappelle", false), State::Taken, NOW)?.unwrap();
            store::close(tx, &one, &luc, (town.id(), "Mme Nouvel a la tablette."), NOW)?.unwrap();
            assert_eq!(store::export(tx, samira.person)?.len(), 2, "{name}");
            assert_eq!(store::files(tx)?, ["f"], "{name}");
            let before = store::counts(tx, &[town.school], NOW.plus_days(-1))?;
            store::erase(tx, samira.person)?;
            assert!(store::files(tx)?.is_empty(), "{name}");
            for id in ids {
                let one = store::find::<Care>(tx, &luc, id)?.unwrap();
                assert_eq!((one.text.as_str(), one.closing.as_str()), ("", ""), "{name}");
                assert_eq!(one.state, State::Closed, "{name}: nobody is there to be helped");
                assert!(store::thread(tx, &one, true)?.iter().all(|word| word.text.is_empty()), "{name}");
            }
            let after = store::counts(tx, &[town.school], NOW.plus_days(-1))?;
            assert_eq!((before[0].opened(), after[0].opened()), (2, 2), "{name}");
            assert_eq!(before[0].hours, after[0].hours, "{name}: the delay of what was closed stays as it was");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_demonstration_has_twelve_believable_weeks() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let families =
                vec![(town.guardian, town.pupils[0]), (town.apart, town.pupils[0]), (town.guardian, town.pupils[1])];
            let families: Vec<_> = families.into_iter().cycle().take(30).collect();
            let chance = kernel::Seeded::new(11);
            let made = crate::demo::weeks(
                tx,
                &chance,
                town.school,
                town.referent,
                town.vie_scolaire,
                &town.teachers,
                &families,
                NOW,
            )?;
            assert_eq!(made, 29, "{name}");
            let counts = store::counts(tx, &[town.school], NOW.plus_days(-100))?;
            let [opened, closed] =
                [store::Count::opened, store::Count::closed].map(|of| counts.iter().map(of).sum::<i64>());
            assert!(opened == 24 && (15..24).contains(&closed), "{name}: {opened} {closed}");
            assert!(store::median(&counts).is_some_and(|hours| (1..200).contains(&hours)), "{name}");
            let paul = Actor::load(tx, town.teachers[1], NOW)?;
            assert!(!store::answered(tx, &paul, "", web::Pager::FIRST)?.is_empty(), "{name}");
            let late = tx.query("SELECT id FROM difficulty WHERE opened_at > ?1", &db::params![NOW])?;
            assert!(late.is_empty(), "{name}: nothing is of the future");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
