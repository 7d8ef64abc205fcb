//! Five hundred files of people, each spoilt in its own way, the same at each run.
use super::{NOW, PEOPLE, migrations, read};
use crate::{
    demo::names::{ADULTS, CHILDREN, FAMILIES},
    people_import::{Reason, Stopped, apply},
};
use kernel::{Chance, Seeded};
use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write as _,
};

fn spoil(bytes: &mut Vec<u8>, dice: &Seeded) {
    let below = |end: usize| dice.below(u32::try_from(end.max(1)).unwrap()) as usize;
    let at = below(bytes.len());
    let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
    let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n + 1);
    let cell = bytes[at..].iter().position(|b| *b == b';').map_or(0, |n| at + n + 1);
    match below(16) {
        0 => bytes.truncate(at),
        1 => bytes[at] = u8::try_from(below(256)).unwrap(),
        2 => bytes.insert(cell, b'"'),
        3 => bytes.insert(at, b';'),
        4 => bytes.insert(at, b'\n'),
        5 => bytes.insert(at, 0),
        6 => drop(bytes.drain(at..(at + 20).min(bytes.len()))),
        7 => drop(bytes.splice(at..at, std::iter::repeat_n(b'x', 2_000))),
        8 => drop(bytes.splice(at..at, [0xff, 0xfe, 0xc3])),
        9 => drop(bytes.splice(start..start, bytes[start..end].to_vec())),
        10 => drop(bytes.drain(start..end)),
        11 => bytes[start..end].iter_mut().filter(|byte| **byte == b';').for_each(|byte| *byte = b','),
        12 => bytes.insert(cell, b"=+-@"[below(4)]),
        13 => {
            let line: Vec<u8> = bytes.drain(start..end).collect();
            bytes.extend(line);
        }
        14 => {
            if let Some(letter) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_lowercase()) {
                *letter = b'a' + u8::try_from(below(26)).unwrap();
            }
        }
        _ => {
            let swap = below(bytes.len());
            bytes.swap(at, swap);
        }
    }
}

/// A file as schools send them: a hundred pupils in their classes, a parent for each, and the few of [`PEOPLE`].
fn file() -> Vec<u8> {
    let mut file = PEOPLE.to_owned();
    for (number, (given, family)) in CHILDREN.iter().zip(&FAMILIES).take(100).enumerate() {
        let (class, day) = (["6A", "6B", "5A", "5B", "4A"][number % 5], 1 + number % 28);
        let _ = writeln!(file, "E{n};{family};{given};{day:02}/03/2014;élève;0140041U;{class};;;;;", n = 100 + number);
        let adult = ADULTS[number % ADULTS.len()];
        let _ =
            writeln!(file, "R{n};{family};{adult};;responsable;;;E{n};oui;06 39 98 00 {day:02};;", n = 100 + number);
    }
    file.into_bytes()
}

/// What a table holds, so that nothing half written goes unseen.
const COUNTS: &str = "SELECT (SELECT count(*) FROM directory_person), (SELECT count(*) FROM directory_person_key),
    (SELECT count(*) FROM membership), (SELECT count(*) FROM guardianship), (SELECT count(*) FROM unit)";

