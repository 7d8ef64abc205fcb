//! The files that a school gives, read one after another.
use crate::{Fault, Kind, Reason, School, cells::SHAPE, guardian, pupil, school::File, teacher};
use table::Table;
use uai::Uai;

/// What was read so far: one file of each kind, known by its headings, whatever its name.
#[derive(Clone, Debug)]
pub struct Extractions {
    school: School,
}

impl Extractions {
    /// Nothing read yet. The files do not say of which school they are: the caller does.
    pub fn new(uai: Uai) -> Self {
        let (pupils, guardians, teachers) = (vec![], vec![], vec![]);
        Self { school: School { uai, files: vec![], pupils, guardians, teachers, notes: vec![] } }
    }

    /// Reads one file, which `file` names in faults and notes. After a fault, all is as it was before.
    pub fn read(&mut self, file: &str, bytes: &[u8]) -> Result<Kind, Fault> {
        let table = Table::read(file, bytes, &SHAPE).map_err(table::Fault::into_other)?;
        let kind = Kind::of(&table).ok_or_else(|| table.of_headings(Reason::Headings))?;
        if self.school.file(kind).is_some() {
            return Err(table.fault(1, None, Reason::Twice));
        }
        let notes;
        match kind {
            Kind::Pupils => (self.school.pupils, notes) = pupil::read(&table)?,
            Kind::Guardians => (self.school.guardians, notes) = guardian::read(&table)?,
            Kind::Teachers => (self.school.teachers, notes) = teacher::read(&table)?,
        }
        self.school.notes.extend(notes);
        self.school.files.push(File { name: table.file, kind });
        Ok(kind)
    }

    /// All files brought together: each guardian's children are looked for among the pupils.
    pub fn join(self) -> School {
        self.school.joined()
    }
}

impl Kind {
    fn of(table: &Table) -> Option<Self> {
        let kinds =
            [(Self::Pupils, pupil::GIVEN), (Self::Guardians, guardian::GIVEN), (Self::Teachers, teacher::DIRECTOR)];
        kinds.into_iter().find(|(_, heading)| table.place(heading).is_some()).map(|(kind, _)| kind)
    }
}
