//! A pupil as the team of their school sees them, and what other slices tell of them there.
use crate::Person;
use access::{Guarded, Unit, Units};
use kernel::{PersonId, UnitId};
use web::{Result, Shell, Visit};

/// A pupil, seen from one of their schools. They are named, so the right is asked at the school itself, never above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Who.
    pub person: Person,
    /// Their class.
    pub class: Unit,
    /// The school of that class.
    pub school: Unit,
}

impl Guarded for Pupil {
    const UNITS: Units = Units::One("s.id");
    const OWNER: &'static str = "p.id";

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school.id)
    }

    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school.id)
    }

    fn owner(&self) -> Option<PersonId> {
        Some(self.person.id)
    }
}

/// What a slice tells of a pupil on their page: it is given by `web::Slice::gives`.
#[derive(Clone, Copy, Debug)]
pub struct PupilPart {
    /// Its HTML, a section with its heading; nothing where the reader's own right opens nothing of it. It shows no word that
    /// was said in confidence.
    pub show: fn(&mut Visit<'_, '_>, &Shell, PersonId) -> Result<Option<String>>,
}
