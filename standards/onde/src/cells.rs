//! The cells of a row, each checked as it is read.
use crate::{Note, Remark};
use jiff::civil::Date;
use table::{Heading, Row, Shape, Table, fold, shown};

/// The largest file that is read, in bytes: a school of a thousand pupils has some hundred thousand.
pub const MOST: usize = 4 << 20;
/// The most rows of a file: the largest school has some two thousand guardians.
pub const MOST_ROWS: usize = 5_000;
/// The most cells of a row: some forty children.
pub const MOST_CELLS: usize = 200;
/// The longest cell, in characters.
pub const LONGEST: usize = 500;
/// What an extraction bears.
pub const SHAPE: Shape =
    Shape { separators: &[';'], bytes: MOST, rows: MOST_ROWS, cells: MOST_CELLS, letters: LONGEST };

/// The cells of one row. What is noted of them is gathered.
pub struct Cells<'t> {
    pub table: &'t Table,
    pub row: &'t Row,
    pub notes: &'t mut Vec<Note>,
}

impl Cells<'_> {
    /// What the cell under this heading says; none when the file has no such heading.
    pub fn said(&mut self, heading: Heading) -> Option<String> {
        self.at(self.table.place(heading)?)
    }

    /// What the cell at this place says. A line broken within a cell becomes a space.
    pub fn at(&mut self, place: usize) -> Option<String> {
        let cell = self.row.cells.get(place)?.trim();
        if cell.contains(|letter: char| letter.is_control() && !letter.is_whitespace()) {
            self.note(Some(place), Remark::Unprintable);
        }
        let spaced = cell.replace(char::is_control, " ");
        let words: Vec<_> = spaced.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// What the cell says, without which the row is none.
    pub fn needed(&mut self, heading: Heading) -> Option<String> {
        let said = self.said(heading);
        if said.is_none() {
            self.note(self.table.place(heading), Remark::Incomplete);
        }
        said
    }

    /// A day, `2020-11-09`; also read from `09/11/2020`.
    pub fn day(&mut self, heading: Heading) -> Option<String> {
        self.understood(heading, day)
    }

    /// Yes or no.
    pub fn flag(&mut self, heading: Heading) -> Option<bool> {
        self.understood(heading, |said| match fold(said).as_str() {
            "oui" => Some(true),
            "non" => Some(false),
            _ => None,
        })
    }

    /// A note of this cell, or of the whole row.
    pub fn note(&mut self, place: Option<usize>, remark: Remark) {
        let (file, column) = (self.table.file.clone(), self.table.column(place));
        self.notes.push(Note { file, line: self.row.line, column, remark });
    }

    fn understood<T>(&mut self, heading: Heading, read: fn(&str) -> Option<T>) -> Option<T> {
        let said = self.said(heading)?;
        let meaning = read(&said);
        if meaning.is_none() {
            self.note(self.table.place(heading), Remark::NotUnderstood(shown(&said)));
        }
        meaning
    }
}

fn day(text: &str) -> Option<String> {
    let read = Date::strptime("%d/%m/%Y", text).or_else(|_| Date::strptime("%Y-%m-%d", text));
    read.ok().filter(|day| day.year() > 999).map(|day| day.to_string())
}
