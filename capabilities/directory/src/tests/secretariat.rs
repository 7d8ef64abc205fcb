//! Files as the programs of schools export them, with what they leave out given beside.
use super::{NOW, with_schools};
use crate::{
    Person,
    people_import::{self, Context, Noted, Outcome, Reading, Taken, Whose},
    store,
};
use access::Actor;
use db::Db;
use kernel::Seeded;

/// The same family, as each program writes it.
const SIECLE: &str = "Nom de famille;Nom d'usage;Prénom 1;Né(e) le;Sexe;INE;Division;Régime;Nom de famille resp. légal1;Prénom resp. légal1;Tél. mobile resp. légal1;Nom de famille resp. légal2;Prénom resp. légal2;Tél. mobile resp. légal2
NOUVEL;;Inès;31/05/2014;F;0123456789a;5EME B;DP;NOUVEL;Julie;06 39 98 00 01;HADDAD;Karim;
NOUVEL;;Noé;02/09/2015;M;0123456789B;6EME A;EXT;NOUVEL;Julie;06 39 98 00 01;;;
";

fn pupils() -> Context {
    Context { school: "0140041U".parse().ok(), kind: Some(Whose::Pupils) }
}

fn read(file: &str, context: Context) -> Reading {
    people_import::read(file.as_bytes(), &context)
}

async fn apply(db: &Db, file: &str, context: Context) -> Outcome {
    let (rows, seed) = (read(file, context).whole().unwrap(), file.len() as u64);
    let done = db.write(move |tx| people_import::apply(tx, &rows, "file", NOW, &Seeded::new(seed), &mut |_| {}));
    done.await.unwrap()
}

async fn person(db: &Db, key: &'static str) -> (Person, Actor) {
    db.read(move |tx| {
        let person = store::by_key(tx, "file", key)?.unwrap();
        let actor = Actor::load(tx, person.id, NOW)?;
        Ok::<_, db::Error>((person, actor))
    })
    .await
    .unwrap()
}

/// The faults: line, column and reason.
fn faults(reading: &Reading) -> Vec<(u64, &str, &str)> {
    reading.faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.reason.key())).collect()
}

#[tokio::test]
async fn a_file_of_siecle_brings_pupils_and_those_who_answer_for_them() {
    for (name, db) in with_schools().await {
        let done = apply(&db, SIECLE, pupils()).await;
        assert_eq!((done.added, done.classes), (5, 2), "{name}");
        let again = apply(&db, &format!("{SIECLE}\n"), pupils()).await;
        assert_eq!((again.added, again.changed, again.same), (0, 0, 5), "{name}");
        let (ines, enrolled) = person(&db, "0123456789A").await;
        assert_eq!((ines.born.as_deref(), enrolled.grants.len()), (Some("2014-05-31"), 1), "{name}");
        let (karim, of) = person(&db, "0123456789A/haddad-karim").await;
        assert_eq!((karim.full().as_str(), karim.phone, of.children.len()), ("Karim HADDAD", None, 1), "{name}");
        let (julie, of) = person(&db, "0123456789B/nouvel-julie").await;
        assert_eq!((julie.phone.as_deref(), of.children.len()), (Some("+33639980001"), 1), "{name}");
    }
}

#[test]
fn columns_that_are_not_needed_are_named_and_read_by_nobody() {
    let spoilt = SIECLE.replace(";DP;", ";=cmd();");
    let reading = read(&spoilt, pupils());
    assert_eq!(faults(&reading), []);
    let ignored = reading.columns.iter().filter(|one| one.taken == Taken::Ignored);
    assert_eq!(ignored.map(|one| one.heading.as_str()).collect::<Vec<_>>(), ["Sexe", "Régime"]);
}

#[test]
fn one_guardian_of_two_children_without_a_number_of_their_own_is_told() {
    let notes: Vec<_> =
        read(SIECLE, pupils()).notes.into_iter().map(|note| (note.line, note.said, note.what)).collect();
    assert_eq!(notes, [(3, "NOUVEL Julie".to_owned(), Noted::TwoPeople { first: 2 })]);
    let file = SIECLE.replace("Nom de famille resp. légal1;", "Id resp. légal 1;Nom de famille resp. légal1;");
    let file = file.replace(";NOUVEL;Julie", ";R7;NOUVEL;Julie");
    let reading = read(&file, pupils());
    assert_eq!((reading.notes.len(), reading.rows.unwrap().len()), (0, 5));
}

