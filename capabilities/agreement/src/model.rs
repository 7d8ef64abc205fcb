//! What a family was told, what it said, and what stands in its way.
mod counts;
mod words;

pub use counts::Counts;
pub use words::*;

use access::{Guarded, Units};
use kernel::{Id, Moment, PersonId, UnitId};
use notice::{NoticeId, Way, seal::Seal};
use programme::{DispositifId, ProtocolId};

/// What the id of an announcement to one guardian about one child names.
#[derive(Debug)]
pub enum ToldKind {}
/// The id of an announcement to one guardian about one child.
pub type ToldId = Id<ToldKind>;

/// What the id of an answer names.
#[derive(Debug)]
pub enum AnswerKind {}
/// The id of an answer.
pub type AnswerId = Id<AnswerKind>;

/// What the id of a concern names.
#[derive(Debug)]
pub enum ConcernKind {}
/// The id of a concern.
pub type ConcernId = Id<ConcernKind>;

/// What the id of a proposal names.
#[derive(Debug)]
pub enum ProposalKind {}
/// The id of a proposal.
pub type ProposalId = Id<ProposalKind>;

/// The longest text of a family or of the team, in characters.
pub const LONGEST: usize = 500;

/// Where the agreement of a child's family stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// At least one holder of parental authority agrees, and none refuses.
    Agreed,
    /// A holder of parental authority refuses, or took their agreement back.
    Refused,
    /// Nobody has answered.
    Silent,
}

impl Standing {
    /// Where it stands, from the last word of each holder of parental authority.
    pub fn of(words: impl IntoIterator<Item = Word>) -> Self {
        words.into_iter().fold(Self::Silent, |standing, word| match (standing, word) {
            (Self::Refused, _) | (_, Word::Refuse | Word::Withdraw) => Self::Refused,
            (_, Word::Agree) => Self::Agreed,
        })
    }

    /// The end of its keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Silent => "silent",
        }
    }
}

/// What a school told its families: one per published protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The protocol told.
    pub protocol: ProtocolId,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// Its name.
    pub name: String,
    /// The school.
    pub school: UnitId,
    /// The school's name.
    pub school_name: String,
    /// When the head approved it.
    pub approved_at: Moment,
    /// When it was published.
    pub published_at: Moment,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Announcement {
    const UNITS: Units = Units::One("n.school_id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// What one guardian was told about one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: ToldId,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// The dispositif's name.
    pub name: String,
    /// Which version of the protocol.
    pub protocol: ProtocolId,
    /// The school.
    pub school: UnitId,
    /// The school's name.
    pub school_name: String,
    /// Who was told.
    pub guardian: PersonId,
    /// Their given and family names.
    pub guardian_name: (String, String),
    /// Their language, as the directory knows it.
    pub lang: Option<String>,
    /// About whom.
    pub child: PersonId,
    /// The child's given and family names.
    pub child_name: (String, String),
    /// Whether they hold parental authority.
    pub authority: bool,
    /// The notice that went.
    pub notice: NoticeId,
    /// By which way.
    pub way: Way,
    /// When it left, or was shown.
    pub informed_at: Option<Moment>,
    /// When it arrived.
    pub received_at: Option<Moment>,
    /// When it was read.
    pub read_at: Option<Moment>,
    /// Whether it could not be delivered.
    pub failed: bool,
    pub(crate) selector: String,
    pub(crate) lineage: Vec<UnitId>,
}

impl Told {
    /// What opens it without an account.
    pub fn seal(&self) -> Seal {
        Seal { selector: self.selector.clone(), id: self.id.bytes() }
    }
}

impl Guarded for Told {
    const UNITS: Units = Units::One("t.school_id");
    const OWNER: &'static str = "t.guardian_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.guardian)
    }
}

/// What a guardian answered, the last one or one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// What they said.
    pub word: Word,
    /// How it came.
    pub source: Source,
    /// Who typed a paper reply, given and family name.
    pub entered_by: Option<(String, String)>,
    /// The picture of the paper: its name in the file store, and its media.
    pub scan: Option<(String, String)>,
    /// When.
    pub at: Moment,
}

/// What stands in a family's way: read by that guardian and by the school's team, nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// Of which school.
    pub school: UnitId,
    /// Who said it.
    pub guardian: PersonId,
    /// Their given and family names.
    pub guardian_name: (String, String),
    /// About whom.
    pub child: PersonId,
    /// The child's given and family names.
    pub child_name: (String, String),
    /// The announcement it answers.
    pub told: ToldId,
    /// What about.
    pub kinds: Vec<Trouble>,
    /// In their words.
    pub text: String,
    /// When.
    pub at: Moment,
    /// When the team closed it, or the family took a proposal.
    pub closed_at: Option<Moment>,
    pub(crate) selector: String,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Concern {
    const UNITS: Units = Units::One("k.school_id");
    const OWNER: &'static str = "k.guardian_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.guardian)
    }
}

/// What the team proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// To what.
    pub concern: ConcernId,
    /// What.
    pub kind: Offer,
    /// In the team's words.
    pub text: String,
    /// When.
    pub at: Moment,
    /// What the family said, and when.
    pub answered: Option<(bool, Moment)>,
}

/// Why something asked is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// They do not hold parental authority.
    #[error("agreement-refused-authority")]
    Authority,
    /// It was answered or closed before.
    #[error("agreement-refused-closed")]
    Closed,
}
