//! Schools, and what is taught there, as their records say.
use crate::{Kind, Note, academie::shortened, academie_code, field::Field, part::said, person::Sheet, record::Record};
use uai::Uai;

/// A school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// What names it in the feed.
    pub id: String,
    /// Its national code; none when the feed has none or a wrong one.
    pub uai: Option<Uai>,
    /// Its name; empty when none is said. Feeds write `CLG-J. PREVERT-DOMFRONT`, older ones with `$` for `-`.
    pub name: String,
    /// What kind of school, in the feed's words (`COLLEGE`).
    pub kind: Option<String>,
    /// The code of its académie (`70`), when the feed says it or a name that has one.
    pub academie: Option<String>,
    /// The classes that it declares.
    pub classes: Vec<Class>,
    /// The groups that it declares.
    pub groups: Vec<Group>,
}

/// A class of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// What the feed calls it (`4 A`; an id in the first degree).
    pub code: String,
    /// Its name, when said.
    pub label: Option<String>,
    /// The codes of its MEF.
    pub mefs: Vec<String>,
    /// Whether the school declares it; else only people name it, as always in the first degree.
    pub declared: bool,
}

/// A group of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What the feed calls it (`6LATIN`).
    pub code: String,
    /// Its name, when said.
    pub label: Option<String>,
    /// The codes of the classes it is made of.
    pub classes: Vec<String>,
    /// The codes of the subjects that are taught to it.
    pub subjects: Vec<String>,
    /// Whether the school declares it; else only people name it.
    pub declared: bool,
}

impl School {
    pub(crate) fn of(record: &Record, notes: &mut Vec<Note>) -> Self {
        let mut sheet = Sheet { record, kind: Kind::School, notes };
        let uai = sheet.each(Field::Uai, "UAI", |value| value.parse::<Uai>().ok());
        Self {
            id: record.id().to_owned(),
            uai: uai.into_iter().next(),
            name: sheet.text(Field::Label).unwrap_or_default().replace('$', "-"),
            kind: sheet.text(Field::Type),
            academie: academie(record),
            classes: sheet.each(Field::SchoolClasses, "class", class),
            groups: sheet.each(Field::SchoolGroups, "group", group),
        }
    }
}

/// The académie of a school: its code, or that of its name.
pub(crate) fn academie(record: &Record) -> Option<String> {
    let code = record.first(Field::AcademieCode).and_then(said).map(|code| shortened(&code));
    code.or_else(|| record.first(Field::Academie).and_then(academie_code).map(str::to_owned))
}

/// `code$label$mef$mef…`.
fn class(value: &str) -> Option<Class> {
    let mut parts = value.split('$').map(str::trim);
    let code = said(parts.next()?)?;
    Some(Class { code, label: parts.next().and_then(said), mefs: parts.filter_map(said).collect(), declared: true })
}

/// `code$label$class$class…`.
fn group(value: &str) -> Option<Group> {
    let mut parts = value.split('$').map(str::trim);
    let code = said(parts.next()?)?;
    let (label, classes) = (parts.next().and_then(said), parts.filter_map(said).collect());
    Some(Group { code, label, classes, subjects: vec![], declared: true })
}

/// A module élémentaire de formation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mef {
    /// Its code (`10010012110`).
    pub code: String,
    /// Its name (`6EME`); empty when none is said.
    pub label: String,
}

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its code (`061300`).
    pub code: String,
    /// Its name (`MATHEMATIQUES`); empty when none is said.
    pub label: String,
}
