//! Two schools' calendars, made up; and every odd thing that programs write.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod refused;
mod rules;
mod samples;
mod spoilt;
mod tables;
mod words;

use crate::{Lesson, Plan, Timetable, alternating};
use jiff::{civil::Date, tz::TimeZone};

const RULES: &[u8] = include_bytes!("../fixtures/lycee_chevalier_regles_AB.ics");
const FLAT: &[u8] = include_bytes!("../fixtures/lp_flora_tristan_a_plat_AB.ics");
const TABLE: &str = include_str!("../fixtures/tableau.csv");

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The lessons of the school year that begins in September 2026; the week of 7 September is A.
fn year(bytes: &[u8]) -> Timetable {
    let plan = Plan::read("a.ics", bytes).unwrap();
    plan.expand(date("2026-09-01"), date("2027-07-31"), alternating(date("2026-09-07"))).unwrap()
}

/// A calendar of these events, each given by its lines.
fn events(events: &[&str]) -> Vec<u8> {
    let mut file = "BEGIN:VCALENDAR\r\n".to_owned();
    for event in events {
        file.extend(["BEGIN:VEVENT\r\n", &event.replace('\n', "\r\n"), "\r\nEND:VEVENT\r\n"]);
    }
    file.push_str("END:VCALENDAR\r\n");
    file.into_bytes()
}

/// When a lesson is in Paris: `2026-09-07 08:30-09:25`.
fn hours(lesson: &Lesson) -> String {
    let paris = TimeZone::get("Europe/Paris").unwrap();
    let [begins, ends] = [lesson.begins, lesson.ends].map(|instant| paris.to_datetime(instant));
    format!("{}-{}", begins.strftime("%F %H:%M"), ends.strftime("%H:%M"))
}

fn all_hours(timetable: &Timetable) -> Vec<String> {
    timetable.lessons.iter().map(hours).collect()
}

/// The notes, each as its line, column and key.
fn notes(timetable: &Timetable) -> Vec<(u64, &str, &str)> {
    timetable.notes.iter().map(|note| (note.line, note.column.as_str(), note.remark.key())).collect()
}
