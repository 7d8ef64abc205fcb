//! What somebody is in a course.

const MEMBERSHIP: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

/// A role in the course. One in the institution or the whole platform gives none here, so it is among the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Learns.
    Learner,
    /// Teaches.
    Instructor,
    /// Keeps the course.
    Administrator,
    /// Follows a learner: a guardian, say.
    Mentor,
    /// Any other, as it is named.
    Other(String),
}

impl Role {
    /// Reads the long name, or the short one of old.
    pub fn read(named: &str) -> Self {
        match named.strip_prefix(MEMBERSHIP).unwrap_or(named) {
            "Learner" => Self::Learner,
            "Instructor" => Self::Instructor,
            "Administrator" => Self::Administrator,
            "Mentor" => Self::Mentor,
            _ => Self::Other(named.to_owned()),
        }
    }

    /// Its long name.
    pub fn named(&self) -> String {
        let short = match self {
            Self::Learner => "Learner",
            Self::Instructor => "Instructor",
            Self::Administrator => "Administrator",
            Self::Mentor => "Mentor",
            Self::Other(named) => return named.clone(),
        };
        format!("{MEMBERSHIP}{short}")
    }
}
