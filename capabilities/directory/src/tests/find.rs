//! Who finds whom, and what.
use super::NOW;
use crate::{
    SLICE, demo, store,
    testing::{self, HOME, Town},
};
use access::{Actor, Role};
use db::Tx;
use kernel::PersonId;
use search::{Ask, Findable, Sees};

const ALL: [Findable; 4] = [store::PUPILS, store::ADULTS, store::GROUPS, store::SCHOOLS];

/// Puts all that can be found, page by page.
fn put_all(tx: &mut Tx<'_>) -> db::Result<()> {
    for one in ALL {
        let mut after = None;
        loop {
            let docs = (one.source.page)(tx, NOW, after, 7)?;
            let Some(last) = docs.last() else { break };
            after = Some(last.id);
            search::put(tx, &docs)?;
        }
    }
    Ok(())
}

/// The kind, the title and the address of what this person finds.
fn found(tx: &mut Tx<'_>, person: PersonId, text: &str) -> db::Result<Vec<(String, String, String)>> {
    let actor = Actor::load(tx, person, NOW)?;
    let sees = ALL.iter().fold(Sees::nothing(), |sees, one| (one.sees)(sees, &actor));
    let hits = search::find(tx, &sees, Ask { text, limit: 40, page: 0 })?.hits;
    Ok(hits.into_iter().map(|hit| (hit.kind, hit.title, hit.path)).collect())
}

#[tokio::test]
async fn a_pupil_is_found_by_the_team_of_their_own_school_alone() {
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db, &[&SLICE], crate::testing::whoami, NOW).await;
        let demo = demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
        let work = move |tx: &mut Tx<'_>| {
            put_all(tx)?;
            let ines = &demo.pupils[0];
            let letters: String = ines.given.chars().take(2).collect();
            let wanted = ("pupil".to_owned(), ines.full(), format!("/eleve/{}", ines.id));
            for person in [&demo.teachers[0].0, &demo.head, &demo.vie_scolaire, &demo.referent] {
                let found = found(tx, person.id, &format!("{letters} {}", ines.family))?;
                assert!(found.contains(&wanted), "{name}: {found:?}");
            }
            for person in [&demo.other_teacher, &demo.pilot, &demo.admin, &demo.guardian, &demo.pupils[1]] {
                let found = found(tx, person.id, &ines.full())?;
                assert!(!found.contains(&wanted), "{name}: {found:?}");
            }
            let class = found(tx, demo.head.id, &demo.class.name)?;
            assert!(
                class.iter().any(|(kind, _, to)| kind == "group" && to.ends_with(&demo.class.id.to_string())),
                "{name}"
            );
            let colleague = found(tx, demo.head.id, &demo.teachers[0].0.full())?;
            assert!(colleague.iter().any(|(kind, ..)| kind == "adult"), "{name}: {colleague:?}");
            search::forget(tx, ines.id)?;
            assert!(!found(tx, demo.head.id, &ines.full())?.contains(&wanted), "{name}: forgotten");
            Ok::<_, db::Error>(())
        };
        house.db.write(work).await.unwrap();
    }
}

#[tokio::test]
async fn who_finds_a_pupil_at_one_school_is_not_told_of_their_class_at_another() {
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db, &[&SLICE], crate::testing::whoami, NOW).await;
        let work = move |tx: &mut Tx<'_>| {
            let town = Town::build(tx, &HOME)?;
            let both = town.pupils[0];
            testing::grant(tx, both, (Role::Pupil, town.other.class))?;
            put_all(tx)?;
            for head in [town.head, town.other.head] {
                let actor = Actor::load(tx, head, NOW)?;
                let sees = store::PUPILS.sees;
                let hits =
                    search::find(tx, &sees(Sees::nothing(), &actor), Ask { text: "nouvel", limit: 9, page: 0 })?.hits;
                let details: Vec<_> = hits.iter().map(|hit| (hit.id == both.cast(), hit.detail.as_str())).collect();
                assert_eq!(details, [(true, "")], "{name}");
            }
            Ok::<_, db::Error>(())
        };
        house.db.write(work).await.unwrap();
    }
}
