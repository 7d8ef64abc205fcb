//! What is odd in a feed without stopping it.
use crate::Kind;
use std::fmt;

/// Something odd about one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind of record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What is odd.
    pub about: About,
}

/// What is odd about a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum About {
    /// A pupil names a guardian who is not in the feed.
    #[error("the guardian {0} is not in the feed")]
    UnknownGuardian(String),
    /// Somebody belongs to a school that is not in the feed.
    #[error("the school {0} is not in the feed")]
    UnknownSchool(String),
    /// Somebody belongs to no school.
    #[error("no school is named")]
    NoSchool,
    /// The school has classes, but not this one.
    #[error("the school has no class {0:?}")]
    UnknownClass(String),
    /// The school has groups, but not this one.
    #[error("the school has no group {0:?}")]
    UnknownGroup(String),
    /// The feed has MEF, but not this one.
    #[error("the MEF {0} is not in the feed")]
    UnknownMef(String),
    /// The feed has subjects, but not this one.
    #[error("the subject {0} is not in the feed")]
    UnknownSubject(String),
    /// One attribute gives this guardian authority over the pupil, the other does not: it is not given.
    #[error("it is not clear whether the guardian {0} has authority")]
    Authority(String),
    /// Two values say different things of the same guardian: the first that is not the usual one counts.
    #[error("the guardian {0} is said twice, differently")]
    TwoLinks(String),
    /// A person without family name.
    #[error("no name is said")]
    NoName,
    /// A value that cannot be what its attribute says.
    #[error("the value {value:?} of {what} cannot be read")]
    Unreadable {
        /// What it should be (`birth date`).
        what: &'static str,
        /// What stands there, cut to 60 characters.
        value: String,
    },
}

impl About {
    /// Every name that [`About::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 11] = [
        "unknown-guardian",
        "unknown-school",
        "no-school",
        "unknown-class",
        "unknown-group",
        "unknown-mef",
        "unknown-subject",
        "authority",
        "two-links",
        "no-name",
        "unreadable",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::UnknownGuardian(_) => "unknown-guardian",
            Self::UnknownSchool(_) => "unknown-school",
            Self::NoSchool => "no-school",
            Self::UnknownClass(_) => "unknown-class",
            Self::UnknownGroup(_) => "unknown-group",
            Self::UnknownMef(_) => "unknown-mef",
            Self::UnknownSubject(_) => "unknown-subject",
            Self::Authority(_) => "authority",
            Self::TwoLinks(_) => "two-links",
            Self::NoName => "no-name",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}: {}", self.kind, self.id, self.about)
    }
}
