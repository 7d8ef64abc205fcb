//! The town, and difficulties in it.
pub use directory::testing::{NOW, both};
pub use web::testing::{PICTURE, led, whole};

use crate::{
    Audience, DifficultyId, Entered, Kind, SLICE,
    store::{self, Opened},
};
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll, Setting};
use kernel::PersonId;
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// Samira Nouvel is the mother of Inès and Tom.
pub struct Town {
    common: testing::Town,
    /// Karim, father of Inès, who lives apart.
    pub apart: PersonId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &signin::SLICE, &notice::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let pupils = &[("Inès", "Nouvel"), ("Tom", "Nouvel"), ("Maïssa", "Benali")];
        let town = testing::Town::build(tx, &Roll { pupils, ..HOME })?;
        testing::answers_for(tx, town.guardian, town.pupils[1], true)?;
        let apart = testing::guardian(tx, &town.chance, ("Karim", "Haddad"), &town.pupils[..1])?;
        Ok(Self { common: town, apart })
    }
}

impl Town {
    /// A difficulty of Samira's about Inès, written by `by`.
    pub fn opened(&self, by: PersonId) -> Opened {
        Opened {
            id: self.id(),
            school: self.school,
            by,
            person: self.guardian,
            child: Some(self.pupils[0]),
            audience: Audience::Family,
            kind: Kind::Device,
            text: "La tablette ne s’allume plus.".to_owned(),
            entered: if by == self.guardian { Entered::Page } else { Entered::Phone },
        }
    }

    /// The same, opened so many minutes from now.
    pub fn open(&self, tx: &mut Tx<'_>, by: PersonId, minutes: i64) -> Result<DifficultyId> {
        let opened = self.opened(by);
        store::open(tx, &opened, NOW.plus_minutes(minutes))?;
        Ok(opened.id)
    }

    /// A question of a colleague.
    pub fn ask(&self, tx: &mut Tx<'_>, teacher: PersonId, text: &str) -> Result<DifficultyId> {
        let opened = Opened {
            person: teacher,
            child: None,
            audience: Audience::Colleague,
            kind: Kind::Tool,
            text: text.to_owned(),
            entered: Entered::Page,
            ..self.opened(teacher)
        };
        store::open(tx, &opened, NOW)?;
        Ok(opened.id)
    }
}
