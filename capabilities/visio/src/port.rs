//! The académie's own servers, beside the embedded one: who serves a room, how one comes there, how it ends.
//!
//! What goes over the network (opening, ending, who is present) is asked by [`keeper`], outside any transaction; the way in is
//! reckoned here without asking anybody.
mod bigbluebutton;
mod galene;
mod jitsi;
pub mod keeper;

use crate::store::Chosen;
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use kernel::Moment;
use outgoing::{Answer, Door};
use serde_json::Value;
use sha2::Sha256;
use web::{House, Secret};

/// How long a way in is good, in minutes.
const WAY_IN: i64 = 10;

/// Who serves a room.
#[derive(Clone, PartialEq, Eq)]
pub enum Server {
    /// The unit in this very program.
    Embedded,
    /// A `BigBlueButton`, by its API address and its shared secret.
    BigBlueButton {
        /// Its API address (`https://…/bigbluebutton/api`).
        url: String,
        /// The shared secret.
        secret: String,
    },
    /// A Jitsi with tokens.
    Jitsi {
        /// Its address.
        url: String,
        /// What it calls us (`app_id`).
        app: String,
        /// The shared secret (`app_secret`).
        secret: String,
    },
    /// A Galène, by its address and its administrator.
    Galene {
        /// Its address.
        url: String,
        /// The administrator's name.
        user: String,
        /// The administrator's password.
        password: String,
    },
    /// A link that is the same for all.
    Link(
        /// The link.
        String,
    ),
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

/// The room, as another server knows it.
#[derive(Clone, Copy, Debug)]
pub struct Call<'c> {
    /// Its name there: letters and digits.
    pub id: &'c str,
    /// What it is called.
    pub title: &'c str,
    /// Something only we know about it, from which passwords and keys are made.
    pub seed: &'c [u8; 32],
}

/// Somebody on their way in.
#[derive(Clone, Copy, Debug)]
pub struct Comer<'c> {
    /// Their seat: letters and digits, no name.
    pub id: &'c str,
    /// The name others see.
    pub name: &'c str,
    /// Whether they hold the room.
    pub host: bool,
}

/// Why another server did not do as asked. Says nothing of anybody.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Its address is not asked, or it did not answer as it should.
    #[error(transparent)]
    Away(#[from] outgoing::Trouble),
    /// It answered something else than yes.
    #[error("it answered {0}")]
    Refused(String),
    /// The secret it shares with us cannot be opened: it must be typed again.
    #[error("its secret cannot be opened, or its kind is none we know")]
    Unopened,
}

impl Server {
    /// The words under which they are kept.
    pub const WORDS: &'static [&'static str] = &["embedded", "bigbluebutton", "jitsi", "galene", "lien"];

    /// The server that was chosen, with what it shares with us; none when the choice cannot be understood, or its secret not opened.
    pub fn of(chosen: &Chosen, ours: &Secret) -> Option<Self> {
        let (url, secret) = (chosen.url.trim_end_matches('/').to_owned(), chosen.shared(ours)?);
        let name = chosen.audience.clone();
        Some(match chosen.kind.as_str() {
            "embedded" => Self::Embedded,
            "bigbluebutton" => Self::BigBlueButton { url, secret },
            "jitsi" => Self::Jitsi { url, app: name, secret },
            "galene" => Self::Galene { url, user: name, password: secret },
            "lien" => Self::Link(chosen.url.clone()),
            _ => return None,
        })
    }

    /// The word under which it is kept.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Embedded => "embedded",
            Self::BigBlueButton { .. } => "bigbluebutton",
            Self::Jitsi { .. } => "jitsi",
            Self::Galene { .. } => "galene",
            Self::Link(_) => "lien",
        }
    }

    /// Makes the room there. Asked twice, it is made once.
    pub async fn open(&self, door: &Door, call: Call<'_>) -> Result<(), Trouble> {
        match self {
            Self::BigBlueButton { url, secret } => bigbluebutton::create(door, url, secret, call).await,
            Self::Galene { url, user, password } => galene::create(door, url, (user, password), call).await,
            Self::Embedded | Self::Jitsi { .. } | Self::Link(_) => Ok(()),
        }
    }

    /// Ends it there for all. One that is not there is ended.
    pub async fn end(&self, door: &Door, call: Call<'_>) -> Result<(), Trouble> {
        match self {
            Self::BigBlueButton { url, secret } => bigbluebutton::end(door, url, secret, call).await,
            Self::Galene { url, user, password } => galene::delete(door, url, (user, password), call).await,
            Self::Embedded | Self::Jitsi { .. } | Self::Link(_) => Ok(()),
        }
    }

    /// The seats of those who are there, where the server says so.
    pub async fn present(&self, door: &Door, call: Call<'_>) -> Result<Option<Vec<String>>, Trouble> {
        match self {
            Self::BigBlueButton { url, secret } => bigbluebutton::present(door, url, secret, call).await.map(Some),
            Self::Embedded | Self::Galene { .. } | Self::Jitsi { .. } | Self::Link(_) => Ok(None),
        }
    }

    /// The way in for one person, good for a few minutes. None for the embedded one, whose way in is its page.
    pub fn way_in(&self, call: Call<'_>, comer: Comer<'_>, now: Moment) -> Option<String> {
        match self {
            Self::Embedded => None,
            Self::BigBlueButton { url, secret } => Some(bigbluebutton::join(url, secret, call, comer)),
            Self::Jitsi { url, app, secret } => Some(jitsi::join(url, app, secret, call, comer, now)),
            Self::Galene { url, .. } => Some(galene::join(url, call, comer, now)),
            Self::Link(link) => Some(link.clone()),
        }
    }
}

/// The door by which other servers are asked: as the operator opened it, else to the public internet alone.
pub fn door(house: &House) -> Door {
    house.engine::<Door>().cloned().unwrap_or_default()
}

/// The seconds until which a way in is good.
fn until(now: Moment) -> i64 {
    now.plus_minutes(WAY_IN).0 / 1_000
}

/// A token signed with a shared key (RFC 7519, HS256).
fn token(key: &[u8], claims: &Value) -> String {
    let head = BASE64URL_NOPAD.encode(br#"{"alg":"HS256","typ":"JWT"}"#);
    let signed = format!("{head}.{}", BASE64URL_NOPAD.encode(claims.to_string().as_bytes()));
    let seal = Hmac::<Sha256>::new_from_slice(key).map(|mut mac| {
        mac.update(signed.as_bytes());
        mac.finalize().into_bytes()
    });
    // HMAC takes a key of any length.
    let seal = seal.map(|seal| BASE64URL_NOPAD.encode(&seal)).unwrap_or_default();
    format!("{signed}.{seal}")
}

/// Whether the answer is a yes.
fn yes(answer: &Answer) -> Result<(), Trouble> {
    if answer.is_yes() { Ok(()) } else { Err(Trouble::Refused(answer.status.to_string())) }
}
