//! A year in numbers, and who was there.
use super::town::{Evening, NOW};
use crate::{
    Face, Mode, Outcome, Subject,
    policy::Help,
    store::{self, Asked},
};
use access::Actor;
use kernel::Id;

#[tokio::test]
async fn tallies_count_each_demand_once_and_presence_is_for_those_who_record_it() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let seen = evening
            .write(|tx, town| {
                for (n, pupil) in town.pupils.iter().take(3).enumerate() {
                    let (at, actor) = (NOW.plus_minutes(i64::try_from(n).unwrap()), Actor::load(tx, *pupil, NOW)?);
                    let asked = Asked {
                        id: Id::new(at, &town.chance),
                        desk: town.desk,
                        school: town.school,
                        subject: Subject::Maths,
                        blocks: "Exercice 4".to_owned(),
                        mode: if n == 2 { Mode::Call } else { Mode::Writing },
                        phone: (n == 2).then(|| "0639980000".to_owned()),
                    };
                    store::ask(tx, &actor, &asked, at)?.unwrap();
                    if n < 2 {
                        let helper = Actor::load(tx, town.teachers[0], NOW)?;
                        let ticket = store::find::<Help>(tx, &helper, asked.id)?.unwrap();
                        let claimed = NOW.plus_minutes(if n == 0 { 3 } else { 15 });
                        store::claim(tx, &helper, &ticket, None, claimed)?.unwrap();
                        let ticket = store::find::<Help>(tx, &helper, asked.id)?.unwrap();
                        store::end(tx, &ticket, Outcome::Understood, None, claimed.plus_minutes(8))?.unwrap();
                        let ticket = store::find::<Help>(tx, &helper, asked.id)?.unwrap();
                        store::face(tx, &ticket, Face::Good)?;
                    }
                }
                let (from, to) = (NOW.plus_days(-1).evening(), NOW.plus_days(1).evening());
                let tally = store::tally(tx, &[town.school, town.other.school], from, to)?;
                let before = store::tally(tx, &[town.school], NOW.plus_days(-30).evening(), from)?;
                let none = store::tally(tx, &[], from, to)?;
                let pupils = store::pupils_helped(tx, &[town.school], from, to)?;
                let mut attended = vec![];
                for person in [town.vie_scolaire, town.head, town.teachers[0], town.pilot, town.other.head] {
                    let actor = Actor::load(tx, person, NOW)?;
                    attended.push(store::attended(
                        tx,
                        &actor,
                        agenda::Sought { days: (from.0, to.0), class: None },
                        web::Pager::FIRST,
                    )?);
                }
                Ok((tally, before.len() + none.len(), pupils.get(&town.school).copied(), attended))
            })
            .await;
        let (tally, nothing, pupils, attended) = seen;
        assert_eq!((nothing, pupils), (0, Some(2)), "{name}");
        let [call, writing] = &tally[..] else { panic!("{name}: {tally:?}") };
        assert_eq!((call.mode, call.asked, call.helped), (Mode::Call, 1, 0), "{name}");
        assert_eq!(
            (writing.month.as_str(), writing.asked, writing.helped, writing.left),
            ("2025-11", 2, 2, 0),
            "{name}"
        );
        assert_eq!((writing.good, writing.faces, writing.waited), (2, 2, [1, 0, 1, 0]), "{name}");
        let counts: Vec<_> = attended.iter().map(|one| one.len()).collect();
        assert_eq!(counts, [2, 2, 0, 0, 0], "{name}: vie scolaire and the head, at their own school");
        assert_eq!((attended[0][0].class.as_str(), attended[0][0].minutes), ("5e B", 8), "{name}");
    }
}