#[tokio::test]
async fn a_file_of_onde_has_days_from_the_year_on_and_perhaps_no_number() {
    let file = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1; Cycle;Niveau;Libellé classe;Identifiant classe
ROY;ABEL;Zoé;2018-05-31;F;;1 rue du Port;CYCLE II;CE2;Classe de M Machin;99999
ROY;;Léo;2017-01-02;M;1111111112A;;CYCLE II;CE2;Classe de M Machin;99999
";
    for (name, db) in with_schools().await {
        let done = apply(&db, file, pupils()).await;
        assert_eq!((done.added, done.classes), (2, 1), "{name}");
        let (zoe, _) = person(&db, "nom:abel-zoe-2018-05-31").await;
        assert_eq!(zoe.family, "ABEL", "{name}: the name she is called by");
        assert_eq!(person(&db, "1111111112A").await.0.family, "ROY", "{name}");
    }
}

#[tokio::test]
async fn a_file_of_pronote_has_both_names_in_one_cell() {
    let file = "Élèves;Né(e) le;Sexe;Classe;Resp. légal 1\nDE LA TOUR Jean-Luc;01/01/2012;M;6A;Mme ROY Ana\n";
    for (name, db) in with_schools().await {
        assert_eq!(apply(&db, file, pupils()).await.added, 2, "{name}");
        let (jean, _) = person(&db, "nom:de-la-tour-jean-luc-2012-01-01").await;
        assert_eq!((jean.family.as_str(), jean.given.as_str()), ("DE LA TOUR", "Jean-Luc"), "{name}");
    }
    for (cell, right) in
        [("Ana ROY", true), ("ROY ANA", false), ("Roy Ana", false), ("M. et Mme Roy", false), ("ROY", false)]
    {
        let reading = read(&file.replace("Mme ROY Ana", cell), pupils());
        assert_eq!(faults(&reading).is_empty(), right, "{cell}");
        assert!(right || faults(&reading) == [(2, "Resp. légal 1", "whole-name")], "{cell}: {reading:?}");
    }
}

#[test]
fn names_apart_and_together_may_stand_in_one_file() {
    let file = "Nom;Prénom;Élèves;Né le;Classe\nROY;Ana;;01/02/2014;6A\n;;ABEL Luc;01/02/2014;6A\n";
    let rows = format!("{:?}", read(file, pupils()).rows.unwrap());
    assert!(rows.contains("nom:roy-ana-2014-02-01") && rows.contains("nom:abel-luc-2014-02-01"), "{rows}");
}

#[test]
fn what_the_file_says_counts_before_what_is_given_beside() {
    let file = "Nom;Prénom;Né le;Classe;UAI\nROY;Ana;01/02/2014;6A;\nROY;Luc;01/02/2013;5A;0140015R\n";
    let rows = read(file, pupils()).rows.unwrap();
    assert_eq!(rows.schools().iter().map(ToString::to_string).collect::<Vec<_>>(), ["0140015R", "0140041U"]);
    let alone = read(file, Context { school: None, kind: Some(Whose::Pupils) });
    assert_eq!(faults(&alone), [(2, "UAI", "empty-cell")]);
    let nobody = read(file, Context::default());
    assert_eq!(faults(&nobody), [(1, "role", "missing-column")], "who they are is asked");
}

#[test]
fn two_rows_of_one_name_and_day_without_a_number_are_one_person_and_told() {
    let file = "Nom;Prénom;Né le;Classe\nROY;Ana;01/02/2014;6A\nRoy;Ana;01/02/2014;6B\n";
    let notes: Vec<_> = read(file, pupils()).notes.into_iter().map(|note| (note.line, note.what)).collect();
    assert_eq!(notes, [(3, Noted::OnePerson { first: 2 })]);
}

#[test]
fn a_service_that_answers_for_a_child_is_left_out_and_told() {
    let reading = read(&SIECLE.replace("HADDAD;Karim", "CONSEIL DEPARTEMENTAL;"), pupils());
    assert!(reading.notes.iter().any(|note| note.line == 2 && note.what == Noted::NoGivenName), "{reading:?}");
    assert_eq!(reading.rows.unwrap().len(), 4);
}

#[test]
fn a_file_of_families_names_guardians_and_whose_they_are() {
    let context = Context { kind: Some(Whose::Families), ..pupils() };
    let alone = "Nom responsable;Prénom responsable;Identifiant élève;Autorité parentale;Téléphone portable
HADDAD;Karim;E1;non;0639980002
";
    let rows = format!("{:?}", read(alone, context).rows.unwrap());
    assert!(rows.contains("of: [\"E1\"], authority: Some(false)") && rows.contains("E1/haddad-karim"), "{rows}");
    let beside =
        "Nom élève;Prénom élève;INE;Nom responsable;Prénom responsable\nNOUVEL;Inès;0123456789A;HADDAD;Karim\n";
    let rows = format!("{:?}", read(beside, context).rows.unwrap());
    assert!(rows.contains("0123456789A/haddad-karim") && !rows.contains("Inès"), "{rows}");
    let onde = "Nom responsable;Prénom responsable;Nom de famille enfant;Prénom enfant\nHADDAD;Karim;NOUVEL;Inès\n";
    assert_eq!(faults(&read(onde, context)), [(1, "responsable_de", "missing-column")], "a name alone is no child");
}

