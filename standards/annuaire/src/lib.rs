//! The Ministry's open directory of schools (`fr-en-annuaire-education`), read as published, and the joined table of the
//! Norman schools. Semicolons; UTF-8 with or without BOM, else Windows-1252; the column spellings of 2024 and of 2026.
//!
//! Sans-IO: bytes in, schools or faults out. All or nothing: one fault and there is no school.
mod column;
mod read;
#[cfg(test)]
mod tests;

pub use read::{read, read_with};
use uai::{Uai, UaiError};

/// One school, as one row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Its code.
    pub uai: Uai,
    /// Its name.
    pub name: String,
    /// What kind of school.
    pub kind: Kind,
    /// Whether the State runs it (`Public`).
    pub public: bool,
    /// Street and number.
    pub address: String,
    /// Five digits; empty when not said.
    pub postcode: String,
    /// The town.
    pub commune: String,
    /// The département's three digits (`014`) and name.
    pub departement: (String, String),
    /// The académie's name.
    pub academie: String,
    /// The bassin's code and name, when the table says one.
    pub bassin: Option<(String, String)>,
    /// Latitude in millionths of a degree.
    pub latitude: Option<i64>,
    /// Longitude in millionths of a degree.
    pub longitude: Option<i64>,
    /// How many pupils.
    pub pupils: Option<u32>,
    /// Whether it is open.
    pub open: bool,
    /// The line of its row, from 1.
    pub line: u64,
}

/// What kind of school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nursery or primary school.
    Ecole,
    /// Lower secondary.
    College,
    /// Upper secondary.
    Lycee,
    /// Anything else the directory knows (EREA, services…).
    Other,
}

impl Kind {
    /// The word kept in a database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ecole => "ecole",
            Self::College => "college",
            Self::Lycee => "lycee",
            Self::Other => "autre",
        }
    }
}

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

/// Why a cell, row or file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The file has no rows.
    #[error("the file is empty")]
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
    /// Control characters, or a cell beyond 500 characters.
    #[error("the cell is no plain text")]
    NotText,
}

impl Reason {
    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::MissingColumn => "missing-column",
            Self::TwiceColumn => "twice-column",
            Self::Cells { .. } => "cells",
            Self::EmptyCell => "empty-cell",
            Self::Uai(_) => "uai",
            Self::Twice { .. } => "twice",
            Self::Number => "number",
            Self::Coordinate => "coordinate",
            Self::Postcode => "postcode",
            Self::NotText => "not-text",
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {} ({:?})", self.line, self.column, self.reason, self.value)
    }
}
