//! What a dispositif is.
use jiff::civil::Date;
use kernel::{Id, UnitId};

/// What the id of a dispositif names.
#[derive(Debug)]
pub enum DispositifKind {}
/// The id of a dispositif.
pub type DispositifId = Id<DispositifKind>;

/// What the id of one version of a school's protocol names.
#[derive(Debug)]
pub enum ProtocolKind {}
/// The id of one version of a protocol.
pub type ProtocolId = Id<ProtocolKind>;

/// A dispositif that runs, as other slices need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its id.
    pub id: DispositifId,
    /// The key of the template it was made from (`homework`).
    pub template: String,
    /// Its name.
    pub name: String,
    /// The académie.
    pub academie: UnitId,
    /// The calendar year in which its school year begins.
    pub year: i16,
    /// The day its bilan is due.
    pub bilan_due: Date,
}
