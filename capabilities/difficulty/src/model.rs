//! What a difficulty is, what a school owns and lends.
mod words;

pub use words::*;

use access::{Guarded, Units};
use kernel::{GroupId, Id, Moment, PersonId, UnitId};

/// What the ids of this slice name.
pub mod kind {
    /// A difficulty. The group of those who noted it or keep it without holding the school's desk bears the same id.
    #[derive(Debug)]
    pub enum Difficulty {}
    /// A word of the log.
    #[derive(Debug)]
    pub enum Word {}
    /// A photo.
    #[derive(Debug)]
    pub enum Photo {}
    /// A device lent.
    #[derive(Debug)]
    pub enum Loan {}
}

/// See [`kind::Difficulty`].
pub type DifficultyId = Id<kind::Difficulty>;
/// See [`kind::Word`].
pub type WordId = Id<kind::Word>;
/// See [`kind::Photo`].
pub type PhotoId = Id<kind::Photo>;
/// See [`kind::Loan`].
pub type LoanId = Id<kind::Loan>;

/// Given and family name.
pub type FullName = (String, String);

/// The longest text of a difficulty, a word, a closing word, in characters.
pub const LONGEST: usize = 500;
/// The most photos of one difficulty.
pub const PHOTOS: usize = 3;
/// For how many days a family may open a closed difficulty again.
pub const REOPEN: i64 = 30;

/// A difficulty.
#[derive(Clone, Debug)]
pub struct Difficulty {
    /// Its id.
    pub id: DifficultyId,
    /// Of which school.
    pub school: UnitId,
    /// Who wrote it down.
    pub opened_by: PersonId,
    /// Whose it is: who answers for a child, a pupil, or a colleague.
    pub person: PersonId,
    /// The child it is about; the pupil themself when theirs it is.
    pub child: Option<PersonId>,
    /// A family's or a colleague's.
    pub audience: Audience,
    /// About what.
    pub kind: Kind,
    /// In which words; may be empty when the kind says it all.
    pub text: String,
    /// How it came in.
    pub entered: Entered,
    /// Who owns it: sees to it that it ends.
    pub keeper: Option<PersonId>,
    /// Where it stands.
    pub state: State,
    /// The closing word; empty while it is open.
    pub closing: String,
    /// Since when.
    pub opened_at: Moment,
    /// When somebody took it up.
    pub taken_at: Option<Moment>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Difficulty {
    const UNITS: Units = Units::One("d.school_id");
    const OWNER: &'static str = "d.person_id";
    const GROUP: &'static str = "d.id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.person)
    }
    fn group(&self) -> Option<GroupId> {
        Some(self.id.cast())
    }
}

impl Difficulty {
    /// Whether it is still to be seen to.
    pub fn open(&self) -> bool {
        self.state != State::Closed
    }

    /// Whether the one it belongs to may open it again.
    pub fn reopens(&self, now: Moment) -> bool {
        self.closed_at.is_some_and(|at| now < at.plus_days(REOPEN))
    }

    /// Whether it is still a matter of the one whose it is, who answers for these children.
    pub fn stands(&self, children: &[PersonId]) -> bool {
        self.audience != Audience::Family || self.by_pupil() || self.child.is_none_or(|child| children.contains(&child))
    }

    /// Whether a pupil asks, not an adult: who asks is the child.
    pub fn by_pupil(&self) -> bool {
        self.child == Some(self.person)
    }
}

/// How long ago, in the unit people would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Under an hour.
    Minutes(i64),
    /// Under two days.
    Hours(i64),
    /// Longer.
    Days(i64),
}

impl Age {
    /// The age of what is since `at`.
    pub fn of(at: Moment, now: Moment) -> Self {
        match now.minutes_since(at) {
            minutes @ ..60 => Self::Minutes(minutes),
            minutes @ 60..2_880 => Self::Hours(minutes / 60),
            minutes => Self::Days(minutes / 1_440),
        }
    }
}

/// A school, as the place where difficulties are noted and devices lent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School(pub UnitId);

impl Guarded for School {
    const UNITS: Units = Units::One("u.id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
}

/// Why something is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is closed.
    #[error("difficulty-refused-closed")]
    Closed,
    /// It is open already.
    #[error("difficulty-refused-open")]
    Open,
    /// It was closed too long ago.
    #[error("difficulty-refused-late")]
    Late,
    /// No working device of this sort is left.
    #[error("difficulty-refused-none-left")]
    NoneLeft,
}
