//! The directory as published, and many ways to spoil it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod spoilt;

use crate::{Fault, Kind, Reason, School, Site, read, read_with};

const NORMANDIE: &[u8] = include_bytes!("../../../data/schools/etablissements_normandie.csv");
const SAMPLE_2024: &[u8] = include_bytes!("../../../data/schools/annuaire_sample_2024.csv");

/// The headings and the first rows of the joined table.
fn normandie() -> Vec<&'static str> {
    std::str::from_utf8(NORMANDIE).unwrap().lines().collect()
}

/// A directory of one row, from what its cells say.
fn table(cells: &[(&str, &str)]) -> String {
    let column = |of: fn(&(&str, &str)) -> String| cells.iter().map(of).collect::<Vec<_>>().join(";");
    format!("{}\n{}\n", column(|cell| cell.0.to_owned()), column(|cell| cell.1.to_owned()))
}

const LEAST: [(&str, &str); 7] = [
    ("uai", "0140004D"),
    ("nom", "Lycée Alain Chartier"),
    ("type", "Lycée"),
    ("code_postal", "14402"),
    ("commune", "Bayeux"),
    ("departement", "Calvados"),
    ("academie", "Normandie"),
];

/// The one fault of this table with some cells changed or added: line, column, key of the reason.
fn fault(changes: &[(&'static str, &'static str)]) -> (u64, String, &'static str) {
    let mut cells: Vec<_> = LEAST.into_iter().filter(|cell| changes.iter().all(|change| change.0 != cell.0)).collect();
    cells.extend(changes);
    let faults = read(table(&cells).as_bytes()).unwrap_err();
    let [fault] = &faults[..] else { panic!("{faults:?}") };
    (fault.line, fault.column.clone(), fault.reason.key())
}

#[test]
fn the_norman_schools_are_all_there() {
    let mut told = vec![];
    let schools = read_with(NORMANDIE, &mut |rows| told.push(rows)).unwrap();
    assert_eq!((schools.len(), &told[..]), (2_378, &[1_000, 2_000, 2_378][..]));
    let count = |kind: Kind| schools.iter().filter(|school| school.kind == kind).count();
    assert_eq!((count(Kind::Ecole), count(Kind::College), count(Kind::Lycee)), (1_691, 397, 290));
    let of = |test: fn(&School) -> bool| schools.iter().filter(|school| test(school)).count();
    assert_eq!(of(|school| school.public), 1_993);
    assert_eq!(of(|school| school.boarding), 214);
    assert_eq!(of(|school| school.ulis), 39);
    assert_eq!(of(|school| school.education_prioritaire.as_deref() == Some("REP+")), 57);
    assert_eq!(of(|school| school.bassin.is_some()), 202);
    assert_eq!(of(|school| school.pupils.is_some()), 2_266);
    assert!(schools.iter().zip(2..).all(|(school, line)| school.line == line));
    let mut departements: Vec<_> = schools.iter().map(|school| school.departement.clone()).collect();
    departements.sort();
    departements.dedup();
    let codes: Vec<_> = departements.iter().map(|(code, name)| format!("{code} {name}")).collect();
    assert_eq!(codes, ["014 Calvados", "027 Eure", "050 Manche", "061 Orne", "076 Seine-Maritime"]);
}

#[test]
fn one_row_as_published_says_everything() {
    let schools = read(SAMPLE_2024).unwrap();
    let school = schools.iter().find(|school| school.uai.as_str() == "0141868E").unwrap();
    let code_and_name = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let expected = School {
        uai: "0141868E".parse().unwrap(),
        name: "Lycée professionnel les Rosiers".into(),
        kind: Kind::Lycee,
        nature: "LYCEE PROFESSIONNEL".into(),
        public: false,
        sector: "Privé".into(),
        address: "17 chemin de Rocques".into(),
        postcode: "14100".into(),
        insee: "14366".into(),
        commune: "Lisieux".into(),
        departement: code_and_name("014", "Calvados"),
        academie: "Normandie".into(),
        academie_code: Some("70".into()),
        bassin: Some(code_and_name("05003", "LISIEUX P. CALV")),
        latitude: Some(49_153_517),
        longitude: Some(228_920),
        pupils: Some(200),
        education_prioritaire: None,
        opened: Some("1980-09-01".into()),
        open: true,
        mail: Some("ce.0141868e@ac-normandie.fr".into()),
        phone: Some("02 31 48 21 80".into()),
        web: Some("https://lyceesfremontlesrosiers.fr/".into()),
        boarding: true,
        ulis: false,
        segpa: false,
        sites: vec![],
        line: school.line,
    };
    assert_eq!(*school, expected);
}

