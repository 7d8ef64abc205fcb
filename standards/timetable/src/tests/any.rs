//! Any bytes; and what rules give is what one finds day by day.
use super::{
    RULES, TABLE, all_hours, date, events, notes,
    spoilt::{holds_together, lines},
    year,
};
use crate::{
    Plan, alternating,
    week::{days_between, later},
};
use jiff::civil::Date;
use proptest::{collection::vec, option::of, prelude::*};
use std::fmt::Write;

fn answer(bytes: &[u8]) {
    match Plan::read("a.ics", bytes) {
        Ok(plan) => {
            let week = alternating(date("2026-09-07"));
            holds_together(&plan.expand(date("2026-01-01"), date("2027-12-31"), week).unwrap(), lines(bytes));
        }
        Err(fault) => assert!((1..=lines(bytes)).contains(&fault.line)),
    }
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Day by day, as RFC 5545 tells it: in each week of the rule, the days of the rule; the first one always.
fn naive(first: Date, interval: i64, days: &[usize], weekly: bool, start: i64, count: Option<usize>) -> Vec<Date> {
    let weekday = |day: Date| i64::from(day.weekday().to_monday_zero_offset());
    let opening = later(first, -(weekday(first) - start).rem_euclid(7)).unwrap();
    let is_one = |day: &Date| {
        let turn = if weekly { days_between(opening, *day) / 7 } else { days_between(first, *day) };
        let named = !weekly || days.contains(&usize::try_from(weekday(*day)).unwrap());
        *day == first || turn % interval == 0 && named
    };
    let all = (0..1_000).filter_map(|after| later(first, after)).filter(is_one);
    all.take(count.unwrap_or(usize::MAX)).collect()
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..2_000), calendar in any::<bool>()) {
        let start: &[u8] = if calendar { b"BEGIN:VCALENDAR\n" } else { b"" };
        answer(&[start, &bytes].concat());
    }

    /// Any properties in real events.
    #[test]
    fn no_event_makes_it_panic(
        parts in vec(
            "(UID:[12]|DTSTART:[0-9]{8}T[0-2][0-9]3000Z?|DTSTART:2026091[0-9]T083000|DTEND:2026091[0-9]T093000|\
             DURATION:P?T?[0-9]{1,9}[WDHMS]|\
             RRULE:FREQ=(DAILY|WEEKLY)(;COUNT=[0-9]{1,6}|;INTERVAL=[0-9]{1,4}|;BYDAY=(MO|SU),TH|;UNTIL=[0-9]{8}){0,3}|\
             (EXDATE|RDATE|RECURRENCE-ID)(;TZID=[A-Z]/?)?:2026091[0-9]T083000|END:VEVENT\nBEGIN:VEVENT|\
             SUMMARY:[a-z -]{0,9}|DESCRIPTION:(Classe|Salle) : [A-Z,;]{0,9})",
            0..30,
        ),
    ) {
        answer(&events(&[&parts.join("\n")]));
    }

    /// Any text under real headings.
    #[test]
    fn no_row_makes_it_panic(rows in "([;\"\r\n0-9A-Zé. ]|6A;|;Latin;|lundi;|8h30;9h;|2026-11-09;){0,200}") {
        answer(format!("{}\n{rows}", TABLE.lines().next().unwrap()).as_bytes());
    }

    #[test]
    fn a_rule_gives_what_is_found_day_by_day(
        (ahead, interval) in (0_i64..300, 1_i64..5),
        (weekly, named, start) in (any::<bool>(), vec(0_usize..7, 0..4), 0_usize..7),
        (count, until) in (of(1_usize..60), of(0_i64..400)),
        (from, length) in (-50_i64..400, 0_i64..200),
    ) {
        let first = later(date("2026-08-31"), ahead).unwrap();
        let frequency = if weekly { "WEEKLY" } else { "DAILY" };
        let mut rule = format!("FREQ={frequency};INTERVAL={interval};WKST={}", DAYS[start]);
        let mut days = named;
        if weekly && !days.is_empty() {
            let names: Vec<_> = days.iter().map(|day| DAYS[*day]).collect();
            write!(rule, ";BYDAY={}", names.join(",")).unwrap();
        } else {
            days = vec![usize::try_from(first.weekday().to_monday_zero_offset()).unwrap()];
        }
        if let Some(count) = count {
            write!(rule, ";COUNT={count}").unwrap();
        }
        let last = until.and_then(|until| later(first, until));
        if let Some(last) = last {
            write!(rule, ";UNTIL={}", last.strftime("%Y%m%d")).unwrap();
        }
        let event = format!("UID:1\nDTSTART:{}T083000\nDURATION:PT55M\nRRULE:{rule}", first.strftime("%Y%m%d"));
        let plan = Plan::read("a.ics", &events(&[&event])).unwrap();
        let (from, to) = (later(first, from).unwrap(), later(first, from + length).unwrap());
        let found = all_hours(&plan.expand(from, to, |_| None).unwrap());
        let expected = naive(first, interval, &days, weekly, i64::try_from(start).unwrap(), count);
        let expected: Vec<_> = expected
            .into_iter()
            .filter(|day| last.is_none_or(|last| *day <= last) && (from..=to).contains(day))
            .map(|day| format!("{day} 08:30-09:25"))
            .collect();
        prop_assert_eq!(found, expected, "{}", event);
    }

    #[test]
    fn a_row_gives_what_is_found_day_by_day(
        (weekday, letter) in (0_usize..7, of(any::<bool>())),
        (starts, ends) in (of(0_i64..300), of(0_i64..300)),
        (from, length) in (0_i64..300, 0_i64..100),
    ) {
        const NAMES: [&str; 7] = ["lundi", "Mardi", "mercredi", "JEUDI", "vendredi", "samedi", "dimanche"];
        let opening = date("2026-09-07");
        let [starts, ends] = [starts, ends].map(|after| after.and_then(|after| later(opening, after)));
        let written = |day: Date| day.strftime("%d/%m/%Y").to_string();
        let [du, au] = [starts, ends].map(|day| day.map(written).unwrap_or_default());
        let week = letter.map_or("", |is_a| if is_a { "A" } else { "b" });
        let row = format!("6A,Latin,{},8h30,09:25,{week},{du},{au}", NAMES[weekday]);
        let row = format!("Classe,Matière,Jour,Début,Fin,Semaine,Du,Au\n{row}");
        let (from, to) = (later(opening, from).unwrap(), later(opening, from + length).unwrap());
        let found = Plan::read("a.csv", row.as_bytes()).unwrap().expand(from, to, alternating(opening)).unwrap();
        let is_one = |after: &i64| {
            let day = later(opening, *after).unwrap();
            *after % 7 == i64::try_from(weekday).unwrap()
                && letter.is_none_or(|is_a| (after / 7 % 2 == 0) == is_a)
                && (from..=to).contains(&day)
                && starts.is_none_or(|starts| starts <= day)
                && ends.is_none_or(|ends| day <= ends)
        };
        let expected = (0..500).filter(is_one).map(|after| format!("{} 08:30-09:25", later(opening, after).unwrap()));
        prop_assert_eq!(all_hours(&found), expected.collect::<Vec<_>>(), "{}", row);
        prop_assert_eq!(notes(&found), []);
    }
}

#[test]
fn the_order_of_the_events_makes_no_difference() {
    let file = std::str::from_utf8(RULES).unwrap();
    let (head, rest) = file.split_once("BEGIN:VEVENT").unwrap();
    let mut parts: Vec<_> = rest.trim_end().trim_end_matches("END:VCALENDAR").split("BEGIN:VEVENT").collect();
    parts.reverse();
    let turned = format!("{head}BEGIN:VEVENT{}END:VCALENDAR\r\n", parts.join("BEGIN:VEVENT"));
    let told = |bytes: &[u8]| {
        let timetable = year(bytes);
        assert_eq!(notes(&timetable), []);
        let mut told: Vec<_> = timetable.lessons.into_iter().map(|lesson| (lesson.key, lesson.about)).collect();
        told.sort_by(|one, next| one.0.cmp(&next.0));
        told
    };
    assert_eq!(told(turned.as_bytes()), told(RULES));
}
