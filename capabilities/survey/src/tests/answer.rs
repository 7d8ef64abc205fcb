//! Who is asked, what counts, and when nobody can tell any more.
use super::town::{NOW, Town, asking, both};
use crate::{Public, Refusal, Stage, policy::Open, store};
use access::Actor;
use db::params;
use jiff::ToSpan as _;

#[tokio::test]
async fn those_of_engaged_schools_are_asked_once_for_each_thing_they_are() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            assert!(asking(tx, town.pupils[0], Public::Pupil)?.is_none(), "{name}: nothing is open");
            town.wave(tx, Stage::Start, (0, 10))?;
            let mut asked = |person| {
                let actor = Actor::load(tx, person, NOW)?;
                Ok::<_, db::Error>(
                    store::asked(tx, &actor, NOW)?.iter().map(|one| (one.public, one.school)).collect::<Vec<_>>(),
                )
            };
            assert_eq!(asked(town.pupils[0])?, [(Public::Pupil, town.school)], "{name}");
            assert_eq!(asked(town.teachers[0])?, [(Public::Teacher, town.school)], "{name}");
            let both = [(Public::Family, town.school), (Public::Teacher, town.other.school)];
            assert_eq!(asked(town.guardian)?, both, "{name}: a parent who teaches is asked as both");
            for person in [town.far.pupils[0], town.head, town.vie_scolaire, town.pilot] {
                assert!(asked(person)?.is_empty(), "{name}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn an_answer_is_one_and_may_be_changed_while_the_wave_is_open() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.wave(tx, Stage::Start, (0, 10))?;
            let pupil = town.pupils[0];
            town.answer(tx, pupil, Public::Pupil, [1, 2, 3], "Bien")?;
            town.answer(tx, pupil, Public::Pupil, [4, 4, 4], "")?;
            let asking = asking(tx, pupil, Public::Pupil)?.unwrap();
            assert_eq!((asking.levels, asking.words.as_str()), ([Some(4); 3], ""), "{name}");
            let rows = tx.first("SELECT count(*) FROM survey_answer", &[])?.unwrap().get::<i64>(0);
            assert_eq!(rows, 1, "{name}");
            let actor = Actor::load(tx, pupil, NOW)?;
            let today = NOW.paris().date();
            for (question, level) in [(3, 1), (0, 0), (0, 5), (0, -1)] {
                let refused = store::answer(tx, &actor, &asking, (town.id(), question, level), today)?;
                assert_eq!(refused, Err(Refusal::Closed), "{name}: {question} {level}");
            }
            let late = today.saturating_add(11.days());
            assert_eq!(store::answer(tx, &actor, &asking, (town.id(), 0, 1), late)?, Err(Refusal::Closed), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn once_the_wave_is_over_nobody_can_tell_whose_an_answer_was() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let wave = town.wave(tx, Stage::Start, (0, 10))?;
            for pupil in &town.pupils {
                town.answer(tx, *pupil, Public::Pupil, [3, 3, 4], "")?;
            }
            let today = NOW.paris().date();
            assert_eq!(store::seal(tx, today.saturating_add(10.days()))?, 0, "{name}: it is still open");
            assert_eq!(store::seal(tx, today.saturating_add(11.days()))?, 12, "{name}");
            let left = "SELECT count(*) FROM survey_answer WHERE person_id IS NOT NULL";
            assert_eq!(tx.first(left, &[])?.unwrap().get::<i64>(0), 0, "{name}");
            let results = store::results(tx, town.dispositif, Some(town.school))?;
            assert_eq!((results[0].answers, results[0].tallies[0]), (12, Some([0, 0, 12, 0])), "{name}");
            assert!(store::export(tx, town.pupils[0])?.is_empty(), "{name}");
            // A wave that is over is not opened again: one could answer twice.
            let pilot = Actor::load(tx, town.pilot, NOW)?;
            let place = store::place::<Open>(&pilot, town.academie).unwrap();
            tx.execute("UPDATE survey_wave SET closes_on = '2025-11-01' WHERE id = ?1", &params![wave])?;
            let again = (town.dispositif, Stage::Start, today, today.saturating_add(5.days()));
            assert_eq!(store::open(tx, &place, &pilot, (town.id(), again), NOW)?, Err(Refusal::Over), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_person_is_shown_what_is_kept_of_them_and_forgotten_with_the_counts_right() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.wave(tx, Stage::Start, (0, 10))?;
            for pupil in &town.pupils {
                town.answer(tx, *pupil, Public::Pupil, [2, 3, 4], "Inès Nouvel")?;
            }
            assert_eq!(store::export(tx, town.pupils[0])?.len(), 1, "{name}");
            store::erase(tx, town.pupils[0])?;
            assert!(store::export(tx, town.pupils[0])?.is_empty(), "{name}");
            assert_eq!(store::results(tx, town.dispositif, None)?[0].answers, 12, "{name}");
            let words = "SELECT count(*) FROM survey_answer WHERE words <> ''";
            assert_eq!(tx.first(words, &[])?.unwrap().get::<i64>(0), 11, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
