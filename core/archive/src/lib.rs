//! The whole house in one file: taken while people write, put back elsewhere, and a digest that says whether two houses hold
//! the same.
//!
//! The file is a plain tar, the same for both databases: `manifest.json` (which schema), `tables/NAME/000000.jsonl` (rows, an
//! array a line), `files/NAME`, and at its end `digest.json` (what all of it must add up to).
//!
//! Invariants: the rows come from one snapshot; memory does not grow with the number of rows; a restoration is whole or
//! leaves nothing; an older archive is put back under its own schema and brought up by the later steps; it is refused where
//! something already is, when it is newer than the program, and when the file is not what was written.
mod backup;
mod digest;
mod entry;
mod restore;
mod store;
#[cfg(test)]
mod tests;

pub use backup::{backup, step_digest};
pub use digest::{Digest, Part, digest};
pub use restore::{Restored, digest_of, restore};

/// Why it was not done. Each says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error("the database failed: {0}")]
    Db(#[from] db::Error),
    /// The file store failed.
    #[error("the file store failed: {0}")]
    Files(#[from] files::Error),
    /// The archive could not be written or read.
    #[error("the archive cannot be written or read: {0}")]
    Io(#[from] std::io::Error),
    /// The file is no archive of ours, or not of this format.
    #[error("this is no archive of Préau that this version reads: {0}")]
    Unknown(String),
    /// The file ends before its end.
    #[error("the archive is cut: its end is missing; take it again")]
    Cut,
    /// What is in the file is not what was written.
    #[error("the archive is damaged: {0} is not what was written; take another")]
    Damaged(String),
    /// Something is already there.
    #[error("nothing was restored: {0} is not empty; restore into a new database and a new folder of files")]
    NotEmpty(String),
    /// The archive is newer than the program.
    #[error(
        "nothing was restored: the archive is newer than this program, which does not know the step {0} of its schema; restore with the version that made the archive, or a later one"
    )]
    Newer(String),
    /// A step of the schema is not the one that had run.
    #[error(
        "nothing was restored: the step {0} of the schema is not the one that had run when the archive was taken; restore with an unchanged version"
    )]
    Edited(String),
    /// The steps of the schema make other tables than those of the archive.
    #[error("nothing was restored: the archive has other tables than the steps of its schema make; take another")]
    OtherTables,
    /// The program is going down.
    #[error("interrupted before the end: the program is stopping")]
    Stopped,
}

/// The result of a backup or a restoration.
pub type Result<T> = std::result::Result<T, Error>;

/// Runs what waits for the disk off the async threads.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Stopped)?
}
