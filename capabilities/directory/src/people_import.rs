//! People from a table: staff with their roles, pupils with their classes, guardians with their link to a pupil.
//! The format is ours and is described in `docs/people-import.md`; CSV (`;`, `,` or tabulation; UTF-8, UTF-16 or
//! Windows-1252), xlsx or ods.
//!
//! Files come as secretariats have them: `columns` knows how they call things, [`Context`] says what they leave out, and a
//! [`Reading`] shows how each column was understood. [`read()`] finds what is wrong with the file itself. [`split()`] takes it school by
//! school, [`plan()`] compares one with what is known and says what would be done, [`write()`] does it, whole, and keeps how to undo
//! it; [`apply()`] is all of that at once. What comes otherwise than by a table is said to a [`Roll`], school by school, and kept in
//! [`lots`] until its turn comes. One fault leaves everything as it was. A person is known again by the source's key and never
//! by that key alone.
mod absent;
mod apply;
mod asked;
pub mod cell;
mod classes;
mod column;
mod columns;
mod compare;
mod context;
mod contradiction;
mod doubt;
mod entry;
mod fault;
mod group;
mod guardians;
mod heads;
pub mod keyed;
mod known;
mod line;
pub mod lots;
mod name;
mod plan;
mod read;
mod reading;
mod recognise;
mod roll;
mod sheet;
mod split;
mod teaching;
mod write;

pub use apply::{Compared, Outcome, Stopped, User, apply, apply_as, plan};
pub use asked::Asked;
pub use cell::date;
pub use column::{Column, Field};
#[cfg(test)]
pub use columns::{NAMES, tokens, understood};
pub use context::{Context, Whose};
pub use doubt::{Doubt, ToCheck};
pub use fault::{Fault, Reason};
pub use group::{Group, grouped};
pub use plan::{Fate, Kind, Line, Plan, empties};
pub use read::read;
pub use reading::{Copied, Note, Noted, Reading, Taken, Understood};
pub use roll::{As, Roll, Said, Taught};
pub use split::split;
pub use write::{DEED, write};

use access::{GroupKind, Part, Role};
use std::collections::BTreeSet;
use uai::Uai;

/// The columns of the template, in its order. A file may have others, fewer, and other names for them.
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

/// What was read whole: of a table by [`read()`], of a school's feed by a [`Roll`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    people: Vec<PersonRow>,
    /// Groups that are taught, and teams; none where nothing is said of groups.
    groups: Vec<GroupRow>,
    /// Keys of those of whom something could not be read: they do not leave for that.
    spared: Vec<String>,
}

impl Rows {
    /// Rows that say nothing of groups.
    const fn of(people: Vec<PersonRow>) -> Self {
        Self { people, groups: vec![], spared: vec![] }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// The user names that they give, each once.
    pub fn users(&self) -> BTreeSet<String> {
        self.people.iter().filter_map(|row| row.user.clone()).collect()
    }

    /// The schools that they name, each once.
    pub fn schools(&self) -> BTreeSet<Uai> {
        let of = |row: &PersonRow| match row.post {
            Post::Pupil { uai, .. } | Post::Staff { uai, .. } => Some(uai),
            Post::Guardian { .. } => None,
        };
        self.people.iter().filter_map(of).collect()
    }

    /// Whether there is none; never so for a file that was read.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }
}

/// One row: a person, and one thing they are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PersonRow {
    line: u64,
    key: String,
    /// What other sources call them.
    others: Vec<Key>,
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
    /// The e-mail address of who works in a school.
    email: Option<String>,
    /// Which guardian of the row's pupil this is; none for the row's own person.
    guardian: Option<usize>,
}

/// A group, as a feed says it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GroupRow {
    /// The source's key.
    key: String,
    kind: GroupKind,
    name: String,
    /// Who is in it, by key, and as what.
    people: Vec<(String, Part)>,
    /// What is taught in it, by whom.
    subjects: Vec<(String, String)>,
}

/// What a source calls somebody.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which source.
    pub source: String,
    /// Its key.
    pub key: String,
}

/// What a row says that a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Post {
    /// Enrolled in a class of a school.
    Pupil { uai: Uai, class: String },
    /// Works in a school.
    Staff { role: Role, uai: Uai },
    /// Answers for the pupils of these keys.
    Guardian { of: Vec<String>, authority: Option<bool> },
}
