//! A made-up school, in each extraction.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod refused;
mod spoilt;

use crate::{Extractions, Kind, Match, Pupil, Remark, School, Teacher};
use uai::Uai;

const PUPILS: &[u8] = include_bytes!("../fixtures/eleves.csv");
const PUPILS_WITH_INE: &[u8] = include_bytes!("../fixtures/eleves-ine.csv");
const GUARDIANS: &[u8] = include_bytes!("../fixtures/responsables.csv");
const TEACHERS: &[u8] = include_bytes!("../fixtures/enseignants.csv");

fn uai() -> Uai {
    "0149901L".parse().unwrap()
}

fn together(files: &[&[u8]]) -> School {
    let mut extractions = Extractions::new(uai());
    for (place, file) in files.iter().enumerate() {
        extractions.read(&format!("{place}.csv"), file).unwrap();
    }
    extractions.join()
}

/// The notes, each as its file, line, column and key.
fn notes(school: &School) -> Vec<(&str, u64, &str, &str)> {
    let told = school.notes.iter();
    told.map(|note| (note.file.as_str(), note.line, note.column.as_str(), note.remark.key())).collect()
}

/// A file with something changed; every letter is one byte.
fn changed(file: &[u8], old: &str, new: &str) -> Vec<u8> {
    let text: String = file.iter().map(|byte| char::from(*byte)).collect();
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1).chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

#[test]
fn every_file_together_is_a_school() {
    let mut extractions = Extractions::new(uai());
    assert_eq!(extractions.read("p.csv", PUPILS), Ok(Kind::Pupils));
    assert_eq!(extractions.read("r.csv", GUARDIANS), Ok(Kind::Guardians));
    assert_eq!(extractions.read("e.csv", TEACHERS), Ok(Kind::Teachers));
    let school = extractions.join();
    assert_eq!((school.uai, school.files.len()), (uai(), 3));
    assert_eq!((school.pupils.len(), school.guardians.len(), school.teachers.len()), (10, 7, 3));
    let expected = [("r.csv", 6, "-", "ambiguous-child"), ("r.csv", 8, "-", "other-class")];
    assert_eq!(notes(&school), expected);
}

#[test]
fn a_pupil_is_all_that_the_file_says_and_we_need() {
    let school = together(&[PUPILS]);
    let expected = Pupil {
        family_name: "DUMAS-LEROY".into(),
        used_name: Some("DUMAS".into()),
        given_name: "Côme".into(),
        born: Some("2020-02-29".into()),
        ine: None,
        cycle: Some("CYCLE II".into()),
        level: Some("CP".into()),
        class: Some("CP".into()),
        line: 9,
    };
    assert_eq!(school.pupils[7], expected);
    assert_eq!((school.pupils[8].family_name.as_str(), school.pupils[9].family_name.as_str()), ("O'KEEFE", "ÇAVUS"));
}

#[test]
fn newer_headings_bring_the_national_number() {
    let (older, newer) = (together(&[PUPILS]), together(&[PUPILS_WITH_INE]));
    assert_eq!(newer.pupils[0].ine.as_deref(), Some("990000000A"));
    assert_eq!(newer.pupils[9].family_name, "ÇAVUŞ");
    for (one, other) in older.pupils.iter().zip(&newer.pupils).take(9) {
        assert_eq!(*one, Pupil { ine: None, ..other.clone() });
    }
}

#[test]
fn a_guardian_answers_for_several_children() {
    let school = together(&[PUPILS, GUARDIANS]);
    let first = &school.guardians[0];
    assert_eq!((first.title.as_deref(), first.mail.as_deref()), (Some("Mme"), Some("sophie@exemple.invalid")));
    let children: Vec<_> = first.children.iter().map(|child| (child.given_name.as_str(), child.pupil)).collect();
    let expected = [("Jeanne", Match::One(0)), ("Marius", Match::One(1)), ("Éloïse", Match::One(2))];
    assert_eq!(children, expected);
    assert_eq!(school.guardians[2].children.len(), 1, "the line is shorter than the headings");
    let phones: Vec<_> = school.guardians.iter().map(|guardian| guardian.phone()).collect();
    let expected = ["0639980001", "0261910002", "0261910003", "0639980004", "", "0639980006", "0639980007"];
    assert_eq!(phones.iter().map(|phone| phone.unwrap_or_default()).collect::<Vec<_>>(), expected);
}

#[test]
fn a_child_is_found_by_names_and_class_or_nobody_chooses() {
    let school = together(&[PUPILS, GUARDIANS]);
    let child = |place: usize| &school.guardians[place].children[0].pupil;
    assert_eq!((child(2), child(3)), (&Match::One(3), &Match::One(4)), "two of one name, in two classes");
    assert_eq!(child(4), &Match::Several, "two of one name in one class");
    assert_eq!(child(5), &Match::One(7), "by the name that is used, too");
    assert_eq!(child(6), &Match::OtherClass(8), "the only one of that name");

    let of = |old: &str, new: &str| {
        let school = together(&[PUPILS, &changed(GUARDIANS, old, new)]);
        school.guardians[2].children[0].pupil
    };
    assert_eq!(of("BONNEVAL;Tom;CE1-CE2", "BONNEVAL;Tom;CE1"), Match::Several);
    assert_eq!(of("BONNEVAL;Tom;CE1-CE2", "BONNEVAL;Tom"), Match::Several, "the line says no class");
    assert_eq!(of("BONNEVAL;Tom;CE1-CE2", "Bonneval;TOM;ce1 ce2"), Match::One(3), "whatever the spelling");
    assert_eq!(of("BONNEVAL;Tom;CE1-CE2", "BONNEVAL;Tim;CE1-CE2"), Match::Nobody);
    assert_eq!(of(";BONNEVAL;Tom;CE1-CE2", "BON;BONNEVAL;Tom;CE1-CE2"), Match::Nobody, "another name is used");
    assert_eq!(of(";BONNEVAL;Tom;CE1-CE2", ".;BONNEVAL;Tom;CE1-CE2"), Match::Nobody, "a point is no empty cell");
    assert_eq!(of("BONNEVAL;Tom;CE1-CE2", "ABRICOT;Éloise;CM2"), Match::One(2));
}

