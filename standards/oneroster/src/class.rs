//! Terms, courses, classes, and who is in them.
use crate::{Fault, Reason, RoleKind, row::Row};

/// A school year, a term or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What names it in the delivery.
    pub id: String,
    /// Its name.
    pub title: String,
    /// `schoolYear`, `semester`, `term`, `gradingPeriod`.
    pub kind: String,
    /// Its first day, as in `2026-09-01`.
    pub start: Option<String>,
    /// Its last day.
    pub end: Option<String>,
    /// What it is a part of.
    pub parent: Option<String>,
    /// The year in which the school year ends (`2027`).
    pub school_year: Option<String>,
}

/// A course: what several classes may be taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What names it in the delivery.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its code.
    pub code: Option<String>,
    /// The school.
    pub org: Option<String>,
    /// The names of its subjects.
    pub subjects: Vec<String>,
    /// The codes of its subjects.
    pub subject_codes: Vec<String>,
}

/// A class: the one a pupil belongs to, or a course as it is taught to some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// What names it in the delivery.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its code.
    pub code: Option<String>,
    /// Whether pupils belong to it (`homeroom`), or come to it for a course (`scheduled`).
    pub homeroom: bool,
    /// The course.
    pub course: Option<String>,
    /// The school.
    pub school: String,
    /// When it is.
    pub terms: Vec<String>,
    /// The grades of its pupils.
    pub grades: Vec<String>,
    /// The names of its subjects.
    pub subjects: Vec<String>,
    /// The codes of its subjects.
    pub subject_codes: Vec<String>,
}

/// Somebody in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// What names it in the delivery.
    pub id: String,
    /// The class.
    pub class: String,
    /// Who.
    pub user: String,
    /// As what.
    pub role: RoleKind,
    /// Whether this is the teacher of the class, among several.
    pub primary: bool,
    /// The first day, as in `2026-09-01`.
    pub begin: Option<String>,
    /// The last day.
    pub end: Option<String>,
}

impl Session {
    pub(crate) fn of(id: String, row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id,
            title: row.needed("title")?,
            kind: row.cell("type").to_owned(),
            start: row.day("startDate"),
            end: row.day("endDate"),
            parent: row.said("parentSourcedId"),
            school_year: row.said("schoolYear"),
        })
    }
}

impl Course {
    pub(crate) fn of(id: String, row: &Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id,
            title: row.needed("title")?,
            code: row.said("courseCode"),
            org: row.said("orgSourcedId"),
            subjects: row.list("subjects"),
            subject_codes: row.list("subjectCodes"),
        })
    }
}

impl Class {
    pub(crate) fn of(id: String, row: &mut Row<'_>) -> Result<Self, Fault> {
        let homeroom = row.cell("classType").eq_ignore_ascii_case("homeroom");
        if !homeroom && !row.cell("classType").eq_ignore_ascii_case("scheduled") {
            row.odd("classType", Reason::Word);
        }
        Ok(Self {
            id,
            title: row.needed("title")?,
            code: row.said("classCode"),
            homeroom,
            course: row.said("courseSourcedId"),
            school: row.needed("schoolSourcedId")?,
            terms: row.list("termSourcedIds"),
            grades: row.list("grades"),
            subjects: row.list("subjects"),
            subject_codes: row.list("subjectCodes"),
        })
    }
}

impl Enrolment {
    pub(crate) fn of(id: String, row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id,
            class: row.needed("classSourcedId")?,
            user: row.needed("userSourcedId")?,
            role: RoleKind::of(row, "role")?,
            primary: row.flag("primary").unwrap_or(false),
            begin: row.day("beginDate"),
            end: row.day("endDate"),
        })
    }
}
