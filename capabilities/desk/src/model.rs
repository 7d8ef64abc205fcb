//! What a desk, a duty and a ticket are, and what may become of them.
mod ids;
mod words;

pub use ids::*;
pub use words::*;

use access::{Actor, Guarded, Units};
use kernel::{Evening, Moment, PersonId, UnitId};

/// The longest text of a ticket or a message, in characters.
pub const LONGEST: usize = 500;
/// The longest voice note, in milliseconds.
pub const VOICE: i64 = 60_000;
/// The longest film, in milliseconds.
pub const FILM: i64 = 30_000;
/// The longest announcement, in characters.
pub const ANNOUNCEMENT: usize = 120;
/// How long a pause keeps a place out of the way, in minutes.
pub const PAUSE: i64 = 10;

/// A help desk, seen from one of its schools.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Its id.
    pub id: DeskId,
    /// What it is called.
    pub name: String,
    /// How names are shown.
    pub names: Names,
    /// The line for those who wait; empty for none.
    pub announcement: String,
    /// How long help has lately taken, in seconds.
    pub pace: i64,
    /// The school from which it is seen.
    pub school: UnitId,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Desk {
    const UNITS: Units = Units::One("s.unit_id");
    const GROUP: &'static str = "s.desk_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn group(&self) -> Option<kernel::GroupId> {
        Some(self.id.cast())
    }
}

/// A teacher's hours at a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its id.
    pub id: DutyId,
    /// Where.
    pub desk: DeskId,
    /// Who.
    pub teacher: PersonId,
    /// What they help with; none said is everything.
    pub subjects: Vec<Subject>,
    /// The link of their room.
    pub room: Option<String>,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// Where it stands; read [`Duty::open`] rather.
    pub state: DutyState,
}

impl Duty {
    /// Whether the teacher is there.
    pub fn open(&self, now: Moment) -> bool {
        self.state == DutyState::Open && now < self.ends_at
    }

    /// Whether the teacher is away for a moment.
    pub fn paused(&self, now: Moment) -> bool {
        self.state == DutyState::Paused && now < self.ends_at
    }

    /// Whether it may still bring help: not over, not closed.
    pub fn ahead(&self, now: Moment) -> bool {
        self.state != DutyState::Closed && now < self.ends_at
    }

    /// Whether this subject is helped with.
    pub fn serves(&self, subject: Option<Subject>) -> bool {
        subject.is_none_or(|subject| self.subjects.is_empty() || self.subjects.contains(&subject))
    }
}

/// A pupil's demand.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// At which desk.
    pub desk: DeskId,
    /// The pupil's school.
    pub school: UnitId,
    /// Who asks.
    pub pupil: PersonId,
    /// Which evening.
    pub evening: Evening,
    /// About what.
    pub subject: Subject,
    /// What blocks, in the pupil's words.
    pub blocks: String,
    /// The media type of what they showed or said first with it.
    pub shown: Option<String>,
    /// How they would like help.
    pub mode: Mode,
    /// Where it stands.
    pub state: State,
    /// Whether they were already helped this evening when they asked.
    pub helped: bool,
    /// Since when.
    pub asked_at: Moment,
    /// Until when the place is kept but passed over.
    pub paused_until: Option<Moment>,
    /// With which others it is explained once.
    pub group: Option<GroupId>,
    /// Who helps.
    pub helper: Option<PersonId>,
    /// Since when.
    pub claimed_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How.
    pub outcome: Option<Outcome>,
    /// What the difficulty was.
    pub tag: Option<Tag>,
    /// What became of the call.
    pub call: Option<Call>,
    /// What the pupil said of it.
    pub face: Option<Face>,
    /// When the team closed it, after the evening.
    pub followed_at: Option<Moment>,
    pub(crate) phone: Option<String>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Ticket {
    const UNITS: Units = Units::One("t.unit_id");
    const OWNER: &'static str = "t.pupil_id";
    const GROUP: &'static str = "t.desk_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.pupil)
    }
    fn group(&self) -> Option<kernel::GroupId> {
        Some(self.desk.cast())
    }
}

impl Ticket {
    /// The word of what was shown or said with it, by which it is called where nothing was written.
    pub fn shown(&self) -> &'static str {
        match self.shown.as_deref().and_then(|media| media.split('/').next()) {
            Some("image") => "photo",
            Some("audio") => "voix",
            Some("video") => "video",
            _ => "rien",
        }
    }

    /// Whether it waits or is being helped.
    pub fn live(&self) -> bool {
        matches!(self.state, State::Waiting | State::Claimed)
    }

    /// Whether it is left to the team, which has not closed it yet.
    pub fn left(&self) -> bool {
        self.state == State::FollowUp && self.followed_at.is_none()
    }

    /// Whether one may still add to it.
    pub fn hears(&self) -> bool {
        self.live() || self.left()
    }

    /// The word of what its pages look like: one that was left and is closed is `followed`.
    pub fn stage(&self) -> &'static str {
        if self.state == State::FollowUp && !self.left() { "followed" } else { self.state.word() }
    }

    /// Whether the place is kept but passed over.
    pub fn paused(&self, now: Moment) -> bool {
        self.state == State::Waiting && self.paused_until.is_some_and(|until| now < until)
    }

    /// Whether `actor` is the one who helps.
    pub fn helped_by(&self, actor: &Actor) -> bool {
        self.state == State::Claimed && self.helper == Some(actor.person)
    }

    /// The number to call: for the one who helps, while it is live; and for the pupil who gave it.
    pub fn phone_for(&self, actor: &Actor) -> Option<&str> {
        let theirs = self.live() && self.pupil == actor.person;
        self.phone.as_deref().filter(|_| theirs || self.helped_by(actor))
    }

    /// Minutes waited, or that were waited before help.
    pub fn waited(&self, now: Moment) -> i64 {
        self.claimed_at.or(self.ended_at).unwrap_or(now).minutes_since(self.asked_at)
    }

    /// Minutes of help, once it has ended.
    pub fn lasted(&self) -> Option<i64> {
        Some(self.ended_at?.minutes_since(self.claimed_at?))
    }
}

/// Why something asked of the desk is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The pupil already has a live ticket.
    #[error("desk-refused-one")]
    One,
    /// Nobody is expected this evening any more.
    #[error("desk-refused-closed")]
    Closed,
    /// Somebody else was quicker.
    #[error("desk-refused-taken")]
    Taken,
    /// The teacher has no open duty here.
    #[error("desk-refused-duty")]
    OffDuty,
    /// Nobody has taken it (any more).
    #[error("desk-refused-unclaimed")]
    Unclaimed,
    /// A colleague helps with it.
    #[error("desk-refused-colleague")]
    Colleague,
    /// The colleague is not on duty any more.
    #[error("desk-refused-absent")]
    Absent,
    /// The ticket has ended.
    #[error("desk-refused-ended")]
    Ended,
}
