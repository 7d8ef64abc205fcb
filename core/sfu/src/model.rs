//! Words shared by all of this room.
use serde::{Deserialize, Serialize};

/// Who one is in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Holds the room: seen and heard first.
    Host,
    /// Was invited.
    Guest,
}

/// What a seat sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A voice.
    Mic,
    /// A face.
    Camera,
    /// What is on a screen.
    Screen,
}

impl Kind {
    /// All, in the order in which a browser offers them.
    pub const ALL: [Self; 3] = [Self::Mic, Self::Camera, Self::Screen];

    pub(crate) fn index(self) -> usize {
        match self {
            Self::Mic => 0,
            Self::Camera => 1,
            Self::Screen => 2,
        }
    }
}

/// What a seat may send. What it may not is dropped here, whatever the browser does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct May {
    /// Its voice.
    pub mic: bool,
    /// Its camera.
    pub camera: bool,
    /// Its screen.
    pub screen: bool,
}

impl May {
    /// Everything.
    pub const ALL: Self = Self { mic: true, camera: true, screen: true };

    /// Whether it may send this.
    pub fn send(self, kind: Kind) -> bool {
        match kind {
            Kind::Mic => self.mic,
            Kind::Camera => self.camera,
            Kind::Screen => self.screen,
        }
    }

    /// The same, with one thing allowed or not.
    #[must_use]
    pub fn with(mut self, kind: Kind, allowed: bool) -> Self {
        match kind {
            Kind::Mic => self.mic = allowed,
            Kind::Camera => self.camera = allowed,
            Kind::Screen => self.screen = allowed,
        }
        self
    }
}

/// How one sits down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Host or guest.
    pub role: Role,
    /// What may be sent.
    pub may: May,
    /// Whether this seat's camera and screen reach hosts only.
    pub seen_by_hosts: bool,
    /// Those of another group neither see nor hear this seat; 0 is the whole room.
    pub group: u16,
    /// Whether this seat is heard in every group.
    pub everywhere: bool,
}

impl Caps {
    /// A host who may send everything.
    pub const HOST: Self = Self { role: Role::Host, may: May::ALL, seen_by_hosts: false, group: 0, everywhere: false };
    /// A guest who may send everything.
    pub const GUEST: Self = Self { role: Role::Guest, ..Self::HOST };
}

/// Why somebody cannot sit down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What the browser sent is no offer this room can answer.
    #[error("the offer cannot be answered")]
    BadOffer,
    /// Every seat of the room is taken.
    #[error("the room is full")]
    RoomFull,
    /// As many rooms as this server accepts are open.
    #[error("too many rooms")]
    TooManyRooms,
    /// Nobody sits there.
    #[error("the seat is empty")]
    Absent,
    /// The unit is stopping: everybody was told, and nobody sits down any more.
    #[error("the unit is stopping")]
    Parting,
    /// The unit has stopped, or is too busy to answer in time.
    #[error("the unit does not answer")]
    Silent,
}

/// What happens in a room, for whoever keeps the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The room, as it was named.
    pub room: String,
    /// The seat, as it was named.
    pub seat: String,
    /// What happened there.
    pub what: Why,
}

/// What happened at a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Media flows.
    Joined,
    /// The seat was left on purpose.
    Left,
    /// The seat fell silent: the line, or the device.
    Lost,
    /// Began or stopped to speak.
    Speaking(bool),
    /// What the line carries, in kilobits a second, and whether video had to be given up.
    Line {
        /// The estimate.
        kilobits: u32,
        /// Whether only voices are sent.
        audio_only: bool,
    },
}
