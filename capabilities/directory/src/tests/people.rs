use super::{NOW, PEOPLE, read, rows, with_schools};
use crate::{
    Person,
    people_import::{self, Doubt, Fault, Outcome, Reason, Stopped},
    store,
};
use access::Actor;
use db::{Db, Tx};
use kernel::{Moment, Seeded};

fn apply_at(tx: &mut Tx<'_>, file: &str, at: Moment) -> Result<Outcome, Stopped> {
    // Another file, other dice: two runs at one instant must not draw the same ids.
    let seed = file.bytes().fold(7, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    people_import::apply(tx, &rows(file), "file", at, &Seeded::new(seed), &mut |_| {})
}

async fn apply(db: &Db, file: &str) -> Result<Outcome, Vec<Fault>> {
    let file = file.to_owned();
    match db.write(move |tx| apply_at(tx, &file, NOW)).await {
        Ok(outcome) => Ok(outcome),
        Err(Stopped::Refused(faults)) => Err(faults),
        Err(Stopped::Db(error)) => panic!("{error}"),
    }
}

async fn person(db: &Db, key: &'static str) -> (Person, Actor) {
    db.read(move |tx| {
        let person = store::by_key(tx, "file", key).unwrap().unwrap();
        let actor = Actor::load(tx, person.id, NOW).unwrap();
        Ok::<_, db::Error>((person, actor))
    })
    .await
    .unwrap()
}

const HEAD: &str = "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de\n";

fn with_head(row: &str) -> String {
    format!("{HEAD}{row}\n")
}

#[tokio::test]
async fn people_arrive_once_and_a_second_run_changes_nothing() {
    for (name, db) in with_schools().await {
        let first = apply(&db, PEOPLE).await.unwrap();
        assert_eq!((first.added, first.changed, first.same, first.classes), (10, 0, 0, 4), "{name}");
        assert_eq!(first.users.len(), 4, "{name}");
        let given = async || {
            let trail = db.read(|tx| access::audit::since(tx, kernel::Moment(0))).await.unwrap();
            trail.iter().filter(|deed| deed.deed == "role/given" && deed.reason.starts_with("by an import: ")).count()
        };
        let roles = given().await;
        let second = apply(&db, PEOPLE).await.unwrap();
        assert!(roles >= 4 && given().await == roles, "{name}: {roles} roles of staff, told once each");
        assert_eq!(
            (second.added, second.changed, second.same, second.classes, second.ended),
            (0, 0, 10, 0, 0),
            "{name}"
        );

        let (awa, in_two) = person(&db, "E3").await;
        assert_eq!((awa.born.as_deref(), in_two.grants.len()), (Some("2013-01-12"), 2), "{name}: two schools at once");
        let (julie, two_children) = person(&db, "R1").await;
        assert_eq!((julie.phone.as_deref(), two_children.children.len()), (Some("+33639980001"), 2), "{name}");
        let (karim, one_child) = person(&db, "R2").await;
        assert_eq!((karim.phone.as_deref(), one_child.children.len()), (Some("+33639980002"), 1), "{name}: apart");
    }
}

#[tokio::test]
async fn a_pupil_who_changes_class_leaves_the_other_of_the_same_school_only() {
    for (name, db) in with_schools().await {
        apply(&db, PEOPLE).await.unwrap();
        let moved = with_head("E3;N’Diaye;Awa;2013-01-12;élève;0140041U;4B;");
        let outcome = db.write(move |tx| apply_at(tx, &moved, NOW.plus_days(1))).await.unwrap();
        assert_eq!((outcome.changed, outcome.classes, outcome.ended), (1, 1, 1), "{name}");
        let grants = db
            .read(|tx| {
                let awa = store::by_key(tx, "file", "E3").unwrap().unwrap();
                Actor::load(tx, awa.id, NOW.plus_days(2))
            })
            .await
            .unwrap()
            .grants;
        assert_eq!(grants.len(), 2, "{name}: the new class, and the one of the other school");
    }
}

#[tokio::test]
async fn nobody_is_made_one_on_a_key_alone() {
    for (name, db) in with_schools().await {
        apply(&db, PEOPLE).await.unwrap();
        let other = with_head("E1;Lefèvre;Tom;2013-02-03;élève;0140041U;5B;");
        let faults = apply(&db, &other).await.unwrap_err();
        let reason =
            Reason::OtherPerson { known: "Nouvel Inès, 2014-05-31".into(), said: "Lefèvre Tom, 2013-02-03".into() };
        assert_eq!(
            (faults[0].line, &faults[0].column, &faults[0].reason),
            (2, &"identifiant".into(), &reason),
            "{name}"
        );

        let renamed = with_head("E1;Nouvel-Haddad;Inès;2014-05-31;élève;0140041U;5B;");
        assert_eq!(apply(&db, &renamed).await.unwrap().changed, 1, "{name}: the same day of birth says they are one");
        assert_eq!(person(&db, "E1").await.0.family, "Nouvel-Haddad", "{name}");

        let married = with_head("R2;Karim-Haddad;Karim;;responsable;;;E1");
        let outcome = apply(&db, &married).await.unwrap();
        assert_eq!((outcome.changed, outcome.to_check.len()), (1, 1), "{name}: told, for somebody to look");
        let stranger = with_head("R2;Bazire;Luc;;responsable;;;E1");
        assert!(matches!(apply(&db, &stranger).await.unwrap_err()[0].reason, Reason::OtherPerson { .. }), "{name}");
    }
}

#[tokio::test]
async fn the_same_name_and_birth_under_another_key_is_somebody_else_to_be_checked() {
    for (name, db) in with_schools().await {
        apply(&db, PEOPLE).await.unwrap();
        let again =
            with_head("X9;nouvel;INES;2014-05-31;élève;0140015R;5A;\nX10;Nouvel;Inès;2014-05-31;élève;0140015R;5A;");
        let outcome = apply(&db, &again).await.unwrap();
        assert_eq!((outcome.added, outcome.to_check.len()), (2, 2), "{name}");
        // Another list parts the names elsewhere; another day of birth is somebody else, without a doubt.
        apply(&db, &with_head("X11;Le Goff Nouvel;Inès;2014-05-31;élève;0140015R;5A;")).await.unwrap();
        let parted = with_head(
            "X12;Le Goff;Nouvel Inès;2014-05-31;élève;0140041U;5B;\nX13;Nouvel;Inès;2014-06-01;élève;0140041U;5B;",
        );
        let checks = apply(&db, &parted).await.unwrap().to_check;
        let doubts: Vec<_> = checks.into_iter().map(|check| check.doubt).collect();
        assert_eq!(doubts, [Doubt::Alike("Le Goff Nouvel Inès, 2014-05-31".into())], "{name}");
        assert_eq!(outcome.to_check[0].doubt, Doubt::Alike("Nouvel Inès, 2014-05-31".into()), "{name}");
        assert_ne!(person(&db, "X9").await.0.id, person(&db, "E1").await.0.id, "{name}");
    }
}

#[tokio::test]
async fn one_fault_beside_what_is_known_leaves_everything_as_it_was() {
    for (name, db) in with_schools().await {
        let file = with_head(
            "E1;Nouvel;Inès;2014-05-31;élève;0140041U;5B;\nE2;Nouvel;Noé;2015-09-02;élève;0149999X;6A;\nR1;Nouvel;Julie;;responsable;;;E9",
        );
        let code = "0149999".parse::<usize>().unwrap() % 23;
        let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[code]);
        let file = file.replace("0149999X", &format!("0149999{letter}"));
        let faults = apply(&db, &file).await.unwrap_err();
        let told: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.reason.key())).collect();
        assert_eq!(told, [(3, "uai", "unknown-school"), (4, "responsable_de", "unknown-child")], "{name}");
        let count = db.read(|tx| tx.query("SELECT id FROM directory_person", &[])).await.unwrap().len();
        assert_eq!(count, 0, "{name}");
    }
}

