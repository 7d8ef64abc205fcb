//! People, as their records say.
use crate::{
    About, ClassRef, Function, Kind, Note, Stay, Taught,
    fault::cut,
    field::Field,
    part::{day, said},
    record::Record,
};
use std::collections::BTreeSet;

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// The jointure: what names this pupil in the feed, and in the portals of the académie.
    pub id: String,
    /// The national number, as the feed writes it.
    pub ine: Option<String>,
    /// The name in use; empty when none is said.
    pub name: String,
    /// The family name, where it differs from the name in use.
    pub family_name: Option<String>,
    /// The given name; empty when none is said.
    pub given_name: String,
    /// The day of birth, as in `2015-04-21`.
    pub birth_date: Option<String>,
    /// The schools that the pupil is attached to. A class may be in another.
    pub schools: Vec<String>,
    /// The classes.
    pub classes: Vec<ClassRef>,
    /// The groups.
    pub groups: Vec<ClassRef>,
    /// The code of the MEF.
    pub mef: Option<String>,
    /// The level in the feed's words (`6EME`, `CM1`).
    pub level: Option<String>,
    /// `SCOLAIRE`, `APPRENTI`…
    pub status: Option<String>,
    /// When a class was entered.
    pub entries: Vec<Stay>,
    /// When a class was left.
    pub exits: Vec<Stay>,
    /// Who answers for the pupil, each once.
    pub guardians: Vec<Link>,
}

/// How a guardian stands to a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the value, none depends on another")]
pub struct Link {
    /// The id of the guardian.
    pub guardian: String,
    /// What the guardian is to the pupil.
    pub relation: Relation,
    /// Whether the guardian has authority over the pupil. Where the feed contradicts itself, not.
    pub legal: bool,
    /// Whether the guardian pays for the pupil.
    pub financial: bool,
    /// Whether the guardian may be called.
    pub contact: bool,
    /// Whether the guardian is paid what is due to the pupil.
    pub payment: bool,
}

/// What a guardian is to a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Mother (10).
    Mother,
    /// Father (20).
    Father,
    /// One of the two (1 and 2, before 2020).
    Parent,
    /// A grandparent (38).
    Ascendant,
    /// The child protection service (41).
    Care,
    /// Any other, by its code.
    Other(String),
    /// Not said.
    Unsaid,
}

/// Somebody who answers for a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    /// The jointure.
    pub id: String,
    /// The name in use; empty when none is said.
    pub name: String,
    /// The family name, where it differs from the name in use.
    pub family_name: Option<String>,
    /// The given name; empty when none is said.
    pub given_name: String,
    /// Telephone numbers as the feed writes them, each once: those that receive SMS first, then mobile, home, work.
    pub phones: Vec<String>,
    /// Mail address.
    pub mail: Option<String>,
}

/// Somebody who works in a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The jointure.
    pub id: String,
    /// The name in use; empty when none is said.
    pub name: String,
    /// The family name, where it differs from the name in use.
    pub family_name: Option<String>,
    /// The given name; empty when none is said.
    pub given_name: String,
    /// The day of birth, as in `1978-08-17`.
    pub birth_date: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// The schools that this person is attached to. A function may be in another.
    pub schools: Vec<String>,
    /// What this person does, school by school.
    pub functions: Vec<Function>,
    /// The classes taught, once for each subject.
    pub classes: Vec<Taught>,
    /// The groups taught, once for each subject.
    pub groups: Vec<Taught>,
    /// The classes of which this person is the main teacher.
    pub main_teacher_of: Vec<ClassRef>,
    /// Whether this person stands before pupils, when said.
    pub before_pupils: Option<bool>,
    /// Whether this person is counted among the teachers, when said.
    pub teacher: Option<bool>,
}

impl Pupil {
    /// Whether the pupil is an apprentice.
    pub fn is_apprentice(&self) -> bool {
        self.status.as_deref().is_some_and(|status| status.to_uppercase().starts_with("APPRENTI"))
    }

    pub(crate) fn of(record: &Record, notes: &mut Vec<Note>) -> Self {
        let mut sheet = Sheet { record, kind: Kind::Pupil, notes };
        let (name, family_name, given_name) = sheet.names();
        Self {
            id: record.id().to_owned(),
            ine: sheet.text(Field::Ine),
            name,
            family_name,
            given_name,
            birth_date: sheet.birth_date(),
            schools: record.all(Field::Structure).filter_map(said).collect(),
            classes: sheet.each(Field::Classes, "class", ClassRef::of),
            groups: sheet.each(Field::Groups, "group", ClassRef::of),
            mef: sheet.text(Field::Mef),
            level: sheet.text(Field::Level),
            status: sheet.text(Field::Status),
            entries: sheet.each(Field::Entries, "entry", Stay::of),
            exits: sheet.each(Field::Exits, "exit", Stay::of),
            guardians: sheet.guardians(),
        }
    }
}

