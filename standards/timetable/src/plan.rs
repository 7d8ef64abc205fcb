//! A whole file, and the lessons of some days.
use crate::fault::of_line;
use crate::{
    Fault, Lesson, Note, Reason, Remark, Timetable, Week, calendar,
    note::{MOST as MOST_NOTES, Notes},
    row,
    slot::Slot,
    week::days_between,
    when::paris,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// The most events or rows of a file.
pub const MOST_SLOTS: usize = 20_000;
/// The most lessons that are given at once.
pub const MOST_LESSONS: usize = 200_000;
/// The most days that may be asked for at once: two school years and some.
pub const MOST_DAYS: i64 = 800;

/// What a file says, before anybody asks about days.
#[derive(Clone, Debug)]
pub struct Plan {
    file: String,
    slots: Vec<Slot>,
    notes: Vec<Note>,
}

impl Plan {
    /// Reads a file, which `file` names in faults and notes: a calendar or a table, whatever its name.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let (slots, notes) = if is_calendar(bytes) { calendar::read(file, bytes) } else { row::read(file, bytes) }?;
        Ok(Self { file: file.to_owned(), slots, notes: notes.all })
    }

    /// How many events or rows were read.
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// What a person should know of the file.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The lessons that begin, in Paris, from one day to another, both included. Of each Monday, `week` says which week
    /// it begins; a week that has no letter has no lesson of week A or B.
    pub fn expand(&self, from: Date, to: Date, week: impl Fn(Date) -> Option<Week>) -> Result<Timetable, Fault> {
        let fault = |line, reason| Err(of_line(&self.file, line, reason));
        if days_between(from, to) >= MOST_DAYS {
            return fault(1, Reason::TooManyDays);
        }
        let paris = paris();
        let mut notes = Notes::of(&self.file);
        let (mut lessons, mut keys) = (vec![], HashMap::new());
        for slot in &self.slots {
            for begins in slot.begins(from, to, &paris, &week) {
                let Ok(ends) = begins.checked_add(slot.length) else { continue };
                if !(from..=to).contains(&paris.to_datetime(begins).date()) {
                    continue;
                }
                let key = if slot.again { format!("{}/{begins}", slot.key) } else { slot.key.clone() };
                if let Some(before) = keys.get(&key) {
                    if notes.all.len() < MOST_NOTES {
                        notes.add(slot.line, "-", Remark::Twice(*before));
                    }
                    continue;
                }
                if lessons.len() == MOST_LESSONS {
                    return fault(slot.line, Reason::TooManyLessons);
                }
                keys.insert(key.clone(), slot.line);
                let (about, cancelled) = (slot.about.clone(), slot.cancelled);
                lessons.push(Lesson { key, line: slot.line, begins, ends, about, cancelled });
            }
        }
        lessons.sort_by_key(|lesson| (lesson.begins, lesson.line));
        Ok(Timetable { lessons, notes: self.notes.iter().cloned().chain(notes.all).collect() })
    }
}

fn is_calendar(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}
