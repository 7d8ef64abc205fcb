//! What one file names and none has.
use crate::{Kind, Note, Remark, School, fault::shown};
use std::collections::HashSet;

impl School {
    /// Notes what is named and absent, once each. Nothing is absent from a file that was not given.
    pub(crate) fn joined(mut self) -> Self {
        let mut absent = Absent { school: &self, noted: HashSet::new(), notes: vec![] };
        absent.of_guardians();
        absent.of_pupils();
        if self.has(Kind::Sts) {
            absent.of_sts();
        }
        let notes = absent.notes;
        self.notes.extend(notes);
        self
    }

    fn has(&self, kind: Kind) -> bool {
        self.files.iter().any(|file| file.kind == kind)
    }
}

struct Absent<'s> {
    school: &'s School,
    noted: HashSet<(&'static str, String)>,
    notes: Vec<Note>,
}

impl Absent<'_> {
    fn of_guardians(&mut self) {
        let pupils: HashSet<_> = self.school.pupils.iter().map(|pupil| &pupil.id).collect();
        let guardians: HashSet<_> = self.school.guardians.iter().map(|guardian| &guardian.id).collect();
        let knows_pupils = self.school.has(Kind::Pupils);
        for link in &self.school.links {
            if knows_pupils && !pupils.contains(&link.pupil) {
                self.note(Kind::Guardians, link.line, Remark::AbsentPupil, &link.pupil);
            }
            if !guardians.contains(&link.guardian) {
                self.note(Kind::Guardians, link.line, Remark::AbsentGuardian, &link.guardian);
            }
        }
    }

    fn of_pupils(&mut self) {
        let mefs: HashSet<_> = self.school.mefs.iter().map(|mef| &mef.code).collect();
        let divisions: HashSet<_> = self.school.divisions.iter().map(|division| &division.code).collect();
        let groups: HashSet<_> = self.school.groups.iter().map(|group| &group.code).collect();
        let knows_structures = self.school.has(Kind::Sts) || self.school.has(Kind::Structures);
        for pupil in &self.school.pupils {
            for mef in pupil.mef.iter().filter(|mef| !mefs.is_empty() && !mefs.contains(mef)) {
                self.note(Kind::Pupils, pupil.line, Remark::AbsentMef, mef);
            }
            if !knows_structures {
                continue;
            }
            for division in pupil.divisions.iter().filter(|division| !divisions.contains(division)) {
                self.note(Kind::Pupils, pupil.line, Remark::AbsentDivision, division);
            }
            for group in pupil.groups.iter().filter(|group| !groups.contains(group)) {
                self.note(Kind::Pupils, pupil.line, Remark::AbsentGroup, group);
            }
        }
    }

    fn of_sts(&mut self) {
        let subjects: HashSet<_> = self.school.subjects.iter().map(|subject| &subject.code).collect();
        let divisions: HashSet<_> = self.school.divisions.iter().map(|division| &division.code).collect();
        let staff: HashSet<_> = self.school.staff.iter().map(|one| &one.id).collect();
        let taught = self.school.divisions.iter().map(|division| (&division.services, division.line));
        for (services, line) in taught.chain(self.school.groups.iter().map(|group| (&group.services, group.line))) {
            for service in services {
                if !subjects.is_empty() && !subjects.contains(&service.subject) {
                    self.note(Kind::Sts, line, Remark::AbsentSubject, &service.subject);
                }
                for one in service.staff.iter().filter(|one| !staff.contains(one)) {
                    self.note(Kind::Sts, line, Remark::AbsentStaff, &one.to_string());
                }
            }
        }
        for one in &self.school.staff {
            for main in one.main_of.iter().filter(|main| !divisions.contains(&main.division)) {
                self.note(Kind::Sts, one.line, Remark::AbsentDivision, &main.division);
            }
        }
    }

    /// `kind` is the file that names it.
    fn note(&mut self, kind: Kind, line: u64, remark: fn(String) -> Remark, name: &str) {
        let remark = remark(shown(name));
        let file = self.school.files.iter().find(|file| file.kind == kind);
        if self.noted.insert((remark.key(), name.to_owned())) {
            self.notes.push(Note { entry: file.map(|file| file.entry.clone()).unwrap_or_default(), line, remark });
        }
    }
}
