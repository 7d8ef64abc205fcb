//! A calendar or a table of lessons: whatever the bytes, lessons that hold together, or a fault and its place.
#![no_main]
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use timetable::{About, Plan, Reason, Remark, Timetable, alternating};

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
    let plan = match Plan::read("a.ics", bytes) {
        Ok(plan) => plan,
        Err(fault) => {
            assert!((1..=lines).contains(&fault.line) && fault.file == "a.ics", "{fault}");
            assert!(!fault.column.is_empty() && fault.column.chars().count() <= 60);
            assert!(Reason::KEYS.contains(&fault.reason.key()) && !fault.to_string().is_empty());
            return;
        }
    };
    let week = || alternating(date(2026, 9, 7));
    let whole = match plan.expand(date(2026, 9, 1), date(2027, 7, 31), week()) {
        Ok(whole) => whole,
        Err(fault) => {
            assert!(fault.reason == Reason::TooManyLessons && (1..=lines).contains(&fault.line), "{fault}");
            return;
        }
    };
    holds_together(&whole, lines);
    // Two parts of the year are the year, but for what stands twice under one key.
    let part = |from, to| plan.expand(from, to, week()).map_or(0, |part| part.lessons.len());
    let parts = part(date(2026, 9, 1), date(2026, 12, 31)) + part(date(2027, 1, 1), date(2027, 7, 31));
    assert!(parts >= whole.lessons.len());
    let far = plan.expand(date(9999, 1, 1), date(9999, 12, 31), week());
    holds_together(&far.unwrap_or(Timetable { lessons: vec![], notes: vec![] }), lines);
});

fn holds_together(timetable: &Timetable, lines: u64) {
    let mut keys = HashSet::new();
    for lesson in &timetable.lessons {
        assert!(lesson.begins < lesson.ends && (1..=lines).contains(&lesson.line));
        assert!(!lesson.key.is_empty() && keys.insert(&lesson.key));
        let About { subject, classes, groups, teachers, room } = &*lesson.about;
        for text in [classes, groups, teachers].into_iter().flatten().chain(room) {
            assert!(!text.is_empty());
            sound(text);
        }
        sound(subject);
    }
    assert!(timetable.lessons.is_sorted_by_key(|lesson| (lesson.begins, lesson.line)));
    for note in &timetable.notes {
        assert!((1..=lines).contains(&note.line) && note.file == "a.ics", "{note}");
        assert!(!note.column.is_empty() && Remark::KEYS.contains(&note.remark.key()));
    }
}

fn sound(text: &str) {
    assert!(text.chars().count() <= 255 && !text.contains(char::is_control));
}
