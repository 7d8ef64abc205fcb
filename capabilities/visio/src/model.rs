//! What a room and a seat are, and who may send what.
mod words;

pub use words::*;

use access::{Guarded, Role, Units};
use kernel::{Id, Moment, PersonId, UnitId};

/// What the ids of this slice name.
pub mod kind {
    /// A room.
    #[derive(Debug)]
    pub enum Room {}
    /// A seat in a room.
    #[derive(Debug)]
    pub enum Seat {}
    /// A question asked to the room.
    #[derive(Debug)]
    pub enum Poll {}
    /// Something written in a room.
    #[derive(Debug)]
    pub enum Line {}
    /// Something reported.
    #[derive(Debug)]
    pub enum Report {}
    /// A server that serves rooms.
    #[derive(Debug)]
    pub enum Server {}
}

/// See [`kind::Room`].
pub type RoomId = Id<kind::Room>;
/// See [`kind::Seat`].
pub type SeatId = Id<kind::Seat>;
/// See [`kind::Poll`].
pub type PollId = Id<kind::Poll>;
/// See [`kind::Line`].
pub type LineId = Id<kind::Line>;
/// See [`kind::Report`].
pub type ReportId = Id<kind::Report>;
/// See [`kind::Server`].
pub type ServerId = Id<kind::Server>;

/// The longest line written in a room, in characters.
pub const LONGEST: usize = 500;
/// The longest shared page, in characters.
pub const PAD: usize = 8_000;
/// The longest title or question, in characters.
pub const TITLE: usize = 120;
/// How long a token waits to be used, in minutes.
pub const TOKEN: i64 = 2;

/// A seat served here that was not heard for so long is empty, in milliseconds: its node is dead. A node says whom it hears every
/// five seconds.
const SILENCE: i64 = 30_000;
/// The same for one that another server serves: it is asked less often, and may be slow.
const SILENCE_ELSEWHERE: i64 = 300_000;

/// The instant before which nobody was heard who is still there.
pub(crate) fn unheard(now: Moment, elsewhere: bool) -> Moment {
    Moment(now.0 - if elsewhere { SILENCE_ELSEWHERE } else { SILENCE })
}

/// A room.
#[derive(Clone, Debug)]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// The school that answers for it.
    pub school: UnitId,
    /// What it is for.
    pub kind: Kind,
    /// The ticket or the meeting.
    pub source: Option<Id<()>>,
    /// The adult who holds it.
    pub host: PersonId,
    /// What it is called; may be empty.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// Whether each waits to be let in.
    pub lobby: bool,
    /// Whose cameras are seen.
    pub cameras: Cameras,
    /// Whether people are in groups.
    pub grouped: bool,
    /// The shared page.
    pub pad: String,
    /// How often it was changed.
    pub pad_turn: i64,
    /// Whether pupils may write on it.
    pub pad_open: bool,
    /// Which server serves it, when it is another than ours.
    pub server: Option<ServerId>,
    /// When it was made.
    pub made_at: Moment,
    /// When an adult first opened it.
    pub opened_at: Option<Moment>,
    /// When it ended.
    pub closed_at: Option<Moment>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Guarded for Room {
    const UNITS: Units = Units::One("r.unit_id");
    const OWNER: &'static str = "r.host_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.host)
    }
}

/// A seat.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a right of its own, said by the adult")]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// Whose.
    pub person: PersonId,
    /// What they are there.
    pub part: Part,
    /// Where it stands.
    pub state: SeatState,
    /// Whether their voice may be heard.
    pub mic: bool,
    /// Whether their camera may be seen.
    pub camera: bool,
    /// Whether their screen may be seen.
    pub screen: bool,
    /// Whether they show their camera to the adult only.
    pub shy: bool,
    /// Their group, from 1; 0 for none.
    pub team: i64,
    /// Since when their hand is up.
    pub hand_at: Option<Moment>,
    /// How well they follow.
    pub hears: Hears,
    /// When they first came in.
    pub joined_at: Option<Moment>,
    /// Since when they are in.
    pub came_at: Option<Moment>,
    /// When they last left.
    pub left_at: Option<Moment>,
    /// How long they were in before, in milliseconds.
    pub millis: i64,
    /// When they were last heard, while they are in.
    pub heard_at: Option<Moment>,
}

