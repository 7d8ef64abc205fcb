//! What can go wrong below a store function.
use crate::postgres_side::Fault;

/// What can go wrong below a store function. None of it is for the person to mend.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite refused a statement or the disk.
    #[error("SQLite failed")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused a statement or the line to it broke.
    #[error("PostgreSQL failed")]
    Postgres(#[source] Fault),
    /// PostgreSQL did not answer for longer than anything may take.
    #[error("PostgreSQL does not answer")]
    Silent,
    /// Every connection was taken for as long as anybody waits for one.
    #[error("every connection to PostgreSQL is taken")]
    Taken,
    /// Others came in between each time it was tried.
    #[error("too many wanted to write the same rows at once")]
    Busy,
    /// A statement had failed and the store function went on: PostgreSQL would have kept nothing of it.
    #[error("a statement failed, and its failure was passed over")]
    PassedOver,
    /// A text with a NUL in it, which SQLite keeps and PostgreSQL does not.
    #[error("a text holds a NUL character")]
    Nul,
    /// The program is going down, or the batch could not be written.
    #[error("nothing was written: the database is stopping, or its disk is full or may not be written on")]
    Stopping,
    /// A store function panicked; its transaction was undone.
    #[error("a store function panicked: {0}")]
    Panicked(String),
    /// A step of the schema was edited after it ran here.
    #[error(
        "the step {0} of the schema is not the one that ran in this database: a step is never edited, a new one is added"
    )]
    Edited(String),
    /// The database is newer than the program.
    #[error(
        "the database is newer than this program, which does not know the step {0} of its schema; start the version that was running, or a later one"
    )]
    Newer(String),
    /// The address of the database cannot be used.
    #[error("the database cannot be opened: {0}")]
    Open(String),
}

impl Error {
    /// Whether the same may well succeed a little later: the server is away, the disk is full, too many come at once.
    pub fn is_passing(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DiskFull, ReadOnly, SystemIoFailure};
        match self {
            Self::Silent | Self::Taken | Self::Busy | Self::Stopping => true,
            Self::Sqlite(rusqlite::Error::SqliteFailure(error, _)) => {
                matches!(error.code, DiskFull | ReadOnly | SystemIoFailure | CannotOpen | DatabaseBusy)
            }
            // The classes of what the server lacks (memory, disk), what somebody stopped, and what the system did.
            Self::Postgres(error) => error
                .code()
                .is_none_or(|code| ["08", "53", "55", "57", "58"].iter().any(|class| code.code().starts_with(class))),
            _ => false,
        }
    }

    /// Whether a write that ended so may be in the database all the same: the line broke, and the answer to the commit with it.
    pub fn leaves_in_doubt(&self) -> bool {
        match self {
            Self::Silent | Self::Stopping => true,
            Self::Postgres(error) => {
                error.code().is_none_or(|code| ["08", "57"].iter().any(|class| code.code().starts_with(class)))
            }
            _ => false,
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Postgres(error.into())
    }
}

/// The result of a store function that cannot be refused.
pub type Result<T> = std::result::Result<T, Error>;
