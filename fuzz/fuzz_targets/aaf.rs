//! A delivery of the académie's directory: whatever the bytes, what changed is in a school that is said to be
//! touched, or a fault with its place.
#![no_main]
use aaf::{Feed, Limits, Reason, Roll};
use libfuzzer_sys::fuzz_target;
use std::{collections::BTreeMap, io::Cursor, sync::LazyLock};

const LIMITS: Limits = Limits { file: 1 << 20, total: 4 << 20 };

/// The feed that deltas among the seeds follow.
static BEFORE: LazyLock<Feed> = LazyLock::new(|| {
    let mut feed = Feed::default();
    let files: [&[u8]; 2] = [
        include_bytes!("../../standards/aaf/fixtures/ENTNORMANDIE_Complet_20260915_EtabEducNat_0000.xml"),
        include_bytes!("../../standards/aaf/fixtures/ENTNORMANDIE_Complet_20260915_PersEducNat_0000.xml"),
    ];
    for file in files {
        assert!(feed.read("before.xml", Cursor::new(file), &LIMITS).is_ok());
    }
    feed
});

fuzz_target!(|bytes: &[u8]| {
    let mut feed = BEFORE.clone();
    feed.watch();
    match feed.read("delivery", Cursor::new(bytes), &LIMITS) {
        Ok(delivery) => {
            assert!(!delivery.files.is_empty());
            let (before, after) = (rolls(&BEFORE), rolls(&feed));
            let touched = feed.take_touched();
            for school in before.keys().chain(after.keys()) {
                assert!(touched.contains(school) || before.get(school) == after.get(school), "{school}");
            }
            let since = feed.touched_since(&BEFORE);
            assert!(since.is_subset(&touched), "{since:?} {touched:?}");
        }
        Err(fault) => {
            assert!(!fault.to_string().is_empty() && Reason::KEYS.contains(&fault.reason.key()));
            assert!(fault.file.chars().count() <= 120 && fault.line <= 1 << 21);
        }
    }
});

fn rolls(feed: &Feed) -> BTreeMap<String, Roll> {
    feed.index().rolls().map(|roll| (roll.school.id.clone(), roll)).collect()
}
