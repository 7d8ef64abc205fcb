//! What a slice does when somebody has left a school.
use db::{Result, Tx};
use kernel::{Moment, PersonId, UnitId};

/// What a slice takes back of somebody who has left, given by it (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Leaving {
    /// Takes back all that they promised at a school they are no more of, from an instant on. What it gives is a line for each, as the
    /// school's referent reads it. Done again it finds nothing.
    pub left: fn(&mut Tx<'_>, PersonId, UnitId, Moment) -> Result<Vec<String>>,
}
