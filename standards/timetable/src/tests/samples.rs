//! The two calendars, and what is known of them.
use super::{FLAT, RULES, all_hours, date, hours, notes, year};
use crate::{Lesson, Week, alternating, week::monday};
use jiff::{civil::Date, tz::TimeZone};
use std::collections::{BTreeSet, HashSet};

fn day(lesson: &Lesson) -> Date {
    TimeZone::get("Europe/Paris").unwrap().to_datetime(lesson.begins).date()
}

#[test]
fn the_rules_of_a_lycee_give_every_lesson_of_the_year() {
    let timetable = year(RULES);
    assert_eq!((timetable.lessons.len(), notes(&timetable)), (1_603, vec![]));
    let keys: HashSet<_> = timetable.lessons.iter().map(|lesson| &lesson.key).collect();
    assert_eq!(keys.len(), 1_603);
    let holidays = [
        ("2026-10-17", "2026-11-01"),
        ("2026-11-11", "2026-11-11"),
        ("2026-12-19", "2027-01-03"),
        ("2027-03-29", "2027-03-29"),
        ("2027-04-17", "2027-05-02"),
        ("2027-05-06", "2027-05-06"),
        ("2027-05-17", "2027-05-17"),
    ];
    for (from, to) in holidays {
        let within = timetable.lessons.iter().filter(|lesson| (date(from)..=date(to)).contains(&day(lesson)));
        assert_eq!(within.count(), 0, "{from}");
    }
    for lesson in &timetable.lessons {
        assert_eq!((lesson.about.classes.len(), lesson.about.teachers.len(), lesson.cancelled), (1, 1, false));
        assert!(lesson.about.room.is_some() && day(lesson).weekday().to_monday_zero_offset() < 5);
        let hours = hours(lesson);
        assert!(("08:00".."18:00").contains(&&hours[11..16]), "{hours}");
    }
}

/// What the file calls A and B never falls into one week.
#[test]
fn no_week_is_both_a_and_b() {
    let timetable = year(RULES);
    // `B-2GT1-061300-00A-1@exemple.invalid`
    let its = |lesson: &Lesson, letter| {
        lesson.key.split('@').next().and_then(|name| name.rsplit('-').nth(1)).is_some_and(|slot| slot.ends_with(letter))
    };
    let weeks = |letter: char| -> BTreeSet<Date> {
        timetable.lessons.iter().filter(|lesson| its(lesson, letter)).filter_map(|lesson| monday(day(lesson))).collect()
    };
    let (a, b) = (weeks('A'), weeks('B'));
    assert!(a.len() > 10 && b.len() > 10, "{a:?} {b:?}");
    assert!(a.is_disjoint(&b));
}

#[test]
fn a_lesson_is_what_its_event_says() {
    let timetable = year(RULES);
    let lesson = timetable.lessons.iter().find(|lesson| lesson.key.starts_with("B-2GT1-020700-15-0@")).unwrap();
    assert_eq!(lesson.key, "B-2GT1-020700-15-0@exemple.invalid/2026-09-08T12:30:00Z");
    assert_eq!((hours(lesson).as_str(), lesson.line), ("2026-09-08 14:30-15:25", 24));
    let about = &lesson.about;
    assert_eq!((about.subject.as_str(), about.room.as_deref()), ("Francais", Some("A16")));
    assert_eq!((&about.classes[..], &about.teachers[..]), (&["2GT1".to_owned()][..], &["Diallo F.".to_owned()][..]));
    assert_eq!(about.groups, [""; 0]);
}

#[test]
fn single_lessons_are_right_over_the_change_of_hour() {
    let timetable = year(FLAT);
    assert_eq!((timetable.lessons.len(), notes(&timetable)), (224, vec![]));
    let named = |name: &str| timetable.lessons.iter().find(|lesson| lesson.key.starts_with(name)).unwrap();
    assert_eq!(hours(named("Cours-6-C-")), "2026-10-12 13:30-14:25");
    assert_eq!(hours(named("Cours-7-C-")), "2026-11-02 13:30-14:25");
    let cancelled: Vec<_> = timetable.lessons.iter().filter(|lesson| lesson.cancelled).collect();
    let told: Vec<_> = cancelled.iter().map(|lesson| (lesson.about.subject.as_str(), hours(lesson))).collect();
    let expected = [
        ("ENSEIGNEMENT PROFESSIONNEL", "2026-10-08 09:00-09:55".to_owned()),
        ("EDUCATION PHYSIQUE ET SPORTIVE", "2026-10-12 10:15-11:10".to_owned()),
    ];
    assert_eq!(told, expected);
    let moved = timetable.lessons.iter().filter(|lesson| lesson.about.room.as_deref() == Some("B07"));
    let of = |class: &str, subject: &str| {
        let mut its = moved.clone();
        its.any(|lesson| lesson.about.classes == [class] && lesson.about.subject == subject)
    };
    assert!(of("2MRC", "ENSEIGNEMENT PROFESSIONNEL") && of("1CAPCOIF", "PREVENTION-SANTE-ENVIRONNEMENT"));
    assert!(timetable.lessons.iter().all(|lesson| lesson.about.teachers.len() == 1));
}

#[test]
fn a_part_of_the_year_is_that_part_of_the_lessons() {
    let plan = crate::Plan::read("a.ics", RULES).unwrap();
    assert_eq!((plan.len(), plan.is_empty(), plan.notes().len()), (250, false, 0));
    let none = |_: Date| None::<Week>;
    let part = plan.expand(date("2026-10-12"), date("2026-11-08"), none).unwrap();
    let whole = plan.expand(date("2026-08-01"), date("2027-08-01"), alternating(date("2026-09-07"))).unwrap();
    let within = |lesson: &&Lesson| (date("2026-10-12")..=date("2026-11-08")).contains(&day(lesson));
    let expected: Vec<_> = whole.lessons.iter().filter(within).cloned().collect();
    assert!(!expected.is_empty());
    assert_eq!(part.lessons, expected);
    assert_eq!(all_hours(&plan.expand(date("2026-11-08"), date("2026-10-12"), none).unwrap()), [""; 0]);
}
