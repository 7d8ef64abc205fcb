//! What is said on the control channel of a seat: who sits where, who speaks, what is allowed, what the line carries.
use crate::{
    model::{Kind, May},
    peer::Peer,
};
use serde::{Deserialize, Serialize};

/// What a browser is told.
#[derive(Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
enum Say<'s> {
    /// Who is shown in each of its places.
    Places { places: &'s [Shown] },
    /// Who speaks.
    Speaking { seats: &'s [String] },
    /// What it may send.
    May { may: May },
    /// What the line carries; said every second, so that silence means a cut.
    Line { kilobits: u32, audio_only: bool },
    /// The unit stops in a moment: come back by yourself.
    Parting,
}

/// Somebody in a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The line of the offer.
    pub mid: String,
    /// The seat, as it was named.
    pub seat: String,
    /// What is shown.
    pub kind: Kind,
    /// Whether it is on its way; a picture that does not fit in the line is not.
    pub flows: bool,
}

/// What a browser asks for; what is left out stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Whether it wants pictures.
    pub video: Option<bool>,
    /// Whom it wants large; an empty name for nobody.
    pub pin: Option<String>,
    /// How many cameras it shows.
    pub cameras: Option<usize>,
}

/// What was said last, so that nothing is said twice.
#[derive(Debug, Default)]
pub struct Told {
    places: Option<Vec<Shown>>,
    speaking: Option<Vec<String>>,
    may: Option<May>,
}

impl Peer {
    /// Takes what the browser asked for; what cannot be read is left.
    pub fn asked(&mut self, text: &[u8]) {
        let Ok(asked) = serde_json::from_slice::<Asked>(text) else { return };
        self.wants.video = asked.video.unwrap_or(self.wants.video);
        if let Some(pin) = asked.pin {
            self.wants.pin = (!pin.is_empty()).then_some(pin);
        }
        self.wants.cameras = asked.cameras.unwrap_or(self.wants.cameras);
    }

    /// Says who is where, if that changed.
    pub fn tell_places(&mut self, places: Vec<Shown>) -> bool {
        let news = self.told.places.as_ref() != Some(&places);
        if news && self.say(&Say::Places { places: &places }) {
            self.told.places = Some(places);
        }
        news
    }

    /// Says who speaks, if that changed.
    pub fn tell_speaking(&mut self, seats: &[String]) -> bool {
        let news = self.told.speaking.as_deref() != Some(seats);
        if news && self.say(&Say::Speaking { seats }) {
            self.told.speaking = Some(seats.to_vec());
        }
        news
    }

    /// Says what may be sent, if that changed.
    pub fn tell_may(&mut self) -> bool {
        let may = self.caps.may;
        let news = self.told.may != Some(may);
        if news && self.say(&Say::May { may }) {
            self.told.may = Some(may);
        }
        news
    }

    /// Says what the line carries.
    pub fn tell_line(&mut self) -> bool {
        let (kilobits, audio_only) = (self.kilobits(), self.audio_only);
        self.say(&Say::Line { kilobits, audio_only })
    }

    /// Says that the unit stops in a moment.
    pub fn tell_parting(&mut self) -> bool {
        self.say(&Say::Parting)
    }

    /// What the line carries, in kilobits a second.
    pub fn kilobits(&self) -> u32 {
        u32::try_from(self.estimate / 1_000).unwrap_or(u32::MAX)
    }

    fn say(&mut self, what: &Say<'_>) -> bool {
        let Some(mut channel) = self.channel.and_then(|id| self.rtc.channel(id)) else { return false };
        let Ok(text) = serde_json::to_vec(what) else { return false };
        channel.write(false, &text).unwrap_or(false)
    }
}