#[test]
fn every_spelling_and_every_encoding_is_read() {
    let with_mark = read(SAMPLE_2024).unwrap();
    assert_eq!(with_mark.len(), 40);
    assert!(with_mark.iter().all(|school| school.bassin.is_some() && school.open));
    let text = &std::str::from_utf8(&SAMPLE_2024[3..]).unwrap().replace("\r\n", "\n");
    assert_eq!(read(text.as_bytes()).unwrap(), with_mark, "without a mark");
    let respelt =
        |pairs: &[(&str, &str)]| pairs.iter().fold(text.clone(), |text, (old, new)| text.replacen(old, new, 1));
    let of_2026 = respelt(&[
        ("Identifiant_de_l_etablissement", "uai"),
        ("Nom_etablissement", "nom_etablissement"),
        ("Type_etablissement", "type_etablissement"),
        ("Adresse_1", "adresse_1"),
        ("Code_postal", "code_postal"),
        ("Nom_commune", "nom_commune"),
    ]);
    assert_eq!(read(of_2026.as_bytes()).unwrap(), with_mark, "spellings of 2026");
    let of_2023 = respelt(&[("Code_postal", "Code postal"), ("multi_uai", "etablissement_multi_lignes")]);
    assert_eq!(read(of_2023.as_bytes()).unwrap(), with_mark, "spellings of 2023");
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(read(&windows).unwrap(), with_mark, "Windows-1252");
    assert_eq!(read(text.replace('\n', "\r\n").as_bytes()).unwrap(), with_mark, "lines as Windows ends them");
    assert_eq!(read(text.replace('\n', "\r").as_bytes()).unwrap(), with_mark, "lines as an old Macintosh ends them");
}

#[test]
fn a_fault_says_where_and_why() {
    let spoilt = std::str::from_utf8(NORMANDIE).unwrap().replacen("0140004D", "0140004E", 1);
    let faults = read(spoilt.as_bytes()).unwrap_err();
    let [Fault { line: 2, column, value, reason: Reason::Uai(_) }] = &faults[..] else { panic!("{faults:?}") };
    assert_eq!((column.as_str(), value.as_str()), ("uai", "0140004E"));
    assert_eq!(faults[0].to_string(), "line 2, column uai: the check letter of this UAI should be D (\"0140004E\")");

    assert_eq!(read(table(&LEAST).as_bytes()).unwrap().len(), 1);
    let at = |column: &str, key: &'static str| (2, column.to_owned(), key);
    assert_eq!(fault(&[("uai", "")]), at("uai", "empty-cell"));
    assert_eq!(fault(&[("nom", " ")]), at("nom", "empty-cell"));
    assert_eq!(fault(&[("nom", "a\u{7}b")]), at("nom", "not-text"));
    assert_eq!(fault(&[("code_postal", "1440")]), at("code_postal", "postcode"));
    assert_eq!(fault(&[("effectif", "many")]), at("effectif", "number"));
    assert_eq!(fault(&[("latitude", "91")]), at("latitude", "coordinate"));
    assert_eq!(fault(&[("longitude", "NaN")]), at("longitude", "coordinate"));
    assert_eq!(fault(&[("date_ouverture", "1980-13-01")]), at("date_ouverture", "date"));
    assert_eq!(fault(&[("ULIS", "2")]), at("ULIS", "flag"));
    assert_eq!(fault(&[("code_departement", "Calvados")]), at("code_departement", "departement"));
    assert_eq!(fault(&[("web", "\"a;b")]), at("web", "quote"));
    assert_eq!(fault(&[("web", "a;b")]), at("-", "cells"));
    assert_eq!(fault(&[("Nom", "twice")]), (1, "Nom".to_owned(), "twice-column"));
    for nothing in ["", "\n\n", "\u{feff}", normandie()[0]] {
        assert_eq!(read(nothing.as_bytes()).unwrap_err()[0].reason, Reason::Empty, "{nothing:?}");
    }
    let missing: Vec<_> = read(b"uai;nom;type\n").unwrap_err().into_iter().map(|fault| fault.column).collect();
    assert_eq!(missing, ["code_postal", "nom_commune", "libelle_departement", "libelle_academie"]);
}

