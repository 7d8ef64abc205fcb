//! People from a table: staff with their roles, pupils with their classes, guardians with their link to a pupil.
//! The format is ours and is described in `docs/people-import.md`; CSV (`;`, `,` or tabulation; UTF-8, UTF-16 or
//! Windows-1252), xlsx or ods.
//!
//! [`read()`] finds what is wrong with the file itself. [`split()`] takes it school by school, [`plan()`] compares one with what is known
//! and says what would be done, [`write()`] does it, whole, and keeps how to undo it; [`apply()`] is all of that at once. One fault
//! leaves everything as it was. A person is known again by the source's key and never by that key alone.
mod absent;
mod apply;
mod asked;
mod cell;
mod classes;
mod compare;
mod doubt;
mod entry;
mod fault;
mod known;
mod plan;
mod read;
mod recognise;
mod sheet;
mod split;
mod write;

pub use apply::{Outcome, Stopped, User, apply, apply_as, plan};
pub use asked::Asked;
pub use cell::date;
pub use doubt::{Doubt, ToCheck};
pub use fault::{Fault, Reason};
pub use plan::{Fate, Kind, Line, Plan, empties};
pub use read::read;
pub use split::split;
pub use write::{DEED, write};

use access::Role;
use std::collections::BTreeSet;
use uai::Uai;

/// The columns, in the order of the template. The first eight must be there; a cell may be empty where a role has no use for it.
pub const COLUMNS: [&str; 12] = [
    "identifiant",
    "nom",
    "prenom",
    "naissance",
    "role",
    "uai",
    "classe",
    "responsable_de",
    "autorite",
    "telephone",
    "langue",
    "utilisateur",
];

/// A file that was read whole. Only [`read()`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows(Vec<PersonRow>);

impl Rows {
    /// How many rows.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The user names that they give, each once.
    pub fn users(&self) -> BTreeSet<String> {
        self.0.iter().filter_map(|row| row.user.clone()).collect()
    }

    /// Whether there is none; never so for a file that was read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One row: a person, and one thing they are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PersonRow {
    line: u64,
    key: String,
    family: String,
    given: String,
    /// `2014-05-31`.
    born: Option<String>,
    post: Post,
    phone: Option<String>,
    lang: Option<String>,
    user: Option<String>,
    /// The last day of what the row says, `2026-08-31`.
    until: Option<String>,
}

/// What a row says that a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Post {
    /// Enrolled in a class of a school.
    Pupil { uai: Uai, class: String },
    /// Works in a school.
    Staff { role: Role, uai: Uai },
    /// Answers for the pupils of these keys.
    Guardian { of: Vec<String>, authority: bool },
}
