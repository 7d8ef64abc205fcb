//! A school year that is turned and taken back leaves the whole house as it was, whatever the list: every table holds the same rows,
//! the trail aside.
use super::house::{NOW, evening};
use access::UnitKind;
use archive::Part;
use directory::people_import::{self, Asked, Context, Stopped};
use kernel::{Chance as _, Moment, Seeded, SystemChance, UnitId};
use std::{collections::BTreeSet, fmt::Write as _};
use web::House;

/// What tells of deeds, or is made anew from the rows.
const ASIDE: &[&str] =
    &["audit", "undo_deed", "undo_row", "signin_session", "search_doc", "search_post", "search_shelf"];

/// How many lists are tried on each database.
const LISTS: u64 = 10;

/// What the house holds, table by table.
async fn held(house: &House) -> Vec<Part> {
    let digest = archive::digest(&house.db, &house.files).await.unwrap();
    digest.tables.into_iter().filter(|part| !ASIDE.contains(&part.name.as_str())).collect()
}

/// A list of a school's pupils: most stay, some change class, some are gone, some are new, with who answers for them.
fn list(pupils: &[(String, String, String, String)], uai: &str, seed: u64) -> String {
    let mut text = "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de\n".to_owned();
    let mut dice = [0_u8; 4096];
    Seeded::new(seed).fill(&mut dice);
    for (n, (family, given, born, class)) in pupils.iter().enumerate() {
        let class = match dice[n % dice.len()] % 10 {
            0 => continue,
            1 | 2 => "6Z",
            3 => "Nouvelle",
            _ => class,
        };
        let _ = writeln!(text, "E{n};{family};{given};{born};élève;{uai};{class};");
    }
    for n in 0..dice[4095] % 8 {
        let _ = writeln!(text, "N{n};Nouveau;Ana;2015-05-{:02};élève;{uai};6Z;", n + 1);
        let _ = writeln!(text, "R{n};Nouveau;Luc;;responsable;;;N{n}");
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_turned_and_taken_back_leaves_the_house_as_it_was() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, _, things) = evening(db).await;
        let school: UnitId = things.one("school").parse().unwrap();
        let pupils = house.db.read(move |tx| {
            let mut pupils = vec![];
            for class in access::store::under(tx, school, UnitKind::Classe)? {
                for pupil in directory::store::pupils_of_class(tx, class.id, NOW)? {
                    pupils.push((pupil.family, pupil.given, pupil.born.unwrap_or_default(), class.name.clone()));
                }
            }
            let unit = access::store::by_id(tx, school)?;
            Ok::<_, db::Error>((pupils, unit.map(|unit| unit.code).unwrap_or_default()))
        });
        let (pupils, uai) = pupils.await.unwrap();
        assert!(pupils.len() > 100, "{name}: {}", pupils.len());
        let before = held(&house).await;
        for seed in 0..LISTS {
            let rows = people_import::read(list(&pupils, &uai, seed).as_bytes(), &Context::default()).whole().unwrap();
            let (later, turn) = (Moment(NOW.0 + 1), seed % 2 == 0);
            let written = house.db.write(move |tx| {
                let nobody = BTreeSet::new();
                let asked = Asked {
                    complete: true,
                    turn,
                    staying: &nobody,
                    ..Asked::by_operator("list", later, &SystemChance)
                };
                let mut deeds = vec![];
                for (school, rows) in people_import::split(tx, &rows, &asked)? {
                    let plan = people_import::plan(tx, &rows, &school, &asked)?;
                    deeds.extend(people_import::write(tx, &plan, &school, &asked)?);
                }
                Ok::<_, Stopped>(deeds)
            });
            let deeds = written.await.unwrap();
            assert_ne!(held(&house).await, before, "{name}: something is done");
            for deed in deeds {
                let undone = house.db.write(move |tx| undo::undo(tx, deed, (None, later), &[])).await.unwrap();
                assert_eq!((undone.kept.len(), undone.stayed), (0, 0), "{name}, list {seed}");
            }
            let now = held(&house).await;
            let differs: Vec<_> = before.iter().zip(&now).filter(|(one, other)| one != other).collect();
            assert_eq!(differs, [], "{name}, list {seed}");
        }
    }
}
