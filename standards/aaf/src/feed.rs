//! An académie in memory: every record by kind and id, each a single text.
use crate::{
    Action, Guardian, Header, Index, Kind, Mef, Note, Pupil, Reason, Request, School, Staff, Subject, field::Field,
    record::Record, school::academie, touched::Touched,
};
use std::collections::BTreeSet;

/// The state of one académie and degree, compact: 600,000 people are well under 200 MB.
///
/// A complete delivery is applied to an empty feed, a delta to the feed it follows. When a fault ends a delivery,
/// what came before it is already applied: keep a clone.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    academie: Option<String>,
    degree: Option<String>,
    records: [BTreeSet<Record>; Kind::ALL.len()],
    /// What changed since somebody asked to know.
    touched: Option<Touched>,
}

/// What a request did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use = "a request may be about something that is not there"]
pub enum Applied {
    /// There is one record more.
    Added,
    /// The record says something else now.
    Changed,
    /// The record says the same as before.
    Same,
    /// The record is no more.
    Deleted,
    /// The record to be modified or deleted is not there.
    Absent,
    /// Of a category that is not read.
    Ignored,
}

impl Feed {
    /// The code of the académie: as the files said, else as the first school says that knows.
    pub fn academie(&self) -> Option<String> {
        let said = || self.set(Kind::School).iter().find_map(academie);
        self.academie.clone().or_else(said)
    }

    /// The degree (`1D`, `2D`), when the files said it.
    pub fn degree(&self) -> Option<&str> {
        self.degree.as_deref()
    }

    /// Takes note of whose file comes; refuses another académie or degree, where the same ids are other people.
    pub fn admit(&mut self, header: &Header) -> Result<(), Reason> {
        let other = |ours: &Option<String>, theirs: &Option<String>| {
            ours.clone().zip(theirs.clone()).filter(|(ours, theirs)| ours != theirs)
        };
        if let Some((ours, theirs)) = other(&self.academie, &header.academie) {
            return Err(Reason::OtherAcademie { ours, theirs });
        }
        if let Some((ours, theirs)) = other(&self.degree, &header.degree) {
            return Err(Reason::OtherDegree { ours, theirs });
        }
        self.academie = self.academie.take().or_else(|| header.academie.clone());
        self.degree = self.degree.take().or_else(|| header.degree.clone());
        Ok(())
    }

    /// Does what a request says.
    pub fn apply(&mut self, request: &Request) -> Applied {
        let Some(kind) = request.kind() else { return Applied::Ignored };
        let Some(records) = self.records.get_mut(kind as usize) else { return Applied::Ignored };
        let before = records.take(request.id());
        let after = match (request.action(), &before) {
            (Action::Delete, _) | (Action::Modify, None) => None,
            (Action::Add | Action::Modify, before) => Some(Record::after(before.as_ref(), kind, request)),
        };
        let applied = match (&before, &after) {
            (None, None) => Applied::Absent,
            (None, Some(_)) => Applied::Added,
            (Some(_), None) => Applied::Deleted,
            (Some(before), Some(after)) if before.says_as(after) => Applied::Same,
            (Some(_), Some(_)) => Applied::Changed,
        };
        if let Some(touched) = self.touched.as_mut().filter(|_| applied != Applied::Same) {
            [&before, &after].into_iter().flatten().for_each(|record| touched.by(kind, record));
        }
        records.extend(after);
        applied
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        self.set(kind).len()
    }

    /// The ids of a kind, in order.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.set(kind).iter().map(Record::id)
    }

    /// A school. Its oddities are among the notes of its [`Roll`](crate::Roll), as are those of its people.
    pub fn school(&self, id: &str) -> Option<School> {
        self.typed(Kind::School, id, School::of)
    }

    /// A pupil.
    pub fn pupil(&self, id: &str) -> Option<Pupil> {
        self.typed(Kind::Pupil, id, Pupil::of)
    }

    /// A guardian.
    pub fn guardian(&self, id: &str) -> Option<Guardian> {
        self.typed(Kind::Guardian, id, Guardian::of)
    }

    /// Somebody who works in a school.
    pub fn staff(&self, id: &str) -> Option<Staff> {
        self.typed(Kind::Staff, id, Staff::of)
    }

    /// A MEF by its code.
    pub fn mef(&self, code: &str) -> Option<Mef> {
        self.label(Kind::Mef, code).map(|label| Mef { code: code.to_owned(), label })
    }

    /// A subject by its code.
    pub fn subject(&self, code: &str) -> Option<Subject> {
        self.label(Kind::Subject, code).map(|label| Subject { code: code.to_owned(), label })
    }

    /// Who is in which school: one walk over everybody, to be asked school by school.
    pub fn index(&self) -> Index<'_> {
        Index::of(self)
    }

    /// From here on, remembers what changes.
    pub fn watch(&mut self) {
        self.touched = Some(Touched::default());
    }

    /// The ids of the schools whose rolls may differ since [`Feed::watch`]: those of before and those of after. One
    /// walk over everybody.
    pub fn take_touched(&mut self) -> BTreeSet<String> {
        self.touched.take().unwrap_or_default().schools(self)
    }

    /// The ids of the schools whose rolls may differ from those of another feed, as after a complete delivery.
    pub fn touched_since(&self, before: &Self) -> BTreeSet<String> {
        let mut touched = Touched::default();
        for kind in Kind::ALL {
            for (one, other) in [(self, before), (before, self)] {
                let same = |record: &Record| other.get(kind, record.id()).is_some_and(|other| record.says_as(other));
                one.set(kind).iter().filter(|record| !same(record)).for_each(|record| touched.by(kind, record));
            }
        }
        let mut schools = touched.clone().schools(self);
        schools.append(&mut touched.schools(before));
        schools
    }

    pub(crate) fn set(&self, kind: Kind) -> &BTreeSet<Record> {
        static NONE: BTreeSet<Record> = BTreeSet::new();
        self.records.get(kind as usize).unwrap_or(&NONE)
    }

    pub(crate) fn get(&self, kind: Kind, id: &str) -> Option<&Record> {
        self.set(kind).get(id)
    }

    fn typed<T>(&self, kind: Kind, id: &str, read: impl Fn(&Record, &mut Vec<Note>) -> T) -> Option<T> {
        self.get(kind, id).map(|record| read(record, &mut vec![]))
    }

    fn label(&self, kind: Kind, code: &str) -> Option<String> {
        self.get(kind, code).map(|record| record.first(Field::Label).unwrap_or("").to_owned())
    }
}
