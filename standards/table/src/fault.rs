//! Why a table cannot be read, and where.
use std::{error, fmt};

/// What stops the reading of a file. Nothing of that file is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<R> {
    /// The file, as the caller names it.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The heading as the file spells it; `-` when the whole row or file is meant.
    pub column: String,
    /// Why.
    pub reason: R,
}

impl<R> Fault<R> {
    /// The same fault, in the words of another reader.
    pub fn into_other<S: From<R>>(self) -> Fault<S> {
        let Self { file, line, column, reason } = self;
        Fault { file, line, column, reason: reason.into() }
    }
}

impl<R: fmt::Display> fmt::Display for Fault<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}", self.file, self.line, self.column, self.reason)
    }
}

impl<R: fmt::Debug + fmt::Display> error::Error for Fault<R> {}

/// Why a table cannot be read. Its words are those of whoever knows the bounds: the reader of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// More bytes than the file may have.
    TooBig,
    /// More rows than it may have.
    TooMany,
    /// A row has more cells than it may have.
    TooWide,
    /// A cell is longer than it may be.
    TooLong,
    /// There is nothing to read.
    Empty,
    /// A heading that the table must have is not there.
    MissingColumn,
    /// A heading stands twice.
    TwiceColumn,
    /// The row has another number of cells than there are headings.
    Cells {
        /// How many headings.
        expected: usize,
        /// How many cells.
        found: usize,
    },
    /// A quotation mark is opened and swallows what follows.
    Quote,
    /// Bytes that are no letters.
    NotText,
}

/// What a file says, short enough to be shown: 60 characters, none of them a control.
pub fn shown(text: &str) -> String {
    text.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(60).collect()
}
