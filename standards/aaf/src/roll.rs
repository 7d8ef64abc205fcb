//! School by school: who is there, in which classes, and who answers for whom.
use crate::{About, Class, Feed, Group, Guardian, Kind, Note, Pupil, School, Staff, record::Record};
use std::collections::{BTreeMap, BTreeSet};

/// A school with everybody in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll {
    /// The school, its classes and its groups: those it declares, then those that only people name.
    pub school: School,
    /// The pupils attached to it or in one of its classes or groups, by id. They may also be elsewhere.
    pub pupils: Vec<Pupil>,
    /// Who answers for these pupils, by id.
    pub guardians: Vec<Guardian>,
    /// Who works in it, by id. They may also work elsewhere.
    pub staff: Vec<Staff>,
    /// What is odd about all these.
    pub notes: Vec<Note>,
}

/// Who is in which school.
#[derive(Debug)]
pub struct Index<'f> {
    feed: &'f Feed,
    people: BTreeMap<&'f str, People<'f>>,
    astray: Vec<Note>,
}

#[derive(Debug, Default)]
struct People<'f> {
    pupils: Vec<&'f Record>,
    staff: Vec<&'f Record>,
}

impl<'f> Index<'f> {
    pub(crate) fn of(feed: &'f Feed) -> Self {
        let (mut people, mut astray) = (BTreeMap::<_, People<'_>>::new(), vec![]);
        for kind in [Kind::Pupil, Kind::Staff] {
            for record in feed.set(kind) {
                let schools = record.schools();
                let mut note = |about| astray.push(Note { kind, id: record.id().to_owned(), about });
                if schools.is_empty() {
                    note(About::NoSchool);
                }
                for school in schools {
                    if feed.get(Kind::School, school).is_none() {
                        note(About::UnknownSchool(school.to_owned()));
                        continue;
                    }
                    let people = people.entry(school).or_default();
                    if kind == Kind::Pupil { &mut people.pupils } else { &mut people.staff }.push(record);
                }
            }
        }
        Self { feed, people, astray }
    }

    /// Pupils and staff who name no school, or one that is not in the feed.
    pub fn astray(&self) -> &[Note] {
        &self.astray
    }

    /// Every school with everybody in it, one at a time.
    pub fn rolls(&self) -> impl Iterator<Item = Roll> {
        self.feed.ids(Kind::School).filter_map(|id| self.roll(id))
    }

    /// A school with everybody in it.
    pub fn roll(&self, id: &str) -> Option<Roll> {
        let mut notes = vec![];
        let school = School::of(self.feed.get(Kind::School, id)?, &mut notes);
        let people = self.people.get(id);
        let pupils = people.into_iter().flat_map(|people| &people.pupils);
        let pupils: Vec<Pupil> = pupils.map(|record| Pupil::of(record, &mut notes)).collect();
        let staff = people.into_iter().flat_map(|people| &people.staff);
        let staff: Vec<Staff> = staff.map(|record| Staff::of(record, &mut notes)).collect();
        let guardians = self.guardians(&pupils, &mut notes);
        let mut roll = Roll { school, pupils, guardians, staff, notes };
        roll.name_classes();
        roll.name_groups();
        self.nomenclature(&mut roll);
        Some(roll)
    }

    fn guardians(&self, pupils: &[Pupil], notes: &mut Vec<Note>) -> Vec<Guardian> {
        let mut ids = BTreeSet::new();
        for pupil in pupils {
            for link in &pupil.guardians {
                if self.feed.get(Kind::Guardian, &link.guardian).is_none() {
                    let about = About::UnknownGuardian(link.guardian.clone());
                    notes.push(Note { kind: Kind::Pupil, id: pupil.id.clone(), about });
                } else {
                    ids.insert(link.guardian.as_str());
                }
            }
        }
        let records = ids.into_iter().filter_map(|id| self.feed.get(Kind::Guardian, id));
        records.map(|record| Guardian::of(record, notes)).collect()
    }

    /// Notes what the roll names and the feed, which knows others, does not.
    fn nomenclature(&self, roll: &mut Roll) {
        let unknown = |kind, code: &str| self.feed.count(kind) > 0 && self.feed.get(kind, code).is_none();
        let mut notes = vec![];
        let mut note = |kind, id: &str, about| notes.push(Note { kind, id: id.to_owned(), about });
        for mef in roll.school.classes.iter().flat_map(|class| &class.mefs).filter(|mef| unknown(Kind::Mef, mef)) {
            note(Kind::School, &roll.school.id, About::UnknownMef(mef.clone()));
        }
        for pupil in &roll.pupils {
            for mef in pupil.mef.iter().filter(|mef| unknown(Kind::Mef, mef)) {
                note(Kind::Pupil, &pupil.id, About::UnknownMef(mef.clone()));
            }
        }
        for staff in &roll.staff {
            let taught = staff.classes.iter().chain(&staff.groups);
            let subjects: BTreeSet<&String> = taught.filter_map(|taught| taught.subject.as_ref()).collect();
            for subject in subjects.into_iter().filter(|subject| unknown(Kind::Subject, subject)) {
                note(Kind::Staff, &staff.id, About::UnknownSubject(subject.clone()));
            }
        }
        roll.notes.append(&mut notes);
    }
}

impl Roll {
    /// Adds the classes that people name and the school does not declare. Where it declares others, that is odd.
    fn name_classes(&mut self) {
        let declares = !self.school.classes.is_empty();
        let pupils =
            self.pupils.iter().flat_map(|pupil| pupil.classes.iter().map(|class| (Kind::Pupil, &pupil.id, class)));
        let staff = self.staff.iter().flat_map(|staff| {
            let classes = staff.classes.iter().map(|taught| &taught.class).chain(&staff.main_teacher_of);
            classes.map(|class| (Kind::Staff, &staff.id, class))
        });
        let mut known: BTreeSet<String> = self.school.classes.iter().map(|class| class.code.clone()).collect();
        for (kind, id, class) in pupils.chain(staff).filter(|(.., class)| class.school == self.school.id) {
            if known.insert(class.code.clone()) {
                let (code, label) = (class.code.clone(), class.label.clone());
                self.school.classes.push(Class { code, label, mefs: vec![], declared: false });
                if declares {
                    self.notes.push(Note { kind, id: id.clone(), about: About::UnknownClass(class.code.clone()) });
                }
            }
        }
    }