#[test]
fn without_the_file_of_pupils_no_child_is_missed() {
    let school = together(&[GUARDIANS, TEACHERS]);
    assert_eq!(notes(&school), []);
    assert!(school.guardians.iter().flat_map(|guardian| &guardian.children).all(|child| child.pupil == Match::Nobody));
}

#[test]
fn a_line_may_have_more_children_than_the_headings() {
    let many =
        changed(GUARDIANS, "Nathan;CM1", "Nathan;CM2;;ABRICOT;Jeanne;CP;;ABRICOT;Marius;CE1-CE2;;BONNEVAL;Tom;CM2");
    let school = together(&[PUPILS, &many]);
    let found: Vec<_> = school.guardians[6].children.iter().map(|child| child.pupil).collect();
    assert_eq!(found, [Match::One(8), Match::One(0), Match::One(1), Match::One(4)]);
}

#[test]
fn a_class_may_have_two_levels_and_a_teacher_is_its() {
    let school = together(&[PUPILS, TEACHERS]);
    let classes: Vec<_> = school
        .classes()
        .iter()
        .map(|class| (class.name, class.levels.join(" "), class.pupils.len(), class.teachers[0].family_name.as_str()))
        .collect();
    let expected = [
        ("CP", "CP".to_owned(), 3, "GARNIER"),
        ("CE1-CE2", "CE1 CE2".to_owned(), 4, "PETIT"),
        ("CM2", "CM2".to_owned(), 3, "VERNE"),
    ];
    assert_eq!(classes, expected);
    let expected = Teacher {
        title: Some("MME".into()),
        family_name: "PETIT".into(),
        used_name: Some("VERNE".into()),
        given_name: "Anne".into(),
        mobile: None,
        home: None,
        mail: None,
        is_director: Some(true),
        classes: vec!["CE1-CE2".into()],
        line: 3,
    };
    assert_eq!(school.teachers[1], expected);
    let two =
        changed(&changed(TEACHERS, "\"Classe\"", "\"Classe\";\"Classe\""), "\"non\";\"CP\"", "\"non\";\"CP\";\"ULIS\"");
    let two =
        changed(&changed(&two, "\"oui\";\"CE1-CE2\"", "\"oui\";\"CE1-CE2\";"), "\"non\";\"CM2\"", "\"non\";;\"CM2\"");
    let school = together(&[PUPILS, &two]);
    assert_eq!(
        (&school.teachers[0].classes[..], &school.teachers[2].classes[..]),
        (&["CP".into(), "ULIS".into()][..], &["CM2".into()][..])
    );
    assert_eq!(school.notes[0].remark, Remark::AbsentClass("ULIS".into()));
}

#[test]
fn what_is_not_understood_is_left_out_and_noted() {
    let of = |file: &[u8], old: &str, new: &str| together(&[&changed(file, old, new)]);
    let school = of(PUPILS, "2020-11-09", "2020-11-31");
    assert_eq!(notes(&school), [("0.csv", 2, "Date naissance", "not-understood")]);
    assert_eq!(school.pupils[0].born, None);
    assert_eq!(school.notes[0].to_string(), "0.csv, line 2, column Date naissance: \"2020-11-31\" was not understood");
    let school = of(PUPILS, "\"Jeanne\"", "\"Jea\r\n\x07nne\"");
    assert_eq!(
        (school.pupils[0].given_name.as_str(), notes(&school)),
        ("Jea nne", vec![("0.csv", 2, "Prénom élève", "unprintable")])
    );
    assert_eq!(school.pupils[1].line, 4, "a line was broken within a cell");
    let school = of(PUPILS, "\"Jeanne\"", "\" \"");
    assert_eq!((school.pupils.len(), notes(&school)), (9, vec![("0.csv", 2, "Prénom élève", "incomplete")]));
    let school = of(GUARDIANS, "BONNEVAL;Tom;CE1-CE2", ";Tom;CE1-CE2");
    assert_eq!(
        (school.guardians[2].children.len(), notes(&school)),
        (0, vec![("0.csv", 4, "Nom de famille enfant", "incomplete")])
    );
    let school = of(TEACHERS, "\"oui\"", "\"peut-être\"");
    assert_eq!(
        (school.teachers[1].is_director, notes(&school)),
        (None, vec![("0.csv", 3, "Directeur", "not-understood")])
    );
}

#[test]
fn the_same_pupil_twice_is_one_and_two_of_one_name_are_two() {
    let school = together(&[&changed(PUPILS, "2019-07-08", "2018-01-21")]);
    assert_eq!(school.pupils.len(), 10, "the levels differ");
    let school = together(&[&changed(
        &changed(PUPILS, "2019-07-08", "2018-01-21"),
        "\"CE1\";\"CE1-CE2\"",
        "\"CE2\";\"CE1-CE2\"",
    )]);
    assert_eq!(school.pupils.len(), 10, "the first CE1 of the file is another pupil");
    let twice: Vec<u8> =
        PUPILS.iter().chain(PUPILS.split_inclusive(|byte| *byte == b'\n').nth(1).unwrap()).copied().collect();
    let school = together(&[&twice]);
    assert_eq!((school.pupils.len(), &school.notes[0].remark, school.notes[0].line), (10, &Remark::Twice(2), 12));
}
