//! Who people are, and the class they are in.
use access::{Guarded, Unit, Units};
use kernel::{PersonId, UnitId};

/// A human being, enrolled or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Day of birth, `2014-05-31`.
    pub born: Option<String>,
    /// Telephone, in E.164.
    pub phone: Option<String>,
    /// Language tag.
    pub lang: Option<String>,
    /// Whether they are made up, for a demonstration.
    pub synthetic: bool,
}

impl Person {
    /// « Inès N. »: what a card shows, and no more.
    pub fn short(&self) -> String {
        let initial = self.family.chars().next().map(|c| format!(" {c}.")).unwrap_or_default();
        format!("{}{initial}", self.given.chars().take(18).collect::<String>())
    }

    /// The telephone number as people dial it.
    pub fn dialled(&self) -> Option<String> {
        self.phone.as_deref().map(telephone::shown)
    }

    /// « Inès Nouvel ».
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// A class of a school. Its pupils are named, so its rights are asked at the school itself, never above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The class; its code is `UAI/6A`.
    pub unit: Unit,
    /// Its school.
    pub school: Unit,
}

impl Guarded for Class {
    const UNITS: Units = Units::One("s.id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school.id)
    }

    /// Only the school: no right on a class comes from above it.
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school.id)
    }
}
