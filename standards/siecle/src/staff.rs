//! Who works at the school, in `sts_emp_….xml`.
use crate::{note::Notes, xml::Element};
use std::fmt;

/// The number of a member of the staff. Those whom the Ministry pays and those whom the school entered itself are
/// numbered apart: one number may stand for two persons.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaffId {
    /// Who gave the number: `epp` the Ministry, `local` the school.
    pub list: String,
    /// The number.
    pub number: String,
}

impl fmt::Display for StaffId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.list, self.number)
    }
}

/// A member of the staff, who teaches or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The number.
    pub id: StaffId,
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the person goes by; the same, most often.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// `FONCTION`: `ENS` teaches, `DIR` heads the school, `DOC` keeps the library, `EDU` looks after pupils, …
    pub function: Option<String>,
    /// What the person is qualified for.
    pub disciplines: Vec<Discipline>,
    /// The classes of which the person is the main teacher.
    pub main_of: Vec<MainTeacher>,
    /// The line of the file, from 1.
    pub line: u64,
}

/// What a teacher is qualified for. It is no subject: `L0202` teaches French, and other things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discipline {
    /// Its code: `L1300`.
    pub code: String,
    /// Its name: `MATHEMATIQUES`.
    pub label: Option<String>,
}

/// That a teacher is a class's main one, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainTeacher {
    /// The code of the class.
    pub division: String,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub until: Option<String>,
}

impl StaffId {
    pub(crate) fn read(element: &Element, notes: &mut Notes) -> Option<Self> {
        let number = element.needed(&["ID"], notes)?;
        Some(Self { list: element.said(&["TYPE"], notes).unwrap_or_default(), number })
    }
}

impl Staff {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let mut disciplines = vec![];
        for discipline in record.each("DISCIPLINES", "DISCIPLINE") {
            let Some(code) = discipline.needed(&["CODE"], notes) else { continue };
            disciplines.push(Discipline { code, label: discipline.said(&["LIBELLE_COURT"], notes) });
        }
        let mut main_of = vec![];
        for main in record.each("PROFS_PRINC", "PROF_PRINC") {
            let Some(division) = main.needed(&["CODE_STRUCTURE"], notes) else { continue };
            let (from, until) = (main.day("DATE_DEBUT", notes), main.day("DATE_FIN", notes));
            main_of.push(MainTeacher { division, from, until });
        }
        Some(Self {
            id: StaffId::read(record, notes)?,
            family_name: record.needed(&["NOM_PATRONYMIQUE", "NOM_USAGE"], notes)?,
            used_name: record.said(&["NOM_USAGE"], notes),
            given_name: record.said(&["PRENOM"], notes),
            function: record.said(&["FONCTION"], notes),
            disciplines,
            main_of,
            line: record.line,
        })
    }
}
