//! The Annuaire académique fédérateur, in the exchange format of the SDET: who is at a school, complete and by changes.
//!
//! Sans-IO: readers and bounds in, typed records or a [`Fault`] with its place out. [`Feed`] holds an académie in
//! memory, compactly; [`Requests`] reads one file, request by request. No DTD is ever opened.
//!
//! - Ids are unique in one académie and one degree only: a [`Feed`] refuses files of another.
//! - What is named and absent is a [`Note`] with its place, never left out in silence.
//! - Who has authority over a child is said twice in a feed; where the two differ, nobody is given it.
mod academie;
mod archive;
mod bytes;
mod delivery;
mod entity;
mod fault;
mod feed;
mod field;
mod lexer;
mod link;
mod name;
mod note;
mod part;
mod person;
mod record;
mod request;
mod requests;
mod roll;
mod school;
#[cfg(test)]
mod tests;
mod touched;

pub use academie::academie_code;
pub use delivery::{DeliveredFile, Delivery, Limits};
pub use fault::{Fault, Reason};
pub use feed::{Applied, Feed};
pub use name::FileName;
pub use note::{About, Note};
pub use part::{ClassRef, Function, Stay, Taught};
pub use person::{Guardian, Link, Pupil, Relation, Staff};
pub use request::{Action, Attribute, Operation, Request};
pub use requests::{Header, Requests};
pub use roll::{Index, Roll};
pub use school::{Class, Group, Mef, School, Subject};

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A school (`EtabEducNat`).
    School,
    /// A pupil (`Eleve`).
    Pupil,
    /// Somebody who answers for a pupil (`PersRelEleve`).
    Guardian,
    /// Somebody who works in a school (`PersEducNat`).
    Staff,
    /// A module élémentaire de formation: what a class is trained for (`MefEducNat`).
    Mef,
    /// A subject taught (`MatEducNat`).
    Subject,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::School, Self::Pupil, Self::Guardian, Self::Staff, Self::Mef, Self::Subject];

    /// The kind of a category as the feed spells it; none for one that this crate does not read.
    pub fn of_category(category: &str) -> Option<Self> {
        match category {
            "EtabEducNat" => Some(Self::School),
            "Eleve" => Some(Self::Pupil),
            "PersRelEleve" => Some(Self::Guardian),
            "PersEducNat" => Some(Self::Staff),
            "MefEducNat" | "Mef" => Some(Self::Mef),
            "MatEducNat" | "MatiereEducNat" | "Matiere" => Some(Self::Subject),
            _ => None,
        }
    }
}
