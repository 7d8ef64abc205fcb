//! Whether this node can keep what it is given: asked by `/readyz`, by `preau check`, and when something has failed.
use crate::{Error, House, Result, store};
use db::Db;
use files::Files;
use kernel::{Chance, Id, Moment};
use std::time::Duration;

/// How long is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// What is written, in bytes: more than what a full disk has left in a page already there.
const LENGTH: usize = 64 * 1024;

/// Writes a row and a file, and takes both away.
pub async fn can_write(db: &Db, files: &Files, chance: &dyn Chance, now: Moment) -> Result<()> {
    let id = Id::<()>::new(now, chance);
    let tried = async {
        let key: [u8; 16] = id.bytes();
        db.write(move |tx| store::try_out(tx, &key, &"x".repeat(LENGTH), now)).await?;
        let name = id.to_string();
        files.put(&name, vec![0; LENGTH].into()).await?;
        Ok(files.delete(&name).await?)
    };
    tokio::time::timeout(PATIENCE, tried).await.unwrap_or_else(|_| Err(Error::Ours("no answer in time".to_owned())))
}

impl House {
    /// Whether what people send can be kept now. An error of a page when it can is ours; when it cannot, it is of the machine.
    pub async fn can_write(&self) -> Result<()> {
        can_write(&self.db, &self.files, &*self.chance, self.clock.now()).await
    }
}
