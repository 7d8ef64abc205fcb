//! The directory as published, and five hundred ways to spoil it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{Fault, Kind, Reason, School, read};

const NORMANDIE: &[u8] = include_bytes!("../../../data/schools/etablissements_normandie.csv");
const SAMPLE_2024: &[u8] = include_bytes!("../../../data/schools/annuaire_sample_2024.csv");

#[test]
fn the_norman_schools_are_all_there() {
    let schools = read(NORMANDIE).unwrap();
    assert_eq!(schools.len(), 2_378);
    let count = |kind: Kind| schools.iter().filter(|school| school.kind == kind).count();
    assert_eq!((count(Kind::Ecole), count(Kind::College), count(Kind::Lycee)), (1_691, 397, 290));
    let mut departements: Vec<_> = schools.iter().map(|school| school.departement.clone()).collect();
    departements.sort();
    departements.dedup();
    let codes: Vec<_> = departements.iter().map(|(code, name)| format!("{code} {name}")).collect();
    assert_eq!(codes, ["014 Calvados", "027 Eure", "050 Manche", "061 Orne", "076 Seine-Maritime"]);
}

#[test]
fn both_spellings_and_both_marks_are_read() {
    let with_mark = read(SAMPLE_2024).unwrap();
    assert_eq!(with_mark.len(), 40);
    assert!(with_mark.iter().all(|school| school.bassin.is_some() && school.open));
    let without = read(&SAMPLE_2024[3..]).unwrap();
    assert_eq!(with_mark, without);
    let of_2026 = String::from_utf8(SAMPLE_2024[3..].to_vec())
        .unwrap()
        .replacen("Identifiant_de_l_etablissement", "uai", 1)
        .replacen("Nom_etablissement", "nom_etablissement", 1)
        .replacen("Type_etablissement", "type_etablissement", 1)
        .replacen("Nom_commune", "nom_commune", 1);
    assert_eq!(read(of_2026.as_bytes()).unwrap(), with_mark);
    let old: Vec<u8> = of_2026.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let old = read(&old).unwrap();
    assert_eq!(old.len(), 40, "Windows-1252 too");
    assert!(old.iter().zip(&with_mark).all(|(a, b)| a.commune == b.commune));
}

#[test]
fn a_fault_says_where_and_why() {
    let spoilt = String::from_utf8(NORMANDIE.to_vec()).unwrap().replacen("0140004D", "0140004E", 1);
    let faults = read(spoilt.as_bytes()).unwrap_err();
    let [Fault { line: 2, column, value, reason: Reason::Uai(_) }] = &faults[..] else { panic!("{faults:?}") };
    assert_eq!((column.as_str(), value.as_str()), ("uai", "0140004E"));
    assert!(faults[0].to_string().contains("should be D"));
}

/// A small generator, so that the five hundred are the same each time.
struct Dice(u64);
impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    match dice.below(11) {
        0 => bytes.truncate(at),
        1 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => bytes.insert(at, b'"'),
        3 => bytes.insert(at, b';'),
        4 => bytes.insert(at, b'\n'),
        5 => bytes.insert(at, 0),
        6 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
        7 => drop(bytes.splice(at..at, std::iter::repeat_n(b'x', 2_000))),
        8 => drop(bytes.splice(at..at, [0xff, 0xfe, 0xc3])),
        9 => {
            let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
            let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n + 1);
            let line = bytes[start..end].to_vec();
            drop(bytes.splice(start..start, line));
        }
        _ => {
            let swap = dice.below(bytes.len());
            bytes.swap(at, swap);
        }
    }
}

#[test]
fn five_hundred_spoilt_files_are_refused_with_a_place_or_read_whole() {
    let rows: Vec<_> = NORMANDIE.split_inclusive(|b| *b == b'\n').step_by(12).collect();
    let start: Vec<u8> = [NORMANDIE.split_inclusive(|b| *b == b'\n').next().unwrap()]
        .into_iter()
        .chain(rows.into_iter().skip(1))
        .flatten()
        .copied()
        .collect();
    let mut dice = Dice(0x5eed_1234_5678_9abc);
    let (mut refused, mut whole) = (0, 0);
    for _ in 0..500 {
        let mut bytes = start.clone();
        for _ in 0..=dice.below(3) {
            spoil(&mut bytes, &mut dice);
        }
        match read(&bytes) {
            Ok(schools) => {
                assert!(!schools.is_empty());
                whole += 1;
            }
            Err(faults) => {
                assert!(!faults.is_empty());
                assert!(
                    faults.iter().all(|f| f.line >= 1 && !f.column.is_empty() && !f.reason.to_string().is_empty()),
                    "{faults:?}"
                );
                refused += 1;
            }
        }
    }
    println!("500 spoilt files: {refused} refused with line and reason, {whole} read whole");
    assert_eq!(refused + whole, 500);
    assert!(refused > 100 && whole > 50, "the spoiling must spoil, and must leave some whole");
}

#[test]
fn a_repeat_is_one_and_a_contradiction_is_a_fault() {
    let text = std::str::from_utf8(NORMANDIE).unwrap();
    let mut lines = text.lines();
    let (head, first) = (lines.next().unwrap(), lines.next().unwrap());
    let twice: Vec<School> = read(format!("{head}\n{first}\n{first}\n").as_bytes()).unwrap();
    assert_eq!(twice.len(), 1);
    let other = first.replacen("Bayeux", "Caen", 1);
    let faults = read(format!("{head}\n{first}\n{other}\n").as_bytes()).unwrap_err();
    assert_eq!((faults[0].line, &faults[0].reason), (3, &Reason::Twice { first: 2 }));
}
