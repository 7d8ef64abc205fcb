//! A card, a session, and the device it is on.
use crate::code::CardId;
use kernel::{Moment, PersonId, SessionId};

/// A card as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// Whose.
    pub person: PersonId,
    /// What its token is worked out from, with the server's secret.
    pub salt: Vec<u8>,
    /// The code one types.
    pub code: String,
    /// Whether its PIN was chosen.
    pub has_pin: bool,
    /// When it was made.
    pub issued_at: Moment,
    /// When it last opened.
    pub used_at: Option<Moment>,
    /// Before this instant no PIN is looked at.
    pub next_try_at: Moment,
    /// Before this instant it signs nothing: it replaced another.
    pub signs_at: Option<Moment>,
    /// Since when its holder is blocked.
    pub blocked_at: Option<Moment>,
}

impl Card {
    /// What is left to wait after too many wrong PINs.
    pub fn wait(&self, now: Moment) -> Option<Moment> {
        (self.next_try_at > now).then_some(self.next_try_at)
    }
}

/// For how many days a first password waits that came with many others: an import in August, an entry in October.
pub const LONG: i64 = 60;
/// For how many days a printed slip opens, after the one when it was printed.
const SLIP: i64 = 7;
/// For how many minutes a password that was given opens again, once it has opened.
pub const GRACE: i64 = 60;

/// A password that somebody else gave, and its owner has not changed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// When.
    pub at: Moment,
    /// Until when it opens.
    pub until: Moment,
}

impl Given {
    /// Given at an instant, until another; where none is kept, for as long as a first password waits.
    pub fn new(at: Moment, until: Option<Moment>) -> Self {
        Self { at, until: until.unwrap_or_else(|| at.plus_days(LONG)) }
    }

    /// One of a slip printed at `now`: to the end of the seventh day.
    pub fn slip(now: Moment) -> Self {
        let day = now.plus_days(SLIP).paris().date();
        // The last minute of the day: a sheet says a day, and that day counts whole.
        Self { at: now, until: Moment::at_paris(day, 23, 59).plus_minutes(1) }
    }

    /// Whether it opens at an instant.
    pub fn opens(&self, now: Moment) -> bool {
        now < self.until
    }

    /// The last day on which it opens, as an instant of that day.
    pub fn last_day(&self) -> Moment {
        self.until.plus_minutes(-1)
    }
}

/// Somebody shut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Since when.
    pub at: Moment,
    /// By whom.
    pub by: PersonId,
    /// Why, in their words: for who may let them back in.
    pub reason: String,
}

/// All that somebody enters with, for who may let them back in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Their user name.
    pub login: Option<String>,
    /// Their password, where somebody gave it and they have not changed it yet.
    pub given: Option<Given>,
    /// Since when they have a second step.
    pub second: Option<Moment>,
    /// How many sessions are open.
    pub sessions: i64,
    /// Whether they have a live card, and whether they chose its PIN.
    pub card: Option<bool>,
    /// When their last card was revoked.
    pub revoked: Option<Moment>,
    /// Whether they are shut out.
    pub blocked: Option<Blocked>,
}

/// Whose device it is, as the person said on entering: how long the session lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// Their own telephone or computer: thirty days.
    Own,
    /// The family's: half a day, and others of the family enter beside.
    Shared,
    /// Anybody's: two hours, and closed with the browser.
    School,
    /// An adult's at work: ten hours, and closed with the browser.
    Work,
}

impl Device {
    /// The word kept in the database and sent by forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Shared => "shared",
            Self::School => "school",
            Self::Work => "work",
        }
    }

    /// The device a card was shown on; anything unsaid is anybody's.
    pub fn of_card(word: &str) -> Self {
        match word {
            "own" => Self::Own,
            "shared" => Self::Shared,
            _ => Self::School,
        }
    }

    /// The device a password was typed on.
    pub fn of_password(word: &str) -> Self {
        if word == "own" { Self::Own } else { Self::Work }
    }

    /// How long a session lives here, in minutes.
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Own => 30 * 24 * 60,
            Self::Shared => 12 * 60,
            Self::School => 2 * 60,
            Self::Work => 10 * 60,
        }
    }

    /// For how many seconds the browser keeps the session's cookie; none, until it closes.
    pub const fn cookie_seconds(self) -> Option<i64> {
        match self {
            Self::Own | Self::Shared => Some(self.minutes() * 60),
            Self::School | Self::Work => None,
        }
    }
}

/// A session to open.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'o> {
    /// For whom.
    pub person: PersonId,
    /// With which card; none for a password.
    pub card: Option<CardId>,
    /// On whose device.
    pub device: Device,
    /// What the device says it is (`User-Agent`).
    pub agent: &'o str,
    /// Whether what they are as staff waits for their password, as with a card: they came by a portal for families.
    pub limited: bool,
}

/// A session, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What the device is, in two words of [`agent`].
    pub agent: String,
    /// When it was opened.
    pub since: Moment,
    /// When it was last seen, to the hour.
    pub seen_at: Moment,
}

/// Somebody with a live session on a family's device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Their session.
    pub session: SessionId,
    /// Who.
    pub person: PersonId,
    /// Their card.
    pub card: CardId,
    /// Two letters: whoever holds the device reads no name before the PIN.
    pub initials: String,
    /// When they came in.
    pub since: Moment,
}

/// The system and the browser of a `User-Agent`, two words; all that is kept of it.
pub fn agent(said: &str) -> String {
    let first = |list: &[(&str, &'static str)], other| {
        list.iter().find(|(mark, _)| said.contains(mark)).map_or(other, |(_, word)| *word)
    };
    let system = first(
        &[
            ("iPhone", "iphone"),
            ("iPad", "ipad"),
            ("CrOS", "chromebook"),
            ("Windows", "windows"),
            ("Macintosh", "mac"),
            ("Linux", "linux"),
        ],
        "other",
    );
    let system = match (said.contains("Android"), said.contains("Mobile")) {
        (true, true) => "android",
        (true, false) => "tablet",
        _ => system,
    };
    let browser = first(
        &[
            ("Edg", "Edge"),
            ("OPR", "Opera"),
            ("SamsungBrowser", "Samsung Internet"),
            ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ],
        "",
    );
    format!("{system} {browser}")
}
