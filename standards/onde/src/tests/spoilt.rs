//! Each file spoilt in three hundred ways, always the same.
use super::{GUARDIANS, PUPILS, PUPILS_WITH_INE, TEACHERS, uai};
use crate::{Extractions, Fault, Match, Reason, Remark, School};

/// Numbers without order, the same at each run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// One to three accidents: a byte changed, some lost, some doubled, the end cut, or something odd put in.
fn spoil(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    const ODD: [&[u8]; 8] = [b";", b"\"", b"\r\n", b"\n", b"\r", b"\0", b"\xff", b"\xc3\xa9"];
    let mut bytes = file.to_vec();
    for _ in 0..=dice.throw(3) {
        let at = dice.throw(bytes.len());
        let end = (at + dice.throw(60)).min(bytes.len());
        match dice.throw(8) {
            0..3 if at < bytes.len() => bytes[at] = u8::try_from(dice.throw(256)).unwrap(),
            3..5 => drop(bytes.drain(at..end)),
            5 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            6 if dice.throw(4) == 0 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, ODD[dice.throw(ODD.len())].iter().copied())),
        }
    }
    bytes
}

/// How many lines these bytes may be read as.
pub fn lines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count() as u64
}

pub fn holds_together(school: &School, lines: u64) {
    for pupil in &school.pupils {
        for name in [&pupil.family_name, &pupil.given_name] {
            assert!(!name.is_empty() && name.trim() == name && !name.contains(char::is_control));
        }
        assert!((1..=lines).contains(&pupil.line) && pupil.born.as_ref().is_none_or(|day| day.len() == 10));
    }
    assert!(school.pupils.is_sorted_by(|one, next| one.line < next.line));
    for child in school.guardians.iter().flat_map(|guardian| &guardian.children) {
        if let Match::One(place) | Match::OtherClass(place) = child.pupil {
            assert!(place < school.pupils.len());
        }
    }
    for note in &school.notes {
        assert!(
            (1..=lines).contains(&note.line) && Remark::KEYS.contains(&note.remark.key()) && !note.column.is_empty()
        );
    }
    let placed: usize = school.classes().iter().map(|class| class.pupils.len()).sum();
    assert_eq!(placed, school.pupils.iter().filter(|pupil| pupil.class.is_some()).count());
}

#[test]
fn a_spoilt_file_is_read_or_refused_with_its_place() {
    let (mut read, mut refused) = (0, 0);
    for (seed, file) in [PUPILS, PUPILS_WITH_INE, GUARDIANS, TEACHERS].into_iter().enumerate() {
        let mut dice = Dice(seed as u64);
        for _ in 0..300 {
            let spoilt = spoil(file, &mut dice);
            let mut extractions = Extractions::new(uai());
            match extractions.read("a.csv", &spoilt) {
                Ok(_) => {
                    let _ = extractions.read("p.csv", PUPILS);
                    holds_together(&extractions.join(), lines(&spoilt).max(lines(PUPILS)));
                    read += 1;
                }
                Err(Fault { file, line, column, reason }) => {
                    assert!(file == "a.csv" && (1..=lines(&spoilt)).contains(&line) && !column.is_empty(), "{line}");
                    assert!(Reason::KEYS.contains(&reason.key()) && !reason.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 300 && refused > 300, "{read} read, {refused} refused");
}
