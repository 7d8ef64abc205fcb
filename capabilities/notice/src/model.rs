//! By which way a person is reached, and what is known of a message.
use crate::seal::Seal;
use kernel::{Id, Moment, PersonId, UnitId};

/// What the id of a notice names.
#[derive(Debug)]
pub enum NoticeKind {}
/// The id of a notice.
pub type NoticeId = Id<NoticeKind>;

/// How a person is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// In the platform: they come and see.
    Platform,
    /// By e-mail.
    Email,
    /// By SMS.
    Sms,
    /// By a printed sheet.
    Paper,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Platform, Self::Email, Self::Sms, Self::Paper];

    /// The word kept in the database and sent by forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Paper => "paper",
        }
    }

    /// The way this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// A person's channel: the way, and the address or number it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// How.
    pub way: Way,
    /// Where, for e-mail and SMS.
    pub address: Option<String>,
}

impl Channel {
    /// A way that wants no address.
    pub const fn bare(way: Way) -> Self {
        Self { way, address: None }
    }
}

/// A message to one person, on its way by their channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The school that writes.
    pub school: UnitId,
    /// Who writes; nobody means the school itself.
    pub author: Option<PersonId>,
    /// To whom.
    pub to: PersonId,
    /// What it says, in the platform alone.
    pub text: String,
    /// Where it leads whoever is signed in: a path, `/accord`. None: it stands alone, among their messages.
    pub link: Option<String>,
    /// Where it leads whoever is not, with the seal that opens it: `/reponse/` and a key.
    pub sealed: Option<(String, Seal)>,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// It waits: for the morning, for the line, for the sheet to be handed out.
    Waiting,
    /// It could not be delivered.
    Failed,
    /// It has left, or it shows.
    Sent,
    /// It has arrived.
    Received,
    /// It was read.
    Read,
}

/// What is known of a message, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fate {
    /// By which way.
    pub way: Way,
    /// How far it has come.
    pub known: Known,
    /// When it left, or began to show.
    pub sent_at: Option<Moment>,
    /// When it arrived.
    pub received_at: Option<Moment>,
    /// When it was read.
    pub read_at: Option<Moment>,
}

/// An e-mail address that can be written to: one `@`, a domain with a dot, no space.
pub fn email(typed: &str) -> Option<String> {
    let (name, domain) = typed.split_once('@')?;
    let plain = |text: &str| !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;@\"".contains(c));
    let dotted = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
    (!name.is_empty() && plain(name) && plain(domain) && dotted && typed.len() <= 254).then(|| typed.to_owned())
}
