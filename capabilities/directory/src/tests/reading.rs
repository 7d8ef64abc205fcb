//! What is told of a file: its columns, and its faults beside copies of their rows, each kind once.
use super::{NOW, migrations};
use crate::{
    SLICE, demo, faults as words_of, panel,
    people_import::{self, Column, Context, Field, NAMES, Reading, Taken, Whose, grouped},
    testing::whoami,
};
use askama::Template;
use proptest::prelude::*;
use web::{Door, Lang, Reply, Routes, Slice, Visit, Words, testing::Browser};

const CONTEXT: Context = Context { school: None, kind: Some(Whose::Pupils) };

fn read(file: &str) -> Reading {
    people_import::read(file.as_bytes(), &CONTEXT)
}

/// A file whose days are all wrong, with two other faults.
fn spoilt(rows: usize) -> String {
    let row = |n: usize| format!("E{n};Roy;Ana;31/05/{:02};0140041U;6A;0639980001;DP\n", 10 + n % 80);
    let first: String = (0..rows).map(row).collect();
    format!(
        "Identifiant;Nom;Prénom;Né(e) le;Code UAI;Division;Tél. Portable;Régime\n{first}\
         X1;Roy;Luc;31/05/2012;0140041U;6A;12;\nX2;Roy;Eve;31/05/2012;0140041U;6A;;\nX2;Roy;Max;31/05/2012;0140041U;6A;;\n"
    )
}

fn told(reading: &Reading) -> Vec<(&str, &str, usize)> {
    reading.groups.iter().map(|group| (group.fault.column.as_str(), group.fault.reason.key(), group.count)).collect()
}

#[test]
fn a_faulty_column_hides_no_other() {
    let reading = read(&spoilt(1_500));
    let all = [("Né(e) le", "date", 1_500), ("Tél. Portable", "phone", 1), ("Prénom", "contradiction", 1)];
    assert_eq!(told(&reading), all);
    assert!(reading.faults.len() <= 1_000 && reading.rows.is_none());
    let taken = reading.columns.iter().map(|one| one.taken.clone()).collect::<Vec<_>>();
    assert_eq!(taken[3], Taken::As(Field::own(Column::Born)), "what was understood is known beside faults");
    assert_eq!(taken[7], Taken::Ignored);
}

#[test]
fn all_that_is_wrong_with_a_row_is_told_at_once() {
    let reading = read("Identifiant;Nom;Prénom;Né le;UAI;Classe\n;R0y;;hier;0140041V;5/B\n");
    let reasons: Vec<_> = reading.groups.iter().map(|group| group.fault.reason.key()).collect();
    let mut sorted = reasons.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["class", "date", "empty-cell", "empty-cell", "name", "uai"], "{reasons:?}");
}

#[test]
fn the_same_fault_is_said_once_with_its_lines() {
    let words = Words::read(&[SLICE.sentences]).unwrap();
    let say = |rows| {
        let reading = read(&spoilt(rows));
        words_of::say_group(&words, Lang::Fr, Some(&reading), &reading.groups[0]).replace('\u{a0}', " ")
    };
    let place = ", colonne Né(e) le, par exemple « 31/05/10 » : ce n’est pas une date";
    assert!(say(1_500).starts_with(&format!("Lignes 2, 3, 4 et 1497 autres{place}")), "{}", say(1_500));
    assert!(say(4).starts_with(&format!("Lignes 2, 3, 4 et une autre{place}")), "{}", say(4));
    assert!(say(2).starts_with(&format!("Lignes 2 et 3{place}")), "{}", say(2));
    assert!(say(1).starts_with("Ligne 2, colonne Né(e) le, « 31/05/10 »"), "{}", say(1));
}

#[test]
fn a_fault_stands_beside_a_copy_of_its_row() {
    let reading = read(&spoilt(1));
    assert_eq!(reading.row(2), ["E0", "Roy", "Ana", "31/05/10", "0140041U", "6A", "0639980001", "DP"]);
    assert_eq!(reading.row(99), [""; 0]);
    let copy = reading.copy(&reading.groups[0].fault);
    let here: Vec<_> =
        copy.iter().filter(|one| one.here).map(|one| (one.heading.as_str(), one.cell.as_str())).collect();
    assert_eq!((copy.len(), here), (7, vec![("Né(e) le", "31/05/10")]), "the ignored column is left out");
}

#[test]
fn a_fault_of_another_hand_finds_its_heading() {
    let reading = read(&spoilt(1));
    assert_eq!((reading.heading("naissance"), reading.heading("role")), ("Né(e) le", "role"));
    let faults = people_import::read(b"nom\nRoy\n", &CONTEXT).faults;
    assert_eq!(grouped(&faults).len(), faults.len());
}

