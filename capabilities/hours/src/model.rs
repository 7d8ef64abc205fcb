//! What a line of the ledger is, and what is due for it.
mod month;

pub use month::Month;

use access::{Guarded, Units};
use kernel::{Id, Moment, PersonId, UnitId};
use programme::DispositifId;

/// What the id of a line names.
#[derive(Debug)]
pub enum HourKind {}
/// The id of a line of the ledger.
pub type HourId = Id<HourKind>;
/// What the id of a batch names.
#[derive(Debug)]
pub enum BatchKind {}
/// The id of a batch sent to be paid.
pub type BatchId = Id<BatchKind>;

/// How many minutes before and after what was planned still count.
pub const TOLERANCE: i64 = 15;
/// The longest a line may be made by hand, in minutes.
pub const LONGEST: i64 = 240;
/// The longest reason or word, in characters.
pub const WORDS: usize = 300;

kernel::words! {
    /// Where a line comes from.
    Source {
        /// A duty at a help desk.
        Duty = "duty",
        /// A meeting of the agenda.
        Meeting = "meeting",
        /// Written by the teacher: help given on site.
        Entry = "entry",
    }
}

kernel::words! {
    /// Where a line stands.
    State {
        /// Found by the platform.
        Proposed = "proposed",
        /// Confirmed or corrected by the teacher.
        Confirmed = "confirmed",
        /// Approved by the head: to be paid.
        Approved = "approved",
        /// Refused by the head.
        Refused = "refused",
    }
}

impl State {
    /// Whether the head has still to decide.
    pub fn waits(self) -> bool {
        matches!(self, Self::Proposed | Self::Confirmed)
    }
}

kernel::words! {
    /// What is paid when pupils were expected and none came: a setting of the académie.
    #[derive(Default)]
    EmptyRule {
        /// The whole time: the teacher was there. This is the rule until the académie says another.
        #[default]
        Full = "full",
        /// Half of it, the odd minute for the teacher.
        Half = "half",
        /// Nothing.
        Nothing = "nothing",
        /// Thirty minutes, or the time held if that was shorter.
        Minimum = "minimum",
    }
}

impl EmptyRule {
    /// What is due for so many minutes held for nobody.
    pub fn due(self, minutes: i64) -> i64 {
        match self {
            Self::Full => minutes,
            Self::Half => (minutes + 1) / 2,
            Self::Nothing => 0,
            Self::Minimum => minutes.min(30),
        }
    }
}

/// What is due: all that was held when somebody came or when it was on site, else what the rule of that day says.
pub fn due(minutes: i64, came: i64, on_site: bool, rule: EmptyRule) -> i64 {
    if came > 0 || on_site { minutes } else { rule.due(minutes) }
}

/// The time that counts, in whole minutes: from opening to closing, within what was planned and a tolerance.
pub fn counted(opened: Moment, closed: Moment, planned: (Moment, Moment)) -> (Moment, Moment) {
    let start = opened.max(planned.0.plus_minutes(-TOLERANCE));
    let end = closed.min(planned.1.plus_minutes(TOLERANCE));
    (start, end.max(start))
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// Its id.
    pub id: HourId,
    /// Where it comes from.
    pub source: Source,
    /// The duty or the meeting; the line itself where its teacher wrote it.
    pub source_id: Id<HourKind>,
    /// For which school.
    pub school: UnitId,
    /// Whose it is.
    pub teacher: PersonId,
    /// For which dispositif, if any.
    pub dispositif: Option<DispositifId>,
    /// Whether it was at school, rather than at a distance.
    pub on_site: bool,
    /// When it began.
    pub starts_at: Moment,
    /// When it ended.
    pub ends_at: Moment,
    /// The minutes held, as last corrected.
    pub minutes: i64,
    /// How many pupils were expected; 0 where nobody signs up before.
    pub expected: i64,
    /// How many came.
    pub came: i64,
    /// The rule of its day for when nobody comes.
    pub rule: EmptyRule,
    /// The minutes due.
    pub due: i64,
    /// Where it stands.
    pub state: State,
    pub(crate) lineage: Vec<UnitId>,
}

impl Hour {
    /// The month it belongs to.
    pub fn month(&self) -> Month {
        Month::of(self.starts_at)
    }

    /// Whether the rule for empty sessions was applied.
    pub fn ruled(&self) -> bool {
        self.came == 0 && !self.on_site
    }

    /// Whether both were held at the same time: one hour is paid once.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.id != other.id
            && self.teacher == other.teacher
            && self.starts_at < other.ends_at
            && other.starts_at < self.ends_at
    }
}

impl Guarded for Hour {
    const UNITS: Units = Units::One("h.unit_id");
    const OWNER: &'static str = "h.teacher_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.teacher)
    }
}

/// A unit one decides for: a school's months, an académie's rule.
#[derive(Clone, Debug)]
pub struct Place {
    /// The unit.
    pub unit: UnitId,
    pub(crate) lineage: Vec<UnitId>,
}

impl Place {
    /// The place of this unit alone.
    pub fn at(unit: UnitId) -> Self {
        Self { unit, lineage: vec![unit] }
    }
}

impl Guarded for Place {
    const UNITS: Units = Units::One("h.unit_id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// Why something asked of a line is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody decided or corrected meanwhile.
    #[error("hours-refused-meanwhile")]
    Meanwhile,
    /// One's own hours are approved by somebody else.
    #[error("hours-refused-own")]
    Own,
    /// The line says this already.
    #[error("hours-refused-same")]
    Same,
    /// Another line of the same teacher covers the same time.
    #[error("hours-refused-overlap")]
    Overlap,
    /// It was sent to be paid, or changed, since it was decided.
    #[error("hours-refused-sent")]
    Sent,
}
