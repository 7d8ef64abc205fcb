//! Ids typed by what they name, so that a ticket's id never opens a person.
use crate::{Chance, Moment};
use std::{fmt, hash::Hash, marker::PhantomData, str::FromStr};
use uuid::Uuid;

/// The `UUIDv7` of one thing of kind `K`. Written as 32 hexadecimal digits in addresses, kept as 16 bytes in the database.
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

/// What the ids of the core name. A slice adds its own empty enums.
pub mod kind {
    /// A human being, enrolled or not.
    #[derive(Debug)]
    pub enum Person {}
    /// A place in the territory: académie, département, bassin, établissement, classe…
    #[derive(Debug)]
    pub enum Unit {}
    /// People gathered for something: a class, a need group, a club, the team of a desk.
    #[derive(Debug)]
    pub enum Group {}
    /// One device signed in as one person.
    #[derive(Debug)]
    pub enum Session {}
}

/// See [`kind::Person`].
pub type PersonId = Id<kind::Person>;
/// See [`kind::Unit`].
pub type UnitId = Id<kind::Unit>;
/// See [`kind::Group`].
pub type GroupId = Id<kind::Group>;
/// See [`kind::Session`].
pub type SessionId = Id<kind::Session>;

impl<K> Id<K> {
    /// A new id: the instant first (so that ids sort by age), then 74 random bits.
    pub fn new(now: Moment, chance: &dyn Chance) -> Self {
        let mut random = [0; 10];
        chance.fill(&mut random);
        let millis = u64::try_from(now.0).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid(), PhantomData)
    }

    /// The 16 bytes as they are kept.
    pub fn bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// An id read back from the database. `None` when the bytes are not 16.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Uuid::from_slice(bytes).ok().map(|id| Self(id, PhantomData))
    }

    /// The same sixteen bytes, read as the id of another kind (a desk and its team share one).
    pub fn cast<L>(self) -> Id<L> {
        Id(self.0, PhantomData)
    }

    /// The smallest id that is made at this instant: whatever was made before is below it.
    pub fn first_at(at: Moment) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&at.0.max(0).to_be_bytes()[2..]);
        Self(Uuid::from_bytes(bytes), PhantomData)
    }

    /// When it was made, in the clock's milliseconds.
    pub fn made_at(self) -> Moment {
        let b = self.0.as_bytes();
        Moment(i64::from_be_bytes([0, 0, b[0], b[1], b[2], b[3], b[4], b[5]]))
    }
}

/// The text is no id.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 32 hexadecimal digits")
    }
}

impl std::error::Error for BadId {}

impl<K> FromStr for Id<K> {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        Uuid::try_parse(text).map(|id| Self(id, PhantomData)).map_err(|_| BadId)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_simple().fmt(f)
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
