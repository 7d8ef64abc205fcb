use super::{NOW, migrations};
use crate::{annuaire_import::apply, demo::SCHOOLS};
use access::UnitKind;
use annuaire::School;
use db::Tx;
use kernel::{Moment, Seeded};

fn run(tx: &mut Tx<'_>, schools: &[School], at: Moment) -> crate::annuaire_import::Outcome {
    apply(tx, schools, at, &Seeded::new(7), &mut |_| {}).unwrap()
}

/// The counts of one outcome, in their order.
fn counts(tx: &mut Tx<'_>, schools: &[School]) -> [usize; 4] {
    let outcome = run(tx, schools, NOW);
    [outcome.added, outcome.changed, outcome.same, outcome.closed]
}

fn dump(tx: &mut Tx<'_>) -> Vec<String> {
    [
        "SELECT * FROM unit ORDER BY id",
        "SELECT * FROM unit_closure ORDER BY 1, 2",
        "SELECT * FROM directory_school
      ORDER BY uai",
    ]
    .iter()
    .map(|sql| format!("{:?}", tx.query(sql, &[]).unwrap()))
    .collect()
}

#[tokio::test]
async fn the_directory_is_imported_again_and_again() {
    let schools = annuaire::read(SCHOOLS).unwrap();
    let all = schools.len();
    for (name, db) in db::testing::both(&migrations()).await {
        let schools = schools.clone();
        db.write(move |tx| {
            #[expect(clippy::disallowed_methods, reason = "a measure of speed")]
            let started = std::time::Instant::now();
            assert_eq!(counts(tx, &schools), [all, 0, 0, 0], "{name}");
            let first = started.elapsed();
            let before = dump(tx);
            assert_eq!(counts(tx, &schools), [0, 0, all, 0], "{name}: a second run changes nothing");
            assert_eq!(dump(tx), before, "{name}");

            let mut changed = schools.clone();
            changed[0].name = "Lycée d’à côté".to_owned();
            changed[1].departement = ("061".to_owned(), "Orne".to_owned());
            assert_eq!(counts(tx, &changed), [0, 2, all - 2, 0], "{name}: changed rows are updated");
            let moved = access::store::by_code(tx, UnitKind::Etablissement, changed[1].uai.as_str()).unwrap().unwrap();
            let above = access::store::above(tx, moved.id, UnitKind::Departement).unwrap().unwrap();
            assert_eq!(above.code, "061", "{name}: a school that moved hangs elsewhere, and from there only");

            let fewer = &changed[5..];
            assert_eq!(counts(tx, fewer), [0, 0, all - 5, 5], "{name}: vanished schools are closed");
            assert_eq!(counts(tx, fewer), [0, 0, all - 5, 0], "{name}: once");
            assert_eq!(counts(tx, &changed), [0, 5, all - 5, 0], "{name}: back again, they open");
            assert_eq!(counts(tx, &schools), [0, 2, all - 2, 0], "{name}");
            let mut shut = schools.clone();
            shut[3].open = false;
            assert_eq!(counts(tx, &shut), [0, 1, all - 1, 0], "{name}: the file says closed");
            assert_eq!(counts(tx, &shut), [0, 0, all, 0], "{name}");
            eprint_time(name, all, first);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[expect(clippy::print_stderr, reason = "the time is what one looks for here")]
fn eprint_time(name: &str, all: usize, first: std::time::Duration) {
    eprintln!("{name}: {all} schools in {first:?}");
}

#[tokio::test]
async fn a_file_of_lycees_closes_no_ecole() {
    let schools = annuaire::read(SCHOOLS).unwrap();
    for (name, db) in db::testing::both(&migrations()).await {
        let schools = schools.clone();
        db.write(move |tx| {
            run(tx, &schools, NOW);
            let lycees: Vec<_> =
                schools.iter().filter(|school| school.kind == annuaire::Kind::Lycee).skip(1).cloned().collect();
            let outcome = run(tx, &lycees, NOW);
            assert_eq!((outcome.same, outcome.closed), (lycees.len(), 1), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn schools_hang_from_their_bassin_departement_and_academie() {
    for (name, db) in super::with_schools().await {
        db.read(move |tx| {
            let school = access::store::by_code(tx, UnitKind::Etablissement, "0140004D").unwrap().unwrap();
            let kinds = [UnitKind::Bassin, UnitKind::Departement, UnitKind::Academie];
            let above = kinds.map(|kind| access::store::above(tx, school.id, kind).unwrap().unwrap().code);
            assert_eq!(above, ["bayeux", "014", "normandie"], "{name}");
            let academie = access::store::by_code(tx, UnitKind::Academie, "normandie").unwrap().unwrap();
            let departements = access::store::under(tx, academie.id, UnitKind::Departement).unwrap();
            let codes: Vec<_> = departements.iter().map(|unit| unit.code.as_str()).collect();
            assert_eq!(codes, ["014", "027", "050", "061", "076"], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
