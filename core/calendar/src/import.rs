//! Calendars as they are published, read whole or not at all: the ranges of data.education.gouv.fr
//! (`fr-en-calendrier-scolaire`), and the day-by-day table of vacances-scolaires.
use crate::Period;
use csv::StringRecord;
use jiff::{Timestamp, ToSpan, civil::Date};
use kernel::Moment;
use std::fmt;

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column, from 1; 0 is the whole line.
    pub column: usize,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong in a cell or a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The first line names none of the two formats.
    Format,
    /// A line has not the columns of the first.
    Ragged,
    /// No date is read in this text.
    Date(String),
    /// The last day comes before the first.
    Order,
    /// Holidays without a name.
    Name,
    /// Neither `True` nor `False`.
    Choice(String),
    /// These days overlap the period of this name.
    Overlap(String),
    /// No line tells of zone B.
    Nothing,
    /// More bytes, or more different holidays, than calendars have.
    Heavy,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => {
                f.write_str("neither the columns of fr-en-calendrier-scolaire nor those of the day-by-day table")
            }
            Self::Ragged => f.write_str("the line has not as many columns as the first"),
            Self::Date(text) => write!(f, "\u{ab} {text} \u{bb} is no date"),
            Self::Order => f.write_str("the end comes before the beginning"),
            Self::Name => f.write_str("these holidays have no name"),
            Self::Choice(text) => write!(f, "\u{ab} {text} \u{bb} is neither True nor False"),
            Self::Overlap(name) => write!(f, "these days overlap \u{ab} {name} \u{bb}"),
            Self::Nothing => f.write_str("no holidays of zone B in this file"),
            Self::Heavy => f.write_str("the file holds more than a calendar (4 MB and 1,000 holidays at most)"),
        }
    }
}

/// The largest file we read, in bytes: all that was ever published is under one MB.
const MOST: usize = 4 << 20;
/// The most holidays, and the most faults that are told.
const MOST_TOLD: usize = 1_000;

/// The holidays of zone B in a published file.
///
/// # Errors
/// Every fault, each with its place; then nothing is to be kept.
pub fn import(text: &str) -> Result<Vec<Period>, Vec<Fault>> {
    if text.len() > MOST {
        return Err(vec![Fault { line: 1, column: 0, reason: Reason::Heavy }]);
    }
    let text = kernel::line_feeds(text.strip_prefix('\u{feff}').unwrap_or(text));
    let head = text.lines().next().unwrap_or("");
    let delimiter = if head.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns = reader.headers().cloned().unwrap_or_default();
    let place = |name: &str| columns.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let mut table = Table { periods: vec![], faults: vec![] };
    let ranges = (place("description"), place("start_date"), place("end_date"), place("zones"));
    let days = (place("date"), place("vacances_zone_b"), place("nom_vacances"));
    let (population, note) = (place("population"), place("note"));
    let mut last = 1;
    for record in reader.records() {
        let Ok(record) = record else { continue };
        last = record.position().map_or(last + 1, csv::Position::line);
        let line = Line { record, number: last };
        if table.periods.len() > MOST_TOLD {
            table.fault(last, 0, Reason::Heavy);
            break;
        } else if table.faults.len() >= MOST_TOLD {
            break;
        } else if line.record.len() != columns.len() {
            table.fault(last, 0, Reason::Ragged);
        } else if let (Some(name), Some(from), Some(end), Some(zones)) = ranges {
            let apart = population.is_some_and(|column| line.cell(column).to_lowercase().starts_with("enseign"));
            if line.cell(zones).split(['/', ',']).any(|zone| zone.trim() == "Zone B") && !apart {
                let checked = note.is_none_or(|column| line.cell(column).is_empty());
                table.range(&line, (name, from, end), checked);
            }
        } else if let (Some(date), Some(off), Some(name)) = days {
            table.day(&line, (date, off, name));
        } else {
            table.fault(1, 0, Reason::Format);
            break;
        }
    }
    table.end(last)
}

