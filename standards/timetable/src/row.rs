//! A table of lessons: what its rows say.
use crate::{
    About, Fault, Reason, Remark, Week,
    cells::{Cells, SHAPE},
    note::Notes,
    slot::{Slot, Times},
    text::several,
    week::{days_between, later, monday},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};
use std::{collections::HashMap, sync::Arc};
use table::{Heading, Row, Table, fold};

const CLASS: Heading = &["classe", "classes", "division", "class", "classe s"];
const GROUP: Heading = &["groupe", "groupes", "group", "groupe s"];
const SUBJECT: Heading = &["matiere", "matieres", "discipline", "cours", "subject", "course"];
const TEACHER: Heading =
    &["enseignant", "enseignants", "professeur", "professeurs", "professeur s", "prof", "teacher", "teachers"];
const DAY: Heading = &["jour", "day", "date"];
const START: Heading = &["debut", "heure debut", "heure de debut", "h debut", "start", "start time", "begin"];
const END: Heading = &["fin", "heure fin", "heure de fin", "h fin", "end", "end time"];
const ROOM: Heading = &["salle", "salles", "room"];
const WEEK: Heading = &["semaine", "semaines", "alternance", "week"];
const FROM: Heading = &["du", "date debut", "date de debut", "from"];
const TO: Heading = &["au", "date fin", "date de fin", "to", "until"];

/// The times of a row, in Paris.
#[derive(Clone, Debug)]
pub struct Hours {
    day: Day,
    begins: Time,
    week: Option<Week>,
    from: Option<Date>,
    to: Option<Date>,
}

#[derive(Clone, Copy, Debug)]
enum Day {
    On(Date),
    Each(Weekday),
}

/// Every lesson of the table, and what is to be known of it.
pub fn read(file: &str, bytes: &[u8]) -> Result<(Vec<Slot>, Notes), Fault> {
    let table = Table::read(file, bytes, &SHAPE).map_err(table::Fault::into_other)?;
    if table.place(DAY).is_none() && table.place(START).is_none() {
        return Err(table.of_headings(Reason::Foreign));
    }
    let who = if table.place(CLASS).is_none() && table.place(GROUP).is_some() { GROUP } else { CLASS };
    let once = [CLASS, GROUP, SUBJECT, TEACHER, DAY, START, END, ROOM, WEEK, FROM, TO];
    table.has(&[who, SUBJECT, DAY, START, END], &once).map_err(table::Fault::into_other)?;
    let (mut slots, mut seen, mut notes) = (vec![], HashMap::new(), Notes::of(file));
    for row in &table.rows {
        table.is_whole(row).map_err(table::Fault::into_other)?;
        if let Some(slot) = slot(&mut Cells { table: &table, row, notes: &mut notes }) {
            let said: Vec<String> = once.iter().map(|heading| same(&table, row, heading)).collect();
            if let Some(before) = seen.get(&said) {
                notes.add(row.line, "-", Remark::Twice(*before));
            } else {
                seen.insert(said, row.line);
                slots.push(slot);
            }
        }
        notes.bearable(row.line)?;
    }
    Ok((slots, notes))
}

fn same(table: &Table, row: &Row, heading: Heading) -> String {
    table.place(heading).and_then(|place| row.cells.get(place)).map(fold).unwrap_or_default()
}

fn slot(cells: &mut Cells<'_>) -> Option<Slot> {
    let list = |cells: &Cells<'_>, heading| cells.said(heading).map(|said| several(&said)).unwrap_or_default();
    let about = About {
        subject: cells.needed(SUBJECT, |said| Some(said.to_owned()))?,
        classes: list(cells, CLASS),
        groups: list(cells, GROUP),
        teachers: list(cells, TEACHER),
        room: cells.said(ROOM),
    };
    if about.classes.is_empty() && about.groups.is_empty() {
        cells.note(CLASS, Remark::Incomplete);
        return None;
    }
    let about = about.cut();
    let (begins, ends) = (cells.needed(START, hour)?, cells.needed(END, hour)?);
    let length = ends.duration_since(begins);
    let hours = Hours {
        day: cells.needed(DAY, day)?,
        begins,
        week: cells.understood(WEEK, week)?.flatten(),
        from: cells.understood(FROM, date)?,
        to: cells.understood(TO, date)?,
    };
    if length <= SignedDuration::ZERO {
        cells.note(END, Remark::Backwards);
        return None;
    }
    let (line, key, about) = (cells.row.line, about.key(), Arc::new(about));
    Some(Slot { line, key, again: true, about, cancelled: false, length, times: Times::Row(hours) })
}