#[test]
fn lines_are_counted_as_an_editor_shows_them() {
    let [head, one, two, three] = normandie()[..4] else { panic!() };
    let wrong = two.replacen("14402", "1", 1);
    for (text, line) in [
        (format!("{head}\r\n{one}\r\n{wrong}\r\n{three}\r\n"), 3),
        (format!("{head}\n\n\n{one}\n\n{wrong}\n"), 6),
        (format!("{head}\r{one}\r\n{wrong}\r\n"), 3),
        (format!("{head}\r{one}\r{wrong}\r"), 3),
        (format!("\r\n\r\n{head}\r\n{one}\r\n\r\n{wrong}"), 6),
        (
            format!(
                "{head}\n{}\n{wrong}\n",
                one.replacen("Lycée Alain", "\"Lycée\nAlain", 1).replacen("Chartier", "Chartier\"", 1)
            ),
            4,
        ),
    ] {
        let faults = read(text.as_bytes()).unwrap_err();
        assert_eq!((faults.len(), faults[0].line, faults[0].reason.key()), (1, line, "postcode"), "{text:?}");
    }
}

#[test]
fn a_repeat_is_one_and_a_contradiction_is_a_fault() {
    let [head, first] = normandie()[..2] else { panic!() };
    assert_eq!(read(format!("{head}\n{first}\n{first}\n").as_bytes()).unwrap().len(), 1);
    let other = first.replacen("Bayeux", "Caen", 1);
    let faults = read(format!("{head}\n{first}\n{other}\n").as_bytes()).unwrap_err();
    assert_eq!((faults[0].line, &faults[0].reason), (3, &Reason::Twice { first: 2 }));
}

/// The directory gives a row to each site of some schools (in 2024 the lycée 0761735Y, at Le Havre and Sainte-Adresse).
#[test]
fn a_school_of_several_sites_is_one() {
    let [head, first] = normandie()[..2] else { panic!() };
    let other = first.replacen("Bayeux", "Caen", 1).replacen("Lycée Alain Chartier", "Site de Caen", 1);
    let several = |flags: [u8; 4]| {
        let rows = [first, &other, first, &other].into_iter().zip(flags).map(|(row, flag)| format!("{row};{flag}\n"));
        read(format!("{head};multi_uai\n{}", rows.collect::<String>()).as_bytes())
    };
    let schools = several([1, 1, 1, 1]).unwrap();
    let [School { line: 2, commune, sites, .. }] = &schools[..] else { panic!("{schools:?}") };
    let [Site { name, commune: elsewhere, .. }] = &sites[..] else { panic!("{sites:?}") };
    assert_eq!((commune.as_str(), name.as_str(), elsewhere.as_str()), ("Bayeux", "Site de Caen", "Caen"));
    let twice = |flags| several(flags).unwrap_err().iter().map(|fault| fault.line).collect::<Vec<_>>();
    assert_eq!((twice([0, 1, 0, 1]), twice([1, 0, 1, 0])), (vec![3, 5], vec![3, 5]), "both must say so");
}

#[test]
fn a_spoilt_byte_is_a_fault_and_not_another_alphabet() {
    let at = NORMANDIE.windows(6).position(|w| w == "Collèg".as_bytes().get(..6).unwrap()).unwrap();
    let mut bytes = NORMANDIE.to_vec();
    bytes[at + 4] = 0xff;
    let faults = read(&bytes).unwrap_err();
    assert!(faults.len() == 1 && faults[0].column == "nom" && faults[0].reason == Reason::NotText, "{faults:?}");
}

#[test]
fn faults_are_capped() {
    let [head, first] = normandie()[..2] else { panic!() };
    let text = format!("{head}\n{}", format!("{}\n", first.replacen("14402", "x", 1)).repeat(5_000));
    assert_eq!(read(text.as_bytes()).unwrap_err().len(), 1_000);
}

#[test]
fn every_key_is_listed_once() {
    let mut keys = Reason::KEYS.to_vec();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Reason::KEYS.len());
}

#[test]
fn corsica_and_short_codes_find_their_departement() {
    let code = |uai: &'static str, code: &'static str| {
        let cells: Vec<_> = LEAST.iter().copied().chain([("code_departement", code)]).collect();
        let text = table(&cells).replacen("0140004D", uai, 1);
        read(text.as_bytes()).unwrap().remove(0).departement.0
    };
    let letter = |digits: &str| char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[digits.parse::<usize>().unwrap() % 23]);
    let corsica = format!("6200001{}", letter("6200001")).leak();
    assert_eq!([code(corsica, ""), code(corsica, "2A"), code("0140004D", "14")], ["02A", "02A", "014"]);
}
