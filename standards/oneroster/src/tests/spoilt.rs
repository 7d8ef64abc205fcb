//! Three hundred deliveries, each spoilt in its own way, the same at each run.
use super::{NEW, OLD, zip};
use crate::{Limits, Reason, Roster};
use std::collections::BTreeMap;
use std::io::Cursor;

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
    match dice.below(10) {
        0 => bytes.truncate(at),
        1 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => bytes.insert(at, b'"'),
        3 => bytes.insert(at, b','),
        4 => bytes.insert(at, [0, b'\n', b'\r', 0xff][dice.below(4)]),
        5 => drop(bytes.drain(at..(at + 40).min(bytes.len()))),
        6 => drop(bytes.splice(at..at, std::iter::repeat_n(b'x', 300_000))),
        7 => drop(bytes.splice(line..line, bytes[line..end].to_vec())),
        8 => drop(bytes.drain(line..end)),
        _ => bytes[line..end].iter_mut().for_each(|byte| *byte = byte.to_ascii_uppercase()),
    }
}

#[test]
fn three_hundred_spoilt_deliveries_are_read_whole_or_refused_with_a_place() {
    let limits = Limits { file: 1 << 20, total: 4 << 20 };
    let (mut dice, mut kinds) = (Dice(0x0050_7E12), BTreeMap::<&str, usize>::new());
    for n in 0..300 {
        let mut files: Vec<(&str, Vec<u8>)> =
            if n % 2 == 0 { OLD } else { NEW }.iter().map(|(name, bytes)| (*name, bytes.to_vec())).collect();
        let spoilt = n / 2 % files.len();
        spoil(&mut files[spoilt].1, &mut dice);
        let mut roster = Roster::default();
        let end = match roster.read("delivery.zip", Cursor::new(zip(&files)), limits) {
            Ok(_) => {
                roster.index().rolls().for_each(|roll| assert!(!roll.org.id.is_empty()));
                "read"
            }
            Err(fault) => {
                let lines = files[spoilt].1.split(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
                assert!(fault.line <= lines && Reason::KEYS.contains(&fault.reason.key()), "{fault}");
                assert!(fault.file == files[spoilt].0 || fault.line == 0, "{fault}");
                fault.reason.key()
            }
        };
        *kinds.entry(end).or_default() += 1;
    }
    assert!(kinds.len() >= 7 && kinds["read"] < 200, "{kinds:?}");
}
