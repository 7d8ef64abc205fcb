//! Whether a secret is the one this house's cards and second steps were made with.
use crate::Secret;
use db::{Result, Tx, params};

/// Whether the house has had another secret than this one.
pub fn is_another(tx: &mut Tx<'_>, secret: &Secret) -> Result<bool> {
    let known = tx.first("SELECT mark FROM web_secret", &[])?;
    Ok(known.is_some_and(|row| row.get::<Vec<u8>>(0) != secret.mark()))
}

/// From now on it is this one.
pub fn begin_with(tx: &mut Tx<'_>, secret: &Secret) -> Result<()> {
    tx.execute("DELETE FROM web_secret WHERE mark <> ?1", &params![secret.mark()])?;
    tx.execute("INSERT INTO web_secret (mark) VALUES (?1) ON CONFLICT DO NOTHING", &params![secret.mark()]).map(drop)
}
