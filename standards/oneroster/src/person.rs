//! People of a school, joined from everything that was read.
use crate::{Profile, Role};

/// Somebody in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id of the class.
    pub class: String,
    /// The id of its school.
    pub school: String,
    /// Whether this is the teacher of the class, among several.
    pub primary: bool,
    /// The first day, as in `2026-09-01`.
    pub begin: Option<String>,
    /// The last day.
    pub end: Option<String>,
}

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Who.
    pub profile: Profile,
    /// The day of birth, as in `2015-04-21`.
    pub birth_date: Option<String>,
    /// The schools where this person is a pupil.
    pub schools: Vec<String>,
    /// The classes the pupil belongs to (`homeroom`), here or elsewhere.
    pub classes: Vec<Member>,
    /// The classes the pupil comes to (`scheduled`), here or elsewhere.
    pub groups: Vec<Member>,
    /// The ids of the family.
    pub guardians: Vec<String>,
}

/// Somebody of a pupil's family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    /// Who.
    pub profile: Profile,
    /// `parent`, `guardian`, `relative`, when said. It says nothing of authority.
    pub relation: Option<String>,
}

/// Somebody who works in a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Who.
    pub profile: Profile,
    /// What this person is, here and elsewhere.
    pub roles: Vec<Role>,
    /// The classes this person has (`homeroom`), here or elsewhere.
    pub classes: Vec<Member>,
    /// The classes this person teaches (`scheduled`), here or elsewhere.
    pub groups: Vec<Member>,
}