#[test]
fn each_refusal_says_where_and_why() {
    let cases = [
        ("E1;Nouvel;Inès;2014-05-31;élève;0140041U;5B;;x", "-", "cells"),
        ("E 1;Nouvel;Inès;2014-05-31;élève;0140041U;5B;", "identifiant", "key"),
        (";Nouvel;Inès;2014-05-31;élève;0140041U;5B;", "identifiant", "empty-cell"),
        ("E1;=cmd();Inès;2014-05-31;élève;0140041U;5B;", "nom", "formula"),
        ("E1;N0uvel;Inès;2014-05-31;élève;0140041U;5B;", "nom", "name"),
        ("E1;Nouvel;\"In\nès\";2014-05-31;élève;0140041U;5B;", "prenom", "not-text"),
        ("E1;Nouvel;Inès;31/02/2014;élève;0140041U;5B;", "naissance", "date"),
        ("E1;Nouvel;Inès;;élève;0140041U;5B;", "naissance", "empty-cell"),
        ("E1;Nouvel;Inès;2014-05-31;astronaute;0140041U;5B;", "role", "role"),
        ("E1;Nouvel;Inès;2014-05-31;élève;0140041V;5B;", "uai", "uai"),
        ("E1;Nouvel;Inès;2014-05-31;élève;0140041U;5/B;", "classe", "class"),
        ("E1;Nouvel;Inès;2014-05-31;élève;0140041U;5B;E2", "responsable_de", "not-for-role"),
        ("R1;Nouvel;Julie;;responsable;;;", "responsable_de", "empty-cell"),
        ("P1;Auvray;Claire;;enseignant;0140041U;5B;", "classe", "not-for-role"),
    ];
    for (row, column, reason) in cases {
        let fault = &read(with_head(row).as_bytes()).unwrap_err()[0];
        assert_eq!((fault.line, fault.column.as_str(), fault.reason.key()), (2, column, reason), "{row}");
    }
    let twice =
        with_head("E1;Nouvel;Inès;2014-05-31;élève;0140041U;5B;\n\nE1;Nouvel;Tom;2014-05-31;élève;0140041U;5B;");
    for twice in [twice.replace('\n', "\r"), twice] {
        let fault = &read(twice.as_bytes()).unwrap_err()[0];
        assert_eq!(
            (fault.line, &fault.reason),
            (4, &Reason::Contradiction { first: 2 }),
            "{twice:?}: an empty line counts"
        );
    }
    let heads = read("identifiant;nom;nom;age\n1;Roy;Abel;7\n".as_bytes()).unwrap_err();
    let told: Vec<_> = heads.iter().map(|fault| (fault.column.as_str(), fault.reason.key())).collect();
    assert_eq!(told, [("nom", "two-columns"), ("prenom", "missing-column"), ("role", "missing-column")]);
    assert_eq!(read(b"").unwrap_err()[0].reason, Reason::Empty);
    assert_eq!(read(HEAD.as_bytes()).unwrap_err()[0].reason, Reason::Empty);
    assert_eq!(read(b"PK\x03\x04 and no more").unwrap_err()[0].reason, Reason::BadSheet);
}

