//! What a person should know of the file, and which stops nothing.
use crate::{Fault, Reason, fault::of_line};
use std::fmt;
use table::shown;

/// Something that is odd or left out; and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file, as the caller names it.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The heading or the property as the file spells it; `-` when the whole lesson is meant.
    pub column: String,
    /// What is to be known.
    pub remark: Remark,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}", self.file, self.line, self.column, self.remark)
    }
}

/// What is to be known. Texts of the file are cut to 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// A value could not be understood, and was left out; where a lesson is none without it, the lesson too.
    #[error("{0:?} was not understood")]
    NotUnderstood(String),
    /// The lesson lacks what stands there, and was left out.
    #[error("there is nothing, and no lesson without it")]
    Incomplete,
    /// It lasts a whole day or more: no lesson, and left out.
    #[error("it lasts a whole day or more, and is no lesson")]
    WholeDay,
    /// It ends before it begins, or at once, and was left out.
    #[error("it ends no later than it begins")]
    Backwards,
    /// How it comes again is not read: it was taken once, as it first is.
    #[error("{0:?} is not read: the lesson is taken once")]
    Again(String),
    /// A time zone that is not known: it was taken as the one of Paris.
    #[error("the time zone {0:?} is not known, and was taken as Paris")]
    Zone(String),
    /// The same lesson stands before, on this line: it was left out.
    #[error("the same lesson was on line {0} before")]
    Twice(u64),
}

impl Remark {
    /// Every name that [`Remark::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 7] = ["not-understood", "incomplete", "whole-day", "backwards", "again", "zone", "twice"];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotUnderstood(_) => "not-understood",
            Self::Incomplete => "incomplete",
            Self::WholeDay => "whole-day",
            Self::Backwards => "backwards",
            Self::Again(_) => "again",
            Self::Zone(_) => "zone",
            Self::Twice(_) => "twice",
        }
    }
}

/// The most notes of a file: beyond, nobody reads them, and it is another file.
pub const MOST: usize = 5_000;

/// The notes of one file, gathered.
pub struct Notes {
    file: String,
    pub all: Vec<Note>,
}

impl Notes {
    pub fn of(file: &str) -> Self {
        Self { file: shown(file), all: vec![] }
    }

    pub fn add(&mut self, line: u64, column: &str, remark: Remark) {
        let column = shown(column);
        let column = if column.is_empty() { "-".into() } else { column };
        self.all.push(Note { file: self.file.clone(), line, column, remark });
    }

    /// Refuses the file when there is too much to be known of it.
    pub fn bearable(&self, line: u64) -> Result<(), Fault> {
        if self.all.len() > MOST { Err(of_line(&self.file, line, Reason::TooOdd)) } else { Ok(()) }
    }
}
