//! A published calendar: whatever the text, holidays one after the other or faults that say where and why.
#![no_main]
use calendar::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines = 1 + text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
    match import(text) {
        Ok(periods) => {
            assert!(!periods.is_empty());
            assert!(periods.iter().all(|period| !period.name.is_empty() && period.from <= period.to));
            assert!(periods.is_sorted_by(|one, next| one.to < next.from));
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in &faults {
                assert!((1..=lines).contains(&fault.line), "{fault}");
                assert!(!fault.to_string().is_empty());
            }
        }
    }
});
