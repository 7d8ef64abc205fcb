//! Each file spoilt in three hundred ways, always the same.
use super::{ALL, archive::zipped};
use crate::{Exports, Fault, Limits, Reason, Remark, School};
use std::{collections::HashSet, io::Cursor};

/// Numbers without order, the same at each run.
pub struct Dice(u64);

impl Dice {
    pub fn throw(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// One to three accidents: a letter or a byte changed, some lost, some doubled, the end cut, or something odd put in.
fn spoil(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    const ODD: [&[u8]; 12] =
        [b"<", b">", b"&", b"\"", b"</", b"<!--", b"]]>", b"<![CDATA[", b"&#xd800;", b"<?xml", b"\0", b"\xff"];
    let mut bytes = file.to_vec();
    for _ in 0..=dice.throw(3) {
        let at = dice.throw(bytes.len());
        let end = (at + dice.throw(60)).min(bytes.len());
        match dice.throw(20) {
            0..10 => {
                // The first letter of a text, so that what stands around it is still sound.
                let texts = bytes.windows(2).enumerate().skip(at);
                let mut text = texts.filter(|(_, pair)| pair[0] == b'>' && pair[1].is_ascii_alphanumeric());
                if let Some((place, _)) = text.next() {
                    bytes[place + 1] = b"09AEFGNPZa"[dice.throw(10)];
                }
            }
            10..13 if at < bytes.len() => bytes[at] = u8::try_from(dice.throw(256)).unwrap(),
            13..15 => drop(bytes.drain(at..end)),
            15..17 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            17 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, ODD[dice.throw(ODD.len())].iter().copied())),
        }
    }
    bytes
}

pub fn holds_together(school: &School, lines: u64) {
    let ids: HashSet<_> = school.pupils.iter().map(|pupil| &pupil.id).collect();
    assert_eq!(ids.len(), school.pupils.len());
    for pupil in &school.pupils {
        assert!(!pupil.id.is_empty() && !pupil.family_name.is_empty() && (1..=lines).contains(&pupil.line));
        assert!(!pupil.family_name.contains(char::is_control) && pupil.family_name == pupil.family_name.trim());
        assert!(pupil.born.as_ref().is_none_or(|day| day.len() == 10));
    }
    for note in &school.notes {
        assert!((1..=lines).contains(&note.line) && Remark::KEYS.contains(&note.remark.key()), "{note}");
        assert!(!note.entry.is_empty());
    }
    for taught in school.teaching().values().flatten() {
        assert!(!taught.structure.is_empty() && !taught.subject.is_empty());
    }
    assert!(school.families().values().map(Vec::len).sum::<usize>() <= school.links.len());
}

/// How many lines these bytes have.
pub fn lines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| *byte == b'\n').count() as u64
}

#[test]
fn a_spoilt_file_is_read_or_refused_with_its_place() {
    let (mut read, mut refused) = (0, 0);
    for (seed, (name, file)) in ALL.into_iter().enumerate() {
        let mut dice = Dice(seed as u64);
        for _ in 0..300 {
            let spoilt = spoil(file, &mut dice);
            let mut exports = Exports::new(Limits::default());
            match exports.read(name, &spoilt[..]) {
                Ok(_) => {
                    holds_together(&exports.join(), lines(&spoilt));
                    read += 1;
                }
                Err(Fault { entry, line, reason }) => {
                    assert_eq!(entry, name);
                    assert!((1..=lines(&spoilt)).contains(&line), "{line}: {reason}");
                    assert!(Reason::KEYS.contains(&reason.key()) && !reason.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 400 && refused > 400, "{read} read, {refused} refused");
}

#[test]
fn a_spoilt_archive_is_read_or_refused() {
    let files: Vec<_> = ALL.into_iter().filter(|(name, _)| *name != "responsables-2011.xml").collect();
    let archive = zipped(&files);
    let (mut read, mut refused, mut dice) = (0, 0, Dice(61));
    for _ in 0..300 {
        let mut exports = Exports::new(Limits::default());
        match exports.read_zip("a.zip", Cursor::new(spoil(&archive, &mut dice))) {
            Ok(kinds) => {
                let school = exports.join();
                assert_eq!(kinds.len(), school.files.len());
                holds_together(&school, u64::MAX);
                read += 1;
            }
            Err(fault) => {
                assert!(!fault.entry.is_empty() && fault.line >= 1);
                refused += 1;
            }
        }
    }
    assert!(read > 5 && refused > 100, "{read} read, {refused} refused");
}