#[test]
fn commas_tabulations_and_windows_1252_are_read_alike() {
    let plain = rows(PEOPLE);
    let commas = PEOPLE.replace("E1,E2", "E1|E2").replace(';', ",");
    assert_eq!(rows(&commas), plain);
    assert_eq!(rows(&PEOPLE.replace(';', "\t")), plain);
    let bytes: Vec<u8> = PEOPLE
        .chars()
        .filter(|c| *c != '\u{feff}')
        .map(|c| if c == '’' { 0x92 } else { u8::try_from(u32::from(c)).unwrap() })
        .collect();
    assert_eq!(read(&bytes).unwrap(), plain);
    let mut spoilt = PEOPLE.as_bytes().to_vec();
    let at = PEOPLE.find("Noé").unwrap();
    spoilt[at] = 0xff;
    let fault = &read(&spoilt).unwrap_err()[0];
    assert_eq!((fault.line, fault.reason.key()), (3, "not-text"));
}

/// The template is a file like any other, and names every column in its order.
#[test]
fn the_template_is_read_whole() {
    let template = include_str!("../../../../data/people/modele.csv");
    assert_eq!(rows(template).len(), 10);
    let heads = template.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(heads.split(';').collect::<Vec<_>>(), people_import::COLUMNS);
}

/// Numbers, dates and booleans of a workbook are read as the words of a CSV.
#[test]
fn workbooks_are_read_as_their_csv() {
    let csv = rows(
        "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur
1001;Nouvel;Inès;2014-05-31;élève;0140041U;5B;;;;;
R1;Nouvel;Julie;;responsable;;;1001;oui;0639980001;;\n",
    );
    assert_eq!(read(include_bytes!("people.xlsx")).unwrap(), csv);
    assert_eq!(read(include_bytes!("people.ods")).unwrap(), csv);
}

#[tokio::test]
async fn a_person_is_exported_and_forgotten() {
    for (name, db) in with_schools().await {
        apply(&db, PEOPLE).await.unwrap();
        let (ines, _) = person(&db, "E1").await;
        let export = db.read(move |tx| store::export(tx, ines.id)).await.unwrap();
        let headings: Vec<_> = export.iter().map(|(heading, _)| heading.as_str()).collect();
        assert_eq!(headings, ["person", "person_key", "membership", "guardianship", "guardianship"], "{name}");
        db.write(move |tx| store::erase(tx, ines.id)).await.unwrap();
        let (left, export) = db
            .read(move |tx| Ok::<_, db::Error>((store::person(tx, ines.id)?.unwrap(), store::export(tx, ines.id)?)))
            .await
            .unwrap();
        assert_eq!((left.full().as_str(), left.born), (" ", None), "{name}");
        assert_eq!(export.len(), 1, "{name}");
        let sql = "SELECT 1 FROM directory_person WHERE id = ?1 AND sort IS NOT NULL";
        let place = db.read(move |tx| tx.query(sql, &db::params![ines.id])).await.unwrap();
        assert!(place.is_empty(), "{name}: where a name stands says the name");
    }
}
