//! Why a file cannot be read, and where.
use std::{fmt, io};
use uai::Uai;

/// What stops the reading of a file. Nothing of that file is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, or the archive, as the caller or the archive names it.
    pub entry: String,
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.entry, self.line, self.reason)
    }
}

impl std::error::Error for Fault {}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The file is longer than the caller allows.
    #[error("the file has more than {0} bytes")]
    TooBig(u64),
    /// All the files together are longer than the caller allows.
    #[error("the files have more than {0} bytes together")]
    TooMuch(u64),
    /// The archive has more entries than the caller allows.
    #[error("the archive has more than {0} entries")]
    TooManyEntries(usize),
    /// The file has more records than the caller allows.
    #[error("the file has more than {0} records")]
    TooManyRecords(usize),
    /// So much is odd that the file is not what it should be.
    #[error("more than {0} things in the file are not as they should be")]
    TooOdd(usize),
    /// A tag, a text or a record is longer than any export has.
    #[error("a tag, a text or a record is longer than any export has")]
    TooLong,
    /// Elements stand one in another, deeper than in any export.
    #[error("the elements are nested too deep")]
    TooDeep,
    /// There is nothing to read.
    #[error("there is nothing to read")]
    Empty,
    /// It is no XML at all.
    #[error("this is no XML")]
    NotXml,
    /// XML, but none of the exports that are read.
    #[error("<{0}> is none of the exports that are read")]
    Root(String),
    /// An export of this kind was already read.
    #[error("the same export was already read, as {0}")]
    Twice(String),
    /// The file is of another school than the ones before.
    #[error("this is an export of {found}, and the others are of {first}")]
    OtherSchool {
        /// The school of the files before.
        first: Uai,
        /// The school of this file.
        found: Uai,
    },
    /// The file defines entities, which no export does.
    #[error("the file has an internal document type definition")]
    Doctype,
    /// `&name;`, where XML itself does not say what it is.
    #[error("&{0}; is not known")]
    Entity(String),
    /// The file declares an encoding that is not read.
    #[error("the encoding {0} is not read")]
    Encoding(String),
    /// Bytes that are no letters in the encoding of the file.
    #[error("the bytes are not those of the declared encoding")]
    NotText,
    /// The file ends before its last tag.
    #[error("the file is cut short")]
    Cut,
    /// No sound XML.
    #[error("unsound XML: {0}")]
    Malformed(String),
    /// No sound archive.
    #[error("unsound archive: {0}")]
    Archive(String),
    /// The archive asks for a password.
    #[error("the archive is encrypted")]
    Encrypted,
    /// The bytes could not be had.
    #[error("the bytes could not be read: {0}")]
    Input(io::ErrorKind),
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 21] = [
        "too-big",
        "too-much",
        "too-many-entries",
        "too-many-records",
        "too-odd",
        "too-long",
        "too-deep",
        "empty",
        "not-xml",
        "root",
        "twice",
        "other-school",
        "doctype",
        "entity",
        "encoding",
        "not-text",
        "cut",
        "malformed",
        "archive",
        "encrypted",
        "input",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooBig(_) => "too-big",
            Self::TooMuch(_) => "too-much",
            Self::TooManyEntries(_) => "too-many-entries",
            Self::TooManyRecords(_) => "too-many-records",
            Self::TooOdd(_) => "too-odd",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::Empty => "empty",
            Self::NotXml => "not-xml",
            Self::Root(_) => "root",
            Self::Twice(_) => "twice",
            Self::OtherSchool { .. } => "other-school",
            Self::Doctype => "doctype",
            Self::Entity(_) => "entity",
            Self::Encoding(_) => "encoding",
            Self::NotText => "not-text",
            Self::Cut => "cut",
            Self::Malformed(_) => "malformed",
            Self::Archive(_) => "archive",
            Self::Encrypted => "encrypted",
            Self::Input(_) => "input",
        }
    }
}

/// What a file says, short enough to be shown: 120 characters, none of them a control.
pub fn shown(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(120).collect()
}
