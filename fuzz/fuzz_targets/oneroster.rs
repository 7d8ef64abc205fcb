//! A OneRoster delivery, as a zip or as its files one after the other (name, end of line, text, 0x1C): whatever the
//! bytes, the same state again when it is read again, or a fault with its place.
#![no_main]
use libfuzzer_sys::fuzz_target;
use oneroster::{Delivery, Fault, Limits, Mode, Reason, Roster};
use std::io::Cursor;

const LIMITS: Limits = Limits { file: 1 << 20, total: 4 << 20 };

fuzz_target!(|bytes: &[u8]| {
    let mut roster = Roster::default();
    match read(&mut roster, bytes) {
        Ok(delivery) => {
            let before = roster.clone();
            if delivery.files.iter().all(|file| file.mode == Mode::Bulk) {
                assert_eq!(read(&mut roster, bytes).as_ref(), Ok(&delivery));
                assert!(roster == before);
            }
            for file in &delivery.files {
                assert!(file.removed <= file.rows && file.odd.len() <= 1_000);
                assert!(file.odd.iter().all(|odd| odd.line > 1), "{:?}", file.odd);
            }
            let index = roster.index();
            for roll in index.rolls() {
                for pupil in &roll.pupils {
                    assert!(pupil.guardians.iter().all(|id| roll.guardians.iter().any(|one| one.profile.id == *id)));
                }
                assert!(
                    roll.classes.iter().all(|class| class.homeroom) && !roll.groups.iter().any(|group| group.homeroom)
                );
            }
        }
        Err(fault) => {
            let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
            assert!(fault.line <= lines || bytes.starts_with(b"PK"), "{fault}");
            assert!(!fault.column.is_empty() && Reason::KEYS.contains(&fault.reason.key()));
        }
    }
});

fn read(roster: &mut Roster, bytes: &[u8]) -> Result<Delivery, Fault> {
    if bytes.starts_with(b"PK") {
        return roster.read("delivery.zip", Cursor::new(bytes), LIMITS);
    }
    let mut files = bytes.split(|byte| *byte == 0x1C).map(|file| {
        let (name, text) = file.split_at(file.iter().position(|byte| *byte == b'\n').unwrap_or(file.len()));
        (String::from_utf8_lossy(name).into_owned(), text.get(1..).unwrap_or_default())
    });
    let (_, manifest) = files.next().unwrap_or_default();
    let mut reading = roster.begin(manifest, LIMITS)?;
    for (name, text) in files {
        reading.file(&name, text)?;
    }
    reading.end()
}
