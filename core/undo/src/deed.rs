//! What names a deed that can be undone, and what is kept of it.
use kernel::{Id, Moment, PersonId, UnitId};

/// What the id of a deed names.
#[derive(Debug)]
pub enum Named {}
/// The id of a deed.
pub type DeedId = Id<Named>;

/// A deed to keep.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'d> {
    /// Its id.
    pub id: DeedId,
    /// When.
    pub at: Moment,
    /// Who did it; nobody of the house where the operator did.
    pub by: Option<PersonId>,
    /// What, `slice/what`.
    pub kind: &'d str,
    /// To what or whom.
    pub thing: Id<()>,
    /// At which school, or other unit.
    pub unit: Option<UnitId>,
}

/// A deed as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: DeedId,
    /// When.
    pub at: Moment,
    /// Who did it; nobody of the house where the operator did.
    pub by: Option<PersonId>,
    /// What, `slice/what`.
    pub kind: String,
    /// To what or whom.
    pub thing: Id<()>,
    /// At which school, or other unit.
    pub unit: Option<UnitId>,
    /// When it was undone, if it was.
    pub undone_at: Option<Moment>,
}

impl Kept {
    /// Whether it can still be undone.
    pub fn can_be_undone(&self, now: Moment) -> bool {
        self.undone_at.is_none() && self.at.plus_days(crate::DAYS) > now
    }
}
