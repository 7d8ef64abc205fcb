//! The exports of a secondary school: whatever the bytes, a school that holds together, or a fault with its place.
#![no_main]
use libfuzzer_sys::fuzz_target;
use siecle::{Exports, Limits, Reason, Remark, School};
use std::{
    collections::HashSet,
    io::{Cursor, Read},
};

const LIMITS: Limits = Limits { entry: 1 << 20, total: 2 << 20, entries: 20, records: 1_000 };

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|byte| *byte == b'\n').count() as u64;
    let mut exports = Exports::new(LIMITS);
    let read = exports.read("a.xml", bytes);
    if let Err(fault) = &read {
        assert!((1..=lines).contains(&fault.line) && fault.entry == "a.xml", "{fault}");
        assert!(Reason::KEYS.contains(&fault.reason.key()) && fault.to_string().chars().count() < 500);
    }
    let school = exports.join();
    assert_eq!(school.files.len(), usize::from(read.is_ok()));
    assert!(school.notes.iter().all(|note| (1..=lines).contains(&note.line)));
    holds_together(&school);

    // However the bytes come, they say the same.
    let (first, rest) = bytes.split_at(bytes.len() / 2);
    let mut again = Exports::new(LIMITS);
    assert_eq!(again.read("a.xml", first.chain(rest)), read);
    assert_eq!(again.join(), school);

    let mut exports = Exports::new(LIMITS);
    let read = exports.read_zip("a.zip", Cursor::new(bytes));
    let school = exports.join();
    assert_eq!(school.files.len(), read.map_or(0, |kinds| kinds.len()));
    holds_together(&school);
});

fn holds_together(school: &School) {
    assert_eq!(school.pupils.iter().map(|pupil| &pupil.id).collect::<HashSet<_>>().len(), school.pupils.len());
    assert_eq!(school.staff.iter().map(|one| &one.id).collect::<HashSet<_>>().len(), school.staff.len());
    for pupil in &school.pupils {
        let codes = pupil.divisions.iter().chain(&pupil.groups).chain(&pupil.given_names);
        for text in [&pupil.id, &pupil.family_name].into_iter().chain(codes) {
            assert!(!text.is_empty() && text.trim() == text && !text.contains(char::is_control));
        }
        assert!([&pupil.born, &pupil.entered, &pupil.left].into_iter().flatten().all(|day| day.len() == 10));
    }
    for note in &school.notes {
        assert!(Remark::KEYS.contains(&note.remark.key()) && !note.entry.is_empty());
    }
    let families = school.families();
    assert!(families.values().flatten().all(|(link, guardian)| link.guardian == guardian.id));
    assert!(families.values().map(Vec::len).sum::<usize>() <= school.links.len());
    school.teaching();
}
