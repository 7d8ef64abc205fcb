//! Files as schools really export them: what is accepted is what was meant, what is doubtful is refused or asked.
use super::{NOW, read, with_schools};
use crate::{
    people_import::{self, Doubt, Fault, Outcome, Reason, Stopped},
    store,
};
use access::UnitKind;
use db::Db;
use kernel::Seeded;

const HEAD: &str =
    "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur";

fn file(rows: &[&str]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

/// The faults of the file itself, as line, column and reason.
pub fn faults(file: &[u8]) -> Vec<(u64, String, &'static str)> {
    read(file).unwrap_err().into_iter().map(|fault| (fault.line, fault.column, fault.reason.key())).collect()
}

fn one(column: &str, reason: &'static str) -> Vec<(u64, String, &'static str)> {
    vec![(2, column.to_owned(), reason)]
}

async fn apply(db: &Db, rows: &[&str]) -> Result<Outcome, Vec<Fault>> {
    let rows = read(file(rows).as_bytes())?;
    let seed = 77 + rows.len() as u64;
    let done = db.write(move |tx| {
        let before = tx.query("SELECT id FROM directory_person UNION ALL SELECT id FROM undo_deed", &[])?.len();
        let chance = Seeded::new(seed + 1_000 * before as u64);
        people_import::apply(tx, &rows, "file", NOW, &chance, &mut |_| {})
    });
    match done.await {
        Ok(outcome) => Ok(outcome),
        Err(Stopped::Refused(faults)) => Err(faults),
        Err(Stopped::Db(error)) => panic!("{error}"),
    }
}

/// What is to be checked: line, column and doubt.
fn doubts(outcome: &Outcome) -> Vec<(u64, &'static str, Doubt)> {
    outcome.to_check.iter().map(|check| (check.line, check.column, check.doubt.clone())).collect()
}

#[tokio::test]
async fn accents_written_apart_are_the_same_letters() {
    for (name, db) in with_schools().await {
        let first = ["E1;Roy;Zoé;31/05/2012;élève;0140014P;4ème É;;;;;", "R1;Lefèvre;Hélène;;responsable;;;E1;oui;;;"];
        apply(&db, &first).await.unwrap();
        let apart = first.map(|row| row.replace('é', "e\u{301}").replace('è', "e\u{300}").replace('É', "E\u{301}"));
        let again = apply(&db, &[&apart[0], &apart[1]]).await.unwrap();
        assert_eq!((again.added, again.changed, again.same, again.classes), (0, 0, 2, 0), "{name}");
    }
    let heads = file(&["E1;Roy;Zoé;31/05/2012;élève;0140014P;1A;;;;;"]).replace("prenom", "pre\u{301}nom");
    assert!(read(heads.as_bytes()).is_ok(), "a heading too");
}

#[test]
fn the_first_visible_sheet_is_read() {
    let rows = read(include_bytes!("hidden.xlsx")).unwrap();
    assert!(format!("{rows:?}").contains("Visible") && !format!("{rows:?}").contains("Fant"), "{rows:?}");
}

#[test]
fn a_date_is_refused_wherever_none_is_meant() {
    assert_eq!(faults(include_bytes!("dated.xlsx")), one("classe", "date-here"));
    for class in ["06-mars", "mars-06", "6-mars-26", "2026-03-06", "06/03/2026", "Mar-06", "2026-03-06 00:00:00"] {
        let row = format!("E1;Roy;Léa;31/05/2012;élève;0140014P;{class};;;;;");
        assert_eq!(faults(file(&[&row]).as_bytes()), one("classe", "date-here"), "{class}");
        let row = format!("{};Roy;Léa;31/05/2012;élève;0140014P;6A;;;;;", class.replace(' ', "T"));
        assert_eq!(faults(file(&[&row]).as_bytes()), one("identifiant", "date-here"), "{class}");
    }
    for class in ["6-3", "5 B", "6E2", "3 Mars"] {
        let row = format!("E1;Roy;Léa;31/05/2012;élève;0140014P;{class};;;;;");
        assert_eq!(read(file(&[&row]).as_bytes()).is_ok(), class != "3 Mars", "{class}");
    }
}

#[tokio::test]
async fn exchanged_keys_of_twins_are_asked_about() {
    for (name, db) in with_schools().await {
        let twins = |one: &str, other: &str| {
            [one, other].map(|given| format!("Roy;{given};31/05/2012;élève;0140014P;1A;;;;;")).map(|row| row)
        };
        let [one, other] = twins("Zoé", "Léo");
        apply(&db, &[&format!("E1;{one}"), &format!("E2;{other}")]).await.unwrap();
        let exchanged = apply(&db, &[&format!("E1;{other}"), &format!("E2;{one}")]).await.unwrap();
        let was = |said: &str| Doubt::Twins(format!("Roy {said}, 2012-05-31"));
        assert_eq!(doubts(&exchanged), [(2, "prenom", was("Zoé")), (3, "prenom", was("Léo"))], "{name}");
        // The other twin may be known and not in the file.
        let [one, other] = twins("Zoé", "Léo");
        let alone = apply(&db, &[&format!("E1;{one}")]).await.unwrap();
        assert_eq!(doubts(&alone), [(2, "prenom", was("Léo"))], "{name}: {other}");
        let more = apply(&db, &["E1;Roy;Zoé Marie;31/05/2012;élève;0140014P;1A;;;;;"]).await.unwrap();
        assert_eq!((more.changed, doubts(&more)), (1, vec![]), "{name}: a second given name is no other person");
    }
}

#[tokio::test]
async fn an_adult_is_nobodys_child() {
    for (name, db) in with_schools().await {
        let school = [
            "P1;Auvray;Claire;;enseignant;0140014P;;;;;;c.auvray",
            "E1;Roy;Zoé;31/05/2012;élève;0140014P;1A;;;;;",
            "R1;Roy;Ana;;responsable;;;E1;oui;;;",
        ];
        apply(&db, &school).await.unwrap();
        for known in [&[][..], &school] {
            let adults = ["R2;Roy;Max;;responsable;;;P1;oui;;;", "R3;Roy;Eve;;responsable;;;R1;oui;;;"];
            let found = apply(&db, &[known, &adults].concat()).await.unwrap_err();
            let told: Vec<_> = found.iter().map(|f| (f.line, f.value.as_str(), &f.reason)).collect();
            let line = 2 + known.len() as u64;
            let right = [(line, "P1", &Reason::UnknownChild), (line + 1, "R1", &Reason::UnknownChild)];
            assert_eq!(told, right, "{name}");
        }
        assert!(apply(&db, &["R2;Roy;Max;;responsable;;;E1;oui;;;"]).await.is_ok(), "{name}: a pupil known before");
    }
}

#[test]
fn authority_yes_and_no_is_refused_with_both_lines() {
    for (first, second) in [("oui", "non"), ("non", "oui"), ("", "non")] {
        let rows = [
            "E1;Roy;Zoé;31/05/2012;élève;0140014P;1A;;;;;".to_owned(),
            format!("R1;Roy;Ana;;responsable;;;E1;{first};;;"),
            format!("R1;Roy;Ana;;responsable;;;E1;{second};;;"),
        ];
        let found = read(file(&[&rows[0], &rows[1], &rows[2]]).as_bytes()).unwrap_err();
        let reason = Reason::AuthorityTwice { first: 3, child: "E1".into() };
        assert_eq!((found[0].line, found[0].column.as_str(), &found[0].reason), (4, "autorite", &reason));
    }
}

#[tokio::test]
async fn one_class_has_one_spelling_and_others_like_it_are_asked_about() {
    for (name, db) in with_schools().await {
        let pupil = |n: usize, class: &str| format!("E{n};Roy;Léa;{:02}/05/2012;élève;0140014P;{class};;;;;", n + 1);
        let rows = [pupil(0, "5ème B"), pupil(1, "5eme B"), pupil(2, "5B"), pupil(3, "5 B"), pupil(4, "5EME B")];
        let outcome = apply(&db, &rows.each_ref().map(String::as_str)).await.unwrap();
        let like = || Doubt::Class("5ème B".into());
        assert_eq!(
            (outcome.classes, doubts(&outcome)),
            (3, vec![(4, "classe", like()), (5, "classe", like())]),
            "{name}"
        );
        let again = apply(&db, &rows.each_ref().map(String::as_str)).await.unwrap();
        assert_eq!((again.classes, again.same, doubts(&again)), (0, 5, vec![]), "{name}");
        let names = db.read(|tx| {
            let school = access::store::by_code(tx, UnitKind::Etablissement, "0140014P")?.unwrap();
            let classes = access::store::under(tx, school.id, UnitKind::Classe)?;
            Ok::<_, db::Error>(classes.into_iter().map(|class| class.name).collect::<Vec<_>>())
        });
        assert_eq!(names.await.unwrap(), ["5 B", "5B", "5ème B"], "{name}");
    }
}

#[tokio::test]
async fn names_stand_where_french_people_look_for_them() {
    for (name, db) in with_schools().await {
        let families = ["Zola", "Abel", "Éluard", "de Villiers", "van der Meer", "Ünal", "Łukaszewski", "O’Brien"];
        let pupil = |(n, family)| format!("B{n};{family};Ana;{:02}/05/2012;élève;0140014P;6Z;;;;;", n + 1);
        let rows: Vec<String> = families.into_iter().enumerate().map(pupil).collect();
        apply(&db, &rows.iter().map(String::as_str).collect::<Vec<_>>()).await.unwrap();
        let listed = db.read(|tx| {
            let class = access::store::by_code(tx, UnitKind::Classe, "0140014P/6Z")?.unwrap();
            let pupils = store::pupils_of_class(tx, class.id, NOW)?;
            Ok::<_, db::Error>(pupils.into_iter().map(|pupil| pupil.family).collect::<Vec<_>>())
        });
        let right = ["Abel", "de Villiers", "Éluard", "Łukaszewski", "O’Brien", "Ünal", "van der Meer", "Zola"];
        assert_eq!(listed.await.unwrap(), right, "{name}");
    }
}

#[tokio::test]
async fn rows_of_before_are_given_their_place_and_one_spelling() {
    for (name, db) in with_schools().await {
        apply(&db, &["R0;Zola;Ana;;enseignant;0140014P;;;;;;", "R1;Éluard;Ana;;enseignant;0140014P;;;;;;"])
            .await
            .unwrap();
        let people = db.write(|tx| {
            tx.execute("UPDATE directory_person SET sort = NULL, phone = '0692123456'", &[])?;
            tx.execute("UPDATE unit SET sort = NULL", &[])?;
            while access::store::sort_names(tx, 500)? + store::sort_people(tx, 1)? > 0 {}
            let left = tx.query("SELECT 1 FROM unit WHERE sort IS NULL", &[])?.len();
            let rows = tx.query("SELECT family, phone FROM directory_person ORDER BY sort", &[])?;
            Ok::<_, db::Error>((
                left,
                rows.iter().map(|row| (row.get(0), row.get(1))).collect::<Vec<(String, String)>>(),
            ))
        });
        let e164 = || "+262692123456".to_owned();
        assert_eq!(people.await.unwrap(), (0, vec![("Éluard".into(), e164()), ("Zola".into(), e164())]), "{name}");
    }
}

#[tokio::test]
async fn a_birth_to_come_is_refused_and_a_strange_age_is_asked_about() {
    for (name, db) in with_schools().await {
        let born = |day: &str| format!("E1;Roy;Zoé;{day};élève;0140014P;1A;;;;;");
        let found = apply(&db, &[&born("31/05/2090")]).await.unwrap_err();
        assert_eq!(
            (found[0].line, found[0].column.as_str(), &found[0].reason),
            (2, "naissance", &Reason::Future),
            "{name}"
        );
        let old = apply(&db, &[&born("31/05/1914")]).await.unwrap();
        assert_eq!(doubts(&old), [(2, "naissance", Doubt::Age(112))], "{name}");
    }
}

#[test]
fn empty_columns_and_missing_last_cells_say_nothing() {
    let plain = read(file(&["E1;Nouvel;Noé;31/05/2012;élève;0140014P;1A;;;;;"]).as_bytes()).unwrap();
    let empty = format!("{HEAD};;;\r\nE1;Nouvel;Noé;31/05/2012;élève;0140014P;1A;;;;;;;;");
    assert_eq!(read(empty.as_bytes()).unwrap(), plain);
    assert_eq!(read(file(&["E1;Nouvel;Noé;31/05/2012;élève;0140014P;1A"]).as_bytes()).unwrap(), plain);
    let told = format!("sep=;\r\n{}", file(&["E1;Nouvel;Noé;31/05/2012;élève;0140014P;1A;;;;;", ";;;"]));
    assert_eq!(read(told.as_bytes()).unwrap().len(), 1);
    let spoilt = format!("sep=;\r\n{}", file(&["E1;N0uvel;Noé;31/05/2012;élève;0140014P;1A;;;;;"]));
    assert_eq!(faults(spoilt.as_bytes()), [(3, "nom".to_owned(), "name")], "the line is the file's");
    let more = format!("{HEAD};\r\nE1;Nouvel;Noé;31/05/2012;élève;0140014P;1A;;;;;;oui\r\n");
    assert_eq!(faults(more.as_bytes()), one("-", "cells"), "a cell behind the last heading");
    let unheaded = more.replace("identifiant;", "identifiant;;").replace("E1;", "E1;x;");
    assert_eq!(faults(unheaded.as_bytes()), one("2", "no-heading"), "a column without heading that says something");
    let cut = file(&["E1;Nouvel;Noé;31/05/2012;élève;0140014P;1A;;;;;"]) + "E2;Nouvel;Inès;31/05/2012;élève;0140014P;1";
    assert_eq!(faults(cut.as_bytes()), [(3, "-".to_owned(), "cells")], "a file cut on the way");
}

#[tokio::test]
async fn telephone_numbers_have_one_spelling() {
    let written =
        ["+33 06 12 34 56 78", "0033612345678", "+33 (0)6 12 34 56 78", "33612345678", "06/12/34/56/78", "612345678"];
    for (name, db) in with_schools().await {
        for number in written {
            let row = format!("R1;Roy;Léa;;responsable;;;E1;oui;{number};;");
            apply(&db, &["E1;Roy;Zoé;31/05/2012;élève;0140014P;1A;;;;;", &row]).await.unwrap();
            let kept = db.read(|tx| store::by_key(tx, "file", "R1")).await.unwrap().unwrap();
            let shown = kept.dialled().unwrap();
            assert_eq!(
                (kept.phone.as_deref(), shown.as_str()),
                (Some("+33612345678"), "06 12 34 56 78"),
                "{name}: {number}"
            );
        }
    }
    for number in ["00 00 00 00 00", "06 12 34 56", "0899 12 34 56", "6,12E+08"] {
        let row = format!("R1;Roy;Max;;responsable;;;E1;oui;{number};;");
        let reason = if number.contains('E') { "rounded" } else { "phone" };
        assert_eq!(faults(file(&[&row]).as_bytes()), one("telephone", reason), "{number}");
    }
}

#[test]
fn dates_are_read_as_exports_write_them() {
    let born = |day: &str| file(&[&format!("E1;Roy;Léa;{day};élève;0140014P;1A;;;;;")]);
    let right = read(born("2012-05-31").as_bytes()).unwrap();
    for day in
        ["31/05/2012", "31-05-2012", "31.05.2012", "2012-05-31 00:00:00", "2012-05-31T00:00:00Z", "31/05/2012 00:00"]
    {
        assert_eq!(read(born(day).as_bytes()).unwrap(), right, "{day}");
    }
    for day in ["31/05/12", "41060", "05/31/2012", "31 mai 2012", "2012", "31/05/2012 minuit", "31//2012", "1/2/3/2012"]
    {
        assert_eq!(faults(born(day).as_bytes()), one("naissance", "date"), "{day}");
    }
    let words = web::Words::read(&[crate::SLICE.sentences]).unwrap();
    let told = crate::faults::say_people(&words, web::Lang::Fr, &read(born("41060").as_bytes()).unwrap_err()[0]);
    let mend = "Dans un tableur, donnez à toute la colonne le format jj/mm/aaaa.";
    assert!(told.contains("igne 2") && told.contains("naissance") && told.ends_with(mend), "{told}");
}

#[test]
fn an_encoding_that_nobody_declared_is_known_or_refused() {
    let text = file(&["E1;Éluard;Zoé;31/05/2012;élève;0140014P;1A;;;;;"]);
    let right = read(text.as_bytes()).unwrap();
    let wide = |mark: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    assert_eq!(read(&wide(0xfeff, u16::to_le_bytes)).unwrap(), right);
    assert_eq!(read(&wide(0xfeff, u16::to_be_bytes)).unwrap(), right);
    let silent = wide(0xfeff, u16::to_le_bytes)[2..].to_vec();
    assert_eq!(faults(&silent), [(1, "-".to_owned(), "encoding")], "UTF-16 without its mark");
    // `é` of an old Macintosh, of DOS; read twice on the way.
    for (e, big) in [(0x8e, 0x83), (0x82, 0x90)] {
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| match c {
                'é' | 'è' => e,
                'É' => big,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect();
        assert_eq!(faults(&bytes), [(2, "-".to_owned(), "encoding")], "{e:x}");
    }
    assert_eq!(faults(text.replace("Zoé", "ZoÃ©").as_bytes()), one("prenom", "encoding"));
}

#[test]
fn names_are_read_as_people_bear_them() {
    for name in [
        "O'Brien",
        "N’Diaye",
        "Œuvrard",
        "Łukaszewski",
        "Ægir",
        "Ng",
        "X",
        "de La Tour d’Auvergne",
        "Saint-Exupéry",
        "Nguyễn",
        "Ben\u{a0}Ali",
        "Hanaʻike",
        "St. John",
        "Rakotomalalaherimananandrianaivo Andrianampoinimerina",
    ] {
        let row = format!("E1;{name};{name};31/05/2012;élève;0140014P;1A;;;;;");
        assert!(read(file(&[&row]).as_bytes()).is_ok(), "{name}");
    }
    let one_spelling =
        |name: &str| read(file(&[&format!("E1;{name};Léa;31/05/2012;élève;0140014P;1A;;;;;")]).as_bytes()).unwrap();
    assert_eq!(one_spelling("O'Brien\u{200b}"), one_spelling("O’Brien"));
    for (name, reason) in [("Roy2", "name"), ("Roy (née Abel)", "name"), ("R\u{0}oy", "not-text"), ("#REF!", "broken")]
    {
        let row = format!("E1;{name};Léa;31/05/2012;élève;0140014P;1A;;;;;");
        assert_eq!(faults(file(&[&row]).as_bytes()), one("nom", reason), "{name}");
    }
    let long = format!("E1;{};Léa;31/05/2012;élève;0140014P;1A;;;;;", "R".repeat(81));
    assert_eq!(faults(file(&[&long]).as_bytes()), one("nom", "name"));
    let longer = format!("E1;Roy;Léa;31/05/2012;élève;0140014P;{};;;;;", "R".repeat(501));
    assert_eq!(faults(file(&[&longer]).as_bytes()), one("classe", "too-long"));
    let twice = ["P1;N'Diaye;AWA;;enseignant;0140014P;;;;;;", "P1;N’Diaye;Awa;;enseignant;0140041U;;;;;;"];
    assert!(read(file(&twice).as_bytes()).is_ok(), "two spellings of one name");
}

#[test]
fn a_key_that_a_spreadsheet_has_rounded_is_refused() {
    for key in ["1,23E+11", "1.23457E+17", "2E+15"] {
        let row = format!("{key};Roy;Léa;31/05/2012;élève;0140014P;1A;;;;;");
        assert_eq!(faults(file(&[&row]).as_bytes()), one("identifiant", "rounded"), "{key}");
    }
}

/// Every doubt has its sentence in both languages.
#[test]
fn every_doubt_has_its_sentence() {
    let words = web::Words::read(&[crate::SLICE.sentences]).unwrap();
    for key in Doubt::KEYS {
        for lang in web::Lang::WHOLE {
            let key = format!("directory-check-{key}");
            assert!(!words.say(lang, &key).to_string().starts_with('['), "{lang} {key}");
        }
    }
    let check =
        people_import::ToCheck { line: 4, column: "classe", said: "5B".into(), doubt: Doubt::Class("5ème B".into()) };
    let told = crate::faults::say_to_check(&words, web::Lang::Fr, &check);
    assert!(
        told.starts_with("À vérifier, ligne 4, colonne classe, «\u{a0}5B\u{a0}»\u{a0}: cette nouvelle classe"),
        "{told}"
    );
}
