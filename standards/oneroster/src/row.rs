//! The cells of one row, by their headings.
use crate::{Fault, Reason, table::Table};
use std::io::Read;

/// One row, and what is odd in it without being refused.
pub(crate) struct Row<'t> {
    pub file: &'t str,
    pub line: u64,
    pub heads: &'t [String],
    pub cells: &'t csv::StringRecord,
    pub odd: &'t mut Vec<Fault>,
}

/// The most oddities that are told of one file.
const ODD: usize = 1_000;

impl<'t> Row<'t> {
    pub fn of<R: Read>(table: &'t Table<R>, odd: &'t mut Vec<Fault>) -> Self {
        Self { file: &table.file, line: table.line, heads: &table.heads, cells: &table.row, odd }
    }

    /// What stands under a heading, without the blanks around it; nothing where there is no such heading.
    pub fn cell(&self, column: &str) -> &'t str {
        let place = self.heads.iter().position(|head| head.eq_ignore_ascii_case(column));
        place.and_then(|place| self.cells.get(place)).unwrap_or("").trim()
    }

    /// What stands under a heading, when it says something.
    pub fn said(&self, column: &str) -> Option<String> {
        let cell = self.cell(column);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// What must stand under a heading.
    pub fn needed(&self, column: &str) -> Result<String, Fault> {
        self.said(column).ok_or_else(|| Fault::new(self.file, self.line, column, "", Reason::EmptyCell))
    }

    /// What stands under a heading, one by one.
    pub fn list(&self, column: &str) -> Vec<String> {
        self.cell(column).split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
    }

    /// A day.
    pub fn day(&mut self, column: &str) -> Option<String> {
        let cell = self.cell(column);
        if cell.is_empty() || is_day(cell) {
            return self.said(column);
        }
        self.odd(column, Reason::Day);
        None
    }

    /// True or false; false when not said.
    pub fn flag(&mut self, column: &str) -> Option<bool> {
        match self.cell(column) {
            "" => None,
            cell if cell.eq_ignore_ascii_case("true") => Some(true),
            cell if cell.eq_ignore_ascii_case("false") => Some(false),
            _ => {
                self.odd(column, Reason::Flag);
                None
            }
        }
    }

    pub fn odd(&mut self, column: &str, reason: Reason) {
        if self.odd.len() < ODD {
            self.odd.push(Fault::new(self.file, self.line, column, self.cell(column), reason));
        }
    }
}

/// Whether this is a day of the calendar, as in `2026-09-01`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |length: usize| {
        let digits =
            parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse::<u32>().ok()
    };
    let (Some(year), Some(month), Some(day), None) = (number(4), number(2), number(2), parts.next()) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}
