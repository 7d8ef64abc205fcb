//! Five hundred real files, each spoilt in its own way, the same at each run.
use super::NORMANDIE;
use crate::{Fault, Reason, School, read};
use std::collections::BTreeMap;

/// A small generator (xorshift), so that the five hundred are the same each time.
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
    let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
    let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n + 1);
    match dice.below(14) {
        0 => bytes.truncate(at),
        1 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => bytes.insert(at, b'"'),
        3 => bytes.insert(at, b';'),
        4 => bytes.insert(at, b'\n'),
        5 => bytes.insert(at, 0),
        6 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
        7 => drop(bytes.splice(at..at, std::iter::repeat_n(b'x', 2_000))),
        8 => drop(bytes.splice(at..at, [0xff, 0xfe, 0xc3])),
        9 => drop(bytes.splice(start..start, bytes[start..end].to_vec())),
        10 => drop(bytes.drain(start..end)),
        11 => bytes[start..end].iter_mut().filter(|byte| **byte == b';').for_each(|byte| *byte = b','),
        12 => {
            // A quotation mark where a cell begins: the one place where it opens.
            let cell = bytes[at..].iter().position(|b| *b == b';').map_or(0, |n| at + n + 1);
            bytes.insert(cell, b'"');
        }
        _ => {
            let swap = dice.below(bytes.len());
            bytes.swap(at, swap);
        }
    }
}

/// One row in twelve of the real table, with its headings.
fn extract() -> Vec<u8> {
    let lines: Vec<_> = NORMANDIE.split_inclusive(|b| *b == b'\n').collect();
    let rows = lines[1..].iter().step_by(12);
    std::iter::once(&lines[0]).chain(rows).flat_map(|line| line.iter().copied()).collect()
}

fn well_formed(fault: &Fault) -> bool {
    fault.line >= 1
        && !fault.column.is_empty()
        && !fault.reason.to_string().is_empty()
        && Reason::KEYS.contains(&fault.reason.key())
        && fault.value.chars().count() <= 60
}

#[test]
#[expect(clippy::print_stdout, reason = "the counts are what the test shows")]
fn five_hundred_spoilt_files_are_refused_with_a_place_or_read_whole() {
    let start = extract();
    let rows = read(&start).unwrap().len();
    let mut dice = Dice(0x5eed_1234_5678_9abc);
    let (mut refused, mut whole) = (0, 0);
    let mut reasons = BTreeMap::<&str, usize>::new();
    for number in 0..500 {
        let mut bytes = start.clone();
        for _ in 0..=dice.below(3) {
            spoil(&mut bytes, &mut dice);
        }
        match read(&bytes) {
            Ok(schools) => {
                whole += 1;
                assert!(!schools.is_empty());
                // Read whole: every line that is there is a school (a doubled line is the same one).
                let lines = lines_with_text(&bytes);
                let read: std::collections::BTreeSet<_> = schools.iter().map(|school: &School| school.line).collect();
                assert!(read.len() == schools.len() && schools.len() <= rows, "file {number}");
                assert!(lines > schools.len(), "file {number}");
                assert!(schools.len() + doubled(&bytes) >= lines - 1, "file {number}: {} of {lines}", schools.len());
            }
            Err(faults) => {
                refused += 1;
                assert!(!faults.is_empty() && faults.iter().all(well_formed), "file {number}: {faults:?}");
                for fault in faults {
                    *reasons.entry(fault.reason.key()).or_default() += 1;
                }
            }
        }
    }
    println!(
        "500 spoilt files: {refused} refused with line, column and reason, {whole} read whole; faults: {reasons:?}"
    );
    assert_eq!(refused + whole, 500);
    assert!(refused > 100 && whole > 50, "the spoiling must spoil, and must leave some whole");
}

fn lines_with_text(bytes: &[u8]) -> usize {
    bytes.split(|b| *b == b'\n').filter(|line| !line.is_empty()).count()
}

fn doubled(bytes: &[u8]) -> usize {
    let codes = bytes.split(|b| *b == b'\n').filter(|line| !line.is_empty()).map(|line| &line[..8.min(line.len())]);
    let codes: Vec<_> = codes.collect();
    codes.len() - codes.iter().collect::<std::collections::HashSet<_>>().len()
}