#[tokio::test]
#[expect(clippy::print_stdout, reason = "the counts are what the test shows")]
async fn five_hundred_spoilt_files_are_refused_with_a_place_or_imported_whole() {
    let db = db::testing::sqlite(&migrations()).await;
    db.write(super::import_schools).await.unwrap();
    let (start, dice) = (file(), Seeded::new(2_026));
    let (mut refused, mut whole) = (0, 0);
    let mut reasons = BTreeMap::<&str, usize>::new();
    for number in 0..500_u64 {
        let mut bytes = start.clone();
        for _ in 0..=u32::from(dice.below(3) == 0) {
            spoil(&mut bytes, &dice);
        }
        let source = format!("file {number}");
        let before = db.read(|tx| tx.query(COUNTS, &[])).await.unwrap();
        let told = match read(&bytes) {
            Err(faults) => Err(faults),
            Ok(rows) => {
                let count = rows.len();
                let lines =
                    bytes.split(|b| *b == b'\n').filter(|line| line.iter().any(|b| !b" ;,\r".contains(b))).count();
                assert_eq!(count, lines - 1, "file {number}: every line that says something is a row");
                let done =
                    db.write(move |tx| apply(tx, &rows, &source, NOW, &Seeded::new(1_000 + number), &mut |_| {})).await;
                match done {
                    Ok(outcome) => Ok((outcome, bytes.clone())),
                    Err(Stopped::Refused(faults)) => Err(faults),
                    Err(Stopped::Db(error)) => panic!("file {number}: {error}"),
                }
            }
        };
        let after = db.read(|tx| tx.query(COUNTS, &[])).await.unwrap();
        match told {
            Ok((outcome, bytes)) => {
                whole += 1;
                let text = String::from_utf8_lossy(&bytes).replace('\u{feff}', "");
                let keys: HashSet<_> = text
                    .lines()
                    .skip(1)
                    .filter_map(|line| line.split([';', ',']).next())
                    .filter(|k| !k.is_empty())
                    .collect();
                let added = after[0].get::<i64>(0) - before[0].get::<i64>(0);
                // Of another source, the same name, day and school is the same person.
                let met = outcome.added + outcome.changed + outcome.same;
                assert_eq!(met, keys.len(), "file {number}: {text}");
                assert_eq!(added, i64::try_from(outcome.added).unwrap(), "file {number}");
            }
            Err(faults) => {
                refused += 1;
                assert_eq!(after, before, "file {number}: nothing is written");
                assert!(!faults.is_empty(), "file {number}");
                for fault in &faults {
                    assert!(fault.line >= 1 && !fault.column.is_empty() && !fault.reason.to_string().is_empty());
                    assert!(Reason::KEYS.contains(&fault.reason.key()), "file {number}: {fault}");
                    *reasons.entry(fault.reason.key()).or_default() += 1;
                }
            }
        }
    }
    println!("500 spoilt files: {refused} refused with line, column and reason, {whole} imported whole; {reasons:?}");
    assert!(refused > 100 && whole > 50, "the spoiling must spoil, and must leave some whole: {refused}, {whole}");
}

/// Workbooks spoilt byte by byte: what the reader of workbooks makes of them is never a fall, and never half of the rows.
#[test]
#[expect(clippy::print_stdout, reason = "the counts are what the test shows")]
fn two_hundred_and_fifty_spoilt_workbooks_are_refused_with_a_reason_or_read_whole() {
    let dice = Seeded::new(2_027);
    let (mut refused, mut whole) = (0, 0);
    for number in 0..250_u32 {
        let start: &[u8] = if number % 2 == 0 { include_bytes!("people.xlsx") } else { include_bytes!("people.ods") };
        let mut bytes = start.to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(u32::try_from(bytes.len()).unwrap()) as usize;
            match dice.below(4) {
                0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
                1 => bytes.insert(at, 0xff),
                2 => drop(bytes.drain(at..(at + 20).min(bytes.len()))),
                _ => bytes.truncate(at.max(4)),
            }
        }
        match read(&bytes) {
            Ok(rows) => {
                whole += 1;
                assert_eq!(rows.len(), 2, "file {number}");
            }
            Err(faults) => {
                refused += 1;
                assert!(!faults.is_empty(), "file {number}");
                assert!(faults.iter().all(|f| f.line >= 1 && Reason::KEYS.contains(&f.reason.key())), "file {number}");
            }
        }
    }
    println!("250 spoilt workbooks: {refused} refused, {whole} read whole");
    assert!(refused > 100 && whole > 5, "the spoiling must spoil, and must leave some whole: {refused}, {whole}");
}

/// Every reason has its sentence in both languages, and none is left with a bare key.
#[test]
fn every_reason_has_its_sentence() {
    let words = web::Words::read(&[crate::SLICE.sentences]).unwrap();
    for key in Reason::KEYS.iter().chain(&annuaire::Reason::KEYS) {
        for lang in web::Lang::WHOLE {
            let key = format!("directory-fault-{key}");
            assert!(!words.say(lang, &key).to_string().starts_with('['), "{lang} {key}");
        }
    }
    let faults = read(
        "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de\nE1;Nouvel;Inès;2014-05-31;élève;0140041V;5B;"
            .as_bytes(),
    );
    let told = crate::faults::say_people(&words, web::Lang::Fr, &faults.unwrap_err()[0]);
    assert_eq!(told, "Ligne 2, colonne uai, «\u{a0}0140041V\u{a0}»\u{a0}: la lettre de ce code UAI devrait être U.");
}
