//! A made-up collège, in every file it can give.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod archive;
mod refused;
mod spoilt;

use crate::{Exports, Kind, Limits, Pupil, Remark, School, StaffId, Standing};

const PUPILS: &[u8] = include_bytes!("../fixtures/eleves.xml");
const GUARDIANS: &[u8] = include_bytes!("../fixtures/responsables.xml");
const GUARDIANS_OF_2011: &[u8] = include_bytes!("../fixtures/responsables-2011.xml");
const NOMENCLATURE: &[u8] = include_bytes!("../fixtures/nomenclature.xml");
const STRUCTURES: &[u8] = include_bytes!("../fixtures/structures.xml");
const STS: &[u8] = include_bytes!("../fixtures/sts.xml");
/// Every fixture with its name.
const ALL: [(&str, &[u8]); 6] = [
    ("eleves.xml", PUPILS),
    ("responsables.xml", GUARDIANS),
    ("responsables-2011.xml", GUARDIANS_OF_2011),
    ("nomenclature.xml", NOMENCLATURE),
    ("structures.xml", STRUCTURES),
    ("sts.xml", STS),
];

fn school(files: &[&[u8]]) -> School {
    let mut exports = Exports::new(Limits::default());
    for (place, file) in files.iter().enumerate() {
        exports.read(&format!("{place}.xml"), *file).unwrap();
    }
    exports.join()
}

/// The notes, each as its file, line and key.
fn notes(school: &School) -> Vec<(&str, u64, &str)> {
    school.notes.iter().map(|note| (note.entry.as_str(), note.line, note.remark.key())).collect()
}

/// The file of pupils as text, with something changed.
fn changed(file: &[u8], old: &str, new: &str) -> Vec<u8> {
    let text: String = file.iter().map(|byte| char::from(*byte)).collect();
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1).chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

#[test]
fn every_file_together_is_a_school_without_a_note() {
    let school = school(&[PUPILS, GUARDIANS, NOMENCLATURE, STRUCTURES, STS]);
    assert_eq!(notes(&school), []);
    assert_eq!((school.uai().unwrap().as_str(), school.year()), ("0149901L", Some(2026)));
    let kinds: Vec<_> = school.files.iter().map(|file| (file.kind, file.version.as_deref())).collect();
    let expected = [
        (Kind::Pupils, Some("3.0")),
        (Kind::Guardians, Some("2.1")),
        (Kind::Nomenclature, Some("3.1")),
        (Kind::Structures, Some("2.0")),
        (Kind::Sts, None),
    ];
    assert_eq!(kinds, expected);
    assert_eq!((school.pupils.len(), school.guardians.len(), school.links.len()), (9, 8, 11));
    assert_eq!((school.subjects.len(), school.mefs.len(), school.staff.len()), (3, 3, 3));
    assert_eq!((school.divisions.len(), school.groups.len()), (2, 2));
}

#[test]
fn a_pupil_is_all_that_the_file_says_and_we_need() {
    let school = school(&[PUPILS]);
    let expected = Pupil {
        id: "9001".into(),
        number: Some("101".into()),
        ine: Some("990000099ZZ".into()),
        family_name: "AUBÉPINE".into(),
        used_name: None,
        given_names: vec!["Léonie".into(), "Rose".into()],
        born: Some("2015-05-03".into()),
        status: Some("ST".into()),
        regime: Some("2".into()),
        mef: Some("10010012110".into()),
        entered: Some("2026-09-01".into()),
        left: None,
        divisions: vec!["6A".into()],
        groups: vec!["6LATIN".into()],
        line: 11,
    };
    assert_eq!(school.pupils[0], expected, "the number of the national register comes before the other one");
}

#[test]
fn odd_pupils_are_kept_as_they_are() {
    let school = school(&[PUPILS, GUARDIANS]);
    let pupil = |id: &str| school.pupils.iter().find(|pupil| pupil.id == id).unwrap();
    let names = |id: &str| (pupil(id).family_name.as_str(), pupil(id).given_names.join(" "));
    assert_eq!(
        (names("9003"), names("9004")),
        (("MARTELIN", "Hugo".into()), ("MARTELIN", "Hugo".into())),
        "two of one name"
    );
    assert_ne!(pupil("9003").born, pupil("9004").born);
    assert_eq!(pupil("9004").born, Some("2012-02-29".into()), "a leap day");
    assert_eq!(names("9005"), ("ÆSCHER-ŒILLET", "Ayşe".into()));
    assert_eq!(pupil("9005").used_name, Some("D’ORMESSEAU".into()));
    assert_eq!(
        (&pupil("9006").status, &pupil("9006").ine),
        (&Some("AP".into()), &None),
        "an apprentice without a number"
    );
    assert_eq!(names("9006").1, "Marceau Ÿves");
    assert_eq!(pupil("9007").divisions, ["4 A"], "a class with a space");
    let gone = pupil("9009");
    assert_eq!(
        (&gone.entered, &gone.left, gone.divisions.len()),
        (&Some("2023-09-01".into()), &Some("2026-08-31".into()), 0)
    );
    assert_eq!(pupil("9003").mef, Some("10110001110".into()), "not the one of last year");

    let families = school.families();
    assert!(!families.contains_key("9007"), "of age, and nobody answers");
    let guardians = |id: &str| families[id].iter().map(|(_, guardian)| guardian.id.as_str()).collect::<Vec<_>>();
    assert_eq!((guardians("9001"), guardians("9002")), (vec!["801", "802"], vec!["801", "802"]), "twins");
}

