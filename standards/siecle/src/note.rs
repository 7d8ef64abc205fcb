//! What a person should know of the files, and which stops nothing.
use crate::fault::{Reason, shown};
use std::fmt;
use uai::UaiError;

/// Something that is odd, left out, or named and nowhere to be found; and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file, as the caller or the archive names it.
    pub entry: String,
    /// The line, from 1.
    pub line: u64,
    /// What is to be known.
    pub remark: Remark,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.entry, self.line, self.remark)
    }
}

/// What is to be known. Texts of the files are cut to 120 characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// An entry of an archive is none of the exports that are read, and was passed over.
    #[error("passed over: {0}")]
    PassedOver(Reason),
    /// The file does not say of which school it is.
    #[error("the file does not say of which school it is")]
    NoSchool,
    /// What the file gives as its school is no UAI: of which school it is, is not known.
    #[error("{value:?} is no school: {why}")]
    NotUai {
        /// What stands there.
        value: String,
        /// Why it is no UAI.
        why: UaiError,
    },
    /// The file is of another school year than the first one.
    #[error("the file is of {found}, the first one of {first}")]
    OtherYear {
        /// The year of the first file that says one.
        first: u16,
        /// The year of this file.
        found: u16,
    },
    /// A value could not be understood, and was left out.
    #[error("{element}: {value:?} was not understood")]
    NotUnderstood {
        /// The element or attribute.
        element: String,
        /// What stands there.
        value: String,
    },
    /// A value holds characters that are no text; each was read as a space.
    #[error("{0} holds characters that are no text")]
    Unprintable(String),
    /// A record lacks what makes it one, and was left out.
    #[error("<{record}> has no {missing}, and was left out")]
    Incomplete {
        /// The record.
        record: String,
        /// The element or attribute that it lacks.
        missing: String,
    },
    /// A record has the number of one before it, and was left out. Of a link that then says something else, nothing is
    /// believed: what the guardian is to the pupil is not known.
    #[error("<{record}> {id} was on line {first} before")]
    Twice {
        /// The record.
        record: String,
        /// Its number.
        id: String,
        /// The line of the first one.
        first: u64,
    },
    /// A pupil is named who is not in the file of pupils.
    #[error("pupil {0} is in no file")]
    AbsentPupil(String),
    /// A guardian is named who is not in the file of guardians.
    #[error("guardian {0} is in no file")]
    AbsentGuardian(String),
    /// A member of the staff is named who is not in the file.
    #[error("staff {0} is in no file")]
    AbsentStaff(String),
    /// A class is named that is in no file.
    #[error("class {0} is in no file")]
    AbsentDivision(String),
    /// A group is named that is in no file.
    #[error("group {0} is in no file")]
    AbsentGroup(String),
    /// A subject is named that is in no file.
    #[error("subject {0} is in no file")]
    AbsentSubject(String),
    /// A course of study is named that is in no file.
    #[error("course of study {0} is in no file")]
    AbsentMef(String),
}

impl Remark {
    /// Every name that [`Remark::key`] can give, so that an application can check it has a sentence for each.
    pub const KEYS: [&str; 15] = [
        "passed-over",
        "no-school",
        "not-uai",
        "other-year",
        "not-understood",
        "unprintable",
        "incomplete",
        "twice",
        "absent-pupil",
        "absent-guardian",
        "absent-staff",
        "absent-division",
        "absent-group",
        "absent-subject",
        "absent-mef",
    ];

    /// A stable name, for the application's sentences.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::PassedOver(_) => "passed-over",
            Self::NoSchool => "no-school",
            Self::NotUai { .. } => "not-uai",
            Self::OtherYear { .. } => "other-year",
            Self::NotUnderstood { .. } => "not-understood",
            Self::Unprintable(_) => "unprintable",
            Self::Incomplete { .. } => "incomplete",
            Self::Twice { .. } => "twice",
            Self::AbsentPupil(_) => "absent-pupil",
            Self::AbsentGuardian(_) => "absent-guardian",
            Self::AbsentStaff(_) => "absent-staff",
            Self::AbsentDivision(_) => "absent-division",
            Self::AbsentGroup(_) => "absent-group",
            Self::AbsentSubject(_) => "absent-subject",
            Self::AbsentMef(_) => "absent-mef",
        }
    }
}

/// The notes of one file.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    pub entry: String,
    pub list: Vec<Note>,
}

impl Notes {
    pub fn of(entry: &str) -> Self {
        Self { entry: shown(entry), list: vec![] }
    }

    pub fn add(&mut self, line: u64, remark: Remark) {
        self.list.push(Note { entry: self.entry.clone(), line, remark });
    }
}
