//! What an import would do at one school: deeds to write, and the same in lines for a human to read before.
use super::{Doubt, User};
use crate::Person;
use access::{Group, Part, Role, Unit};
use kernel::{GroupId, Moment, PersonId, UnitId};

/// What an import would do at one school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is to be written, in order.
    pub(crate) deeds: Vec<Deed>,
    /// What is told before.
    pub lines: Vec<Line>,
    /// What becomes of each person of the file.
    pub fates: Vec<(PersonId, Fate)>,
    /// Classes to be made.
    pub classes: usize,
    /// How many people the school has, of the kinds that the file lists.
    pub listed: usize,
    /// How many of them are no longer listed and leave.
    pub leaving: usize,
    /// The user names the file gives; passwords are another room's.
    pub users: Vec<User>,
}

/// What of a school may leave before it is asked for again: a tenth, and more than a handful.
const MANY: i64 = 10;
/// A handful: in a small school one family is a tenth.
const HANDFUL: i64 = 3;

/// Whether so many leave that it is asked for again: a file that was cut on its way looks so.
pub const fn empties(leaving: i64, listed: i64) -> bool {
    leaving > HANDFUL && leaving * MANY > listed
}

impl Plan {
    /// How many enrolments end.
    pub(super) fn ended(&self) -> u64 {
        let ended = |deed: &&Deed| matches!(deed, Deed::End { role: Role::Pupil, .. });
        self.deeds.iter().filter(ended).count() as u64
    }

    /// Whether somebody comes who was not there.
    pub fn adds(&self) -> bool {
        self.deeds.iter().any(|deed| matches!(deed, Deed::Add { .. }))
    }

    /// To how many people this happens.
    pub fn fated(&self, fate: Fate) -> usize {
        self.fates.iter().filter(|(_, known)| *known == fate).count()
    }

    /// How many lines are of this kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.lines.iter().filter(|line| line.kind == kind).count()
    }

    pub(super) fn line(&mut self, kind: Kind, person: Option<PersonId>, said: String, detail: impl Into<String>) {
        self.lines.push(Line { kind, person, said, detail: detail.into(), at: None });
    }
}

/// One thing to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// A person who was not there.
    Add { person: Person },
    /// Another key of somebody, of the source that is asked for, or of another.
    Key { source: Option<String>, key: String, person: PersonId },
    /// What is said of a person.
    Change { person: Person },
    /// A class is made, or opened again.
    Open { class: Unit },
    /// A class of last year closes, and gives its code free.
    Close { class: Unit, code: String },
    /// A role, or an enrolment; `fresh` where there never was one like it.
    Grant { person: PersonId, role: Role, unit: UnitId, until: Option<Moment>, fresh: bool },
    /// A role or an enrolment ends.
    End { person: PersonId, role: Role, unit: UnitId, at: Moment },
    /// Somebody answers for a child.
    Tie { guardian: PersonId, child: PersonId, authority: bool, until: Option<Moment>, fresh: bool },
    /// Somebody answers for a child no more.
    Untie { guardian: PersonId, child: PersonId, at: Moment },
    /// A group is made.
    Gather { group: Group, key: String },
    /// A group is called otherwise.
    Rename { group: GroupId, name: String, shows_roster: bool },
    /// Somebody comes into a group; `fresh` where they never were in it.
    Join { group: GroupId, person: PersonId, part: Part, fresh: bool },
    /// Somebody leaves a group.
    Part { group: GroupId, person: PersonId, at: Moment },
    /// What somebody teaches in a group; nothing any more where it is empty.
    Teach { group: GroupId, person: PersonId, subject: String },
    /// A group ends.
    Disband { group: GroupId, at: Moment },
}

/// What becomes of a person, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Nothing of them changes.
    Same,
    /// Something of them changes: a name, a number, a role, a class, a child.
    Changed,
    /// They were not there.
    Added,
}

kernel::words! {
    /// What a line tells.
    Kind {
        /// A pupil who comes.
        Arrives = "arrives",
        /// A pupil who goes from a class to another.
        Moves = "moves",
        /// Somebody who is no longer listed, and leaves.
        Leaves = "leaves",
        /// The same, who stays as asked.
        Stays = "stays",
        /// Somebody who is given a role.
        Given = "given",
        /// A guardian who comes to answer for a pupil.
        Tied = "tied",
        /// A guardian who answers for a pupil no more.
        Untied = "untied",
        /// A name, a day of birth, a number that changes.
        Corrected = "corrected",
        /// A class that opens.
        Opens = "opens",
        /// A class of last year that closes.
        Closes = "closes",
        /// A group that is made.
        Gathers = "gathers",
        /// A group of which somebody comes or goes.
        Regroups = "regroups",
        /// A group that ends.
        Disbands = "disbands",
        /// Something for a human to look at.
        Check = "check",
    }
}

/// One line of what would be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it tells.
    pub kind: Kind,
    /// Of whom.
    pub person: Option<PersonId>,
    /// The person in one line, or the class.
    pub said: String,
    /// From where to where, the word of a role, what was before.
    pub detail: String,
    /// What is doubtful, with the line and the column of the file.
    pub at: Option<(u64, &'static str, Doubt)>,
}
