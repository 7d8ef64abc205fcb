//! A list that was sent, and what became of it.
use access::{Guarded, Unit, Units};
use directory::people_import::{Kind, Whose};
use kernel::{Id, Moment, PersonId, UnitId};
use undo::DeedId;

/// What the id of a turn names.
#[derive(Debug)]
pub enum Named {}
/// The id of a turn.
pub type TurnId = Id<Named>;

kernel::words! {
    /// Where a turn is.
    State {
        /// It is compared with what is known.
        Reading = "reading",
        /// Something in it cannot be.
        Faulty = "faulty",
        /// It waits to be confirmed.
        Ready = "ready",
        /// It is written, school by school.
        Applying = "applying",
        /// It is written.
        Done = "done",
        /// It is taken back, school by school.
        Undoing = "undoing",
        /// It was taken back.
        Undone = "undone",
    }
}

impl State {
    /// Whether something goes on by itself.
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Reading | Self::Applying | Self::Undoing)
    }

    /// Whether it waits for somebody: to be confirmed, or mended.
    pub const fn waits(self) -> bool {
        matches!(self, Self::Ready | Self::Faulty)
    }

    /// The colour of its badge.
    pub const fn hue(self) -> &'static str {
        match self {
            Self::Reading | Self::Applying | Self::Undoing => "note",
            Self::Faulty => "bad",
            Self::Ready => "warn",
            Self::Done => "ok",
            Self::Undone => "",
        }
    }
}

/// What the people of a list may be, where no column says so: the word of the form.
pub const WHOSE: &[(&str, Whose)] =
    &[("eleves", Whose::Pupils), ("familles", Whose::Families), ("personnel", Whose::Staff)];

/// A list that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// When it was sent.
    pub at: Moment,
    /// By whom.
    pub by: PersonId,
    /// For which school, or for the académie.
    pub unit: Unit,
    /// Whose keys its identifiers are.
    pub source: String,
    /// What its people are where no column says so: a word of [`WHOSE`], or nothing.
    pub whose: String,
    /// Whether it is the whole list of each school it names.
    pub complete: bool,
    /// Whether the school year turns by it.
    pub turns: bool,
    /// When those leave who are no longer listed.
    pub leaves: Moment,
    /// The kept file.
    pub file: String,
    /// Where it is.
    pub state: State,
    /// How many of its schools are done with, in this state.
    pub done: i64,
    /// How many schools it has.
    pub total: i64,
    /// Whether somebody confirmed it: without, a school that needs a look waits.
    pub confirmed: bool,
    /// The unit and all above it.
    pub lineage: Vec<UnitId>,
}

/// What a turn is whose lots a feed brought: the word that stands for that of the form.
pub const FED: &str = "alimentation";

impl Turn {
    /// Whether a feed brought it.
    pub fn is_fed(&self) -> bool {
        self.whose == FED
    }
}

impl Guarded for Turn {
    const UNITS: Units = Units::One("t.unit_id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit.id)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// What a turn does, or did, at a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The school.
    pub school: Unit,
    /// Ready, done or undone.
    pub state: State,
    /// People who were not there.
    pub added: i64,
    /// People of whom something changes.
    pub changed: i64,
    /// People of whom nothing changes.
    pub same: i64,
    /// How many people there are, of the kinds that the list has.
    pub listed: i64,
    /// How many of them leave.
    pub leaving: i64,
    /// By which deed it can be undone.
    pub deed: Option<DeedId>,
    /// How many lines of each kind.
    pub counts: Vec<(Kind, i64)>,
    /// The classes it opens, by name.
    pub opened: Vec<String>,
}

impl At {
    /// How many lines of this kind.
    pub fn count(&self, kind: Kind) -> i64 {
        self.counts.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// Whether so many leave that it is asked for again.
    pub fn empties(&self) -> bool {
        directory::people_import::empties(self.leaving, self.listed)
    }
}

/// A line as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it tells; none for a fault.
    pub kind: Option<Kind>,
    /// Of whom.
    pub person: Option<PersonId>,
    /// The person in one line, or the class.
    pub said: String,
    /// From where to where, a role, what was before; the other one of a doubt or a fault.
    pub detail: String,
    /// The row of the file.
    pub row: Option<i64>,
    /// Its column.
    pub column: Option<String>,
    /// The word of what is doubtful or wrong.
    pub doubt: Option<String>,
    /// Whether they stay, as asked.
    pub stays: bool,
}