/// One line of the file.
struct Line {
    record: StringRecord,
    number: u64,
}

impl Line {
    fn cell(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or("").trim()
    }
}

/// What was read so far, each period with its line.
struct Table {
    periods: Vec<(u64, Period)>,
    faults: Vec<Fault>,
}

impl Table {
    fn fault(&mut self, line: u64, column: usize, reason: Reason) {
        self.faults.push(Fault { line, column, reason });
    }

    fn date(&mut self, line: &Line, column: usize) -> Option<Date> {
        let text = line.cell(column);
        let read = date(text);
        if read.is_none() {
            self.fault(line.number, column + 1, Reason::Date(text.to_owned()));
        }
        read
    }

    /// A range; its end is the morning on which school begins again.
    fn range(&mut self, line: &Line, (name, from, end): (usize, usize, usize), checked: bool) {
        let called = line.cell(name).to_owned();
        // The day school begins is told too, and is no holiday; the summer may be told by its beginning alone.
        if called.starts_with("Rentr") || called.starts_with("Pr\u{e9}rentr") {
            return;
        }
        let (begins, ends) = (self.date(line, from), self.date(line, end));
        let (Some(first), Some(back)) = (begins, ends) else { return };
        if called.is_empty() {
            return self.fault(line.number, name + 1, Reason::Name);
        }
        if back < first {
            return self.fault(line.number, end + 1, Reason::Order);
        }
        let to = if back == first { summer_end(&called, first) } else { back.saturating_sub(1.day()) };
        let period = Period { name: called, from: first, to, checked };
        // The same holidays are told once for each académie of the zone.
        if !self.periods.iter().any(|(_, known)| *known == period) {
            self.periods.push((line.number, period));
        }
    }

    /// One day; days in a row under one name are one period.
    fn day(&mut self, line: &Line, (date, off, name): (usize, usize, usize)) {
        let Some(day) = self.date(line, date) else { return };
        match line.cell(off) {
            "True" if line.cell(name).is_empty() => self.fault(line.number, name + 1, Reason::Name),
            "True" => {
                let called = line.cell(name);
                let before = self.periods.last_mut().map(|(_, period)| period);
                let grows =
                    |period: &&mut Period| period.name == called && period.to.tomorrow().is_ok_and(|next| next == day);
                if let Some(period) = before.filter(grows) {
                    period.to = day;
                } else {
                    let period = Period { name: called.to_owned(), from: day, to: day, checked: true };
                    self.periods.push((line.number, period));
                }
            }
            "False" => {}
            other => self.fault(line.number, off + 1, Reason::Choice(other.to_owned())),
        }
    }

    fn end(mut self, last: u64) -> Result<Vec<Period>, Vec<Fault>> {
        self.periods.sort_by_key(|(_, period)| period.from);
        for pair in self.periods.windows(2) {
            if let [(_, one), (line, other)] = pair
                && other.from <= one.to
            {
                self.faults.push(Fault { line: *line, column: 0, reason: Reason::Overlap(one.name.clone()) });
            }
        }
        if self.periods.is_empty() && self.faults.is_empty() {
            self.fault(last, 0, Reason::Nothing);
        }
        self.faults.sort_by_key(|fault| (fault.line, fault.column));
        if self.faults.is_empty() {
            Ok(self.periods.into_iter().map(|(_, period)| period).collect())
        } else {
            Err(self.faults)
        }
    }
}

/// The last day of holidays told by their first day alone: the summer lasts until 31 August, anything else that day.
fn summer_end(name: &str, first: Date) -> Date {
    let summer = kernel::fold(name).contains("ete");
    if summer && (6..=8).contains(&first.month()) { crate::SchoolYear::of(first).last() } else { first }
}

/// A date as published: plain, `31/12/2026`, or an instant, read in Paris.
fn date(text: &str) -> Option<Date> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(Moment(instant.as_millisecond()).paris().date());
    }
    text.parse().ok().or_else(|| Date::strptime("%d/%m/%Y", text).ok())
}
