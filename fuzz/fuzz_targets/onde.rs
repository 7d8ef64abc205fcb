//! The extractions of an elementary school: whatever the bytes, a school that holds together, or a fault and its place.
#![no_main]
use libfuzzer_sys::fuzz_target;
use onde::{Extractions, Match, Reason, Remark, School};

/// A file of each kind, for the other one to be joined with.
const SEEDS: [&[u8]; 3] = [
    include_bytes!("../seeds/onde/eleves.csv"),
    include_bytes!("../seeds/onde/responsables.csv"),
    include_bytes!("../seeds/onde/enseignants.csv"),
];

fuzz_target!(|bytes: &[u8]| {
    let Ok(uai) = "0149901L".parse() else { return };
    let mut extractions = Extractions::new(uai);
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
    if let Err(fault) = extractions.read("a.csv", bytes) {
        assert!((1..=lines).contains(&fault.line) && fault.file == "a.csv", "{fault}");
        assert!(!fault.column.is_empty() && fault.column.chars().count() <= 60);
        assert!(Reason::KEYS.contains(&fault.reason.key()) && !fault.to_string().is_empty());
    }
    for seed in SEEDS {
        // What is read already is refused.
        let _ = extractions.read("b.csv", seed);
    }
    let school = extractions.join();
    assert_eq!(school.files.len(), 3);
    assert!(school.notes.iter().filter(|note| note.file == "a.csv").all(|note| (1..=lines).contains(&note.line)));
    holds_together(&school);
});

fn holds_together(school: &School) {
    for pupil in &school.pupils {
        for name in [&pupil.family_name, &pupil.given_name].into_iter().chain(&pupil.class) {
            assert!(!name.is_empty() && name.trim() == name && !name.contains(char::is_control));
        }
        assert!(pupil.born.as_ref().is_none_or(|day| day.len() == 10));
    }
    assert!(school.pupils.is_sorted_by(|one, next| one.line < next.line));
    let mut in_doubt = 0;
    for child in school.guardians.iter().flat_map(|guardian| &guardian.children) {
        let pupil = match child.pupil {
            Match::One(place) | Match::OtherClass(place) => Some(&school.pupils[place]),
            Match::Several | Match::Nobody => None,
        };
        assert!(pupil.is_none_or(|pupil| pupil.used_name.is_some() == child.used_name.is_some()));
        in_doubt += usize::from(!matches!(child.pupil, Match::One(_)));
    }
    let keys: Vec<_> = school.notes.iter().map(|note| note.remark.key()).collect();
    assert!(keys.iter().all(|key| Remark::KEYS.contains(key)));
    let doubts = ["absent-child", "ambiguous-child", "other-class"];
    assert_eq!(keys.iter().filter(|key| doubts.contains(key)).count(), in_doubt, "each doubt is told");
    let placed: usize = school.classes().iter().map(|class| class.pupils.len()).sum();
    assert_eq!(placed, school.pupils.iter().filter(|pupil| pupil.class.is_some()).count());
}
