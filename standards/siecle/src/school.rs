//! What all files say together.
use crate::{Division, Group, Guardian, Link, Mef, Note, Pupil, Remark, Staff, StaffId, Subject};
use std::collections::HashMap;
use uai::Uai;

/// A school, from whichever files were given: pupils alone, or with guardians, or with the staff and what it teaches.
///
/// Everything is as the files have it, in their order: pupils who left too, and guardians without authority. What
/// follows from it is for the caller to decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct School {
    /// The files that were read, in the order they came.
    pub files: Vec<File>,
    /// Pupils.
    pub pupils: Vec<Pupil>,
    /// Guardians.
    pub guardians: Vec<Guardian>,
    /// What each guardian is to each pupil.
    pub links: Vec<Link>,
    /// Subjects.
    pub subjects: Vec<Subject>,
    /// Courses of study.
    pub mefs: Vec<Mef>,
    /// Classes.
    pub divisions: Vec<Division>,
    /// Groups.
    pub groups: Vec<Group>,
    /// The staff.
    pub staff: Vec<Staff>,
    /// What should be known.
    pub notes: Vec<Note>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as the caller or the archive gives it.
    pub entry: String,
    /// Which export it is.
    pub kind: Kind,
    /// The version of its format.
    pub version: Option<String>,
    /// The school it is of, when it says so soundly.
    pub uai: Option<Uai>,
    /// The school year it is of, by its first calendar year.
    pub year: Option<u16>,
}

/// Which export a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `BEE_ELEVES`: pupils and where they are.
    Pupils,
    /// `BEE_RESPONSABLES`: guardians.
    Guardians,
    /// `BEE_NOMENCLATURES`: what codes mean.
    Nomenclature,
    /// `BEE_STRUCTURES`: classes and groups.
    Structures,
    /// `STS_EDT`: the staff, classes, groups and what is taught in them.
    Sts,
}

impl Kind {
    pub(crate) fn of(root: &str) -> Option<Self> {
        Some(match root {
            "BEE_ELEVES" => Self::Pupils,
            "BEE_RESPONSABLES" => Self::Guardians,
            "BEE_NOMENCLATURES" => Self::Nomenclature,
            "BEE_STRUCTURES" => Self::Structures,
            "STS_EDT" => Self::Sts,
            _ => return None,
        })
    }
}

/// What a member of the staff teaches, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Teaching<'s> {
    /// The code of the class or group.
    pub structure: &'s str,
    /// Whether it is a group.
    pub is_group: bool,
    /// The code of the subject.
    pub subject: &'s str,
}

impl School {
    /// Which school this is, when a file says so soundly. Files of two schools are never read together.
    pub fn uai(&self) -> Option<Uai> {
        self.files.iter().find_map(|file| file.uai)
    }

    /// The school year, by its first calendar year: of the first file that says one.
    pub fn year(&self) -> Option<u16> {
        self.files.iter().find_map(|file| file.year)
    }

    /// The guardians of each pupil, by the pupil's number, in the order of the file.
    pub fn families(&self) -> HashMap<&str, Vec<(&Link, &Guardian)>> {
        let guardians: HashMap<_, _> = self.guardians.iter().map(|guardian| (guardian.id.as_str(), guardian)).collect();
        let mut families: HashMap<_, Vec<_>> = HashMap::new();
        for link in &self.links {
            if let Some(guardian) = guardians.get(link.guardian.as_str()) {
                families.entry(link.pupil.as_str()).or_default().push((link, *guardian));
            }
        }
        families
    }

    /// What each member of the staff teaches: classes first, then groups.
    pub fn teaching(&self) -> HashMap<&StaffId, Vec<Teaching<'_>>> {
        let divisions = self.divisions.iter().map(|division| (&division.code, false, &division.services));
        let groups = self.groups.iter().map(|group| (&group.code, true, &group.services));
        let mut teaching: HashMap<_, Vec<_>> = HashMap::new();
        for (structure, is_group, services) in divisions.chain(groups) {
            for service in services {
                for staff in &service.staff {
                    teaching.entry(staff).or_default().push(Teaching {
                        structure,
                        is_group,
                        subject: &service.subject,
                    });
                }
            }
        }
        teaching
    }

    /// Adds what another file says. Codes may stand in two of them.
    pub(crate) fn add(&mut self, file: File, part: Self) {
        if let (Some(first), Some(found)) = (self.year(), file.year)
            && first != found
        {
            let remark = Remark::OtherYear { first, found };
            self.notes.push(Note { entry: file.entry.clone(), line: 1, remark });
        }
        self.files.push(file);
        self.pupils.extend(part.pupils);
        self.guardians.extend(part.guardians);
        self.links.extend(part.links);
        self.staff.extend(part.staff);
        self.notes.extend(part.notes);
        unite(&mut self.subjects, part.subjects, |subject| &subject.code, |_, _| {});
        unite(&mut self.mefs, part.mefs, |mef| &mef.code, |_, _| {});
        unite(&mut self.divisions, part.divisions, |division| &division.code, Division::unite);
        unite(&mut self.groups, part.groups, |group| &group.code, Group::unite);
    }
}

fn unite<T>(known: &mut Vec<T>, others: Vec<T>, code: fn(&T) -> &String, both: fn(&mut T, T)) {
    let places: HashMap<_, _> = known.iter().enumerate().map(|(place, one)| (code(one).clone(), place)).collect();
    for other in others {
        match places.get(code(&other)).and_then(|place| known.get_mut(*place)) {
            Some(one) => both(one, other),
            None => known.push(other),
        }
    }
}
