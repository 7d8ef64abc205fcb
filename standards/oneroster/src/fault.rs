//! What is wrong with a delivery, where, and why.
use std::{fmt, io};

/// What is wrong with a file, a row or a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file (`users.csv`), or the archive.
    pub file: String,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: u64,
    /// The column's heading; `-` when the whole row is meant.
    pub column: String,
    /// What stands there, cut to 60 characters.
    pub value: String,
    /// Why it cannot be.
    pub reason: Reason,
}

impl Fault {
    pub(crate) fn new(file: &str, line: u64, column: &str, value: &str, reason: Reason) -> Self {
        let cut = |text: &str| text.chars().take(60).collect();
        let column = if column.trim().is_empty() { "-" } else { column };
        Self { file: cut(file), line, column: cut(column), value: cut(value), reason }
    }

    pub(crate) fn of_file(file: &str, reason: Reason) -> Self {
        Self::new(file, 0, "-", "", reason)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {} ({:?})", self.file, self.line, self.column, self.reason, self.value)
    }
}

impl std::error::Error for Fault {}

/// Why a file, a row or a cell cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The input itself failed: a disk, a bad checksum.
    #[error("the input cannot be read ({0})")]
    Input(io::ErrorKind),
    /// No sound zip.
    #[error("the archive is damaged: {0}")]
    Archive(String),
    /// More files than a delivery has.
    #[error("the archive has more than 1,000 files")]
    TooManyFiles,
    /// More bytes than the caller allows.
    #[error("the file is larger than allowed")]
    TooLarge,
    /// A row longer than any has.
    #[error("a row longer than allowed")]
    TooLong,
    /// A quotation mark opens a cell and swallows what follows.
    #[error("a quotation mark is opened here and not closed on its line")]
    Quote,
    /// More columns than any file has.
    #[error("more columns than allowed")]
    TooManyColumns,
    /// There is no manifest.
    #[error("there is no manifest.csv")]
    NoManifest,
    /// The manifest names a version that is not read.
    #[error("this version of OneRoster is not read")]
    Version,
    /// The manifest says of a file neither bulk, delta nor absent.
    #[error("neither bulk, delta nor absent")]
    Mode,
    /// The manifest promises a file that is not there.
    #[error("the manifest promises this file, and it is not there")]
    MissingFile,
    /// A file is there twice.
    #[error("this file is there twice")]
    TwiceFile,
    /// A file without headings.
    #[error("the file has no headings")]
    Empty,
    /// A heading that is needed is not there.
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
    /// Bytes that are no UTF-8, or a control character.
    #[error("the cell is no plain text")]
    NotText,
    /// No day. The row is read without it.
    #[error("not a day (2026-09-01)")]
    Day,
    /// Neither true nor false. The row is read without it.
    #[error("neither true nor false")]
    Flag,
    /// Not a word of the standard. The row is read as if the cell said another.
    #[error("not a word of the standard")]
    Word,
    /// The same id stands in the file before, with other content. The later row counts.
    #[error("the same id stands in this file before, with other content")]
    Twice,
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 22] = [
        "input",
        "archive",
        "too-many-files",
        "too-large",
        "too-long",
        "quote",
        "too-many-columns",
        "no-manifest",
        "version",
        "mode",
        "missing-file",
        "twice-file",
        "empty",
        "missing-column",
        "twice-column",
        "cells",
        "empty-cell",
        "not-text",
        "day",
        "flag",
        "word",
        "twice",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Input(_) => "input",
            Self::Archive(_) => "archive",
            Self::TooManyFiles => "too-many-files",
            Self::TooLarge => "too-large",
            Self::TooLong => "too-long",
            Self::Quote => "quote",
            Self::TooManyColumns => "too-many-columns",
            Self::NoManifest => "no-manifest",
            Self::Version => "version",
            Self::Mode => "mode",
            Self::MissingFile => "missing-file",
            Self::TwiceFile => "twice-file",
            Self::Empty => "empty",
            Self::MissingColumn => "missing-column",
            Self::TwiceColumn => "twice-column",
            Self::Cells { .. } => "cells",
            Self::EmptyCell => "empty-cell",
            Self::NotText => "not-text",
            Self::Day => "day",
            Self::Flag => "flag",
            Self::Word => "word",
            Self::Twice => "twice",
        }
    }
}
