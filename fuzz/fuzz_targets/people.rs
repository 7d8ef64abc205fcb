//! A file of people: whatever the bytes, rows or faults that say where and why. A workbook is answered, one way or the other.
#![no_main]
use directory::people_import::{Reason, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        drop(read(bytes));
        return;
    }
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    match read(bytes) {
        Ok(rows) => assert!(!rows.is_empty() && rows.len() < lines),
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
