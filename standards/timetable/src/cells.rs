//! The cells of a row, each checked as it is read.
use crate::{Remark, note::Notes, plan::MOST_SLOTS, text::spaced};
use table::{Heading, Row, Shape, Table, shown};

/// The largest file that is read, in bytes: a large school has some ten millions, every lesson of a year one by one.
pub const MOST: usize = 16 << 20;
/// The most cells of a row.
pub const MOST_CELLS: usize = 200;
/// What a table of lessons bears.
pub const SHAPE: Shape =
    Shape { separators: &[',', '\t', ';'], bytes: MOST, rows: MOST_SLOTS, cells: MOST_CELLS, letters: 500 };

/// The cells of one row. What is noted of them is gathered.
pub struct Cells<'t> {
    pub table: &'t Table,
    pub row: &'t Row,
    pub notes: &'t mut Notes,
}

impl Cells<'_> {
    /// What the cell under this heading says; none when it says nothing, or the file has no such heading.
    pub fn said(&self, heading: Heading) -> Option<String> {
        let cell = self.row.cells.get(self.table.place(heading)?)?;
        Some(spaced(cell)).filter(|said| !said.is_empty())
    }

    /// What the cell says, without which the row is none.
    pub fn needed<T>(&mut self, heading: Heading, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.said(heading).is_none() {
            self.note(heading, Remark::Incomplete);
            return None;
        }
        self.understood(heading, read).flatten()
    }

    /// What the cell says, if it says anything; none when it is not understood, and then the row is none.
    #[expect(clippy::option_option, reason = "nothing said and not understood are two")]
    pub fn understood<T>(&mut self, heading: Heading, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
        let Some(said) = self.said(heading) else { return Some(None) };
        let meaning = read(&said);
        if meaning.is_none() {
            self.note(heading, Remark::NotUnderstood(shown(&said)));
        }
        meaning.map(Some)
    }

    /// A note of this cell.
    pub fn note(&mut self, heading: Heading, remark: Remark) {
        self.notes.add(self.row.line, &self.table.column(self.table.place(heading)), remark);
    }
}
