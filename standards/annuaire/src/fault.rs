//! What is wrong, where, and why.
use std::fmt;
use uai::UaiError;

/// What is wrong with one cell, row or file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column's heading as the file spells it; `-` when the whole row is meant.
    pub column: String,
    /// What stands there, cut to 60 characters.
    pub value: String,
    /// Why it cannot be.
    pub reason: Reason,
}

impl Fault {
    /// A fault at this place. The value is cut to 60 characters.
    pub(crate) fn new(line: u64, column: &str, value: &str, reason: Reason) -> Self {
        let column = if column.trim().is_empty() { "-" } else { column };
        let cut = |text: &str| text.chars().take(60).collect();
        Self { line, column: cut(column), value: cut(value), reason }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {} ({:?})", self.line, self.column, self.reason, self.value)
    }
}

/// Why a cell, row or file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// More bytes than any directory has.
    #[error("the file is larger than 64 MB")]
    TooBig,
    /// More rows than any directory has.
    #[error("the file has more than 100,000 rows")]
    TooMany,
    /// The file has no rows.
    #[error("the file has no rows")]
    Empty,
    /// A heading we need is not there.
    #[error("the column is missing")]
    MissingColumn,
    /// A heading stands twice.
    #[error("the column stands twice")]
    TwiceColumn,
    /// The row has another number of cells than the headings.
    #[error("the row has {found} cells, the headings are {expected}")]
    Cells {
        /// How many headings.
        expected: usize,
        /// How many cells.
        found: usize,
    },
    /// A quotation mark opens a cell and swallows what follows.
    #[error("a quotation mark is opened here and not closed on its line")]
    Quote,
    /// A cell that must say something is empty.
    #[error("the cell is empty")]
    EmptyCell,
    /// No UAI.
    #[error("{0}")]
    Uai(UaiError),
    /// The same code stands on another line with other content.
    #[error("the same code stands on line {first} with other content")]
    Twice {
        /// The first line.
        first: u64,
    },
    /// No whole number.
    #[error("not a whole number")]
    Number,
    /// No degrees, or out of bounds.
    #[error("not a coordinate")]
    Coordinate,
    /// Not five digits.
    #[error("not a postcode")]
    Postcode,
    /// Not two or three signs of a département (`14`, `014`, `2A`).
    #[error("not the code of a département")]
    Departement,
    /// No day.
    #[error("not a date (1980-09-01 or 01/09/1980)")]
    Date,
    /// Neither yes nor no.
    #[error("neither 1 nor 0")]
    Flag,
    /// Bytes that are no letters, control characters, or a cell beyond 500 characters.
    #[error("the cell is no plain text")]
    NotText,
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 17] = [
        "too-big",
        "too-many",
        "empty",
        "missing-column",
        "twice-column",
        "cells",
        "quote",
        "empty-cell",
        "uai",
        "twice",
        "number",
        "coordinate",
        "postcode",
        "departement",
        "date",
        "flag",
        "not-text",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooBig => "too-big",
            Self::TooMany => "too-many",
            Self::Empty => "empty",
            Self::MissingColumn => "missing-column",
            Self::TwiceColumn => "twice-column",
            Self::Cells { .. } => "cells",
            Self::Quote => "quote",
            Self::EmptyCell => "empty-cell",
            Self::Uai(_) => "uai",
            Self::Twice { .. } => "twice",
            Self::Number => "number",
            Self::Coordinate => "coordinate",
            Self::Postcode => "postcode",
            Self::Departement => "departement",
            Self::Date => "date",
            Self::Flag => "flag",
            Self::NotText => "not-text",
        }
    }
}
