//! Who sees a course, follows it, takes a seat.
use super::town::{Evening, NOW, Town, both, reading, workshop};
use crate::{
    Column, CourseId, Opinion, Refusal,
    policy::{Edit, See},
    store::{self, Wanted},
};
use access::Actor;
use kernel::Id;
use std::collections::BTreeSet;
use web::Pager;

#[tokio::test]
async fn the_staff_of_the_academie_see_its_courses_and_who_steers_changes_them() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let ids = [town.course(tx, &reading(Column::Method))?, town.course(tx, &workshop(7))?];
            for person in town.everybody() {
                let actor = Actor::load(tx, person, NOW)?;
                let listed: BTreeSet<CourseId> =
                    store::courses(tx, &actor, (Column::Method, &Wanted::All), Pager::FIRST, NOW)?
                        .iter()
                        .map(|line| line.course.id)
                        .collect();
                let mut found = BTreeSet::new();
                for id in ids {
                    if store::find::<See>(tx, &actor, id)?.is_some() {
                        found.insert(id);
                    }
                }
                assert_eq!(listed, found, "{name}: {:?}", actor.grants);
                let strangers = [town.pupils[0], town.guardian, town.far, town.far_pilot];
                assert_eq!(found.is_empty(), strangers.contains(&person), "{name}: {:?}", actor.grants);
                assert_eq!(store::find::<Edit>(tx, &actor, ids[0])?.is_some(), person == town.pilot, "{name}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_school_is_shown_what_concerns_it() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let dispositif = Id::new(NOW, &town.chance);
            let mut of = reading(Column::Tools);
            of.dispositif = Some(dispositif);
            town.course(tx, &of)?;
            town.course(tx, &reading(Column::Tools))?;
            let claire = Actor::load(tx, town.teachers[0], NOW)?;
            let mut count = |wanted| {
                let lines = store::courses(tx, &claire, (Column::Tools, &wanted), Pager::FIRST, NOW);
                lines.map(|lines| lines.len())
            };
            assert_eq!(count(Wanted::All)?, 2, "{name}");
            assert_eq!(count(Wanted::Of(vec![]))?, 1, "{name}");
            assert_eq!(count(Wanted::Of(vec![dispositif]))?, 2, "{name}");
            assert_eq!(count(Wanted::Of(vec![Id::new(NOW, &town.chance)]))?, 1, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_workshop_takes_as_many_as_it_has_seats_until_it_begins() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.course(tx, &workshop(1))?;
            let enrol = |tx: &mut db::Tx<'_>, person, at| {
                let actor = Actor::load(tx, person, NOW)?;
                let (course, _) = store::find::<See>(tx, &actor, id)?.unwrap();
                store::enrol(tx, &course, &actor, at)
            };
            assert_eq!(enrol(tx, town.teachers[0], NOW)?, Ok(()), "{name}");
            assert_eq!(enrol(tx, town.teachers[0], NOW)?, Ok(()), "{name}: asked twice, it is one seat");
            assert_eq!(enrol(tx, town.teachers[1], NOW)?, Ok(()), "{name}");
            assert_eq!(enrol(tx, town.head, NOW)?, Err(Refusal::Full), "{name}");
            assert_eq!(enrol(tx, town.teachers[1], NOW)?, Ok(()), "{name}: theirs is kept");
            let claire = Actor::load(tx, town.teachers[0], NOW)?;
            let (course, line) = store::find::<See>(tx, &claire, id)?.unwrap();
            assert_eq!((line.enrolled, line.taken, line.left()), (true, 2, 0), "{name}");
            let early = store::follow(tx, &course, &claire, Some(town.school), Opinion::Useful, NOW)?;
            assert_eq!(early, Err(Refusal::Ahead), "{name}: nobody has followed what is to come");
            store::give_back(tx, &course, &claire, NOW)?.unwrap();
            assert_eq!(enrol(tx, town.head, NOW)?, Ok(()), "{name}");
            let begun = NOW.plus_days(1);
            assert_eq!(enrol(tx, town.referent, begun)?, Err(Refusal::Begun), "{name}");
            assert_eq!(store::give_back(tx, &course, &claire, begun)?, Err(Refusal::Begun), "{name}");
            store::follow(tx, &course, &claire, Some(town.school), Opinion::Useful, begun)?.unwrap();
            let mine = store::followed_by(tx, &claire, Pager::FIRST)?;
            assert_eq!((mine.len(), mine[0].minutes, mine[0].opinion), (1, 90, Opinion::Useful), "{name}");
            store::follow(tx, &course, &claire, Some(town.school), Opinion::Partly, begun.plus_days(3))?.unwrap();
            let mine = store::followed_by(tx, &claire, Pager::FIRST)?;
            assert_eq!((mine.len(), mine[0].at, mine[0].opinion), (1, begun, Opinion::Partly), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_who_want_the_last_seat_at_once_one_sits() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let course = evening.write(|tx, town| town.course(tx, &workshop(5))).await;
        // Two seats: one goes to a teacher, two others want the last one, four times each.
        let place = format!("/formation/{course}/place");
        evening
            .of(town.teachers[0])
            .get(&format!("/formation/{course}"))
            .await
            .post(&place, &[("faire", "prendre")])
            .await;
        let answers = web::testing::race(8, |at| {
            let mut browser = evening.of([town.teachers[1], town.head][at % 2]);
            let (place, once) = (place.clone(), format!("page {at}"));
            async move {
                browser.get(&format!("/formation/{course}")).await;
                browser.post(&place, &[("faire", "prendre"), ("once", &once)]).await.status
            }
        });
        let answers = answers.await;
        let sat = evening.db.read(|tx| tx.first("SELECT count(*) FROM training_enrolled", &[])).await.unwrap();
        assert_eq!(sat.unwrap().get::<i64>(0), 2, "{name}: {answers:?}");
        let of = |parity| answers.iter().skip(parity).step_by(2).copied().collect::<Vec<_>>();
        let (one, other) = (of(0), of(1));
        assert!(
            [(&one, &other), (&other, &one)]
                .iter()
                .any(|(had, not)| had.iter().all(|s| *s == 303) && not.iter().all(|s| *s == 422)),
            "{name}: {answers:?}"
        );
    }
}
