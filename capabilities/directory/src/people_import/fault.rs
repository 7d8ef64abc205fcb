//! What is wrong with a file of people.
use std::fmt;
use uai::UaiError;

/// How much of a cell is shown, in characters.
pub(super) const SHOWN: usize = 60;

/// What is wrong with one cell, row or file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column's name; `-` when the whole row is meant.
    pub column: String,
    /// What stands there, cut to 60 characters.
    pub value: String,
    /// Why it cannot be.
    pub reason: Reason,
}

impl Fault {
    /// A fault at this place; a heading without a word is no place.
    pub fn new(line: u64, column: &str, value: &str, reason: Reason) -> Self {
        let cut = |text: &str| text.chars().take(SHOWN).collect();
        Self {
            line,
            column: if column.trim().is_empty() { "-".to_owned() } else { cut(column) },
            value: cut(value),
            reason,
        }
    }
}

/// Why a cell, row or file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The file has no rows.
    #[error("the file is empty")]
    Empty,
    /// The old workbook of Excel, whose size nobody knows before it is read.
    #[error("a workbook of before 2007 is not read")]
    OldSheet,
    /// More rows, columns, cells or text than we read.
    #[error("the file holds more than we read")]
    Heavy,
    /// Hundreds of thousands of cells or lines without a word.
    #[error("the file holds too many empty cells or rows")]
    Hollow,
    /// Neither UTF-8, UTF-16 with its mark nor Windows-1252, or accents read twice on the way.
    #[error("the encoding cannot be known")]
    Encoding,
    /// The file is above the size we read.
    #[error("the file is larger than 64 MB")]
    TooBig,
    /// Looks like a spreadsheet and cannot be opened as one.
    #[error("the spreadsheet cannot be opened")]
    BadSheet,
    /// A heading we need is not there.
    #[error("the column is missing")]
    MissingColumn,
    /// Two columns of one meaning do not say the same.
    #[error("two columns of one meaning do not say the same")]
    TwoColumns,
    /// The authority of one of several guardians, and nothing that says of whom.
    #[error("the column does not say of which guardian it is")]
    WhoseAuthority,
    /// A column says something under no heading.
    #[error("the column has no heading")]
    NoHeading,
    /// The row has more cells than the headings, or ends in the middle.
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
    /// A cell that has no meaning for this role is filled.
    #[error("the cell must be empty for this role")]
    NotForRole,
    /// Beyond 500 characters.
    #[error("the cell is too long")]
    TooLong,
    /// The error of a formula, `#N/A`.
    #[error("the cell holds the error of a formula")]
    Broken,
    /// A date where none is meant: a spreadsheet has changed what was typed.
    #[error("a date where none is meant")]
    DateHere,
    /// A long number that a spreadsheet has rounded, `1,23E+11`.
    #[error("a spreadsheet has rounded this number")]
    Rounded,
    /// Control characters.
    #[error("the cell is no plain text")]
    NotText,
    /// Begins with `=`, `+`, `-` or `@`: a spreadsheet would run it.
    #[error("the cell begins like a formula")]
    Formula,
    /// No key: above 64 characters, or with a space or a separator.
    #[error("not a key")]
    Key,
    /// No name: above 80 characters, or with something else than letters, spaces, hyphens, apostrophes and points.
    #[error("not a name")]
    Name,
    /// A family name and a given name in one cell, and nothing that tells them apart.
    #[error("the family name and the given name cannot be told apart")]
    WholeName,
    /// Neither `31/05/2014` nor `2014-05-31`.
    #[error("not a date")]
    Date,
    /// A day of birth that has not come.
    #[error("a day of birth in the future")]
    Future,
    /// No role we know.
    #[error("not a role")]
    Role,
    /// No UAI.
    #[error("{0}")]
    Uai(UaiError),
    /// No name of a class.
    #[error("not a class")]
    Class,
    /// Neither oui nor non.
    #[error("neither oui nor non")]
    YesNo,
    /// No telephone number.
    #[error("not a telephone number")]
    Phone,
    /// No language tag.
    #[error("not a language tag")]
    Lang,
    /// No user name.
    #[error("not a user name")]
    User,
    /// Another line gives the same key another name, date of birth, number, language or user name.
    #[error("line {first} says otherwise of the same key")]
    Contradiction {
        /// The first line.
        first: u64,
    },
    /// Another line gives the same user name to another key.
    #[error("line {first} gives this user name to somebody else")]
    UserTwice {
        /// The first line.
        first: u64,
    },
    /// Another line says yes where this one says no, or the other way round, of the same guardian and child.
    #[error("line {first} says otherwise of the authority over {child}")]
    AuthorityTwice {
        /// The first line.
        first: u64,
        /// The child's key.
        child: String,
    },
    /// The user name is somebody else's, who is known here.
    #[error("the user name is that of {holder}")]
    UserTaken {
        /// Who has it.
        holder: String,
        /// One like it that is free.
        free: String,
    },
    /// The school is not in the territory.
    #[error("the school is not known here")]
    UnknownSchool,
    /// A role that whoever sends the file may not give at this school.
    #[error("this role is not theirs to give")]
    NotYours,
    /// The school has closed.
    #[error("the school is closed")]
    ClosedSchool,
    /// No pupil has this key, here or in the file.
    #[error("no pupil has this key")]
    UnknownChild,
    /// Somebody answers for themselves.
    #[error("nobody answers for themselves")]
    OwnGuardian,
    /// The key is known for somebody else: another name, and no date of birth that says they are one.
    #[error("the key is that of {known}, the row says {said}")]
    OtherPerson {
        /// Who has the key.
        known: String,
        /// Who the row names.
        said: String,
    },
}

