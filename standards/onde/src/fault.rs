//! Why a file cannot be read, and where.
/// What stops the reading of a file. The column is the heading as the file spells it.
pub type Fault = table::Fault<Reason>;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// More bytes than any extraction has.
    #[error("the file is larger than {} MB", crate::cells::MOST >> 20)]
    TooBig,
    /// More rows than any school has.
    #[error("the file has more than {} rows", crate::cells::MOST_ROWS)]
    TooMany,
    /// A row has more cells than any extraction has.
    #[error("the row has more than {} cells", crate::cells::MOST_CELLS)]
    TooWide,
    /// A cell is longer than any text of an extraction.
    #[error("the cell has more than {} characters", crate::cells::LONGEST)]
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

impl From<table::Reason> for Reason {
    fn from(reason: table::Reason) -> Self {
        match reason {
            table::Reason::TooBig => Self::TooBig,
            table::Reason::TooMany => Self::TooMany,
            table::Reason::TooWide => Self::TooWide,
            table::Reason::TooLong => Self::TooLong,
            table::Reason::Empty => Self::Empty,
            table::Reason::MissingColumn => Self::MissingColumn,
            table::Reason::TwiceColumn => Self::TwiceColumn,
            table::Reason::Cells { expected, found } => Self::Cells { expected, found },
            table::Reason::Quote => Self::Quote,
            table::Reason::NotText => Self::NotText,
        }
    }
}
