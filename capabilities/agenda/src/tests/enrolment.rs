//! Places, waiting lists, and the family's agreement.
use super::town::{NOW, Town, acting, both, november, seats};
use crate::{Meeting, Refusal, Rhythm, Seat, store, warn};
use jiff::civil::date;
use kernel::{Chance as _, Seeded};
use std::sync::Arc;

#[tokio::test]
async fn places_are_never_given_twice_and_the_first_on_the_list_moves_up() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let meeting = town.plan(tx, 60)?;
            let mut given = vec![];
            for (n, pupil) in (0..).zip(&town.pupils) {
                given.push(store::enrol(tx, &meeting, *pupil, town.head, NOW.plus_minutes(n))?.unwrap());
            }
            assert_eq!(given, [Seat::Enrolled, Seat::Enrolled, Seat::Waiting, Seat::Waiting], "{name}");
            assert_eq!(
                store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?,
                Ok(Seat::Enrolled),
                "{name}: asked again"
            );
            let moved = store::withdraw(tx, &meeting, town.pupils[0], town.pupils[0], NOW)?;
            assert_eq!(moved, [town.pupils[2]], "{name}");
            assert!(
                store::withdraw(tx, &meeting, town.pupils[3], town.pupils[3], NOW)?.is_empty(),
                "{name}: one who waited"
            );
            let back = store::enrol(tx, &meeting, town.pupils[0], town.head, NOW.plus_minutes(9))?;
            assert_eq!(back, Ok(Seat::Waiting), "{name}: who comes back is last");
            let wider = Meeting { what: crate::What { places: 3, ..meeting.what.clone() }, ..meeting.clone() };
            let actor = acting(tx, town.head)?;
            let found = store::find::<crate::policy::Change>(tx, &actor, meeting.id)?.unwrap();
            store::change(tx, &found, &wider.what, NOW)?.unwrap();
            assert_eq!(store::move_up(tx, &wider, NOW)?, [town.pupils[0]], "{name}");
            let enrolled = seats(tx, &meeting)?.into_iter().filter(|(_, state)| state == "enrolled").count();
            assert_eq!(enrolled, 3, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn asked_all_at_once_the_places_are_still_as_many_as_there_are() {
    for (name, db, town) in both::<Town>().await {
        let t = Arc::clone(&town);
        let meeting = db.write(move |tx| t.plan(tx, 60)).await.unwrap();
        let asks: Vec<_> = town
            .pupils
            .iter()
            .map(|pupil| {
                let (db, meeting, pupil, head) = (db.clone(), meeting.clone(), *pupil, town.head);
                tokio::spawn(async move { db.write(move |tx| store::enrol(tx, &meeting, pupil, head, NOW)).await })
            })
            .collect();
        for ask in asks {
            ask.await.unwrap().unwrap().unwrap();
        }
        let states = db.read(move |tx| seats(tx, &meeting)).await.unwrap();
        assert_eq!(states.iter().filter(|(_, state)| state == "enrolled").count(), 2, "{name}");
        assert_eq!(states.len(), 4, "{name}");
    }
}

#[tokio::test]
async fn without_the_familys_agreement_nobody_is_enrolled_in_a_dispositif() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let mut meeting = town.meeting(60);
            meeting.what.dispositif = Some(town.dispositif);
            store::add(tx, &meeting)?;
            let ines = town.pupils[0];
            let ask = |tx: &mut db::Tx<'_>| store::enrol(tx, &meeting, ines, ines, NOW);
            assert_eq!(ask(tx)?, Err(Refusal::Silent), "{name}");
            town.answer(tx, "refuse")?;
            assert_eq!(ask(tx)?, Err(Refusal::Refused), "{name}");
            town.answer(tx, "agree")?;
            assert_eq!(ask(tx)?, Ok(Seat::Enrolled), "{name}");
            town.answer(tx, "withdraw")?;
            assert!(store::standing_lost(tx, town.dispositif, ines, NOW)?, "{name}");
            store::stay_away(tx, town.dispositif, ines, NOW)?;
            assert_eq!(seats(tx, &meeting)?, [(ines, "withdrawn".to_owned())], "{name}");
            let open = town.plan(tx, 60)?;
            let elsewhere = store::enrol(tx, &open, town.other.pupils[0], town.head, NOW)?;
            assert_eq!(elsewhere, Err(Refusal::Elsewhere), "{name}");
            let past = town.plan(tx, -60)?;
            let over = store::enrol(tx, &past, ines, town.head, NOW)?;
            assert_eq!(over, Err(Refusal::Over), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn who_comes_every_time_is_enrolled_in_what_is_laid_down_later() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let slot = town.slot(Rhythm::Every, november(25), date(2026, 2, 3));
            store::add_slot(tx, &slot)?;
            store::lay(tx, &Seeded::new(1), std::slice::from_ref(&slot), (november(25), november(25)), NOW)?;
            let row = tx.first("SELECT id FROM agenda_meeting", &[])?.unwrap();
            let first = super::town::kept(tx, &town, row.get(0))?;
            assert_eq!(store::enrol_in_slot(tx, &first, town.pupils[0], town.head, NOW)?, Ok(Seat::Enrolled), "{name}");
            store::lay(tx, &Seeded::new(2), &[slot], (november(25), date(2025, 12, 9)), NOW)?;
            let mine = store::of_pupils(tx, &town.pupils[..1], (NOW, NOW.plus_days(30)))?;
            assert_eq!(mine.len(), 3, "{name}");
            store::withdraw_from_slot(tx, &mine[1].line.meeting, town.pupils[0], town.pupils[0], NOW)?;
            let mine = store::of_pupils(tx, &town.pupils[..1], (NOW, NOW.plus_days(30)))?;
            assert_eq!(mine.len(), 1, "{name}: what comes before stays");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn two_meetings_at_once_and_a_late_bus_are_warned_of() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let (one, other, after) = (town.plan(tx, 20)?, town.plan(tx, 50)?, town.plan(tx, 100)?);
            for meeting in [&one, &other, &after] {
                store::enrol(tx, meeting, town.pupils[0], town.head, NOW)?.unwrap();
            }
            let all = store::of_pupils(tx, &town.pupils[..1], (NOW, NOW.plus_days(1)))?;
            let clashes: Vec<_> = all.iter().map(|mine| warn::clashes(mine, &all).len()).collect();
            assert_eq!(clashes, [1, 1, 0], "{name}");
            let actor = acting(tx, town.teachers[0])?;
            let found = store::find::<crate::policy::See>(tx, &actor, one.id)?.unwrap();
            assert!(store::pupils(tx, &found)?[0].clash, "{name}");
            assert_eq!(store::pupil_overlaps(tx, &town.pupils[..1], &one)?.len(), 1, "{name}");
            store::set_bus(tx, town.pupils[0], Some(18 * 60 + 10), town.guardian, NOW)?;
            let bus = store::bus_times(tx, &town.pupils)?;
            assert_eq!(bus.len(), 1, "{name}");
            let bus = bus.get(&town.pupils[0]).copied();
            // 18 h, 18 h 30: home at 18 h 10.
            assert!(warn::early(&one, bus) && !warn::early(&other, bus), "{name}");
            let at_school = Meeting { what: crate::What { place: crate::Place::School, ..one.what.clone() }, ..one };
            assert!(!warn::early(&at_school, bus), "{name}: one is at school before the bus");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn whatever_is_asked_no_place_is_given_twice_and_none_stays_free_while_one_waits() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let chance = Seeded::new(11);
            let mut meeting = town.plan(tx, 60)?;
            for n in 0..150 {
                let pupil = town.pupils[chance.below(4) as usize];
                let now = NOW.plus_minutes(n / 4);
                match chance.below(5) {
                    0..=2 => drop(store::enrol(tx, &meeting, pupil, town.head, now)?),
                    3 => drop(store::withdraw(tx, &meeting, pupil, pupil, now)?),
                    _ => {
                        let taken = seats(tx, &meeting)?.iter().filter(|(_, state)| state == "enrolled").count();
                        meeting.what.places = i64::try_from(taken).unwrap_or(1).max(1) + i64::from(chance.below(2));
                        let actor = acting(tx, town.head)?;
                        let found = store::find::<crate::policy::Change>(tx, &actor, meeting.id)?.unwrap();
                        store::change(tx, &found, &meeting.what, now)?.unwrap();
                        store::move_up(tx, &meeting, now)?;
                    }
                }
                let states = seats(tx, &meeting)?;
                let count = |word: &str| states.iter().filter(|(_, state)| state == word).count();
                let places = usize::try_from(meeting.what.places).unwrap();
                assert!(count("enrolled") <= places, "{name}: {states:?}");
                assert!(count("waiting") == 0 || count("enrolled") == places, "{name}: {states:?}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_jobs_lay_meetings_down_and_follow_a_family_that_changes_its_mind() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let mut slot = town.slot(Rhythm::Every, november(25), date(2026, 2, 3));
            slot.what.dispositif = Some(town.dispositif);
            store::add_slot(tx, &slot)?;
            let chance = Seeded::new(3);
            let run = |tx: &mut db::Tx<'_>, kind: &str, payload: String| {
                let task = (crate::SLICE.tasks)().into_iter().find(|task| task.kind == kind).unwrap();
                task.run_in(&mut jobs::Work { tx, now: NOW, chance: &chance, payload })
            };
            for _ in 0..2 {
                run(tx, "agenda/meetings", String::new())?;
            }
            let actor = acting(tx, town.head)?;
            let lines = store::of_staff(tx, &actor, (NOW, NOW.plus_days(60)), web::Pager::whole())?;
            assert_eq!(lines.len(), 4, "{name}: 25 November, 2, 9, 16 December");
            town.answer(tx, "agree")?;
            let first = lines[0].meeting.clone();
            assert_eq!(store::enrol_in_slot(tx, &first, town.pupils[0], town.head, NOW)?, Ok(Seat::Enrolled), "{name}");
            let payload = format!("{} {}", town.dispositif, town.pupils[0]);
            run(tx, crate::AGREEMENT_JOB, payload.clone())?;
            let span = (NOW, NOW.plus_days(60));
            assert_eq!(store::of_pupils(tx, &town.pupils[..1], span)?.len(), 4, "{name}: they still agree");
            town.answer(tx, "withdraw")?;
            run(tx, crate::AGREEMENT_JOB, payload)?;
            run(tx, crate::AGREEMENT_JOB, "nothing of the kind".into())?;
            assert!(store::of_pupils(tx, &town.pupils[..1], span)?.is_empty(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
