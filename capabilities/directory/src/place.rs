//! A school, or a class of it, as those see it who open and close it.
use access::{Guarded, Unit, Units};
use kernel::UnitId;

/// A school, with all that stands above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Establishment {
    /// The school.
    pub unit: Unit,
    lineage: Vec<UnitId>,
}

impl Establishment {
    /// The school `unit`; `lineage` is the unit and all above it.
    pub fn new(unit: Unit, lineage: Vec<UnitId>) -> Self {
        Self { unit, lineage }
    }
}

impl Guarded for Establishment {
    const UNITS: Units = Units::One("u.id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit.id)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}
