//! Classes, groups, and what is taught in them: `Structures.xml` has their names, `sts_emp_….xml` also who teaches.
use crate::{StaffId, note::Notes, xml::Element};

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code, as pupils have it: `6A`, `4 A`.
    pub code: String,
    /// Its name in words.
    pub label: Option<String>,
    /// The courses of study of its pupils.
    pub mefs: Vec<String>,
    /// What is taught to the whole class.
    pub services: Vec<Service>,
    /// The line of the file, from 1.
    pub line: u64,
}

/// A group: pupils of one class or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code, as pupils have it: `6LATIN`.
    pub code: String,
    /// Its name in words.
    pub label: Option<String>,
    /// The codes of the classes that its pupils come from.
    pub divisions: Vec<String>,
    /// What is taught to the group.
    pub services: Vec<Service>,
    /// The line of the file, from 1.
    pub line: u64,
}

/// A subject taught to a class or group, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The code of the subject, six digits.
    pub subject: String,
    /// How it is taught: `CG` to all, `TP` in small groups…
    pub mode: Option<String>,
    /// Who teaches it.
    pub staff: Vec<StaffId>,
}

const CODE: [&str; 2] = ["CODE", "CODE_STRUCTURE"];

impl Division {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let mefs = record.each("MEFS_APPARTENANCE", "MEF_APPARTENANCE");
        Some(Self {
            code: record.needed(&CODE, notes)?,
            label: record.said(&["LIBELLE_LONG"], notes),
            mefs: mefs.filter_map(|mef| mef.needed(&["CODE", "CODE_MEF"], notes)).collect(),
            services: services(record, notes),
            line: record.line,
        })
    }

    /// The same class in two files: the one that says what is taught counts, the other adds what it lacks.
    pub(crate) fn unite(&mut self, mut other: Self) {
        if self.services.is_empty() {
            std::mem::swap(self, &mut other);
        }
        self.label = self.label.take().or(other.label);
        if self.mefs.is_empty() {
            self.mefs = other.mefs;
        }
    }
}

impl Group {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let divisions = record.each("DIVISIONS_APPARTENANCE", "DIVISION_APPARTENANCE");
        Some(Self {
            code: record.needed(&CODE, notes)?,
            label: record.said(&["LIBELLE_LONG"], notes),
            divisions: divisions.filter_map(|division| division.needed(&CODE, notes)).collect(),
            services: services(record, notes),
            line: record.line,
        })
    }

    /// The same group in two files, as for a class.
    pub(crate) fn unite(&mut self, mut other: Self) {
        if self.services.is_empty() {
            std::mem::swap(self, &mut other);
        }
        self.label = self.label.take().or(other.label);
        if self.divisions.is_empty() {
            self.divisions = other.divisions;
        }
    }
}

fn services(record: &Element, notes: &mut Notes) -> Vec<Service> {
    let mut services = vec![];
    for service in record.each("SERVICES", "SERVICE") {
        let Some(subject) = service.needed(&["CODE_MATIERE"], notes) else { continue };
        let mode = service.said(&["CODE_MOD_COURS"], notes);
        let staff = service.each("ENSEIGNANTS", "ENSEIGNANT").filter_map(|one| StaffId::read(one, notes)).collect();
        services.push(Service { subject, mode, staff });
    }
    services
}