impl Reason {
    /// Every name that [`Reason::key`] can give: a language file has a sentence for each.
    pub const KEYS: [&str; 42] = [
        "empty",
        "too-big",
        "old-sheet",
        "heavy",
        "hollow",
        "encoding",
        "bad-sheet",
        "missing-column",
        "two-columns",
        "whose-authority",
        "no-heading",
        "cells",
        "empty-cell",
        "not-for-role",
        "too-long",
        "broken",
        "date-here",
        "rounded",
        "not-text",
        "formula",
        "key",
        "name",
        "whole-name",
        "date",
        "future",
        "role",
        "uai",
        "class",
        "yes-no",
        "phone",
        "lang",
        "user",
        "contradiction",
        "user-twice",
        "authority-twice",
        "user-taken",
        "unknown-school",
        "not-yours",
        "closed-school",
        "unknown-child",
        "own-guardian",
        "other-person",
    ];

    /// Those whom it names: who is known, and who is said. Empty where it names nobody.
    pub fn names(&self) -> (String, String) {
        match self {
            Self::OtherPerson { known, said } => (known.clone(), said.clone()),
            _ => (String::new(), String::new()),
        }
    }

    /// A stable name, by which a language file words it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooBig => "too-big",
            Self::OldSheet => "old-sheet",
            Self::Heavy => "heavy",
            Self::Hollow => "hollow",
            Self::Encoding => "encoding",
            Self::BadSheet => "bad-sheet",
            Self::MissingColumn => "missing-column",
            Self::TwoColumns => "two-columns",
            Self::WhoseAuthority => "whose-authority",
            Self::NoHeading => "no-heading",
            Self::Cells { .. } => "cells",
            Self::EmptyCell => "empty-cell",
            Self::NotForRole => "not-for-role",
            Self::TooLong => "too-long",
            Self::Broken => "broken",
            Self::DateHere => "date-here",
            Self::Rounded => "rounded",
            Self::NotText => "not-text",
            Self::Formula => "formula",
            Self::Key => "key",
            Self::Name => "name",
            Self::WholeName => "whole-name",
            Self::Date => "date",
            Self::Future => "future",
            Self::Role => "role",
            Self::Uai(_) => "uai",
            Self::Class => "class",
            Self::YesNo => "yes-no",
            Self::Phone => "phone",
            Self::Lang => "lang",
            Self::User => "user",
            Self::Contradiction { .. } => "contradiction",
            Self::UserTwice { .. } => "user-twice",
            Self::AuthorityTwice { .. } => "authority-twice",
            Self::UserTaken { .. } => "user-taken",
            Self::UnknownSchool => "unknown-school",
            Self::NotYours => "not-yours",
            Self::ClosedSchool => "closed-school",
            Self::UnknownChild => "unknown-child",
            Self::OwnGuardian => "own-guardian",
            Self::OtherPerson { .. } => "other-person",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {} ({:?})", self.line, self.column, self.reason, self.value)
    }
}
