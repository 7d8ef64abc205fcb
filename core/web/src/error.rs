//! What ends a request early. A refusal the person can mend is not here: it is a page ([`crate::Reply::refused`]).
use crate::{Must, Unfit};
use kernel::{BadId, Moment};

/// Why a request cannot be answered with its page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Absent, or hidden from this person: the two look the same. 404.
    #[error("not found")]
    NotFound,
    /// Seen but not theirs to change. 403.
    #[error("not allowed")]
    Forbidden,
    /// Nobody is signed in. Leads to the door.
    #[error("signed out")]
    SignedOut,
    /// An administrator without a second step, somebody whose password was given to them. Leads to where it is mended.
    #[error("something must be done first: {0:?}")]
    First(Must),
    /// They came in by a card made anew less than a day ago, and sign from this instant on. 403, nothing done.
    #[error("a card made anew does not sign yet")]
    NotYet(Moment),
    /// The form was not made for this session (an old page, or another site). 403, nothing done.
    #[error("the form does not belong to this session")]
    Stale,
    /// The request cannot be read: too large, not a form. 400.
    #[error("the request cannot be read: {0}")]
    Unreadable(String),
    /// The address, or a form that does not say so itself, has a text that cannot be kept as it came. 400.
    #[error("a text that cannot be kept as it came: {0:?}")]
    Unfit(Unfit),
    /// The files of a form are too much together. 400.
    #[error("its files are too large together")]
    Heavy,
    /// The line was silent for too long, or too slow. 408.
    #[error("the request came too slowly")]
    Slow,
    /// Too much at once from this session, this address or everybody; the key of its sentence. 429.
    #[error("too much at once: {0}")]
    Later(&'static str),
    /// A page could not be rendered. 500.
    #[error("the page failed")]
    Page(#[from] askama::Error),
    /// The database failed. 500.
    #[error("the database failed")]
    Db(#[from] db::Error),
    /// The file store failed. 500.
    #[error("the file store failed")]
    Files(#[from] files::Error),
    /// Anything else that is ours to mend. 500.
    #[error("{0}")]
    Ours(String),
}

/// The result of a page.
pub type Result<T> = std::result::Result<T, Error>;

impl From<access::Denied> for Error {
    fn from(_: access::Denied) -> Self {
        Self::Forbidden
    }
}

impl From<BadId> for Error {
    fn from(_: BadId) -> Self {
        Self::NotFound
    }
}
