//! The memory of forms already answered: a form sent twice counts once.
pub mod paged;
pub mod secret;
pub mod unsent;
pub mod upload;

use db::{Result, Tx, params};
use kernel::Moment;

/// Claims a key. `Some` is where its first sending led.
pub fn claim(tx: &mut Tx<'_>, key: &[u8; 32], now: Moment) -> Result<Option<String>> {
    let sql = "INSERT INTO web_once (key, at, location) VALUES (?1, ?2, '') ON CONFLICT (key) DO NOTHING";
    if tx.execute(sql, &params![*key, now])? == 1 {
        return Ok(None);
    }
    Ok(tx.first("SELECT location FROM web_once WHERE key = ?1", &params![*key])?.map(|row| row.get(0)))
}

/// Remembers where the first sending led.
pub fn settle(tx: &mut Tx<'_>, key: &[u8; 32], location: &str) -> Result<()> {
    tx.execute("UPDATE web_once SET location = ?2 WHERE key = ?1", &params![*key, location]).map(drop)
}

/// Writes a row of this length and takes it away: whether anything can be written.
pub fn try_out(tx: &mut Tx<'_>, key: &[u8], text: &str, now: Moment) -> Result<()> {
    let sql = "INSERT INTO web_once (key, at, location) VALUES (?1, ?2, ?3)";
    tx.execute(sql, &params![key, now, text])?;
    tx.execute("DELETE FROM web_once WHERE key = ?1", &params![key]).map(drop)
}

/// Forgets a key: what was refused may be sent again as it is.
pub fn release(tx: &mut Tx<'_>, key: &[u8; 32]) -> Result<()> {
    tx.execute("DELETE FROM web_once WHERE key = ?1", &params![*key]).map(drop)
}

/// How many forms are remembered.
#[cfg(test)]
pub fn count(tx: &mut Tx<'_>) -> Result<i64> {
    Ok(tx.first("SELECT count(*) FROM web_once", &[])?.map_or(0, |row| row.get(0)))
}