#[test]
fn who_decides_and_who_does_not_is_told_apart() {
    let school = school(&[PUPILS, GUARDIANS]);
    let families = school.families();
    let standings = |id: &str| families[id].iter().map(|(link, _)| link.standing.unwrap()).collect::<Vec<_>>();
    assert_eq!(standings("9001"), [Standing::Legal, Standing::Legal]);
    assert_eq!(standings("9003"), [Standing::Legal, Standing::Contact], "a parent without authority");
    assert_eq!(standings("9004"), [Standing::InCharge, Standing::Legal], "in newer files a 2 is no authority");
    let (link, guardian) = families["9005"][0];
    assert!(link.has_authority());
    assert_eq!((guardian.family_name.as_str(), link.relation.as_deref()), ("AIDE SOCIALE À L’ENFANCE", Some("41")));
    let (link, _) = families["9003"][1];
    assert_eq!((link.pays, link.houses, link.called_first), (Some(false), Some(true), Some(false)));
}

#[test]
fn older_files_rank_two_legal_guardians() {
    let school = school(&[PUPILS, GUARDIANS_OF_2011]);
    let standings: Vec<_> = school.families()["9001"].iter().map(|(link, _)| (link.standing, link.pays)).collect();
    let expected = [
        (Some(Standing::Legal), Some(true)),
        (Some(Standing::Legal), Some(false)),
        (Some(Standing::Contact), Some(false)),
    ];
    assert_eq!(standings, expected);
    assert_eq!(school.guardians[2].family_name, "VOISIN");
    let [note] = &school.notes[..] else { panic!("{:?}", school.notes) };
    assert_eq!(note.remark, Remark::OtherYear { first: 2026, found: 2011 });
}

#[test]
fn the_mobile_telephone_comes_first() {
    let school = school(&[GUARDIANS]);
    let guardian = |id: &str| school.guardians.iter().find(|guardian| guardian.id == id).unwrap();
    assert_eq!(guardian("801").phone(), Some("+33639980001"));
    assert_eq!(guardian("802").phone(), Some("+33261910001"));
    assert_eq!(guardian("804").phone(), None);
    assert_eq!((guardian("801").accepts_sms, guardian("802").accepts_sms), (Some(true), Some(false)));
    assert_eq!(guardian("804").accepts_sms, None);
    assert_eq!(guardian("803").used_name, Some("DE VRIES & FILS".into()));
    assert_eq!(
        (guardian("806").title.as_deref(), guardian("806").mail.as_deref()),
        (None, Some("ase@exemple.invalid"))
    );
    assert_eq!(notes(&school), [], "a file alone lacks nothing");
}

#[test]
fn the_staff_teaches_subjects_to_classes_and_groups() {
    let school = school(&[STS]);
    let id = |list: &str, number: &str| StaffId { list: list.into(), number: number.into() };
    let names: Vec<_> = school.staff.iter().map(|one| (&one.id, one.family_name.as_str())).collect();
    let (first, second, third) = (id("epp", "501"), id("epp", "502"), id("local", "501"));
    assert_eq!(names, [(&first, "KERLOC’H"), (&second, "TOLLEC"), (&third, "ASSISTANTE")], "one number, two persons");
    assert_eq!(school.staff[0].used_name, Some("BRÉHAT".into()));
    assert_eq!(school.staff[0].disciplines[0].code, "L0202");
    let main = &school.staff[0].main_of[0];
    assert_eq!(
        (main.division.as_str(), &main.from, &main.until),
        ("6A", &Some("2026-09-01".into()), &Some("2027-08-31".into()))
    );
    let teaching = school.teaching();
    let taught =
        |id: &StaffId| teaching[id].iter().map(|one| (one.structure, one.is_group, one.subject)).collect::<Vec<_>>();
    assert_eq!(taught(&first), [("6A", false, "020700"), ("6LATIN", true, "020300")]);
    assert_eq!(taught(&second), [("6A", false, "061300"), ("4 A", false, "061300")]);
    assert_eq!(taught(&third), [("4 A", false, "061300")]);
    assert_eq!(school.groups[0].divisions, ["6A"]);
}

#[test]
fn a_class_in_two_files_is_one_whatever_the_order() {
    let [mut one, mut other] = [school(&[STRUCTURES, STS]), school(&[STS, STRUCTURES])];
    let classes: Vec<_> = one.divisions.iter().map(|class| (class.services.len(), class.mefs.len())).collect();
    assert_eq!(classes, [(2, 1), (1, 2)]);
    assert_eq!(one.groups[1].label, Some("ALLEMAND".into()), "what one file lacks, the other one gives");
    one.files.clear();
    other.files.clear();
    one.groups[1].line = other.groups[1].line;
    assert_eq!(one, other);
    let labels = school(&[NOMENCLATURE, STS]);
    assert_eq!(labels.subjects[0].label, Some("Français".into()));
    assert_eq!((&labels.mefs[0].label, &labels.mefs[2].label), (&Some("6ème".into()), &Some("4EME".into())));
}

