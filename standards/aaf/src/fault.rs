//! What is wrong with a delivery, where, and why.
use std::{fmt, io};

/// What stops the reading of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the delivery names it; the last part of its path alone, cut to 120 characters.
    pub file: String,
    /// The line, from 1; 0 when no line can be named (an archive).
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

impl Fault {
    pub(crate) fn new(file: &str, line: u64, reason: Reason) -> Self {
        let clean = |sign: char| if sign.is_control() { '\u{fffd}' } else { sign };
        Self { file: file.chars().take(120).map(clean).collect(), line, reason }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.reason)
    }
}

impl std::error::Error for Fault {}

/// Why a delivery cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The input itself failed: a disk, a bad checksum.
    #[error("the input cannot be read ({0})")]
    Input(io::ErrorKind),
    /// More bytes than the caller allows.
    #[error("the file is larger than allowed")]
    TooLarge,
    /// Neither a sound zip nor a sound tar.gz.
    #[error("the archive is damaged: {0}")]
    Archive(String),
    /// More files than a delivery has.
    #[error("the archive has more than 10,000 files")]
    TooManyFiles,
    /// An archive without any file of the feed.
    #[error("the archive has no file named like a feed (…_Complet_… or …_Delta_…, .xml)")]
    NoFile,
    /// An encoding other than UTF-8, ISO-8859-1, ISO-8859-15 and Windows-1252.
    #[error("the encoding {0:?} is not read")]
    Encoding(String),
    /// Bytes that are no letters in the declared encoding, or a control character.
    #[error("this is no plain text in the declared encoding")]
    NotText,
    /// Not well-formed.
    #[error("this is no well-formed XML: {0}")]
    Xml(String),
    /// Another document.
    #[error("the first element is {0:?}, not ficAlimMENESR")]
    OtherDocument(String),
    /// A document type with declarations of its own.
    #[error("a document type of its own is refused")]
    InternalDtd,
    /// `&…;` that neither XML nor HTML 4 knows.
    #[error("the entity {0:?} is unknown")]
    Entity(String),
    /// The file ends too early.
    #[error("the file is cut")]
    Cut,
    /// An element or text where the format has none.
    #[error("{0:?} has no place here")]
    Unexpected(String),
    /// An `attr` or `modification` without name.
    #[error("an attribute without name")]
    NoName,
    /// An operation other than add, delete and replace.
    #[error("the operation {0:?} is unknown")]
    Operation(String),
    /// A request that does not say what it is about.
    #[error("a request without category")]
    NoCategory,
    /// A request without id.
    #[error("a request without id")]
    NoId,
    /// A value, an id or a tag longer than any of a feed.
    #[error("a value longer than allowed")]
    TooLong,
    /// More attributes or values in one request than any feed has.
    #[error("a request with more values than allowed")]
    TooMany,
    /// The file belongs to another académie, whose ids mean other people.
    #[error("the file is of the académie {theirs}, the feed of {ours}")]
    OtherAcademie {
        /// Of the feed.
        ours: String,
        /// Of the file.
        theirs: String,
    },
    /// The file belongs to the other degree, whose ids mean other people.
    #[error("the file is of the degree {theirs}, the feed of {ours}")]
    OtherDegree {
        /// Of the feed.
        ours: String,
        /// Of the file.
        theirs: String,
    },
}

impl Reason {
    /// Every name that [`Reason::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 21] = [
        "input",
        "too-large",
        "archive",
        "too-many-files",
        "no-file",
        "encoding",
        "not-text",
        "xml",
        "other-document",
        "internal-dtd",
        "entity",
        "cut",
        "unexpected",
        "no-name",
        "operation",
        "no-category",
        "no-id",
        "too-long",
        "too-many",
        "other-academie",
        "other-degree",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Input(_) => "input",
            Self::TooLarge => "too-large",
            Self::Archive(_) => "archive",
            Self::TooManyFiles => "too-many-files",
            Self::NoFile => "no-file",
            Self::Encoding(_) => "encoding",
            Self::NotText => "not-text",
            Self::Xml(_) => "xml",
            Self::OtherDocument(_) => "other-document",
            Self::InternalDtd => "internal-dtd",
            Self::Entity(_) => "entity",
            Self::Cut => "cut",
            Self::Unexpected(_) => "unexpected",
            Self::NoName => "no-name",
            Self::Operation(_) => "operation",
            Self::NoCategory => "no-category",
            Self::NoId => "no-id",
            Self::TooLong => "too-long",
            Self::TooMany => "too-many",
            Self::OtherAcademie { .. } => "other-academie",
            Self::OtherDegree { .. } => "other-degree",
        }
    }
}

/// At most 60 characters of a text, for a reason.
pub(crate) fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
