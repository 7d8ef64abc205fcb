//! What a person, or who answers for them, asks of what is known of them: to have it, to have it mended, to have it erased. It is to
//! be answered within a month.
use access::Guarded;
use kernel::{Id, Moment, PersonId, UnitId};

/// What the id of a request names.
#[derive(Debug)]
pub enum Named {}
/// The id of a request.
pub type RequestId = Id<Named>;

kernel::words! {
    /// What is asked.
    Asked {
        /// What is known of them.
        Access = "access",
        /// That it be mended.
        Correction = "correction",
        /// That it be erased.
        Erasure = "erasure",
    }
}

/// For how many days one may take to answer.
const DAYS: i64 = 30;

/// A request, as it was noted and as it was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Whose data it is about.
    pub person: PersonId,
    /// Where they were then: who answers for it follows it up.
    pub at: UnitId,
    /// What is asked.
    pub asked: Asked,
    /// When it came.
    pub since: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// What came of it, where it was not simply done.
    pub outcome: String,
    /// The unit, and all above.
    pub lineage: Vec<UnitId>,
}

impl Request {
    /// The last day on which it is answered in time.
    pub fn due(&self) -> Moment {
        self.since.plus_days(DAYS)
    }

    /// Whether it waits, and its day is past.
    pub fn is_late(&self, now: Moment) -> bool {
        self.closed_at.is_none() && self.due() < now
    }
}

impl Guarded for Request {
    const UNITS: access::Units = access::Units::One("q.unit_id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.at)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}
