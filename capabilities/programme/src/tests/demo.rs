//! The year of a demonstration.
use super::town::{NOW, RUN, Setting, Town, acting, both};
use crate::{demo, differences, names_in, store};
use access::Role;
use kernel::Seeded;
use web::Pager;

#[tokio::test]
async fn it_runs_with_a_protocol_in_each_school_and_something_to_read_everywhere() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let schools = [
                (town.school, town.head, town.teachers[0], 62),
                (town.near.school, town.near.head, town.near.head, 71),
                (town.other.school, town.other.head, town.other.head, 48),
            ];
            let id = demo::year(tx, &town.chance, town.academie, town.pilot, &RUN, &schools, NOW)?;
            assert_eq!(store::engaged(tx, id)?.len(), 3);
            let live = store::published_all(tx, id)?;
            assert_eq!(live.len(), 3, "{name}");
            assert!(live.iter().all(|one| one.content.lacks().is_empty() && one.content.before_bus().is_empty()));
            let told = store::versions(tx, id, town.school)?;
            assert_eq!(told.len(), 2);
            assert!(!differences(&told[1].content, &told[0].content).is_empty());
            assert!(store::milestones(tx, id)?.iter().any(|step| step.reached.is_some()));
            assert!(store::milestones(tx, id)?.iter().any(|step| step.reached.is_none()));
            assert_eq!(store::remarks(tx, id, None, Pager::FIRST)?.len(), 3);
            assert_eq!(store::experiences(tx, Pager::FIRST)?.count(), 2);
            assert_eq!(store::proposals(tx, id, None, Pager::FIRST)?.len(), 3);
            let people = store::people_of(tx, town.school, NOW)?;
            for one in &store::experiences(tx, Pager::FIRST)? {
                assert!(names_in(&one.text, &people).is_empty());
            }
            assert_eq!(store::running(tx, town.other.school, NOW)?.len(), 1);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn twenty_real_colleges_of_five_departements_live_a_year() {
    for (name, db) in db::testing::both(&web::testing::migrations(Town::SLICES)).await {
        let made = directory::demo::populate(&db, 3_000, 5, NOW).await.unwrap();
        db.write(move |tx| {
            let who = |team: &directory::demo::Team| {
                let head = team.one(Role::Head)?;
                Some((team.school.id, head, team.one(Role::Teacher)?, 55))
            };
            let schools: Vec<_> = made.teams.iter().filter_map(who).collect();
            assert_eq!(schools.len(), 20, "{name}");
            let chance = Seeded::new(3);
            let id = demo::year(tx, &chance, made.academie.id, made.pilot.id, &RUN, &schools, NOW)?;
            let all = store::engagements(tx, id, store::By::Name, Pager::FIRST)?;
            assert_eq!(
                store::stand(tx, id)?.spread().iter().map(|(_, count)| *count).collect::<Vec<_>>(),
                [4; 5],
                "{name}"
            );
            assert!(all.iter().all(|one| one.protocol.is_some()), "{name}");
            let pilot = acting(tx, made.pilot.id)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            let (found, _) = store::schools_to_engage(tx, &dispositif, "evreux")?;
            assert!(found.iter().all(|(_, commune)| kernel::fold(commune) == "evreux"), "{name}: {found:?}");
            assert!(found[0].0.name.starts_with("Coll"), "{name}: écoles come last: {found:?}");
            let pupil = acting(tx, made.pupils[0].id)?;
            assert_eq!(store::readable(tx, &pupil, NOW)?.len(), 1);
            assert!(store::readable(tx, &pilot, NOW)?.is_empty());
            let guardian = acting(tx, made.guardian.id)?;
            assert_eq!(store::readable(tx, &guardian, NOW)?.len(), 1, "one school, though two children");
            assert!(store::people_in(tx, id, NOW)?.len() > 200);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
