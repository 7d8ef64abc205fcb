//! One live ticket, the order, the claim.
use super::town::{NOW, Setting, Town, both, kept};
use crate::{
    DutyState, Mode, Outcome, Refusal, SLICE, State, Subject,
    policy::{Help, Serve},
    store,
};
use access::Actor;
use db::{Db, Result, Tx};
use kernel::{PersonId, Seeded, SetClock};
use std::sync::{Arc, Mutex};

/// The pupils in the order of the board.
fn order(tx: &mut Tx<'_>, town: &Town) -> Result<Vec<PersonId>> {
    let actor = Actor::load(tx, town.teachers[0], NOW)?;
    let desk = store::desk_for::<Serve>(tx, &actor, town.desk)?.unwrap();
    let lines = store::queue(tx, &actor, &desk)?;
    Ok(lines.iter().filter(|line| line.ticket.state == State::Waiting).map(|line| line.ticket.pupil).collect())
}

#[tokio::test]
async fn a_pupil_has_one_live_ticket_over_all_desks_even_asking_twice_at_once() {
    for (name, db, town) in both::<Town>().await {
        let second = town.id();
        let there = town.clone();
        db.write(move |tx| {
            there.open(tx)?;
            store::add_desk(tx, second, "Bureau de l’internat", crate::Names::Full, there.school)
        })
        .await
        .unwrap();
        let asking = (0..8).map(|n| {
            let (db, town) = (db.clone(), town.clone());
            tokio::spawn(async move {
                let mut asked = town.asked(Subject::Maths, Mode::Writing);
                asked.desk = if n % 2 == 0 { town.desk } else { second };
                let pupil = town.pupils[0];
                let asked = db.write(move |tx| {
                    let actor = Actor::load(tx, pupil, NOW)?;
                    store::ask(tx, &actor, &asked, NOW)
                });
                asked.await.unwrap()
            })
        });
        let mut taken = 0;
        for one in asking.collect::<Vec<_>>() {
            match one.await.unwrap() {
                Ok(()) => taken += 1,
                Err(why) => assert_eq!(why, Refusal::One, "{name}"),
            }
        }
        assert_eq!(taken, 1, "{name}");
    }
}

#[tokio::test]
async fn who_was_not_helped_tonight_comes_first_then_the_first_come() {
    for (name, db, town) in both::<Town>().await {
        let seen = db.write_alone(move |tx| {
            town.open(tx)?;
            let first = town.ask(tx, 0, -40)?;
            assert!(town.claim(tx, 0, first, -35)?);
            let ticket = kept(tx, first)?;
            store::end(tx, &ticket, Outcome::Understood, None, NOW.plus_minutes(-30))?.unwrap();
            // Inès comes back before the others, and passes after them.
            let again = town.ask(tx, 0, -20)?;
            town.ask(tx, 1, -10)?;
            let paused = town.ask(tx, 2, -15)?;
            let before = order(tx, &town)?;
            let paused = kept(tx, paused)?;
            store::pause(tx, &town.chance, &paused, true, NOW)?.unwrap();
            let after = order(tx, &town)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let desk = store::desk_for::<Serve>(tx, &actor, town.desk)?.unwrap();
            let next = store::next(tx, &desk, &[], NOW)?.unwrap();
            let next = kept(tx, next)?.pupil;
            let rested = store::next(tx, &desk, &[], NOW.plus_minutes(crate::PAUSE))?.unwrap();
            let rested = kept(tx, rested)?.pupil;
            let again = kept(tx, again)?;
            let places = store::before(tx, &[town.desk], Some(&again), NOW)?;
            Ok::<_, db::Error>((town, before, after, next, rested, places))
        });
        let (town, before, after, next, rested, places) = seen.await.unwrap();
        assert_eq!(before, [town.pupils[2], town.pupils[1], town.pupils[0]], "{name}");
        assert_eq!(after, before, "{name}: a pause keeps the place");
        assert_eq!(next, town.pupils[1], "{name}: who rests is passed over");
        assert_eq!(rested, town.pupils[2], "{name}: and is first again afterwards");
        assert_eq!(places, [(town.desk, Subject::Maths, 1)], "{name}: who rests does not count before the others");
    }
}

#[tokio::test]
async fn who_was_helped_yesterday_is_not_last_today() {
    for (name, db, town) in both::<Town>().await {
        let helped = db.write(move |tx| {
            town.open(tx)?;
            let day = 24 * 60;
            let first = town.ask(tx, 0, -day)?;
            assert!(town.claim(tx, 0, first, 5 - day)?);
            let ticket = kept(tx, first)?;
            store::end(tx, &ticket, Outcome::Understood, None, NOW.plus_minutes(9 - day))?.unwrap();
            let today = town.ask(tx, 0, 0)?;
            Ok::<_, db::Error>(kept(tx, today)?.helped)
        });
        assert!(!helped.await.unwrap(), "{name}");
    }
}

