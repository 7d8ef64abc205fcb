//! Why a file cannot be read, and where.
use table::shown;

/// What stops the reading of a file. The column is the heading or the property as the file spells it.
pub type Fault = table::Fault<Reason>;

/// A fault of a whole line.
pub fn of_line(file: &str, line: u64, reason: Reason) -> Fault {
    Fault { file: shown(file), line, column: "-".into(), reason }
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// More bytes than any timetable has.
    #[error("the file is larger than {} MB", crate::cells::MOST >> 20)]
    TooBig,
    /// More events or rows than any school has.
    #[error("the file has more than {} events or rows", crate::plan::MOST_SLOTS)]
    TooMany,
    /// More lessons on the days that were asked for than any school has.
    #[error("there are more than {} lessons", crate::plan::MOST_LESSONS)]
    TooManyLessons,
    /// More days were asked for than two school years have. It is the caller's fault, not the file's.
    #[error("more than {} days were asked for", crate::plan::MOST_DAYS)]
    TooManyDays,
    /// So much is odd that the file is not what it should be.
    #[error("more than {} things in the file are not as they should be", crate::note::MOST)]
    TooOdd,
    /// A row has more cells than any table has.
    #[error("the row has more than {} cells", crate::cells::MOST_CELLS)]
    TooWide,
    /// A line, or a cell, is longer than any text of a timetable.
    #[error("the line or the cell is too long")]
    TooLong,
    /// There is nothing to read.
    #[error("there is nothing to read")]
    Empty,
    /// Neither a calendar nor a table of lessons.
    #[error("this is neither a calendar nor a table of lessons")]
    Foreign,
    /// A line of a calendar that is no property.
    #[error("the line is no property of a calendar")]
    Malformed,
    /// A part of a calendar ends that did not begin, or stands where it cannot.
    #[error("a part of the calendar begins or ends where it cannot")]
    Nested,
    /// The calendar ends before its last line.
    #[error("the file is cut short")]
    Cut,
    /// A heading that the table must have is not there.
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
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 17] = [
        "too-big",
        "too-many",
        "too-many-lessons",
        "too-many-days",
        "too-odd",
        "too-wide",
        "too-long",
        "empty",
        "foreign",
        "malformed",
        "nested",
        "cut",
        "missing-column",
        "twice-column",
        "cells",
        "quote",
        "not-text",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooBig => "too-big",
            Self::TooMany => "too-many",
            Self::TooManyLessons => "too-many-lessons",
            Self::TooManyDays => "too-many-days",
            Self::TooOdd => "too-odd",
            Self::TooWide => "too-wide",
            Self::TooLong => "too-long",
            Self::Empty => "empty",
            Self::Foreign => "foreign",
            Self::Malformed => "malformed",
            Self::Nested => "nested",
            Self::Cut => "cut",
            Self::MissingColumn => "missing-column",
            Self::TwiceColumn => "twice-column",
            Self::Cells { .. } => "cells",
            Self::Quote => "quote",
            Self::NotText => "not-text",
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
