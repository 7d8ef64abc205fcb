//! Meetings: when, where, who.
use kernel::{Id, Moment, PersonId, UnitId};
use programme::DispositifId;

/// What the id of a meeting names.
#[derive(Debug)]
pub enum MeetingKind {}
/// The id of a meeting.
pub type MeetingId = Id<MeetingKind>;

/// A meeting that was held, as hours are counted from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who held it.
    pub teacher: PersonId,
    /// The school it was held for.
    pub school: UnitId,
    /// The dispositif it belongs to, if any.
    pub dispositif: Option<DispositifId>,
    /// Whether it was held at school (devoirs faits on site) rather than at a distance.
    pub on_site: bool,
    /// When it began.
    pub starts_at: Moment,
    /// When it ended.
    pub ends_at: Moment,
    /// How many pupils were expected.
    pub expected: i64,
    /// How many came.
    pub came: i64,
}