#[tokio::test]
async fn the_next_one_is_of_the_subjects_of_the_duty() {
    for (name, db, town) in both::<Town>().await {
        let found = db.write(move |tx| {
            town.open(tx)?;
            let french = town.ask_for(tx, 0, -10, Subject::French, Mode::Writing)?;
            let maths = town.ask_for(tx, 1, -5, Subject::Maths, Mode::Writing)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let desk = store::desk_for::<Serve>(tx, &actor, town.desk)?.unwrap();
            let mut next = |subjects: &[Subject]| store::next(tx, &desk, subjects, NOW);
            let two = [Subject::Science, Subject::Maths];
            Ok::<_, db::Error>((french, maths, next(&[])?, next(&two)?, next(&[Subject::Languages])?))
        });
        let (french, maths, any, science, languages) = found.await.unwrap();
        assert_eq!((any, science, languages), (Some(french), Some(maths), None), "{name}");
    }
}

#[tokio::test]
async fn of_two_teachers_who_take_the_same_ticket_one_has_it() {
    for (name, db, town) in both::<Town>().await {
        let there = town.clone();
        let ticket = db
            .write(move |tx| {
                there.open(tx)?;
                there.ask(tx, 0, -3)
            })
            .await
            .unwrap();
        let taking: Vec<_> = (0..6)
            .map(|n| {
                let (db, town) = (db.clone(), town.clone());
                tokio::spawn(async move { db.write(move |tx| town.claim(tx, n % 2, ticket, 0)).await.unwrap() })
            })
            .collect();
        let mut taken = 0;
        for one in taking {
            taken += u32::from(one.await.unwrap());
        }
        assert_eq!(taken, 1, "{name}");
    }
}

#[tokio::test]
async fn given_back_it_stands_where_it_stood() {
    for (name, db, town) in both::<Town>().await {
        let seen = db.write_alone(move |tx| {
            town.open(tx)?;
            let first = town.ask(tx, 0, -10)?;
            town.ask(tx, 1, -5)?;
            town.claim(tx, 0, first, 0)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let helped = store::find::<Help>(tx, &actor, first)?.unwrap();
            store::give_back(tx, &helped, NOW)?.unwrap();
            let again = store::give_back(tx, &helped, NOW)?;
            Ok::<_, db::Error>((order(tx, &town)?, kept(tx, first)?, again, town))
        });
        let (order, ticket, again, town) = seen.await.unwrap();
        assert_eq!(order, [town.pupils[0], town.pupils[1]], "{name}");
        assert_eq!((ticket.helper, ticket.claimed_at, ticket.group), (None, None, None), "{name}");
        assert_eq!(again, Err(Refusal::Ended), "{name}: twice is refused");
    }
}

#[tokio::test]
async fn a_promise_for_today_does_not_shorten_the_one_of_the_month_after() {
    for (name, db, town) in both::<Town>().await {
        let serves = db.write(move |tx| {
            let later = 40 * 24 * 60;
            town.duty(tx, town.teachers[0], (later, later + 60), DutyState::Planned, &[])?;
            town.duty(tx, town.teachers[0], (0, 60), DutyState::Open, &[])?;
            let actor = Actor::load(tx, town.teachers[0], NOW.plus_minutes(later))?;
            Ok::<_, db::Error>(store::desks_served(tx, &actor)?.len())
        });
        assert_eq!(serves.await.unwrap(), 1, "{name}");
    }
}

#[tokio::test]
async fn the_queue_moves_at_the_end_of_a_pause() {
    for (name, place) in db::testing::places().await {
        let heard = Arc::new(Mutex::new(vec![]));
        let hearing = Arc::clone(&heard);
        let db = Db::open(&place, 4, Arc::new(move |topic| hearing.lock().unwrap().push(topic.to_owned()))).unwrap();
        db.migrate(web::testing::migrations(Town::SLICES)).await.unwrap();
        let town = Arc::new(db.write(Town::build).await.unwrap());
        let clock = Arc::new(SetClock::at(NOW));
        let runner = jobs::Runner::new(db.clone(), clock.clone(), Arc::new(Seeded::new(3)), (SLICE.tasks)());
        let ticket = db
            .write(move |tx| {
                town.open(tx)?;
                let ticket = town.ask(tx, 0, -5)?;
                let waiting = kept(tx, ticket)?;
                // Back after two minutes, away again after four.
                for (minutes, resting) in [(0, true), (2, false), (4, true)] {
                    store::pause(tx, &town.chance, &waiting, resting, NOW.plus_minutes(minutes))?.unwrap();
                }
                Ok::<_, db::Error>(waiting)
            })
            .await
            .unwrap();
        let mut told = vec![];
        for minutes in [9, 10, 13, 14] {
            let (id, at) = (ticket.id, NOW.plus_minutes(minutes));
            told.push(db.write(move |tx| store::come_back(tx, id, at)).await.unwrap());
        }
        assert_eq!(told, [false, false, false, true], "{name}: only the last pause counts");
        clock.set(NOW.plus_minutes(14));
        heard.lock().unwrap().clear();
        runner.run_due().await.unwrap();
        let waiting = "SELECT count(*) FROM jobs_queue WHERE done_at IS NULL";
        let waiting = db.read(move |tx| tx.first(waiting, &[])).await.unwrap().unwrap();
        assert_eq!(waiting.get::<i64>(0), 0, "{name}");
        for topic in [format!("desk:{}", ticket.desk), format!("ticket:{}", ticket.id)] {
            let rung = || heard.lock().unwrap().contains(&topic);
            // Between nodes a ring takes its way.
            for _ in 0..100 {
                if !rung() {
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                }
            }
            assert!(rung(), "{name}: {topic}");
        }
    }
}
