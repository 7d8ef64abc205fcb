//! Duties as the ledger of hours reads them.
use super::town::{NOW, Town, both};
use crate::{DutyState, policy::Help, store};
use access::Actor;
use db::params;

#[tokio::test]
async fn a_duty_counts_once_it_is_over_and_was_opened() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            // Claire opens at once and closes after fifty minutes; Paul opens and forgets to close; a promise is not kept.
            let closed = town.duty(tx, town.teachers[0], (0, 60), DutyState::Open, &[])?;
            let forgotten = town.duty(tx, town.teachers[1], (0, 90), DutyState::Open, &[])?;
            town.duty(tx, town.teachers[1], (5, 45), DutyState::Planned, &[])?;
            let (one, two) = (town.ask(tx, 0, 2)?, town.ask(tx, 1, 3)?);
            town.claim(tx, 0, one, 10)?;
            town.claim(tx, 1, two, 20)?;
            let claire = Actor::load(tx, town.teachers[0], NOW)?;
            assert!(store::find::<Help>(tx, &claire, one)?.is_some());
            assert!(store::worked(tx, NOW.plus_minutes(-60), NOW.plus_minutes(30))?.is_empty(), "{name}: not over");
            let duty = store::duty_of(tx, &claire, closed)?.unwrap();
            store::set_state(tx, &duty, DutyState::Closed, NOW.plus_minutes(50))?;
            let seen = store::worked(tx, NOW.plus_minutes(-60), NOW.plus_minutes(200))?;
            let said: Vec<_> = seen.iter().map(|w| (w.duty, w.closed_at.minutes_since(w.opened_at), w.came)).collect();
            let mut wanted = vec![(closed, 50, 1), (forgotten, 90, 1)];
            wanted.sort_by_key(|(duty, ..)| *duty);
            assert_eq!(said, wanted, "{name}");
            assert_eq!(seen[0].schools, [town.school], "{name}");
            assert!(store::worked(tx, NOW.plus_minutes(200), NOW.plus_minutes(300))?.is_empty(), "{name}: each once");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_shared_desk_names_the_teachers_own_school_first() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let sql = "INSERT INTO desk_school (desk_id, unit_id, accepted) VALUES (?1, ?2, 1)";
            tx.execute(sql, &params![town.desk, town.other.school])?;
            town.duty(tx, town.other.teachers[0], (0, 60), DutyState::Open, &[])?;
            town.duty(tx, town.teachers[0], (0, 60), DutyState::Open, &[])?;
            let mut seen = store::worked(tx, NOW, NOW.plus_minutes(200))?;
            seen.sort_by_key(|worked| worked.teacher != town.teachers[0]);
            assert_eq!(seen[0].schools, [town.school, town.other.school], "{name}");
            assert_eq!(seen[1].schools, [town.other.school, town.school], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
