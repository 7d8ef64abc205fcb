//! A team by name, counts above, and forgetting.
use super::town::{NOW, Town, both, reading};
use crate::{
    Column, Opinion, School,
    policy::{Lead, See},
    store,
};
use access::Actor;
use kernel::{Id, PersonId};
use web::Pager;

/// All that the schools this person counts have followed.
fn counts_seen(tx: &mut db::Tx<'_>, actor: &access::Actor) -> db::Result<Vec<store::Count>> {
    let schools = store::schools_seen(tx, actor, NOW, Pager::FIRST)?;
    store::counts_of(tx, &schools)
}

#[tokio::test]
async fn the_head_sees_the_team_and_the_pilot_counts() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let dispositif = Id::new(NOW, &town.chance);
            let other = Id::new(NOW, &town.chance);
            let mut of = reading(Column::Tools);
            of.dispositif = Some(dispositif);
            let (method, tools) = (town.course(tx, &reading(Column::Method))?, town.course(tx, &of)?);
            let follow = |tx: &mut db::Tx<'_>, person: PersonId, id, school, opinion| {
                let actor = Actor::load(tx, person, NOW)?;
                let (course, _) = store::find::<See>(tx, &actor, id)?.unwrap();
                store::follow(tx, &course, &actor, Some(school), opinion, NOW)?.unwrap();
                Ok::<_, db::Error>(())
            };
            follow(tx, town.teachers[0], method, town.school, Opinion::Useful)?;
            follow(tx, town.teachers[0], tools, town.school, Opinion::Useless)?;
            follow(tx, town.teachers[1], tools, town.school, Opinion::Useful)?;
            follow(tx, town.other.teachers[0], method, town.other.school, Opinion::Useful)?;
            let head = Actor::load(tx, town.head, NOW)?;
            let school = access::check::<Lead, _>(&head, School(town.school)).unwrap();
            let team = store::team(tx, &school, Pager::FIRST, NOW)?;
            let told: Vec<_> = team.iter().map(|mate| (mate.family.as_str(), mate.followed, mate.minutes)).collect();
            let wanted = [
                ("Auvray", [1, 1, 0], 40),
                ("Lebrun", [0, 1, 0], 20),
                ("Morel", [0, 0, 0], 0),
                ("Roux", [0, 0, 0], 0),
                ("Tellier", [0, 0, 0], 0),
            ];
            assert_eq!(told, wanted, "{name}");
            for stranger in [town.other.head, town.pilot, town.teachers[0], town.guardian] {
                let actor = Actor::load(tx, stranger, NOW)?;
                assert!(access::check::<Lead, _>(&actor, School(town.school)).is_err(), "{name}: no name above");
            }
            let told = |counts: Vec<store::Count>| -> Vec<_> {
                let of = |count: store::Count| (count.school, count.column, count.people, count.minutes, count.useful);
                let mut told: Vec<_> = counts.into_iter().map(of).collect();
                told.sort_unstable();
                told
            };
            let (here, there) = (town.school, town.other.school);
            let method_here = (here, Column::Method, 1, 20, 1);
            let tools_here = (here, Column::Tools, 2, 40, 1);
            let method_there = (there, Column::Method, 1, 20, 1);
            let mut all = [method_here, tools_here, method_there];
            all.sort_unstable();
            assert_eq!(told(store::counts(tx, dispositif, &[here, there])?), all, "{name}");
            assert_eq!(told(store::counts(tx, other, &[here])?), [method_here], "{name}");
            let seen = |tx: &mut db::Tx<'_>, person| {
                let actor = Actor::load(tx, person, NOW)?;
                Ok::<_, db::Error>(told(counts_seen(tx, &actor)?))
            };
            assert_eq!(seen(tx, town.pilot)?, all, "{name}");
            assert_eq!(seen(tx, town.head)?, [method_here, tools_here], "{name}");
            assert_eq!(seen(tx, town.other.head)?, [method_there], "{name}");
            assert!(seen(tx, town.far_pilot)?.is_empty() && seen(tx, town.teachers[0])?.is_empty(), "{name}");
            assert_eq!(store::staff_of(tx, &[here, there], NOW)?.get(&here), Some(&5), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_forgotten_person_frees_a_seat_and_is_still_counted() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.course(tx, &reading(Column::Method))?;
            let seat = town.course(tx, &super::town::workshop(3))?;
            let claire = Actor::load(tx, town.teachers[0], NOW)?;
            let (course, _) = store::find::<See>(tx, &claire, id)?.unwrap();
            store::follow(tx, &course, &claire, Some(town.school), Opinion::Useful, NOW)?.unwrap();
            store::flag(tx, &course, &claire, "Mme Auvray trouve cela faux")?;
            let (workshop, _) = store::find::<See>(tx, &claire, seat)?.unwrap();
            store::enrol(tx, &workshop, &claire, NOW)?.unwrap();
            assert_eq!(store::export(tx, claire.person)?.len(), 2, "{name}");
            store::erase(tx, claire.person)?;
            let pilot = Actor::load(tx, town.pilot, NOW)?;
            let (course, _) = store::find::<See>(tx, &pilot, id)?.unwrap();
            assert_eq!(course.revision.as_deref(), Some(""), "{name}: the flag stays, the words do not");
            assert_eq!(store::find::<See>(tx, &pilot, seat)?.unwrap().1.taken, 0, "{name}");
            assert_eq!(counts_seen(tx, &pilot)?[0].people, 1, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_demonstration_has_courses_and_a_team_that_followed_them() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let dispositif = Id::new(NOW, &town.chance);
            let chance = kernel::Seeded::new(5);
            let courses = crate::demo::courses(tx, &chance, town.academie, dispositif, town.pilot, NOW)?;
            assert_eq!(courses.len(), 12, "{name}");
            let staff: Vec<PersonId> = town.teachers.iter().copied().chain([town.head, town.referent]).collect();
            crate::demo::followed(tx, &chance, &courses, town.school, &staff, NOW)?;
            let counts = store::counts(tx, dispositif, &[town.school])?;
            assert_eq!(counts.len(), 3, "{name}: something in each column");
            let late = tx.query("SELECT 1 FROM training_followed WHERE at > ?1", &db::params![NOW])?;
            assert!(late.is_empty(), "{name}: nothing is of the future");
            let ahead = tx.query("SELECT 1 FROM training_course WHERE starts_at > ?1", &db::params![NOW])?;
            assert_eq!(ahead.len(), 1, "{name}: one workshop is to come");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
