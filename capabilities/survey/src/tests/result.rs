//! What is shown, and what is not to be found out.
use super::town::{NOW, Town, asking, both};
use crate::{
    FEWEST, Public, Stage, Tally,
    policy::{Enter, Open, Read},
    store, together,
};
use access::Actor;
use proptest::prelude::*;

#[tokio::test]
async fn few_answers_are_shown_to_nobody_and_their_words_neither() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.wave(tx, Stage::Start, (0, 10))?;
            for pupil in &town.pupils[..4] {
                town.answer(tx, *pupil, Public::Pupil, [1, 3, 4], "Un mot")?;
            }
            let head = Actor::load(tx, town.head, NOW)?;
            let place = store::place::<Read>(&head, town.school).unwrap();
            let results = store::results(tx, town.dispositif, Some(town.school))?;
            assert_eq!((results[0].answers, results[0].tallies), (4, [None; 3]), "{name}");
            assert!(store::words(tx, &place, (town.dispositif, Stage::Start), web::Pager::FIRST)?.is_empty(), "{name}");
            town.answer(tx, town.pupils[4], Public::Pupil, [4, 3, 4], "Un autre")?;
            let results = store::results(tx, town.dispositif, Some(town.school))?;
            assert_eq!(results[0].tallies[0], Some([4, 0, 0, 1]), "{name}");
            assert_eq!((results[0].content(0), results[0].content(1)), (Some(20), Some(100)), "{name}");
            assert_eq!(
                store::words(tx, &place, (town.dispositif, Stage::Start), web::Pager::FIRST)?.len(),
                5,
                "{name}"
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_small_school_is_not_found_by_subtraction() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.wave(tx, Stage::Start, (0, 10))?;
            for pupil in &town.pupils {
                town.answer(tx, *pupil, Public::Pupil, [4, 4, 4], "")?;
            }
            for pupil in &town.other.pupils[..2] {
                town.answer(tx, *pupil, Public::Pupil, [1, 1, 1], "")?;
            }
            let all = store::results(tx, town.dispositif, None)?;
            assert_eq!((all[0].answers, all[0].tallies[0]), (14, Some([0, 0, 0, 12])), "{name}");
            let schools = store::by_school(tx, town.dispositif)?;
            let near = schools.iter().find(|one| one.school == town.other.school).unwrap();
            assert_eq!(near.outcomes[0].tallies, [None; 3], "{name}");
            for pupil in &town.other.pupils[2..] {
                town.answer(tx, *pupil, Public::Pupil, [1, 1, 1], "")?;
            }
            assert_eq!(store::results(tx, town.dispositif, None)?[0].tallies[0], Some([6, 0, 0, 12]), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn paper_counts_with_the_rest_and_is_entered_by_the_school() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let wave = town.wave(tx, Stage::Start, (0, 10))?;
            town.answer(tx, town.guardian, Public::Family, [3, 3, 3], "")?;
            let clerk = Actor::load(tx, town.vie_scolaire, NOW)?;
            let place = store::place::<Enter>(&clerk, town.school).unwrap();
            let sheets = [[1, 0, 2, 4], [0, 0, 3, 3], [0, 1, 0, 0]];
            for _ in 0..2 {
                store::enter(tx, &place, &clerk, (wave, Public::Family, &sheets), NOW)?;
            }
            assert_eq!(
                store::sheets(tx, &place, wave, Public::Family)?,
                sheets,
                "{name}: entered anew, it is replaced"
            );
            let results = store::results(tx, town.dispositif, Some(town.school))?;
            assert_eq!((results[0].public, results[0].answers), (Public::Family, 8), "{name}");
            assert_eq!(results[0].tallies, [Some([1, 0, 3, 4]), Some([0, 0, 4, 3]), None], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn who_reads_enters_and_opens() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let people = [
                (town.head, [true, true, false]),
                (town.other.head, [false, false, false]),
                (town.vie_scolaire, [false, true, false]),
                (town.teachers[0], [false; 3]),
                (town.guardian, [false; 3]),
                (town.pupils[0], [false; 3]),
                (town.pilot, [false, false, true]),
            ];
            for (person, wanted) in people {
                let actor = Actor::load(tx, person, NOW)?;
                let may = [
                    store::place::<Read>(&actor, town.school).is_some(),
                    store::place::<Enter>(&actor, town.school).is_some(),
                    store::place::<Open>(&actor, town.academie).is_some(),
                ];
                assert_eq!(may, wanted, "{name}");
            }
            let pilot = Actor::load(tx, town.pilot, NOW)?;
            assert!(store::place::<Read>(&pilot, town.academie).is_some(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_demonstration_has_a_wave_over_and_one_open() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let asked =
                crate::demo::Asked { pupils: &town.pupils, guardians: &[town.guardian], teachers: &[town.teachers[0]] };
            crate::demo::answers(tx, &town.chance, town.dispositif, town.school, asked, NOW)?;
            let near = crate::demo::Asked { pupils: &town.other.pupils, guardians: &[], teachers: &[town.guardian] };
            crate::demo::answers(tx, &town.chance, town.dispositif, town.other.school, near, NOW)?;
            let asking = asking(tx, town.pupils[0], Public::Pupil)?.unwrap();
            assert_eq!((asking.wave.stage, asking.next()), (Stage::Middle, Some(0)), "{name}: one has still to answer");
            let results = store::results(tx, town.dispositif, None)?;
            assert!(results.iter().any(|one| one.stage == Stage::Start && one.tallies[0].is_some()), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

proptest! {
    #[test]
    fn what_is_shown_of_all_leaves_no_small_remainder(
        schools in prop::collection::vec(prop::array::uniform4(0_i64..4), 0..12),
    ) {
        let sum = |tally: &Tally| tally.iter().sum::<i64>();
        let visible: i64 = schools.iter().map(sum).filter(|n| *n >= FEWEST).sum();
        if let Some(all) = together(&schools) {
            let rest = sum(&all) - visible;
            prop_assert!(sum(&all) >= FEWEST && (rest == 0 || rest >= FEWEST));
        } else {
            prop_assert!(visible == 0);
        }
    }
}
