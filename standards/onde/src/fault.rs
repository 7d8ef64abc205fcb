//! Why a file cannot be read, and where.
use std::fmt;

/// What stops the reading of a file. Nothing of that file is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the caller names it.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The heading as the file spells it; `-` when the whole row or file is meant.
    pub column: String,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}", self.file, self.line, self.column, self.reason)
    }
}

impl std::error::Error for Fault {}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// More bytes than any extraction has.
    #[error("the file is larger than {} MB", crate::text::MOST >> 20)]
    TooBig,
    /// More rows than any school has.
    #[error("the file has more than {} rows", crate::table::MOST_ROWS)]
    TooMany,
    /// A row has more cells than any extraction has.
    #[error("the row has more than {} cells", crate::table::MOST_CELLS)]
    TooWide,
    /// A cell is longer than any text of an extraction.
    #[error("the cell has more than {} characters", crate::table::LONGEST)]
    TooLong,
    /// There is nothing to read.
    #[error("there is nothing to read")]
    Empty,
    /// The headings are those of none of the three extractions.
    #[error("these are the headings of no extraction")]
    Headings,
    /// A heading that the extraction must have is not there.
    #[error("the column is missing")]
    MissingColumn,
    /// A heading stands twice.
    #[error("the column stands twice")]
    TwiceColumn,
    /// The row has another number of cells than there are headings.
    #[error("the row has {found} cells, the headings are {expected}")]
    Cells {
        /// How many headings.
        expected: usize,
        /// How many cells.
        found: usize,
    },
    /// A quotation mark is opened and swallows what follows.
    #[error("a quotation mark is opened here and not closed on its line")]
    Quote,
    /// Bytes that are no letters.
    #[error("the bytes are neither UTF-8 nor Windows-1252")]
    NotText,
    /// An extraction of this kind was already read.
    #[error("the same extraction was already read")]
    Twice,
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 12] = [
        "too-big",
        "too-many",
        "too-wide",
        "too-long",
        "empty",
        "headings",
        "missing-column",
        "twice-column",
        "cells",
        "quote",
        "not-text",
        "twice",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooBig => "too-big",
            Self::TooMany => "too-many",
            Self::TooWide => "too-wide",
            Self::TooLong => "too-long",
            Self::Empty => "empty",
            Self::Headings => "headings",
            Self::MissingColumn => "missing-column",
            Self::TwiceColumn => "twice-column",
            Self::Cells { .. } => "cells",
            Self::Quote => "quote",
            Self::NotText => "not-text",
            Self::Twice => "twice",
        }
    }
}

/// What a file says, short enough to be shown: 60 characters, none of them a control.
pub fn shown(text: &str) -> String {
    text.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(60).collect()
}
