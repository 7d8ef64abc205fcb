//! What a person should know of the files, and which stops nothing.
use std::fmt;

/// Something that is odd, left out, or named and nowhere to be found; and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file, as the caller names it.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The heading as the file spells it; `-` when the whole row is meant.
    pub column: String,
    /// What is to be known.
    pub remark: Remark,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}", self.file, self.line, self.column, self.remark)
    }
}

/// What is to be known. Texts of the files are cut to 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// A value could not be understood, and was left out.
    #[error("{0:?} was not understood")]
    NotUnderstood(String),
    /// A cell holds characters that are no text; each was read as a space.
    #[error("the cell holds characters that are no text")]
    Unprintable,
    /// The row has no name there, and was left out; of a child, that child alone.
    #[error("there is no name")]
    Incomplete,
    /// The row says the same as one before it, and was left out.
    #[error("the same was on line {0} before")]
    Twice(u64),
    /// A guardian's child is no pupil of the file.
    #[error("{0} is no pupil")]
    AbsentChild(String),
    /// A guardian's child may be one pupil or another.
    #[error("{0} may be several pupils")]
    AmbiguousChild(String),
    /// The only pupil of that name is in another class than the guardian's line says.
    #[error("{0} is in another class")]
    OtherClass(String),
    /// A teacher's class has no pupil.
    #[error("class {0} has no pupil")]
    AbsentClass(String),
}

impl Remark {
    /// Every name that [`Remark::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 8] = [
        "not-understood",
        "unprintable",
        "incomplete",
        "twice",
        "absent-child",
        "ambiguous-child",
        "other-class",
        "absent-class",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotUnderstood(_) => "not-understood",
            Self::Unprintable => "unprintable",
            Self::Incomplete => "incomplete",
            Self::Twice(_) => "twice",
            Self::AbsentChild(_) => "absent-child",
            Self::AmbiguousChild(_) => "ambiguous-child",
            Self::OtherClass(_) => "other-class",
            Self::AbsentClass(_) => "absent-class",
        }
    }
}
