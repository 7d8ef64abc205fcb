//! What is searched.
use kernel::{Id, PersonId};

/// From where a document is found: a unit, a group, a person, or the whole house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place([u8; 16]);

impl Place {
    /// The whole house: found by all who see its kind at all.
    pub const HOUSE: Self = Self([0; 16]);

    /// Its bytes, as `search_shelf.place` holds them.
    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl<K> From<Id<K>> for Place {
    fn from(id: Id<K>) -> Self {
        Self(id.bytes())
    }
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Doc {
    /// What it is, one lower-case word (`pupil`, `school`); rights are given by kind.
    pub kind: &'static str,
    /// Its id, unique within its kind.
    pub id: Id<()>,
    /// What it is called on screen; each of its words is found by its beginning.
    pub title: String,
    /// The line under it.
    pub detail: String,
    /// The address it leads to; empty for what is shown without a link.
    pub path: String,
    /// Words it is found by as by its title, without being shown: a code, another name. May be empty.
    pub also: String,
    /// What is read of it: found by any of its words, the heaviest hundred stems at most. May be empty.
    pub text: String,
    /// From where it is found; nowhere means by nobody.
    pub places: Vec<Place>,
    /// Whose words or name it holds: it goes with that person's erasure.
    pub owner: Option<PersonId>,
}