    /// The same for groups, and what is taught to each.
    fn name_groups(&mut self) {
        let declares = !self.school.groups.is_empty();
        let pupils =
            self.pupils.iter().flat_map(|pupil| pupil.groups.iter().map(|group| (Kind::Pupil, &pupil.id, group, None)));
        let staff = self.staff.iter().flat_map(|staff| {
            staff.groups.iter().map(|taught| (Kind::Staff, &staff.id, &taught.class, taught.subject.as_ref()))
        });
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (place, group) in self.school.groups.iter().enumerate() {
            places.insert(group.code.clone(), place);
        }
        for (kind, id, group, subject) in pupils.chain(staff).filter(|(.., group, _)| group.school == self.school.id) {
            let place = *places.entry(group.code.clone()).or_insert(self.school.groups.len());
            if place == self.school.groups.len() {
                let (code, label) = (group.code.clone(), group.label.clone());
                self.school.groups.push(Group { code, label, classes: vec![], subjects: vec![], declared: false });
                if declares {
                    self.notes.push(Note { kind, id: id.clone(), about: About::UnknownGroup(group.code.clone()) });
                }
            }
            if let Some((known, subject)) = self.school.groups.get_mut(place).zip(subject) {
                known.subjects.push(subject.clone());
            }
        }
        for group in &mut self.school.groups {
            group.subjects.sort();
            group.subjects.dedup();
        }
    }
}
