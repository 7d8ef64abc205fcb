//! The directory of schools: whatever the bytes, schools that hold together or faults that say where and why.
#![no_main]
use annuaire::{Reason, School, read};
use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;

fuzz_target!(|bytes: &[u8]| {
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
    match read(bytes) {
        Ok(schools) => {
            assert!(!schools.is_empty());
            assert_eq!(schools.iter().map(|school| school.uai).collect::<HashSet<_>>().len(), schools.len());
            assert!(schools.is_sorted_by(|one, next| one.line < next.line));
            for school in &schools {
                assert!((2..=lines).contains(&school.line));
                holds_together(school);
            }
        }
        Err(faults) => {
            assert!((1..=1_000).contains(&faults.len()));
            for fault in &faults {
                assert!((1..=lines).contains(&fault.line), "{fault}");
                assert!(!fault.column.is_empty() && fault.column.chars().count() <= 60);
                assert!(fault.value.chars().count() <= 60);
                assert!(!fault.to_string().is_empty() && Reason::KEYS.contains(&fault.reason.key()));
            }
        }
    }
});

fn holds_together(school: &School) {
    let texts = [&school.name, &school.nature, &school.sector, &school.address, &school.insee, &school.commune];
    assert!(texts.iter().all(|text| text.chars().count() <= 500 && !text.contains(char::is_control)));
    assert!(!school.name.is_empty() && !school.academie.is_empty() && !school.departement.1.is_empty());
    assert_eq!(school.departement.0.len(), 3);
    assert!(school.postcode.is_empty() || school.postcode.len() == 5);
    assert!(school.latitude.is_none_or(|degrees| degrees.abs() <= 90_000_000));
    assert!(school.longitude.is_none_or(|degrees| degrees.abs() <= 180_000_000));
    assert!(school.opened.as_ref().is_none_or(|day| day.len() == 10));
}
