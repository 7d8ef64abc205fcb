//! Three hundred files, each spoilt in its own way, the same at each run.
use super::{COMPLETE, DELTA, FIRST, File, OLD, read};
use crate::{Feed, Reason};
use std::collections::BTreeMap;

/// A small generator (xorshift), so that the three hundred are the same each time.
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
    let line = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |n| n + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |n| at + n + 1);
    match dice.below(12) {
        0 => bytes.truncate(at),
        1 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => bytes.insert(at, [b'<', b'>', b'&', b'"', b'$', b'/'][dice.below(6)]),
        3 => bytes.insert(at, 0),
        4 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
        5 => drop(bytes.splice(at..at, std::iter::repeat_n(b'x', 90_000))),
        6 => drop(bytes.splice(at..at, [0xff, 0xfe, 0xc3])),
        7 => drop(bytes.splice(line..line, bytes[line..end].to_vec())),
        8 => drop(bytes.drain(line..end)),
        9 => bytes.swap(line, end - 1),
        10 => drop(bytes.splice(at..at, b"&eacute;&#65;&nobody;".iter().copied().take(8 + dice.below(14)))),
        _ => bytes[line..end].iter_mut().for_each(|byte| *byte = byte.to_ascii_uppercase()),
    }
}

#[test]
fn three_hundred_spoilt_files_are_read_whole_or_refused_with_a_place() {
    let files: Vec<File> = COMPLETE.into_iter().chain([DELTA, OLD, FIRST]).collect();
    let (mut dice, mut kinds) = (Dice(0x00AA_FAAF), BTreeMap::<&str, usize>::new());
    for n in 0..300 {
        let (name, bytes) = files[n % files.len()];
        let mut bytes = bytes.to_vec();
        (0..=dice.below(2)).for_each(|_| spoil(&mut bytes, &mut dice));
        let lines = bytes.split(|byte| *byte == b'\n').count() as u64;
        let mut feed = Feed::default();
        let end = match read(&mut feed, (name, &bytes)) {
            Ok(delivery) => {
                assert_eq!(delivery.files.len(), 1);
                feed.index().rolls().for_each(|roll| assert!(!roll.school.id.is_empty()));
                "read"
            }
            Err(fault) => {
                assert!((1..=lines).contains(&fault.line) && fault.file == name, "{fault}");
                assert!(Reason::KEYS.contains(&fault.reason.key()));
                fault.reason.key()
            }
        };
        *kinds.entry(end).or_default() += 1;
    }
    assert!(kinds.len() >= 7 && kinds["read"] < 200, "{kinds:?}");
}
