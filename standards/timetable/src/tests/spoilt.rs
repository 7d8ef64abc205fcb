//! Each file spoilt in three hundred ways, always the same.
use super::{FLAT, RULES, TABLE, date};
use crate::{Fault, Plan, Reason, Remark, Timetable, alternating};
use std::collections::HashSet;

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
    const ODD: [&[u8]; 9] = [b";", b"\"", b"\r\n", b"\n ", b"\r", b"\0", b"\xff", b"\xc3\xa9", b":"];
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

pub fn holds_together(timetable: &Timetable, lines: u64) {
    let mut keys = HashSet::new();
    for lesson in &timetable.lessons {
        assert!(lesson.begins < lesson.ends && (1..=lines).contains(&lesson.line));
        assert!(!lesson.key.is_empty() && keys.insert(&lesson.key), "{}", lesson.key);
        let about = &lesson.about;
        let lists = [&about.classes, &about.groups, &about.teachers].into_iter().flatten().chain(&about.room);
        for text in lists {
            assert!(!text.is_empty() && text.chars().count() <= 255 && !text.contains(char::is_control));
        }
        assert!(about.subject.chars().count() <= 255 && !about.subject.contains(char::is_control));
    }
    assert!(timetable.lessons.is_sorted_by_key(|lesson| (lesson.begins, lesson.line)));
    for note in &timetable.notes {
        assert!((1..=lines).contains(&note.line), "{note}");
        assert!(Remark::KEYS.contains(&note.remark.key()) && !note.column.is_empty());
    }
}

#[test]
fn a_spoilt_file_is_read_or_refused_with_its_place() {
    let (mut read, mut refused) = (0, 0);
    for (seed, file) in [RULES, FLAT, TABLE.as_bytes()].into_iter().enumerate() {
        let mut dice = Dice(seed as u64);
        // A part of a calendar, so that more is spoilt of what is read.
        let part = file.get(..12_000).and_then(|part| part.windows(10).rposition(|end| end == b"END:VEVENT"));
        let file = part.map_or(file.to_vec(), |end| [&file[..end], b"END:VEVENT\r\nEND:VCALENDAR\r\n"].concat());
        for _ in 0..300 {
            let spoilt = spoil(&file, &mut dice);
            match Plan::read("a.ics", &spoilt) {
                Ok(plan) => {
                    let (from, to) = (date("2026-09-01"), date("2027-07-31"));
                    let timetable = plan.expand(from, to, alternating(date("2026-09-07"))).unwrap();
                    holds_together(&timetable, lines(&spoilt));
                    read += 1;
                }
                Err(Fault { file, line, column, reason }) => {
                    assert!(file == "a.ics" && (1..=lines(&spoilt)).contains(&line) && !column.is_empty(), "{line}");
                    assert!(Reason::KEYS.contains(&reason.key()) && !reason.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 200 && refused > 200, "{read} read, {refused} refused");
}