impl Guardian {
    pub(crate) fn of(record: &Record, notes: &mut Vec<Note>) -> Self {
        let mut sheet = Sheet { record, kind: Kind::Guardian, notes };
        let (name, family_name, given_name) = sheet.names();
        let mut phones = vec![];
        for field in [Field::MobileSms, Field::Mobile, Field::HomePhone, Field::WorkPhone] {
            for phone in record.all(field).filter_map(said) {
                if !phones.contains(&phone) {
                    phones.push(phone);
                }
            }
        }
        let mail = sheet.text(Field::Mail);
        Self { id: record.id().to_owned(), name, family_name, given_name, phones, mail }
    }
}

impl Staff {
    pub(crate) fn of(record: &Record, notes: &mut Vec<Note>) -> Self {
        let mut sheet = Sheet { record, kind: Kind::Staff, notes };
        let (name, family_name, given_name) = sheet.names();
        let mut functions = sheet.each(Field::Functions, "function", Function::of);
        let heads = sheet.each(Field::Direction, "function", Function::head_of);
        let known: BTreeSet<String> = functions
            .iter()
            .filter(|function| function.code == "DIR")
            .map(|function| function.school.clone())
            .collect();
        functions.extend(heads.into_iter().filter(|head| !known.contains(&head.school)));
        let mut classes = sheet.each(Field::ClassSubjects, "class taught", Taught::of);
        classes.extend(sheet.each(Field::Classes, "class taught", Taught::of));
        let classes = sheet.taught(classes, Field::TaughtClasses);
        let mut groups = sheet.each(Field::GroupSubjects, "group taught", Taught::of);
        groups.extend(sheet.each(Field::Groups, "group taught", Taught::of));
        let groups = sheet.taught(groups, Field::TaughtGroups);
        Self {
            id: record.id().to_owned(),
            name,
            family_name,
            given_name,
            birth_date: sheet.birth_date(),
            mail: sheet.text(Field::Mail),
            schools: record.all(Field::Structure).filter_map(said).collect(),
            functions,
            classes,
            groups,
            main_teacher_of: sheet.each(Field::MainTeacher, "main teacher", ClassRef::of),
            before_pupils: sheet.flag(Field::BeforePupils),
            teacher: sheet.flag(Field::Teacher),
        }
    }
}

/// A record being read, and what is odd in it.
pub(crate) struct Sheet<'r> {
    pub record: &'r Record,
    pub kind: Kind,
    pub notes: &'r mut Vec<Note>,
}

impl Sheet<'_> {
    pub fn note(&mut self, about: About) {
        self.notes.push(Note { kind: self.kind, id: self.record.id().to_owned(), about });
    }

    pub fn unreadable(&mut self, what: &'static str, value: &str) {
        self.note(About::Unreadable { what, value: cut(value) });
    }

    pub fn text(&self, field: Field) -> Option<String> {
        self.record.first(field).and_then(said)
    }

    /// Every value of a field, those that cannot be read apart.
    pub fn each<T>(&mut self, field: Field, what: &'static str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut all = vec![];
        for value in self.record.all(field) {
            match read(value) {
                Some(one) => all.push(one),
                None => self.unreadable(what, value),
            }
        }
        all
    }

    /// The name in use, the family name where it is another, the given name.
    fn names(&mut self) -> (String, Option<String>, String) {
        let (name, family) = (self.text(Field::Name), self.text(Field::FamilyName));
        if name.is_none() && family.is_none() {
            self.note(About::NoName);
        }
        let other = family.clone().filter(|family| name.as_ref().is_some_and(|name| name != family));
        (name.or(family).unwrap_or_default(), other, self.text(Field::GivenName).unwrap_or_default())
    }

    fn birth_date(&mut self) -> Option<String> {
        self.each(Field::BirthDate, "birth date", day).into_iter().next()
    }

    fn flag(&mut self, field: Field) -> Option<bool> {
        let word = |word: &str| match word {
            "O" | "OUI" | "1" => Some(true),
            "N" | "NON" | "0" => Some(false),
            _ => None,
        };
        self.each(field, "yes or no", word).into_iter().next()
    }

    /// With the classes of a field that says no subject, where they are not among those that have one.
    fn taught(&mut self, mut taught: Vec<Taught>, field: Field) -> Vec<Taught> {
        let mut known: BTreeSet<ClassRef> = taught.iter().map(|taught| taught.class.clone()).collect();
        for class in self.each(field, "class taught", ClassRef::of) {
            if known.insert(class.clone()) {
                taught.push(Taught { class, subject: None });
            }
        }
        taught
    }
}
