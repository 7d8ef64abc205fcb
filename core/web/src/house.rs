//! What every request finds in place: the database, the clock, the languages, the settings.
use crate::{Counted, Engines, Gate, Lang, Sheets, Slice, Words};
use access::Actor;
use data_encoding::HEXLOWER;
use db::{Db, Tx};
use files::Files;
use hmac::{Hmac, KeyInit, Mac};
use kernel::{Chance, Clock, Moment, PersonId, SessionId};
use live::Bus;
use sha2::Sha256;
use std::{any::Any, fmt, sync::Arc};
use subtle::ConstantTimeEq;

/// The services of one running node. Made once by the binary, shared by every request.
pub struct House {
    /// The database.
    pub db: Db,
    /// Who knows the time.
    pub clock: Arc<dyn Clock>,
    /// Who throws the dice.
    pub chance: Arc<dyn Chance>,
    /// Where files are kept.
    pub files: Files,
    /// Who is listening.
    pub bus: Bus,
    /// What this node runs beside its pages.
    pub engines: Engines,
    /// The sentences.
    pub words: Words,
    /// The server's secret.
    pub secret: Secret,
    /// What the operator chose.
    pub settings: Settings,
    /// Who stands behind a session cookie.
    pub whoami: fn(&mut Tx<'_>, &str, Moment) -> db::Result<Option<SignedIn>>,
    /// The style sheets.
    pub sheets: Sheets,
    /// The slices it is made of.
    pub slices: Vec<&'static Slice>,
    /// What is under way here.
    pub gate: Gate,
    /// What was last counted here.
    pub counted: Counted,
}

impl House {
    /// What this node runs of this type; none where it does not run it.
    pub fn engine<T: Any>(&self) -> Option<&T> {
        self.engines.get()
    }
}

/// The day of an instant, counted.
fn day(now: Moment) -> i64 {
    now.0.div_euclid(24 * 60 * 60 * 1_000)
}

/// What the operator chose, as pages need it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people type, without a slash at its end; printed on cards.
    pub public_url: String,
    /// The address under which browsers are led to this very node, where there are several; empty for none.
    pub node_url: String,
    /// Whether the people here are made up; said on every page.
    pub demo: bool,
    /// Whether the nearest peer is a proxy whose `X-Forwarded-For` counts.
    pub behind_proxy: bool,
}

impl Settings {
    /// Whether people come over TLS: cookies are then `Secure`.
    pub fn tls(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// What somebody must do before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// Choose a password: theirs was given to them, and somebody else has read it.
    Choose,
    /// Set up a second factor: they administer.
    Enrol,
}

impl Must {
    /// Where it is done.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Choose => "/compte/mot-de-passe",
            Self::Enrol => "/compte/double",
        }
    }
}

/// The person signed in, as pages greet them.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who, and what they hold.
    pub actor: Arc<Actor>,
    /// Which session.
    pub session: SessionId,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// The language they chose.
    pub lang: Option<Lang>,
    /// Whether they came in by a card, which colleagues can print.
    pub by_card: bool,
    /// Whether this device is shared by a family (shorter session, nothing kept).
    pub shared_device: bool,
    /// Whether this device is their own: only then does it keep pages for reading without a line.
    pub own_device: bool,
    /// What they must do before anything else.
    pub must: Option<Must>,
    /// From when on they sign, where that is still to come: their card was made anew a moment ago.
    pub signs_from: Option<Moment>,
}

impl SignedIn {
    /// Whether their pages are written in every language: those of families are.
    pub fn reads_any(&self) -> bool {
        !self.actor.is_staff() && !self.actor.is_pupil()
    }
}

/// The server's secret, from which tokens are derived. Never printed.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// The secret of these 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// HMAC-SHA-256 of `parts` under the secret, for one `purpose`; each part is framed by its length.
    pub fn sign(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).unwrap_or_else(|_| unreachable!("HMAC takes any key length"));
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// What the secret is known by, and told from another.
    pub(crate) fn mark(&self) -> [u8; 32] {
        self.sign("mark", &[])
    }

    /// An opaque name for a person, so that a device never takes one child's things for another's.
    pub fn name(&self, person: PersonId) -> String {
        HEXLOWER.encode(&self.sign("me", &[&person.bytes()])[..8])
    }

    /// What says that a form was made for this session.
    pub fn csrf(&self, session: SessionId) -> String {
        self.word("csrf", &[&session.bytes()])
    }

    /// A word that only this house writes, of `parts`, for one `purpose`: it vouches for what travels through a browser and back.
    pub fn word(&self, purpose: &str, parts: &[&[u8]]) -> String {
        HEXLOWER.encode(&self.sign(purpose, parts)[..16])
    }

    /// Whether `word` is the one that this house writes of these.
    pub fn wrote(&self, word: &str, purpose: &str, parts: &[&[u8]]) -> bool {
        bool::from(self.word(purpose, parts).as_bytes().ct_eq(word.as_bytes()))
    }

    /// The token that a form carries: its session's; then whose it is and of which day, which a session that has ended cannot say any
    /// more.
    pub(crate) fn token(&self, who: &SignedIn, now: Moment) -> String {
        self.form_token(who.session, who.actor.person, now)
    }

    /// The same, of a session and its person.
    pub fn form_token(&self, session: SessionId, person: PersonId, now: Moment) -> String {
        let (csrf, day) = (self.csrf(session), day(now));
        let made = self.made(&csrf, person, day);
        format!("{csrf}.{person}.{day}.{made}")
    }

    /// For whom the form with this token was made, yesterday or today.
    pub(crate) fn maker(&self, token: &str, now: Moment) -> Option<PersonId> {
        let mut parts = token.splitn(4, '.');
        let (csrf, person, made_on, made) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let (person, made_on) = (person.parse().ok()?, made_on.parse().ok()?);
        let same = bool::from(self.made(csrf, person, made_on).as_bytes().ct_eq(made.as_bytes()));
        (same && (day(now) - 1..=day(now)).contains(&made_on)).then_some(person)
    }

    fn made(&self, csrf: &str, person: PersonId, day: i64) -> String {
        HEXLOWER.encode(&self.sign("form", &[csrf.as_bytes(), &person.bytes(), &day.to_be_bytes()])[..8])
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("settings", &self.settings).finish_non_exhaustive()
    }
}