impl Seat {
    /// Whether an adult sits there.
    pub fn is_adult(&self) -> bool {
        self.part != Part::Guest
    }

    /// Whether they are in.
    pub fn is_in(&self) -> bool {
        self.state == SeatState::In
    }

    /// Whole minutes they were in, until now, or until they were last heard.
    pub fn minutes(&self, now: Moment) -> i64 {
        let until = self.heard_at.filter(|heard| *heard < unheard(now, true)).unwrap_or(now);
        let open = self.came_at.map_or(0, |came| (until.0 - came.0).max(0));
        (self.millis + open + 30_000) / 60_000
    }

    /// How they sit, for the unit that passes media on.
    pub fn caps(&self, cameras: Cameras, grouped: bool) -> sfu::Caps {
        let adult = self.is_adult();
        let camera = adult || (self.camera && cameras != Cameras::None);
        let team = if grouped { u16::try_from(self.team).unwrap_or(0) } else { 0 };
        sfu::Caps {
            role: if adult { sfu::Role::Host } else { sfu::Role::Guest },
            may: sfu::May { mic: adult || self.mic, camera, screen: adult || self.screen },
            seen_by_hosts: !adult && (self.shy || cameras == Cameras::Host),
            group: team,
            everywhere: adult && grouped && team == 0,
        }
    }
}

/// A seat in its room: what one person may do there.
#[derive(Clone, Debug)]
pub struct Seated {
    /// The room.
    pub room: Room,
    /// The seat.
    pub seat: Seat,
}

impl Guarded for Seated {
    const UNITS: Units = Units::One("r.unit_id");
    const OWNER: &'static str = "s.person_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.room.school)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.room.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.seat.person)
    }
}

/// Who may hold a room.
pub const HOSTS: &[Role] = access::roles::TEAM;

/// Why one does not come in. Each has its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No adult is there yet.
    #[error("visio-refused-adult")]
    Adult,
    /// An adult lets people in one by one.
    #[error("visio-refused-lobby")]
    Lobby,
    /// One was made to leave.
    #[error("visio-refused-removed")]
    Removed,
    /// The room is over.
    #[error("visio-refused-closed")]
    Closed,
    /// The token was used, is somebody else's, or too old.
    #[error("visio-refused-token")]
    Token,
    /// Every seat is taken, or every room.
    #[error("visio-refused-full")]
    Full,
    /// What the browser sent cannot be answered.
    #[error("visio-refused-browser")]
    Browser,
    /// No media is served here.
    #[error("visio-refused-unserved")]
    Unserved,
    /// People sit in it on another node of the platform.
    #[error("visio-refused-elsewhere")]
    Elsewhere,
    /// This node stops: one comes back in a moment.
    #[error("visio-refused-parting")]
    Parting,
}

impl Refusal {
    /// The word the page knows it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Adult => "waiting",
            Self::Lobby => "lobby",
            Self::Removed => "removed",
            Self::Closed => "closed",
            Self::Token => "token",
            Self::Full => "full",
            Self::Browser => "browser",
            Self::Unserved => "unserved",
            Self::Elsewhere => "elsewhere",
            Self::Parting => "parting",
        }
    }
}

impl From<sfu::Refusal> for Refusal {
    fn from(refusal: sfu::Refusal) -> Self {
        match refusal {
            sfu::Refusal::BadOffer => Self::Browser,
            sfu::Refusal::RoomFull | sfu::Refusal::TooManyRooms => Self::Full,
            sfu::Refusal::Absent => Self::Token,
            sfu::Refusal::Silent => Self::Unserved,
            sfu::Refusal::Parting => Self::Parting,
        }
    }
}
