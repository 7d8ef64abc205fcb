//! One file, from its root to its end.
use crate::{
    Division, Fault, File, Group, Guardian, Kind, Limits, Link, Mef, Pupil, Reason, Remark, School, Staff, Subject,
    fault::shown,
    note::Notes,
    pupil::Placed,
    xml::{Element, HEAD, Records},
};
use std::{
    collections::{HashMap, hash_map::Entry},
    io::Read,
};

/// After so many notes the rest is not read: the file is not what it should be.
const MOST_NOTES: usize = 10_000;

/// Reads a file of at most `left` bytes. Gives what it is, what it holds, and how many bytes are left for other files.
pub fn read(entry: &str, input: impl Read, left: u64, limits: &Limits) -> Result<(File, School, u64), Fault> {
    let (most, over) = if left < limits.entry {
        (left, Reason::TooMuch(limits.total))
    } else {
        (limits.entry, Reason::TooBig(limits.entry))
    };
    let (mut records, root) = Records::open(entry, input, most, over)?;
    let kind = Kind::of(&root.name).ok_or_else(|| records.fault(Reason::Root(shown(&root.name))))?;
    let mut part = Part::of(entry, kind, &root);
    for count in 0.. {
        let Some(record) = records.next()? else { break };
        if count == limits.records {
            return Err(records.fault(Reason::TooManyRecords(limits.records)));
        }
        part.take(&record);
        if part.notes.list.len() > MOST_NOTES {
            return Err(records.fault(Reason::TooOdd(MOST_NOTES)));
        }
    }
    let (file, school) = part.done();
    Ok((file, school, left - (most - records.left())))
}

struct Part {
    file: File,
    school: School,
    notes: Notes,
    /// On which line each record and number stood first, and where it is in its list.
    seen: HashMap<(String, String), (u64, usize)>,
    placed: Vec<Placed>,
}

impl Part {
    fn of(entry: &str, kind: Kind, root: &Element) -> Self {
        let mut notes = Notes::of(entry);
        let version = root.said(&["VERSION"], &mut notes);
        let file = File { entry: notes.entry.clone(), kind, version, uai: None, year: None };
        Self { file, school: School::default(), notes, seen: HashMap::new(), placed: vec![] }
    }

    fn take(&mut self, record: &Element) {
        match (self.file.kind, record.name.as_str()) {
            (_, HEAD) => self.head(record),
            (Kind::Pupils, "ELEVE") => {
                self.keep(record, Pupil::read, |pupil| pupil.id.clone(), |school| &mut school.pupils);
            }
            (Kind::Pupils, "STRUCTURES_ELEVE") => self.placed.extend(Placed::read(record, &mut self.notes)),
            (Kind::Guardians, "PERSONNE") => {
                self.keep(record, Guardian::read, |guardian| guardian.id.clone(), |school| &mut school.guardians);
            }
            (Kind::Guardians, "RESPONSABLE_ELEVE") => self.link(record),
            (Kind::Nomenclature | Kind::Sts, "MATIERE") => {
                self.keep(record, Subject::read, |subject| subject.code.clone(), |school| &mut school.subjects);
            }
            (Kind::Nomenclature | Kind::Sts, "MEF") => {
                self.keep(record, Mef::read, |mef| mef.code.clone(), |school| &mut school.mefs);
            }
            (Kind::Structures | Kind::Sts, "DIVISION") => {
                self.keep(record, Division::read, |division| division.code.clone(), |school| &mut school.divisions);
            }
            (Kind::Structures | Kind::Sts, "GROUPE") => {
                self.keep(record, Group::read, |group| group.code.clone(), |school| &mut school.groups);
            }
            (Kind::Sts, "INDIVIDU") => {
                self.keep(record, Staff::read, |staff| staff.id.to_string(), |school| &mut school.staff);
            }
            _ => {}
        }
    }

    /// Keeps a record, if it is one and the first of its number.
    fn keep<T>(
        &mut self,
        record: &Element,
        read: fn(&Element, &mut Notes) -> Option<T>,
        number: fn(&T) -> String,
        list: fn(&mut School) -> &mut Vec<T>,
    ) {
        let Some(found) = read(record, &mut self.notes) else { return };
        let place = list(&mut self.school).len();
        if self.before(record, number(&found), place).is_none() {
            list(&mut self.school).push(found);
        }
    }

    /// Where the record of this number is that came before, if one did, which is noted.
    fn before(&mut self, record: &Element, number: String, place: usize) -> Option<usize> {
        match self.seen.entry((record.name.clone(), number)) {
            Entry::Vacant(entry) => {
                entry.insert((record.line, place));
                None
            }
            Entry::Occupied(entry) => {
                let ((name, id), (first, place)) = (entry.key(), *entry.get());
                self.notes.add(record.line, Remark::Twice { record: name.clone(), id: shown(id), first });
                Some(place)
            }
        }
    }

    /// Of a guardian who is said to be two things to one pupil, nothing is believed.
    fn link(&mut self, record: &Element) {
        let Some(link) = Link::read(record, &mut self.notes) else { return };
        let both = format!("{} {}", link.pupil, link.guardian);
        match self.before(record, both, self.school.links.len()).map(|place| self.school.links.get_mut(place)) {
            None => self.school.links.push(link),
            Some(Some(other)) if other.standing != link.standing => other.standing = None,
            Some(_) => {}
        }
    }

    /// Of which school and year the file is.
    fn head(&mut self, record: &Element) {
        let school = record.child("UAJ");
        let code = record.said(&["UAJ"], &mut self.notes).or_else(|| school?.said(&["CODE"], &mut self.notes));
        match code.map(|code| (code.parse(), code)) {
            None => {}
            Some((Ok(uai), _)) => self.file.uai = Some(uai),
            Some((Err(why), value)) => self.notes.add(record.line, Remark::NotUai { value: shown(&value), why }),
        }
        let year = |text: &str| text.parse().ok().filter(|year| (1990..=2100).contains(year));
        self.file.year = match record.child("ANNEE_SCOLAIRE") {
            Some(inner) if inner.says(&["ANNEE"]) => inner.understood(&["ANNEE"], &mut self.notes, year),
            _ => record.understood(&["ANNEE_SCOLAIRE"], &mut self.notes, year),
        };
    }

    fn done(mut self) -> (File, School) {
        let mut pupils: HashMap<_, _> = self.school.pupils.iter_mut().map(|pupil| (pupil.id.clone(), pupil)).collect();
        for placed in self.placed {
            if let Some(pupil) = pupils.get_mut(&placed.pupil) {
                pupil.divisions.extend(placed.divisions);
                pupil.groups.extend(placed.groups);
            } else {
                self.notes.add(placed.line, Remark::AbsentPupil(shown(&placed.pupil)));
            }
        }
        let unsaid = !self.notes.list.iter().any(|note| matches!(note.remark, Remark::NotUai { .. }));
        if self.file.uai.is_none() && unsaid {
            self.notes.add(1, Remark::NoSchool);
        }
        (self.file, School { notes: self.notes.list, ..self.school })
    }
}
