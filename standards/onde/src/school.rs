//! What all files say together.
use crate::{Guardian, Match, Note, Pupil, Remark, Teacher};
use std::collections::{HashMap, HashSet};
use table::{fold, shown};
use uai::Uai;

/// An elementary school, from whichever extractions were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Which school, as the caller says.
    pub uai: Uai,
    /// The files that were read, in the order they came.
    pub files: Vec<File>,
    /// Pupils.
    pub pupils: Vec<Pupil>,
    /// Those who answer for them.
    pub guardians: Vec<Guardian>,
    /// Teachers.
    pub teachers: Vec<Teacher>,
    /// What should be known.
    pub notes: Vec<Note>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as the caller gives it.
    pub name: String,
    /// Which extraction it is.
    pub kind: Kind,
}

/// Which extraction a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `CSVExtraction-eleves.csv`.
    Pupils,
    /// `CSVExtraction-responsables.csv`.
    Guardians,
    /// `CSVExtraction-enseignants.csv`.
    Teachers,
}

/// A class, as its pupils and teachers name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class<'s> {
    /// Its name: `CE1-CE2`.
    pub name: &'s str,
    /// The levels of its pupils, in the order they come: `CE1`, then `CE2`.
    pub levels: Vec<&'s str>,
    /// Its pupils.
    pub pupils: Vec<&'s Pupil>,
    /// Its teachers.
    pub teachers: Vec<&'s Teacher>,
}

impl School {
    /// The classes that pupils are in, in the order they come.
    pub fn classes(&self) -> Vec<Class<'_>> {
        let (mut classes, mut places) = (Vec::<Class<'_>>::new(), HashMap::new());
        for pupil in &self.pupils {
            let Some(name) = pupil.class.as_deref() else { continue };
            let place = *places.entry(name).or_insert(classes.len());
            if place == classes.len() {
                classes.push(Class { name, levels: vec![], pupils: vec![], teachers: vec![] });
            }
            let Some(class) = classes.get_mut(place) else { continue };
            class.pupils.push(pupil);
            class.levels.extend(pupil.level.as_deref().filter(|level| !class.levels.contains(level)));
        }
        for teacher in &self.teachers {
            for place in teacher.classes.iter().filter_map(|class| places.get(class.as_str())) {
                classes.get_mut(*place).into_iter().for_each(|class| class.teachers.push(teacher));
            }
        }
        classes
    }

    pub(crate) fn file(&self, kind: Kind) -> Option<&File> {
        self.files.iter().find(|file| file.kind == kind)
    }

    /// Looks for each guardian's children and each teacher's classes among the pupils, and notes what is not found.
    pub(crate) fn joined(mut self) -> Self {
        if self.file(Kind::Pupils).is_some() {
            self.find_children();
            self.find_classes();
        }
        self
    }

    fn find_children(&mut self) {
        let mut named = Named::default();
        for (place, pupil) in self.pupils.iter().enumerate() {
            let name = name(&pupil.family_name, pupil.used_name.as_deref(), &pupil.given_name);
            named.add(name, pupil.class.as_deref(), place);
        }
        let mut remarks = vec![];
        for guardian in &mut self.guardians {
            for child in &mut guardian.children {
                let name = name(&child.family_name, child.used_name.as_deref(), &child.given_name);
                child.pupil = named.find(name, child.class.as_deref());
                let remark = match child.pupil {
                    Match::One(_) => continue,
                    Match::OtherClass(_) => Remark::OtherClass,
                    Match::Several => Remark::AmbiguousChild,
                    Match::Nobody => Remark::AbsentChild,
                };
                remarks.push((guardian.line, remark(shown(&format!("{} {}", child.family_name, child.given_name)))));
            }
        }
        self.note(Kind::Guardians, remarks);
    }

    fn find_classes(&mut self) {
        let known: HashSet<_> = self.pupils.iter().filter_map(|pupil| pupil.class.as_deref()).map(fold).collect();
        let mut remarks = vec![];
        for teacher in &self.teachers {
            let absent = teacher.classes.iter().filter(|class| !known.contains(&fold(class)));
            remarks.extend(absent.map(|class| (teacher.line, Remark::AbsentClass(shown(class)))));
        }
        self.note(Kind::Teachers, remarks);
    }

    fn note(&mut self, kind: Kind, remarks: Vec<(u64, Remark)>) {
        let Some(file) = self.file(kind).map(|file| file.name.clone()) else { return };
        let note = |(line, remark)| Note { file: file.clone(), line, column: "-".to_owned(), remark };
        self.notes.extend(remarks.into_iter().map(note));
    }
}

/// Names as they are compared: of the family, used, given.
type Name = (String, String, String);

fn name(family: &str, used: Option<&str>, given: &str) -> Name {
    (fold(family), fold(used.unwrap_or_default()), fold(given))
}

/// How many pupils have a name, in a class and in all, and where the first of them is.
#[derive(Default)]
struct Named {
    within: HashMap<(Name, String), (usize, usize)>,
    in_all: HashMap<Name, (usize, usize)>,
}

impl Named {
    fn add(&mut self, name: Name, class: Option<&str>, place: usize) {
        if let Some(class) = class {
            self.within.entry((name.clone(), fold(class))).or_insert((0, place)).0 += 1;
        }
        self.in_all.entry(name).or_insert((0, place)).0 += 1;
    }

    fn find(&self, name: Name, class: Option<&str>) -> Match {
        let in_all = self.in_all.get(&name);
        let within = class.and_then(|class| self.within.get(&(name, fold(class))));
        match (within, in_all) {
            (Some((1, place)), _) => Match::One(*place),
            (None, Some((1, place))) => Match::OtherClass(*place),
            (None, None) => Match::Nobody,
            _ => Match::Several,
        }
    }
}
