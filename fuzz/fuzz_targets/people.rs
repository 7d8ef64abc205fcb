//! A file of people: whatever the bytes, rows or faults that say where and why, and each column told. A workbook is answered, one way or
//! the other.
#![no_main]
use directory::people_import::{Context, Reason, Whose, read};
use libfuzzer_sys::fuzz_target;

/// A row may name its pupil's guardians too.
const PEOPLE_OF_A_ROW: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        drop(read(bytes, &Context::default()));
        return;
    }
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    // The length chooses what is given beside the file, so that each run reads it once.
    let kind = [None, Some(Whose::Pupils), Some(Whose::Families), Some(Whose::Staff)][bytes.len() % 4];
    let reading = read(bytes, &Context { school: "0140004D".parse().ok(), kind });
    assert!(reading.columns.iter().all(|one| !one.heading.is_empty() && one.example.chars().count() <= 40));
    for group in &reading.groups {
        assert!(group.count >= group.lines.len() && !group.lines.is_empty());
        drop(reading.copy(&group.fault));
    }
    match reading.whole() {
        Ok(rows) => assert!(!rows.is_empty() && rows.len() < lines * PEOPLE_OF_A_ROW),
        Err(faults) => {
            assert!((1..=1_000).contains(&faults.len()));
            for fault in &faults {
                assert!((1..=lines as u64).contains(&fault.line), "{fault}");
                assert!(!fault.column.is_empty() && fault.column.chars().count() <= 60);
                assert!(fault.value.chars().count() <= 60);
                assert!(!fault.to_string().is_empty() && Reason::KEYS.contains(&fault.reason.key()));
            }
        }
    }
});
