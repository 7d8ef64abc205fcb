//! The files of a delivery.

/// A file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// Schools and what is above them.
    Orgs,
    /// School years and terms.
    Sessions,
    /// Courses.
    Courses,
    /// Classes.
    Classes,
    /// People.
    Users,
    /// Who is what where (since 1.2).
    Roles,
    /// Who is in which class.
    Enrolments,
    /// Days of birth.
    Demographics,
}

impl File {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 8] = [
        Self::Orgs,
        Self::Sessions,
        Self::Courses,
        Self::Classes,
        Self::Users,
        Self::Roles,
        Self::Enrolments,
        Self::Demographics,
    ];

    /// Its name without `.csv`, as the manifest spells it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Orgs => "orgs",
            Self::Sessions => "academicSessions",
            Self::Courses => "courses",
            Self::Classes => "classes",
            Self::Users => "users",
            Self::Roles => "roles",
            Self::Enrolments => "enrollments",
            Self::Demographics => "demographics",
        }
    }

    /// The file at the end of a path, when it is one that is read.
    pub fn of(path: &str) -> Option<Self> {
        let (name, end) = last(path).rsplit_once('.')?;
        let named = |file: &Self| file.name().eq_ignore_ascii_case(name) && end.eq_ignore_ascii_case("csv");
        Self::ALL.into_iter().find(named)
    }
}

/// The last part of a path, whichever way its bars lean.
pub(crate) fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
