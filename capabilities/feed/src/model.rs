//! A feed that is registered, what it delivered, and what a report notes.
use access::{Guarded, Unit, Units};
use kernel::{Id, Moment, PersonId, UnitId};
use rentree::TurnId;
use uai::Uai;

/// What the id of a feed names.
#[derive(Debug)]
pub enum Named {}
/// The id of a feed.
pub type FeedId = Id<Named>;

/// What the id of a delivery names.
#[derive(Debug)]
pub enum Delivered {}
/// The id of a delivery.
pub type DeliveryId = Id<Delivered>;

kernel::words! {
    /// What a feed is written in.
    Form {
        /// The Annuaire académique fédérateur: an académie, complete and by changes.
        Aaf = "aaf",
        /// SIECLE and STS: a secondary school's own exports.
        Siecle = "siecle",
        /// ONDE: an école's own extractions.
        Onde = "onde",
        /// OneRoster: an académie or a school, complete and by changes.
        OneRoster = "oneroster",
    }
}

/// A feed that is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its id.
    pub id: FeedId,
    /// What it is called, which is the name of its folder too.
    pub name: String,
    /// What it is written in.
    pub form: Form,
    /// For which académie, or which school.
    pub unit: Unit,
    /// The code of the académie, as its files say it: `70`; or of the school: `0610970Y`.
    pub code: String,
    /// Whether what is not doubtful is applied by itself, once somebody has confirmed a first time.
    pub alone: bool,
    /// After how many days without a file it is late.
    pub days: i64,
    /// Who answers for it, and gives what it gives; nobody once they are forgotten.
    pub by: Option<PersonId>,
    /// Since when.
    pub at: Moment,
    /// When it last delivered.
    pub last: Option<Moment>,
    /// Whether somebody has confirmed what it brought.
    pub trusted: bool,
    /// The unit and all above it.
    pub lineage: Vec<UnitId>,
}

impl Feed {
    /// Which school it is of; none for one of an académie.
    pub fn uai(&self) -> Option<Uai> {
        self.code.parse().ok()
    }

    /// Whether it should have delivered by now.
    pub fn is_late(&self, now: Moment) -> bool {
        self.last.unwrap_or(self.at).plus_days(self.days) < now
    }
}

impl Guarded for Feed {
    const UNITS: Units = Units::One("f.unit_id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit.id)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

kernel::words! {
    /// What became of a delivery.
    State {
        /// It waits to be read.
        Waiting = "waiting",
        /// It was read, and its list waits or goes on.
        Staged = "staged",
        /// Its list is done with.
        Settled = "settled",
        /// It was read, and says nothing new.
        Same = "same",
        /// It cannot be read.
        Refused = "refused",
    }
}

impl State {
    /// The colour of its badge.
    pub const fn hue(self) -> &'static str {
        match self {
            Self::Waiting => "note",
            Self::Staged => "warn",
            Self::Settled => "ok",
            Self::Same => "",
            Self::Refused => "bad",
        }
    }
}

/// The files that came together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Of which feed.
    pub feed: FeedId,
    /// When it came.
    pub at: Moment,
    /// The day that its files name, `2026-09-15`; the day it came where they name none.
    pub made: String,
    /// Whether it is complete, and not a change to what came before.
    pub complete: bool,
    /// The names of its files, one a line.
    pub names: String,
    /// Its digest.
    pub digest: String,
    /// The kept archive.
    pub file: String,
    /// What became of it.
    pub state: State,
    /// The list that was made of it.
    pub turn: Option<TurnId>,
    /// Whether that list was applied by itself.
    pub let_go: bool,
    /// The word of why it was refused; else empty.
    pub why: String,
    /// How many there are in it.
    pub counts: Counts,
    /// How many notes its report has.
    pub notes: i64,
}

/// How many there are in a delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schools.
    pub schools: i64,
    /// Pupils; one of two schools counts twice.
    pub pupils: i64,
    /// Guardians; one of two schools counts twice.
    pub guardians: i64,
    /// Who works there; one of two schools counts twice.
    pub staff: i64,
}

/// Something of a delivery that somebody should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file, or the school's code.
    pub place: String,
    /// The line; 0 where there is none.
    pub line: i64,
    /// What, as a language file words it: `note-…` or `fault-…`.
    pub word: String,
    /// Of whom: the key in the feed, and what stands there.
    pub said: String,
}
