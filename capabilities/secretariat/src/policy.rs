//! Rights on the trail, as data. Who keeps people is said by `directory::policy`, who gives what by `access::giving`.
use crate::request::Request;
use access::{Clause::RoleOver, Guarded, Permission, Right, Role, Rule, Units, right};
use kernel::UnitId;

/// The roles that read the trail of what they answer for.
pub const READERS: &[Role] = &[Role::Head, Role::Director, Role::Admin];

/// A line of the trail: something that was done at a school, or another unit. A line without one is for whom it is about.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it was done.
    pub at: Vec<UnitId>,
    /// There, and all above.
    pub lineage: Vec<UnitId>,
}

impl Guarded for Line {
    const UNITS: Units = Units::One("a.unit_id");

    fn units(&self) -> &[UnitId] {
        &self.at
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// To read it: those who answer for the school, or for what is above it.
#[derive(Debug)]
pub enum Read {}

impl Permission<Line> for Read {
    const RULE: Rule = Rule(&[RoleOver(READERS)]);
}

/// To follow what is asked about somebody's data, and close it: the same.
#[derive(Debug)]
pub enum Follow {}

impl Permission<Request> for Follow {
    const RULE: Rule = Rule(&[RoleOver(READERS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<Read, Line>("trail", "read"), right::<Follow, Request>("request", "follow")];
