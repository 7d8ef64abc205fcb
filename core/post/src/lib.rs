//! What leaves the house: e-mail and SMS, by the académie's own servers, or into a folder.
//!
//! Invariants: nothing leaves unless the operator says how; a letter bears a key of its own, so that whoever gets it twice
//! can tell; no name of a person is in a file's name or in what a refusal says; TLS is rustls with aws-lc-rs.
mod config;
mod folder;
mod gateway;
mod smtp;
#[cfg(test)]
mod tests;

pub use config::{BadConfig, Config, Email, Gateway, Hidden, Shape, Sms, Smtp, Tls};

use std::path::PathBuf;

/// Where a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// An e-mail address.
    Email(String),
    /// A telephone number, as people write it.
    Phone(String),
}

/// A short message on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its own name, letters and digits: the same letter sent again bears the same.
    pub key: String,
    /// Where it goes.
    pub to: To,
    /// What it is about; an SMS has none.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Why a letter did not leave. Says nothing of whom it was for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It may leave later: the line is cut, the other side is busy.
    #[error("not sent, will be tried again: {0}")]
    Later(String),
    /// It will never leave like this: no such address, no way to send.
    #[error("cannot be sent: {0}")]
    Never(String),
}

impl Refused {
    /// Whether to try again.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Later(_))
    }
}

/// Carries letters out. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Carrier {
    email: Way,
    sms: Way,
}

/// One way out.
#[derive(Clone, Debug, Default)]
enum Way {
    /// None: the operator named no server.
    #[default]
    Nowhere,
    /// One file a letter.
    Folder(PathBuf),
    /// A mail server.
    Smtp(smtp::Server),
    /// An SMS gateway over HTTP.
    Gateway(gateway::Door),
}

impl Carrier {
    /// A carrier as configured. Nothing is asked of any server yet.
    pub fn open(config: &Config) -> Result<Self, BadConfig> {
        let email = match &config.email {
            Email::None => Way::Nowhere,
            Email::Folder { path } => Way::Folder(path.clone()),
            Email::Smtp(smtp) => Way::Smtp(smtp::Server::open(smtp)?),
        };
        let sms = match &config.sms {
            Sms::None => Way::Nowhere,
            Sms::Folder { path } => Way::Folder(path.clone()),
            Sms::Gateway(gateway) => Way::Gateway(gateway::Door::open(gateway)?),
        };
        Ok(Self { email, sms })
    }

    /// A carrier that leaves everything in one folder: for a demonstration and for tests.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self { email: Way::Folder(path.clone()), sms: Way::Folder(path) }
    }

    /// Whether e-mail can leave.
    pub fn has_email(&self) -> bool {
        !matches!(self.email, Way::Nowhere)
    }

    /// Whether SMS can leave.
    pub fn has_sms(&self) -> bool {
        !matches!(self.sms, Way::Nowhere)
    }

    /// Carries a letter out; once it is `Ok`, the other side has it.
    pub async fn carry(&self, letter: &Letter) -> Result<(), Refused> {
        let way = match letter.to {
            To::Email(_) => &self.email,
            To::Phone(_) => &self.sms,
        };
        match way {
            Way::Nowhere => Err(Refused::Never("no server is named for this".to_owned())),
            Way::Folder(path) => folder::put(path, letter).await,
            Way::Smtp(server) => server.send(letter).await,
            Way::Gateway(door) => door.send(letter).await,
        }
    }
}
