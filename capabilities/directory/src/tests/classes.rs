use super::{NOW, PEOPLE, rows, with_schools};
use crate::{people_import, policy::Read, store};
use access::{Actor, UnitKind};
use db::Tx;
use kernel::{Seeded, UnitId};
use web::Pager;

fn import(tx: &mut Tx<'_>) {
    people_import::apply(tx, &rows(PEOPLE), "file", NOW, &Seeded::new(3), &mut |_| {}).unwrap();
}

fn actor(tx: &mut Tx<'_>, key: &str) -> Actor {
    let person = store::by_key(tx, "file", key).unwrap().unwrap();
    Actor::load(tx, person.id, NOW).unwrap()
}

fn every_class(tx: &mut Tx<'_>) -> Vec<UnitId> {
    let academie = access::store::by_code(tx, UnitKind::Academie, "normandie").unwrap().unwrap();
    access::store::under(tx, academie.id, UnitKind::Classe).unwrap().iter().map(|class| class.id).collect()
}

/// The list shows exactly the classes that open one by one, for everybody.
#[tokio::test]
async fn the_list_of_classes_and_the_classes_agree() {
    for (name, db) in with_schools().await {
        db.write(move |tx| {
            import(tx);
            let all = every_class(tx);
            assert_eq!(all.len(), 4, "{name}");
            let seen = ["E1", "R1", "P1", "P2", "P3", "P4"].map(|key| {
                let actor = actor(tx, key);
                let mut listed: Vec<_> = store::classes(tx, &actor, Pager::FIRST, NOW)
                    .unwrap()
                    .iter()
                    .map(|(class, _)| class.unit.id)
                    .collect();
                let mut opened: Vec<_> =
                    all.iter().copied().filter(|id| store::find_class(tx, &actor, *id).unwrap().is_some()).collect();
                listed.sort();
                opened.sort();
                assert_eq!(listed, opened, "{name} {key}");
                listed.len()
            });
            assert_eq!(seen, [0, 0, 4, 3, 3, 3], "{name}: pupil, guardian, teacher of two schools, three staff of one");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

/// Being above is not being allowed: a role on the académie opens no class.
#[tokio::test]
async fn nobody_above_a_school_sees_who_is_in_its_classes() {
    for (name, db) in with_schools().await {
        db.write(move |tx| {
            import(tx);
            let academie = access::store::by_code(tx, UnitKind::Academie, "normandie").unwrap().unwrap();
            let class = every_class(tx)[0];
            let mut above = actor(tx, "R1");
            above.grants = access::Role::ALL.iter().map(|role| (*role, academie.id)).collect();
            assert!(store::find_class(tx, &above, class).unwrap().is_none(), "{name}");
            assert_eq!(*store::classes(tx, &above, Pager::FIRST, NOW).unwrap(), [], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_class_knows_its_pupils_its_guardians_and_its_school() {
    for (name, db) in with_schools().await {
        db.write(move |tx| {
            import(tx);
            let class = access::store::by_code(tx, UnitKind::Classe, "0140041U/6A").unwrap().unwrap();
            let pupils: Vec<_> =
                store::pupils_of_class(tx, class.id, NOW).unwrap().iter().map(crate::Person::full).collect();
            assert_eq!(pupils, ["Noé NOUVEL"], "{name}");
            let guardians: Vec<_> =
                store::guardians_of_class(tx, class.id, NOW).unwrap().iter().map(|(person, _)| person.full()).collect();
            assert_eq!(guardians, ["Samira Benali", "Julie Nouvel"], "{name}");
            let noe = store::by_key(tx, "file", "E2").unwrap().unwrap();
            let (of_pupil, school) = store::class_and_school(tx, noe.id, NOW).unwrap().unwrap();
            assert_eq!((of_pupil.id, school.code.as_str()), (class.id, "0140041U"), "{name}");
            assert_eq!(store::class_of(tx, noe.id, NOW).unwrap().unwrap().id, class.id, "{name}");
            let teacher = actor(tx, "P2");
            assert_eq!(store::school_of(tx, teacher.person, NOW).unwrap().unwrap().id, school.id, "{name}");
            let seen = store::find_class(tx, &teacher, class.id).unwrap().unwrap();
            let _: &access::Allowed<Read, crate::Class> = &seen;
            assert_eq!((seen.unit.id, seen.school.id), (class.id, school.id), "{name}");
            let names = store::names(tx, &[noe.id, teacher.person]).unwrap();
            assert_eq!(names[&teacher.person], ("Youssef".to_owned(), "Karam".to_owned()), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
