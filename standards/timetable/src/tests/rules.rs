//! How lessons come again.
use super::{all_hours, events, notes, year};

fn days_of(lines: &str) -> Vec<String> {
    let timetable = year(&events(&[lines]));
    assert_eq!(notes(&timetable), [], "{lines}");
    all_hours(&timetable).iter().map(|hours| hours[5..10].to_owned()).collect()
}

/// On Monday, from half past eight.
fn monday(rule: &str) -> String {
    format!("UID:1\nDTSTART;TZID=Europe/Paris:20260907T083000\nDURATION:PT55M\nSUMMARY:Latin\n{rule}")
}

#[test]
fn every_week_and_every_day() {
    let of = |rule: &str| days_of(&monday(rule)).join(" ");
    assert_eq!(of("RRULE:FREQ=WEEKLY;COUNT=3"), "09-07 09-14 09-21");
    assert_eq!(of("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261005"), "09-07 09-21 10-05");
    assert_eq!(of("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261005T062959Z"), "09-07 09-21");
    assert_eq!(of("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261005T083000"), "09-07 09-21 10-05");
    assert_eq!(of("RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=MO,TH"), "09-07 09-10 09-14 09-17 09-21");
    assert_eq!(of("RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TH"), "09-07 09-10 09-17", "the first is always one");
    assert_eq!(of("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=SU,MO"), "09-07 09-13 09-21 09-27");
    assert_eq!(of("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=SU,MO;WKST=SU"), "09-07 09-20 09-21 10-04");
    assert_eq!(of("RRULE:FREQ=DAILY;COUNT=3"), "09-07 09-08 09-09");
    assert_eq!(of("RRULE:FREQ=DAILY;INTERVAL=10;COUNT=3"), "09-07 09-17 09-27");
    assert_eq!(of("RRULE:FREQ=DAILY;COUNT=6;BYDAY=MO,TU,WE,TH,FR"), "09-07 09-08 09-09 09-10 09-11 09-14");
}

#[test]
fn a_count_begins_with_the_first_one_even_before_the_days_asked_for() {
    let long_ago = "UID:1\nDTSTART;TZID=Europe/Paris:20260810T083000\nDURATION:PT55M\nRRULE:FREQ=WEEKLY;COUNT=5";
    assert_eq!(days_of(long_ago).join(" "), "09-07");
}

#[test]
fn days_are_left_out_added_moved_and_cancelled() {
    let of = |rule: &str| days_of(&monday(&format!("RRULE:FREQ=WEEKLY;COUNT=4\n{rule}"))).join(" ");
    assert_eq!(of("EXDATE;TZID=Europe/Paris:20260914T083000"), "09-07 09-21 09-28");
    assert_eq!(of("EXDATE:20260914T063000Z,20260921T063000Z"), "09-07 09-28");
    assert_eq!(of("EXDATE:20260914T083000"), "09-07 09-21 09-28");
    assert_eq!(of("EXDATE;VALUE=DATE:20260914"), "09-07 09-21 09-28");
    assert_eq!(of("EXDATE:20260914T093000"), "09-07 09-14 09-21 09-28", "none is at this hour");
    assert_eq!(of("RDATE;TZID=Europe/Paris:20260909T083000"), "09-07 09-09 09-14 09-21 09-28");

    let weekly = monday("RRULE:FREQ=WEEKLY;COUNT=3");
    let moved = "UID:1\nRECURRENCE-ID;TZID=Europe/Paris:20260914T083000\nDTSTART;TZID=Europe/Paris:20260915T100000\n\
                 DTEND;TZID=Europe/Paris:20260915T105500\nSUMMARY:Latin";
    let cancelled = "UID:1\nRECURRENCE-ID:20260921T063000Z\nSTATUS:CANCELLED\nDTSTART:20260921T063000Z\n\
                     DTEND:20260921T072500Z\nSUMMARY:Latin";
    for order in [[&weekly, moved, cancelled], [cancelled, moved, &weekly]] {
        let timetable = year(&events(&order));
        assert_eq!(notes(&timetable), []);
        let expected = ["2026-09-07 08:30-09:25", "2026-09-15 10:00-10:55", "2026-09-21 08:30-09:25"];
        assert_eq!(all_hours(&timetable), expected);
        let told: Vec<_> = timetable.lessons.iter().map(|lesson| (lesson.key.as_str(), lesson.cancelled)).collect();
        let expected =
            [("1/2026-09-07T06:30:00Z", false), ("1/2026-09-14T06:30:00Z", false), ("1/2026-09-21T06:30:00Z", true)];
        assert_eq!(told, expected, "each is called as it was before it moved");
    }
}

#[test]
fn hours_hold_over_the_change_of_hour_where_they_are() {
    let of = |start: &str| {
        let timetable = year(&events(&[&format!("UID:1\n{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2")]));
        (all_hours(&timetable).join(" "), notes(&timetable).len())
    };
    let same = ("2026-10-19 08:00-09:00 2026-10-26 08:00-09:00".to_owned(), 0);
    assert_eq!(of("DTSTART:20261019T080000"), same, "a time without zone is of Paris");
    assert_eq!(of("DTSTART;TZID=Europe/Berlin:20261019T080000"), same);
    assert_eq!(of("DTSTART;TZID=\"Romance Standard Time\":20261019T080000"), same);
    assert_eq!(of("DTSTART;TZID=W. Europe Standard Time:20261019T080000"), same);
    assert_eq!(of("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20261019T080000"), same);
    assert_eq!(of("DTSTART;TZID=\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\":20261019T080000"), same);
    assert_eq!(of("DTSTART;TZID=GMT Standard Time:20261019T070000"), same);
    assert_eq!(of("DTSTART;TZID=Customized Time Zone:20261019T080000"), (same.0, 1));
    let universal = ("2026-10-19 08:00-09:00 2026-10-26 07:00-08:00".to_owned(), 0);
    assert_eq!(of("DTSTART:20261019T060000Z"), universal, "what the file says");
}

#[test]
fn a_rule_that_is_not_read_is_noted_and_its_first_lesson_taken() {
    for rule in [
        "FREQ=MONTHLY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;UNTIL=soon",
        "INTERVAL=2",
        "WEEKLY",
    ] {
        let timetable = year(&events(&[&monday(&format!("RRULE:{rule}"))]));
        assert_eq!((notes(&timetable), timetable.lessons.len()), (vec![(7, "RRULE", "again")], 1), "{rule}");
        assert_eq!(timetable.lessons[0].key, "1");
    }
    let twice = year(&events(&[&monday("RRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY\nRDATE:20260910T083000")]));
    assert_eq!((notes(&twice), twice.lessons.len()), (vec![(8, "RRULE", "again")], 1));
    let but = year(&events(&[&monday("RRULE:FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY")]));
    assert_eq!((notes(&but), but.lessons.len()), (vec![(8, "EXRULE", "again")], 1));
    let after = year(&events(&[&monday("RECURRENCE-ID;RANGE=THISANDFUTURE:20260907T083000")]));
    assert_eq!((notes(&after), after.lessons.len()), (vec![(7, "RECURRENCE-ID", "again")], 1));
}
