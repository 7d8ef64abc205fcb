use super::{NOW, migrations};
use crate::{demo, store};
use access::{Actor, Role, UnitKind};
use db::Db;

async fn count(db: &Db, sql: &'static str) -> i64 {
    db.read(move |tx| Ok::<_, db::Error>(tx.first(sql, &[])?.unwrap().get(0))).await.unwrap()
}

#[tokio::test]
async fn a_thousand_made_up_people_have_a_home() {
    for (name, db) in db::testing::both(&migrations()).await {
        let demo = demo::populate(&db, 1_000, 7, NOW).await.unwrap();
        assert_eq!(demo.people, 1_000, "{name}");
        let all = 1_000 + i64::try_from(demo.others.len()).unwrap();
        assert_eq!(
            count(
                &db,
                "SELECT count(*)
                 FROM directory_person"
            )
            .await,
            all,
            "{name}: and one of each other role"
        );
        assert_eq!(
            count(
                &db,
                "SELECT count(*) FROM directory_person
                 WHERE synthetic = 0"
            )
            .await,
            0,
            "{name}: all are marked"
        );
        assert_eq!(demo.home.code, "0140041U", "{name}");
        let pupils = count(&db, "SELECT count(DISTINCT person_id) FROM membership WHERE role = 'pupil'").await;
        let guardians = count(&db, "SELECT count(DISTINCT guardian_id) FROM guardianship").await;
        assert!((560..=640).contains(&pupils) && (290..=370).contains(&guardians), "{name}: {pupils}, {guardians}");
        let lonely = "SELECT count(*) FROM directory_person p WHERE NOT EXISTS (SELECT 1 FROM membership m
             WHERE m.person_id = p.id)
                      AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.guardian_id = p.id)";
        assert_eq!(count(&db, lonely).await, 0, "{name}: everybody is something");
        db.read(move |tx| {
            let class = store::pupils_of_class(tx, demo.class.id, NOW)?;
            assert!((20..=30).contains(&class.len()), "{name}: {}", class.len());
            assert_eq!(class.len(), demo.pupils.len(), "{name}");
            assert_eq!((demo.pupils[0].full(), demo.class.name.as_str()), ("Inès Nouvel".to_owned(), "5e B"), "{name}");
            let heads =
                [(&demo.head, Role::Head), (&demo.referent, Role::Referent), (&demo.vie_scolaire, Role::VieScolaire)];
            for (person, role) in
                heads.into_iter().chain(demo.teachers.iter().map(|(person, _)| (person, Role::Teacher)))
            {
                let actor = Actor::load(tx, person.id, NOW)?;
                assert!(actor.grants.contains(&(role, demo.home.id)), "{name}: {}", person.full());
            }
            let samira = Actor::load(tx, demo.guardian.id, NOW)?;
            let mut children: Vec<_> = demo.children.iter().map(|child| child.id).collect();
            children.sort();
            let mut answers_for = samira.children.clone();
            answers_for.sort();
            assert_eq!(answers_for, children, "{name}");
            assert_eq!((demo.teams.len(), demo.teams[0].school.id), (demo::ENGAGED, demo.home.id), "{name}");
            let mut departements = std::collections::BTreeMap::new();
            for team in &demo.teams {
                for role in [Role::Teacher, Role::Head, Role::Referent] {
                    assert!(team.one(role).is_some(), "{name}: {} has no {role:?}", team.school.name);
                }
                assert!(team.pupils.len() >= 5 && !team.families.is_empty(), "{name}: {}", team.school.name);
                let above = access::store::above(tx, team.school.id, UnitKind::Departement)?.unwrap();
                *departements.entry(above.name).or_insert(0) += 1;
            }
            assert_eq!(departements.into_values().collect::<Vec<_>>(), [4; 5], "{name}");
            for parent in &demo.apart {
                assert_eq!(Actor::load(tx, parent.id, NOW)?.children, [demo.pupils[0].id], "{name}");
            }
            let pilot = Actor::load(tx, demo.pilot.id, NOW)?;
            assert_eq!(pilot.grants, [(Role::Pilot, demo.academie.id)], "{name}");
            let stranger = Actor::load(tx, demo.other_teacher.id, NOW)?;
            assert!(store::find_class(tx, &stranger, demo.other_class.id)?.is_some(), "{name}");
            assert!(store::find_class(tx, &stranger, demo.class.id)?.is_none(), "{name}");
            assert_ne!(demo.other.id, demo.home.id, "{name}");
            let classes = access::store::under(tx, demo.home.id, UnitKind::Classe)?;
            assert_eq!(classes.len(), 17, "{name}: four levels of four or five classes");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_same_seed_makes_the_same_people() {
    let dump = async |seed| {
        let db = db::testing::sqlite(&migrations()).await;
        let demo = demo::populate(&db, 1_500, seed, NOW).await.unwrap();
        let people = db.read(|tx| tx.query("SELECT * FROM directory_person ORDER BY id", &[])).await.unwrap();
        let members =
            db.read(|tx| tx.query("SELECT * FROM membership ORDER BY person_id, unit_id, role", &[])).await.unwrap();
        (demo, people, members)
    };
    let (one, again, other) = (dump(1).await, dump(1).await, dump(2).await);
    assert_eq!(one, again);
    assert_ne!(one.1, other.1);
}

/// `cargo nextest run -p directory --release --run-ignored all -- many_people --nocapture`, `DEMO_PEOPLE` says how many.
#[tokio::test]
#[ignore = "takes a minute; measures"]
#[expect(clippy::print_stdout, reason = "the figures are what it shows")]
async fn many_people_are_made_fast() {
    #[expect(clippy::disallowed_methods, reason = "how many people is chosen by who runs the measure")]
    let wanted = std::env::var("DEMO_PEOPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(600_000);
    for (name, db) in db::testing::both(&migrations()).await {
        #[expect(clippy::disallowed_methods, reason = "a measure of speed")]
        let started = std::time::Instant::now();
        let demo = demo::populate(&db, wanted, 1, NOW).await.unwrap();
        let took = started.elapsed();
        assert_eq!(count(&db, "SELECT count(*) FROM directory_person").await, i64::from(wanted));
        println!("{name}: {wanted} people, {} schools, {} classes in {took:?}", demo.schools, demo.classes);
    }
}

#[tokio::test]
async fn a_demonstration_has_somebody_of_every_role_and_groups_of_every_sort() {
    let db = db::testing::sqlite(&migrations()).await;
    let demo = demo::populate(&db, 1_000, 5, NOW).await.unwrap();
    let held = db.read(|tx| tx.query("SELECT DISTINCT role FROM membership ORDER BY role", &[])).await.unwrap();
    let mut all: Vec<_> = Role::ALL.iter().map(|role| role.word()).collect();
    all.sort_unstable();
    assert_eq!(held.iter().map(|row| row.text(0)).collect::<Vec<_>>(), all);
    for (role, person) in &demo.others {
        let id = person.id;
        let actor = db.read(move |tx| Actor::load(tx, id, NOW)).await.unwrap();
        assert_eq!(actor.grants.iter().map(|(role, _)| *role).collect::<Vec<_>>(), [*role]);
        assert_eq!(actor.is_guest(), role.audience() == access::Audience::Guest, "{role:?}");
    }
    let homes = db.read(move |tx| access::store::group::homes(tx, demo.groups.cross)).await.unwrap();
    assert_eq!(homes.len(), 2);
}