impl Hours {
    /// When the lesson begins, on these days. One of a day of its own is on that day, whatever the week.
    pub fn begins(&self, from: Date, to: Date, zone: &TimeZone, week: &dyn Fn(Date) -> Option<Week>) -> Vec<Timestamp> {
        let days = match self.day {
            Day::On(day) => vec![day],
            Day::Each(weekday) => self.days(weekday, from, to, week),
        };
        days.into_iter().filter_map(|day| zone.to_timestamp(day.to_datetime(self.begins)).ok()).collect()
    }

    fn days(&self, weekday: Weekday, from: Date, to: Date, week: &dyn Fn(Date) -> Option<Week>) -> Vec<Date> {
        let (from, to) = (self.from.unwrap_or(from).max(from), self.to.unwrap_or(to).min(to));
        let ahead = (i64::from(weekday.to_monday_zero_offset()) - i64::from(from.weekday().to_monday_zero_offset()))
            .rem_euclid(7);
        let days = (ahead..=days_between(from, to)).step_by(7).filter_map(|after| later(from, after));
        let is_its = |day: &Date| self.week.is_none_or(|its| monday(*day).and_then(week) == Some(its));
        days.filter(is_its).collect()
    }
}

/// `lundi`, `lun.`, `Monday`; or a day of the year.
fn day(text: &str) -> Option<Day> {
    const DAYS: [(Weekday, &[&str]); 7] = [
        (Weekday::Monday, &["lundi", "lun", "monday", "mon"]),
        (Weekday::Tuesday, &["mardi", "mar", "tuesday", "tue"]),
        (Weekday::Wednesday, &["mercredi", "mer", "wednesday", "wed"]),
        (Weekday::Thursday, &["jeudi", "jeu", "thursday", "thu"]),
        (Weekday::Friday, &["vendredi", "ven", "friday", "fri"]),
        (Weekday::Saturday, &["samedi", "sam", "saturday", "sat"]),
        (Weekday::Sunday, &["dimanche", "dim", "sunday", "sun"]),
    ];
    let folded = fold(text);
    let named = DAYS.into_iter().find(|(_, names)| names.contains(&folded.as_str()));
    named.map(|(weekday, _)| Day::Each(weekday)).or_else(|| date(text).map(Day::On))
}

/// `2026-09-07` or `07/09/2026`.
fn date(text: &str) -> Option<Date> {
    let parts: Vec<_> = text.split(['/', '-']).collect();
    let [year, month, day] = match parts[..] {
        [day, month, year] if !text.contains('-') => [year, month, day],
        [year, month, day] if !text.contains('/') => [year, month, day],
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(number(year)?, number(month)?.try_into().ok()?, number(day)?.try_into().ok()?).ok()
}

/// `8h30`, `8 h`, `08:30`, `08:30:00`.
fn hour(text: &str) -> Option<Time> {
    let parts: Vec<_> = text.split([':', 'h', 'H']).map(str::trim).collect();
    let (hours, minutes) = match parts[..] {
        [hours, ""] if !text.contains(':') => (hours, "0"),
        [hours, minutes] | [hours, minutes, "00"] => (hours, minutes),
        _ => return None,
    };
    Time::new(number(hours)?.try_into().ok()?, number(minutes)?.try_into().ok()?, 0, 0).ok()
}

fn number(text: &str) -> Option<i16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// `A`, `B`, `semaine A`; or both.
#[expect(clippy::option_option, reason = "every week and not understood are two")]
fn week(text: &str) -> Option<Option<Week>> {
    match fold(text).trim_start_matches("semaine ").trim_start_matches("week ") {
        "a" => Some(Some(Week::A)),
        "b" => Some(Some(Week::B)),
        "a b" | "ab" | "toutes" | "all" => Some(None),
        _ => None,
    }
}
