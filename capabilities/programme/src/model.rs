//! What a dispositif is, what a protocol says, and what may become of them.
mod change;
mod chapter;
mod measure;
mod names;
mod protocol;
mod seat;
mod sheet;
mod site;
mod template;
mod words;

pub use change::*;
pub use chapter::*;
pub use measure::*;
pub use names::names_in;
pub use protocol::*;
pub use seat::*;
pub use sheet::*;
pub use site::*;
pub use template::*;
pub use words::*;

use access::{Guarded, Units};
use jiff::civil::Date;
use kernel::{Id, PersonId, UnitId};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

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

/// What the id of a partner names.
#[derive(Debug)]
pub enum PartnerKind {}
/// The id of a partner.
pub type PartnerId = Id<PartnerKind>;

/// What the id of a milestone names.
#[derive(Debug)]
pub enum MilestoneKind {}
/// The id of a milestone.
pub type MilestoneId = Id<MilestoneKind>;

/// What the id of a remark names.
#[derive(Debug)]
pub enum RemarkKind {}
/// The id of a remark.
pub type RemarkId = Id<RemarkKind>;

/// What the id of a publication names.
#[derive(Debug)]
pub enum PublicationKind {}
/// The id of a publication.
pub type PublicationId = Id<PublicationKind>;

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

/// A protocol in force or past, seen by somebody of the school: from their unit, or through a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The version.
    pub version: Version,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// Its name.
    pub name: String,
    /// The school.
    pub school: UnitId,
    /// Its name.
    pub school_name: String,
    pub(crate) from: UnitId,
    pub(crate) pupil: Option<PersonId>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Reading {
    const UNITS: Units = Units::One("c.descendant");
    const OWNER: &'static str = "m.person_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.from)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        self.pupil
    }
}

/// Why something asked is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The school stands elsewhere by now.
    #[error("programme-refused-moved")]
    Moved,
    /// The year's decision is taken.
    #[error("programme-refused-decided")]
    Decided,
    /// It is too early in the year to decide.
    #[error("programme-refused-early")]
    Early,
    /// A school takes part or took part.
    #[error("programme-refused-lived")]
    Lived,
    /// Its pilot is still there.
    #[error("programme-refused-piloted")]
    Piloted,
    /// Who was chosen is no pilot of the académie.
    #[error("programme-refused-no-pilot")]
    NoPilot,
    /// A colleague wrote in the draft since.
    #[error("programme-refused-overwritten")]
    Overwritten,
    /// The school does not take part.
    #[error("programme-refused-not-engaged")]
    NotEngaged,
    /// The protocol lacks something.
    #[error("programme-refused-lacking")]
    Lacking,
    /// There is nothing to approve or publish (any more).
    #[error("programme-refused-nothing")]
    Nothing,
}

impl Refusal {
    /// The key of its title, where nothing is left for the reader to fill in.
    pub const fn title(self) -> Option<&'static str> {
        match self {
            Self::Moved | Self::Overwritten => Some("programme-title-changed"),
            Self::Decided => Some("programme-title-decided"),
            Self::Early => Some("programme-title-early"),
            Self::Lived => Some("programme-title-lived"),
            Self::Piloted => Some("programme-title-piloted"),
            Self::NotEngaged => Some("programme-title-not-engaged"),
            Self::NoPilot | Self::Lacking | Self::Nothing => None,
        }
    }
}

/// A word of a closed list travels as that word.
macro_rules! as_word {
    ($($name:ident)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                Self::from_word(&word).ok_or_else(|| D::Error::custom(format!("no such word: {word}")))
            }
        }
    )+};
}
as_word!(Heading Public Modality);