#[test]
fn the_command_says_each_column_what_is_left_out_and_what_is_to_be_mended() {
    let words = Words::read(&[SLICE.sentences]).unwrap();
    for lang in Lang::WHOLE {
        let said = words_of::say_reading(&words, lang, &read(&spoilt(2))).join("\n");
        assert!(!said.contains("[directory"), "{said}");
        let all = ["Né(e) le", "Régime", "31/05/10", "2012-05-31", "X1"];
        assert!(all.iter().filter(|part| said.contains(**part)).count() >= 3, "{said}");
    }
}

/// Every column, guardian and note has its words in both languages.
#[test]
fn every_column_has_its_words() {
    let words = Words::read(&[SLICE.sentences]).unwrap();
    let columns = Column::ALL.into_iter().map(Field::own);
    let guardians = (0..7).map(|rank| Field::of(Column::Family, rank));
    for field in columns.chain(guardians) {
        for lang in Lang::WHOLE {
            let said = words_of::say_taken(&words, lang, &Taken::As(field)).unwrap();
            assert!(!said.contains('['), "{lang}: {said}");
        }
    }
    for key in people_import::Noted::KEYS {
        for lang in Lang::WHOLE {
            assert!(!words.say(lang, format!("directory-noted-{key}")).to_string().starts_with('['), "{lang} {key}");
        }
    }
}

#[derive(Template)]
#[template(source = "<main>{{ part|safe }}</main>", ext = "html")]
struct Alone {
    part: String,
}

fn show(visit: &mut Visit<'_, '_>) -> web::Result<Reply> {
    let part = panel(&visit.shell(), &read(&spoilt(70)))?;
    Reply::page(&Alone { part })
}

/// A page that has nothing but the panel.
const ALONE: Slice = Slice { routes: || Routes::new().page("/lecture", Door::SignedIn, show), ..Slice::named("alone") };

#[tokio::test]
async fn the_panel_shows_how_a_file_was_read() {
    for (name, db) in db::testing::both(&migrations()).await {
        let house = web::testing::house(db, &[&SLICE, &ALONE], whoami, NOW).await;
        let demo = demo::populate(&house.db, 100, 1, NOW).await.unwrap();
        for lang in Lang::WHOLE {
            let mut browser = Browser::new(&house, &[&SLICE, &ALONE]).with("preau", demo.head.id).with("lang", lang);
            let page = browser.get("/lecture").await;
            assert_eq!(page.status, 200, "{name}: {page:?}");
            assert!(!page.text.contains("[directory") && !page.text.contains("[shell"), "{name}: {page:?}");
            for part in ["Né(e) le", "Régime", "31/05/10", "<caption", "<dl class=\"facts\">"] {
                assert!(page.text.contains(part), "{name} {part}: {page:?}");
            }
        }
    }
}

/// A cell: a heading somebody knows, a right value, or anything.
fn cell() -> impl Strategy<Value = String> {
    let names: Vec<String> = NAMES.iter().flat_map(|(_, names)| names.iter().map(|name| (*name).to_owned())).collect();
    let guardians = names.iter().map(|name| format!("{name} resp. légal {}", 1 + name.len() % 5)).collect::<Vec<_>>();
    let values = ["Roy", "ROY Ana", "31/05/2012", "0140041U", "6A", "oui", "0639980001", "élève", "E1", ""];
    prop_oneof![
        3 => prop::sample::select(names),
        1 => prop::sample::select(guardians),
        4 => prop::sample::select(values.map(str::to_owned).to_vec()),
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    /// Whatever the table: people or faults, never both nor none; each heading is told once; a fault has its line and its copy.
    #[test]
    fn any_table_is_read(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..9),
        kind in prop::sample::select(vec![None, Some(Whose::Pupils), Some(Whose::Families), Some(Whose::Staff)]),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\n";
        let file: String = rows.iter().map(line).collect();
        let reading = people_import::read(file.as_bytes(), &Context { school: None, kind });
        prop_assert_eq!(reading.rows.is_some(), reading.faults.is_empty());
        prop_assert_eq!(reading.groups.is_empty(), reading.faults.is_empty());
        for group in &reading.groups {
            prop_assert!(group.fault.line >= 1 && group.count >= group.lines.len() && !group.lines.is_empty());
            prop_assert!(reading.copy(&group.fault).len() <= 9);
        }
        let fields: Vec<_> = reading.columns.iter().filter_map(|one| match one.taken {
            Taken::As(field) => Some(field),
            _ => None,
        }).collect();
        let once: std::collections::HashSet<_> = fields.iter().collect();
        prop_assert_eq!(once.len(), fields.len());
    }
}