#[test]
fn what_is_named_and_absent_is_noted_once() {
    let pupils = changed(PUPILS, "STRUCTURES_ELEVE ELEVE_ID=\"9001\"", "STRUCTURES_ELEVE ELEVE_ID=\"9999\"");
    let pupils = changed(&pupils, "<CODE_STRUCTURE>4 A<", "<CODE_STRUCTURE>4B<");
    let pupils = changed(&pupils, "10110001110", "10110001119");
    let guardians = changed(GUARDIANS, "<ELEVE_ID>9002<", "<ELEVE_ID>9998<");
    let guardians = changed(&guardians, "<PERSONNE_ID>807<", "<PERSONNE_ID>899<");
    let sts = changed(STS, "SERVICE CODE_MATIERE=\"020300\"", "SERVICE CODE_MATIERE=\"020399\"");
    let sts = changed(&sts, "ENSEIGNANT ID=\"502\"", "ENSEIGNANT ID=\"599\"");
    let sts = changed(&sts, "<CODE_STRUCTURE>6A<", "<CODE_STRUCTURE>6Z<");
    let school = school(&[&pupils, &guardians, NOMENCLATURE, &sts]);
    let expected = [
        ("0.xml", 156, "absent-pupil"),
        ("1.xml", 127, "absent-pupil"),
        ("1.xml", 190, "absent-guardian"),
        ("0.xml", 41, "absent-mef"),
        ("0.xml", 41, "absent-division"),
        ("3.xml", 25, "absent-staff"),
        ("3.xml", 29, "absent-subject"),
        ("3.xml", 19, "absent-division"),
    ];
    assert_eq!(notes(&school), expected);
}

#[test]
fn what_is_not_understood_is_left_out_and_noted() {
    let spoilt = |old: &str, new: &str| school(&[&changed(PUPILS, old, new)]);
    let school = spoilt("03/05/2015", "31/02/2015");
    assert_eq!((notes(&school), &school.pupils[0].born), (vec![("0.xml", 11, "not-understood")], &None));
    let said = school.notes[0].to_string();
    assert_eq!(said, "0.xml, line 11: DATE_NAISS: \"31/02/2015\" was not understood");

    let school = spoilt("<PRENOM>Hugo<", "<PRENOM>Hu\x01\ngo <");
    assert_eq!(
        (notes(&school), &school.pupils[2].given_names),
        (vec![("0.xml", 41, "unprintable")], &vec!["Hu go".into()])
    );

    let school = spoilt("<NOM_DE_FAMILLE>PARISOT<", "<NOM_DE_FAMILLE> <");
    assert_eq!(
        (school.pupils.len(), notes(&school)),
        (8, vec![("0.xml", 88, "incomplete"), ("0.xml", 194, "absent-pupil")])
    );

    let school = spoilt("<UAJ>0149901L<", "<UAJ>UAI123ABC<");
    assert_eq!((school.uai(), notes(&school)), (None, vec![("0.xml", 3, "not-uai")]));
    let school = spoilt("<UAJ>0149901L</UAJ>", "");
    assert_eq!((school.uai(), notes(&school)), (None, vec![("0.xml", 1, "no-school")]));
}

#[test]
fn a_file_says_only_what_its_kind_says() {
    let guardians =
        "<RESPONSABLES><RESPONSABLE_ELEVE><ELEVE_ID>1</ELEVE_ID><PERSONNE_ID>2</PERSONNE_ID></RESPONSABLE_ELEVE>";
    let odd = changed(PUPILS, "<ADRESSES/>", &format!("{guardians}</RESPONSABLES>"));
    assert_eq!(school(&[&odd]), school(&[PUPILS]));
}

#[test]
fn of_two_records_of_one_number_the_first_counts() {
    let twice = school(&[&changed(PUPILS, "ELEVE_ID=\"9002\" ELENOET", "ELEVE_ID=\"9001\" ELENOET")]);
    assert_eq!(twice.pupils.len(), 8);
    assert_eq!(twice.notes[0].remark, Remark::Twice { record: "ELEVE".into(), id: "9001".into(), first: 11 });
    // 802 is said to be of legal authority for 9001, and then to be somebody to call for him.
    let twice = changed(
        GUARDIANS,
        "<ELEVE_ID>9003</ELEVE_ID>\n        <PERSONNE_ID>804<",
        "<ELEVE_ID>9001</ELEVE_ID>\n        <PERSONNE_ID>802<",
    );
    let twice = school(&[&twice]);
    let link = twice.links.iter().find(|link| link.pupil == "9001" && link.guardian == "802").unwrap();
    assert_eq!((link.standing, link.has_authority()), (None, false), "who is two things is none");
    assert_eq!(notes(&twice), [("0.xml", 154, "twice")]);
}
