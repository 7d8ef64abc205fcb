//! A school with everybody in it, and what is odd about it.
use crate::{Class, File, Guardian, Org, Pupil, Staff};
use std::fmt;

/// A school with everybody in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll {
    /// The school.
    pub org: Org,
    /// The classes that pupils belong to (`homeroom`), by id.
    pub classes: Vec<Class>,
    /// The classes that pupils come to (`scheduled`), by id, with the subjects of the course where they say none.
    pub groups: Vec<Class>,
    /// Its pupils and those enrolled in its classes, by id.
    pub pupils: Vec<Pupil>,
    /// The families of these pupils, by id.
    pub guardians: Vec<Guardian>,
    /// Who works in it, by id.
    pub staff: Vec<Staff>,
    /// What is odd about all these.
    pub notes: Vec<Note>,
}

/// Something odd about one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// In which file the record stands.
    pub file: File,
    /// Its id.
    pub id: String,
    /// What is odd.
    pub about: About,
}

/// What is odd about a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum About {
    /// It names an organisation that is not there.
    #[error("the organisation {0} is not there")]
    UnknownOrg(String),
    /// It names a class that is not there.
    #[error("the class {0} is not there")]
    UnknownClass(String),
    /// It names a person who is not there.
    #[error("the person {0} is not there")]
    UnknownUser(String),
    /// There are courses, but not the one it names.
    #[error("the course {0} is not there")]
    UnknownCourse(String),
    /// There are terms, but not the one it names.
    #[error("the term {0} is not there")]
    UnknownSession(String),
    /// A person of whom nothing says what they are.
    #[error("nothing says what this person is")]
    NoRole,
    /// It makes this person something that no role of theirs is: it is not believed.
    #[error("the roles of {0} say otherwise")]
    OtherRole(String),
}

impl About {
    /// Every name that [`About::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 7] =
        ["unknown-org", "unknown-class", "unknown-user", "unknown-course", "unknown-session", "no-role", "other-role"];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::UnknownOrg(_) => "unknown-org",
            Self::UnknownClass(_) => "unknown-class",
            Self::UnknownUser(_) => "unknown-user",
            Self::UnknownCourse(_) => "unknown-course",
            Self::UnknownSession(_) => "unknown-session",
            Self::NoRole => "no-role",
            Self::OtherRole(_) => "other-role",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.csv, {}: {}", self.file.name(), self.id, self.about)
    }
}