#[test]
fn who_works_in_a_school_may_have_an_address_and_a_last_day() {
    let context = Context { kind: Some(Whose::Staff), ..pupils() };
    let file = "Civilité;Nom;Prénom;Fonction;Mél;Classe;Date de fin
MME;AUVRAY;Claire;Enseignant;claire.auvray@example.fr;6A;31/08/2026
M.;KARAM;Youssef;CPE;aucune;;
";
    let rows = format!("{:?}", read(file, context).rows.unwrap());
    assert!(rows.contains("until: Some(\"2026-08-31\")") && rows.contains("until: None"), "{rows}");
    assert!(rows.contains("email: Some(\"claire.auvray@example.fr\")") && rows.contains("email: None"), "{rows}");
    let nobody = read(&file.replace("Fonction", "Corps"), context);
    assert_eq!(faults(&nobody), [(1, "role", "missing-column")], "nobody becomes a teacher by default");
    let spoilt = read(&file.replace("31/08/2026", "31/08/26"), context);
    assert_eq!(faults(&spoilt), [(2, "Date de fin", "date")]);
}

#[test]
fn of_two_columns_of_one_meaning_the_one_that_says_more_is_read_or_it_is_asked() {
    let file = "Nom;Prénom;Né le;Code Structure;Lib. Structure;Division\nROY;Ana;01/02/2014;6A;Sixième A;\n";
    let reading = read(file, pupils());
    assert_eq!(faults(&reading), []);
    let taken: Vec<_> = reading.columns.iter().skip(4).map(|one| one.taken.clone()).collect();
    assert_eq!(taken, [Taken::Twin("Code Structure".into()), Taken::Twin("Code Structure".into())]);
    let file = "Nom;Prénom;Né le;Classe;classe\nROY;Ana;01/02/2014;6A;6B\n";
    assert_eq!(faults(&read(file, pupils())), [(1, "Classe", "two-columns")]);
    assert_eq!(faults(&read(&file.replace("6B", "6A"), pupils())), [], "they say the same");
    let third = file.replace("classe", "CLASSE;classe").replace("6B", "6A;6B");
    assert_eq!(faults(&read(&third, pupils())), [(1, "Classe", "two-columns")]);
}

#[test]
fn a_pupils_number_is_that_of_their_school() {
    let file = "Num. Elève Etab;Nom;Prénom;Date Naissance;Code Structure\n123;ROY;Ana;01/02/2014;6A\n";
    let rows = format!("{:?}", read(file, pupils()).rows.unwrap());
    assert!(rows.contains("\"0140041U/123\""), "{rows}");
}

#[test]
fn the_authority_of_one_of_two_guardians_is_never_guessed() {
    let file = "Nom;Prénom;Né le;Classe;Nom resp. légal 1;Prénom resp. légal 1;Autorité parentale;Nom resp. légal 2;Prénom resp. légal 2
ROY;Ana;01/02/2014;6A;ROY;Luc;non;ROY;Eve
";
    assert_eq!(faults(&read(file, pupils())), [(1, "Autorité parentale", "whose-authority")]);
    let said = file.replace("Autorité parentale", "Autorité parentale resp. 1");
    let rows = format!("{:?}", read(&said, pupils()).rows.unwrap());
    assert!(rows.contains("authority: Some(false)") && rows.contains("authority: None"), "{rows}");
    let alone = file.replace(";Nom resp. légal 2;Prénom resp. légal 2", "").replace(";ROY;Eve", "");
    let rows = format!("{:?}", read(&alone, pupils()).rows.unwrap());
    assert!(rows.contains("authority: Some(false)") && !rows.contains("authority: None"), "{rows}");
    let twice = alone.replace(";Prénom resp", ";Autorité légale;Prénom resp").replace(";ROY;Luc", ";ROY;oui;Luc");
    let asked = read(&twice, pupils());
    assert!(faults(&asked).iter().all(|(line, _, reason)| (*line, *reason) == (1, "two-columns")), "{asked:?}");
    assert!(asked.rows.is_none());
}

#[test]
fn a_title_above_the_headings_is_left_out_and_told() {
    let file = "Liste des élèves;;;\n\nNom;Prénom;Né le;Classe\nROY;Ana;01/02/2014;6/A\n";
    let reading = read(file, pupils());
    assert_eq!(faults(&reading), [(4, "Classe", "class")], "the lines are the file's");
    let notes: Vec<_> = reading.notes.iter().map(|note| (note.line, note.said.as_str(), note.what)).collect();
    assert_eq!(notes, [(1, "Liste des élèves", Noted::Above)]);
}
