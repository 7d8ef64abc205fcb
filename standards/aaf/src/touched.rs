//! Which schools a delivery concerns.
use crate::{Feed, Kind, field::Field, record::Record};
use std::collections::BTreeSet;

/// What changed: schools by themselves or their people, and what others refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Touched {
    schools: BTreeSet<String>,
    guardians: BTreeSet<String>,
    mefs: BTreeSet<String>,
    subjects: BTreeSet<String>,
}

impl Touched {
    /// By a record as it was, or as it is now.
    pub fn by(&mut self, kind: Kind, record: &Record) {
        let set = match kind {
            Kind::Pupil | Kind::Staff => {
                self.schools.extend(record.schools().into_iter().map(str::to_owned));
                return;
            }
            Kind::School => &mut self.schools,
            Kind::Guardian => &mut self.guardians,
            Kind::Mef => &mut self.mefs,
            Kind::Subject => &mut self.subjects,
        };
        set.insert(record.id().to_owned());
    }

    /// The schools, with those of everybody who refers to something that changed.
    pub fn schools(mut self, feed: &Feed) -> BTreeSet<String> {
        let mut schools = std::mem::take(&mut self.schools);
        // An unknown MEF is odd from the first known one on, and so is a subject.
        let turned = |changed: &BTreeSet<String>, kind| !changed.is_empty() && feed.count(kind) <= changed.len();
        if turned(&self.mefs, Kind::Mef) || turned(&self.subjects, Kind::Subject) {
            schools.extend(feed.ids(Kind::School).map(str::to_owned));
        }
        if self.guardians.is_empty() && self.mefs.is_empty() && self.subjects.is_empty() {
            return schools;
        }
        for record in [Kind::Pupil, Kind::Staff].into_iter().flat_map(|kind| feed.set(kind)) {
            if self.concern(record) {
                schools.extend(record.schools().into_iter().map(str::to_owned));
            }
        }
        let concerned = feed.set(Kind::School).iter().filter(|school| self.concern(school));
        schools.extend(concerned.map(|school| school.id().to_owned()));
        schools
    }

    fn concern(&self, record: &Record) -> bool {
        record.fields().any(|(field, value)| {
            let mut parts = value.split('$');
            match field {
                Field::Links
                | Field::Authority
                | Field::Contact1
                | Field::Contact2
                | Field::Father
                | Field::Mother
                | Field::Parents => parts.next().is_some_and(|guardian| self.guardians.contains(guardian.trim())),
                Field::Mef => self.mefs.contains(value),
                Field::SchoolClasses => parts.skip(2).any(|mef| self.mefs.contains(mef.trim())),
                Field::ClassSubjects | Field::GroupSubjects => {
                    parts.nth(2).is_some_and(|subject| self.subjects.contains(subject.trim()))
                }
                _ => false,
            }
        })
    }
}
