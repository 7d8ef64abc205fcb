//! The cells of one row, by column, each checked as it is read.
use crate::{
    Fault, Reason,
    column::{Column, Columns},
};
use std::borrow::Cow;

/// The longest cell, in characters.
const LONGEST: usize = 500;

pub struct Cells<'c> {
    pub columns: &'c Columns,
    pub row: &'c csv::StringRecord,
    pub line: u64,
}

impl<'c> Cells<'c> {
    fn raw(&self, column: Column) -> &'c str {
        self.columns.place(column).and_then(|place| self.row.get(place)).unwrap_or("").trim()
    }

    /// The text of a cell; empty when the file has no such column. A line broken within a cell becomes a space.
    pub fn optional(&self, column: Column) -> Result<Cow<'c, str>, Box<Fault>> {
        let cell = self.raw(column);
        let blank = |letter: char| matches!(letter, '\t' | '\n' | '\r');
        let odd = |letter: char| letter.is_control() && !blank(letter);
        if (cell.len() > LONGEST && cell.chars().count() > LONGEST) || cell.chars().any(odd) {
            return Err(self.fault(column, Reason::NotText));
        }
        Ok(if cell.contains(blank) {
            cell.split_whitespace().collect::<Vec<_>>().join(" ").into()
        } else {
            cell.into()
        })
    }

    /// The same, which must say something.
    pub fn needed(&self, column: Column) -> Result<Cow<'c, str>, Box<Fault>> {
        let cell = self.optional(column)?;
        if cell.is_empty() { Err(self.fault(column, Reason::EmptyCell)) } else { Ok(cell) }
    }

    /// The same, none when empty.
    pub fn said(&self, column: Column) -> Result<Option<String>, Box<Fault>> {
        let cell = self.optional(column)?;
        Ok((!cell.is_empty()).then(|| cell.into_owned()))
    }

    pub fn uai(&self) -> Result<uai::Uai, Box<Fault>> {
        match self.raw(Column::Uai) {
            "" => Err(self.fault(Column::Uai, Reason::EmptyCell)),
            cell => cell.parse().map_err(|e| self.fault(Column::Uai, Reason::Uai(e))),
        }
    }

    pub fn postcode(&self) -> Result<String, Box<Fault>> {
        let cell = self.raw(Column::Postcode);
        let right = cell.is_empty() || (cell.len() == 5 && cell.bytes().all(|b| b.is_ascii_digit()));
        if right { Ok(cell.to_owned()) } else { Err(self.fault(Column::Postcode, Reason::Postcode)) }
    }

    /// A whole number; spreadsheets and joins write `57.0`.
    pub fn number(&self, column: Column) -> Result<Option<u32>, Box<Fault>> {
        let cell = self.raw(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let digits = cell.strip_suffix(".0").unwrap_or(cell);
        digits.parse().map(Some).map_err(|_| self.fault(column, Reason::Number))
    }

    /// Degrees in millionths, at most `most` degrees either way.
    pub fn degrees(&self, column: Column, most: i64) -> Result<Option<i64>, Box<Fault>> {
        let cell = self.raw(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let wrong = || self.fault(column, Reason::Coordinate);
        let degrees = if cell.contains(',') { cell.replacen(',', ".", 1).parse::<f64>() } else { cell.parse() };
        let degrees = degrees.map_err(|_| wrong())?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast to i64 saturates, and the bounds are checked below"
        )]
        let millionths = (degrees * 1e6).round() as i64;
        let right = degrees.is_finite() && (-most * 1_000_000..=most * 1_000_000).contains(&millionths);
        if right { Ok(Some(millionths)) } else { Err(wrong()) }
    }

    /// Yes or no; an empty cell is no.
    pub fn flag(&self, column: Column) -> Result<bool, Box<Fault>> {
        match self.raw(column) {
            "" | "0" | "0.0" => Ok(false),
            "1" | "1.0" => Ok(true),
            cell if ["non", "faux", "false"].iter().any(|no| cell.eq_ignore_ascii_case(no)) => Ok(false),
            cell if ["oui", "vrai", "true"].iter().any(|yes| cell.eq_ignore_ascii_case(yes)) => Ok(true),
            _ => Err(self.fault(column, Reason::Flag)),
        }
    }

    /// A day, `1980-09-01`; also read from `01/09/1980` and from a day with an hour.
    pub fn day(&self, column: Column) -> Result<Option<String>, Box<Fault>> {
        let cell = self.raw(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let day = cell.split(['T', ' ']).next().unwrap_or("");
        let parts: Vec<_> = day.split(['-', '/']).collect();
        let [year, month, day] = match parts[..] {
            [y, m, d] if day.contains('-') && !day.contains('/') => [y, m, d],
            [d, m, y] if !day.contains('-') => [y, m, d],
            _ => return Err(self.fault(column, Reason::Date)),
        };
        let within = |text: &str, length: usize, first: u16, last: u16| {
            let whole = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
            whole && text.parse().is_ok_and(|n| (first..=last).contains(&n))
        };
        let right = within(year, 4, 1, 9999) && within(month, 2, 1, 12) && within(day, 2, 1, 31);
        if right { Ok(Some(format!("{year}-{month}-{day}"))) } else { Err(self.fault(column, Reason::Date)) }
    }

    /// A fault of this cell.
    #[expect(clippy::unnecessary_box_returns, reason = "boxed once here, as every result of this room holds it")]
    pub fn fault(&self, column: Column, reason: Reason) -> Box<Fault> {
        Box::new(Fault::new(self.line, self.columns.head(column), self.raw(column), reason))
    }
}
