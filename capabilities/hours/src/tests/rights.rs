//! Who reads, approves, counts.
use super::town::{NOW, Town, acting, both};
use crate::{
    Month,
    policy::{Approve, Confirm, Correct, Count, Govern, Keep, Read},
    store,
};

#[tokio::test]
async fn a_line_is_its_teachers_and_its_heads_alone() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let hour = town.line(tx, town.teachers[0], (-100, 60, 1))?;
            let people = [
                ("claire", town.teachers[0], [true, true, true, false]),
                ("paul", town.teachers[1], [false; 4]),
                ("anne", town.other.teachers[0], [false; 4]),
                ("head", town.head, [true, false, true, true]),
                ("other head", town.other.head, [false; 4]),
                ("pilot", town.pilot, [false; 4]),
                ("pupil", town.pupils[0], [false; 4]),
                ("guardian", town.guardian, [false; 4]),
            ];
            for (who, person, wanted) in people {
                let actor = acting(tx, person)?;
                let may = [
                    store::find::<Read>(tx, &actor, hour)?.is_some(),
                    store::find::<Confirm>(tx, &actor, hour)?.is_some(),
                    store::find::<Correct>(tx, &actor, hour)?.is_some(),
                    store::find::<Approve>(tx, &actor, hour)?.is_some(),
                ];
                assert_eq!(may, wanted, "{name}: {who}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_pilot_counts_schools_and_keeps_none() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.line(tx, town.teachers[0], (-100, 60, 1))?;
            town.line(tx, town.teachers[1], (-100, 30, 0))?;
            let month = Month::of(NOW);
            let mut seen = |person| {
                let actor = acting(tx, person).unwrap();
                let schools = store::territory(tx, &actor, (month, month), web::Pager::FIRST).unwrap();
                schools
                    .iter()
                    .map(|one| (one.school.0.clone(), one.counted.proposed, one.counted.teachers))
                    .collect::<Vec<_>>()
            };
            let all = vec![("0140041U".to_owned(), 75, 2)];
            assert_eq!(seen(town.pilot), all, "{name}");
            assert_eq!(seen(town.head), all, "{name}");
            assert!(seen(town.other.head).is_empty() && seen(town.teachers[0]).is_empty(), "{name}");
            let pilot = acting(tx, town.pilot)?;
            assert!(store::place::<Keep>(&pilot, town.school).is_none(), "{name}: above, one reads no name");
            assert!(store::place::<Govern>(&pilot, town.academie).is_some());
            let head = acting(tx, town.head)?;
            assert!(
                store::place::<Govern>(&head, town.academie).is_none()
                    && store::place::<Count>(&head, town.school).is_some()
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
