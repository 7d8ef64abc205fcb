//! The town, a second académie, and courses.
pub use directory::testing::{NOW, acting, both};
pub use web::testing::{PICTURE, led, whole};

use crate::{Academie, Column, Content, CourseId, Kind, SLICE, Workshop, policy::Make, store};
use access::{Role, UnitKind};
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll, Setting};
use kernel::PersonId;
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// Two schools of one académie, and people of another.
pub struct Town {
    common: testing::Town,
    /// A teacher of the other académie.
    pub far: PersonId,
    pub far_pilot: PersonId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &programme::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &Roll { teachers: &HOME.teachers[..2], ..HOME })?;
        let (academie, school) = (UnitKind::Academie, UnitKind::Etablissement);
        let rennes = testing::unit(tx, &town.chance, academie, ("rennes", "Rennes"), &[])?;
        let school = testing::unit(tx, &town.chance, school, ("0350001A", "Collège des Ajoncs"), &[rennes])?;
        let far = testing::person(tx, &town.chance, ("Yann", "Le Gall"), &[(Role::Teacher, school)])?;
        let far_pilot = testing::person(tx, &town.chance, ("Gwen", "Morvan"), &[(Role::Pilot, rennes)])?;
        Ok(Self { common: town, far, far_pilot })
    }
}

impl Town {
    /// Adds a course of the académie.
    pub fn course(&self, tx: &mut Tx<'_>, content: &Content) -> Result<CourseId> {
        let pilot = acting(tx, self.pilot)?;
        let allowed = access::check::<Make, _>(&pilot, Academie(self.academie)).unwrap();
        let id = self.id();
        store::add(tx, &allowed, id, content, NOW.plus_days(-30))?;
        Ok(id)
    }

    /// Everybody who may ask for a page of this slice, and some who may not.
    pub fn everybody(&self) -> Vec<PersonId> {
        let town = &self.common;
        let staff = [town.other.teachers[0], town.referent, town.head, town.other.head, town.pilot];
        let strangers = [town.pupils[0], town.guardian, self.far, self.far_pilot];
        town.teachers.iter().chain(&staff).chain(&strangers).copied().collect()
    }
}

/// Something to read in twenty minutes.
pub fn reading(column: Column) -> Content {
    Content {
        dispositif: None,
        column,
        kind: Kind::Read,
        title: format!("Lecture {}", column.word()),
        text: "Premier.\nSecond.".to_owned(),
        link: Some("https://example.org/a".to_owned()),
        file: None,
        minutes: 20,
        workshop: None,
    }
}

/// A workshop of two seats, so many days from now.
pub fn workshop(days: i64) -> Content {
    let starts_at = NOW.plus_days(days);
    let workshop = Some(Workshop { starts_at, place: "Canopé Caen".to_owned(), places: 2 });
    Content { kind: Kind::Workshop, title: "Atelier".to_owned(), minutes: 90, workshop, ..reading(Column::Method) }
}
