//! Codes guessed at: wrong ones are counted per address, under a name only this server can read, and forgotten in a day.
use db::{Result, Tx, params};
use kernel::Moment;
use web::Secret;

/// Wrong codes from one address in [`WINDOW`].
const MOST: i64 = 20;
/// The window, in minutes.
const WINDOW: i64 = 10;

fn key(secret: &Secret, address: &str) -> [u8; 32] {
    secret.sign("reply-guess", &[address.as_bytes()])
}

/// Until when this address must wait.
pub fn waiting(tx: &mut Tx<'_>, secret: &Secret, address: &str, now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT since FROM agreement_reply_guess WHERE key = ?1 AND tries >= ?2 AND since > ?3";
    let row = tx.first(sql, &params![key(secret, address), MOST, now.plus_minutes(-WINDOW)])?;
    Ok(row.map(|row| row.get::<Moment>(0).plus_minutes(WINDOW)))
}

/// Counts a wrong code from this address.
pub fn failed(tx: &mut Tx<'_>, secret: &Secret, address: &str, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO agreement_reply_guess (key, tries, since) VALUES (?1, 1, ?2)
         ON CONFLICT (key) DO UPDATE SET tries = CASE WHEN agreement_reply_guess.since <= ?3 THEN 1 ELSE agreement_reply_guess.tries + 1 END,
         since = CASE WHEN agreement_reply_guess.since <= ?3 THEN excluded.since ELSE agreement_reply_guess.since END",
        &params![key(secret, address), now, now.plus_minutes(-WINDOW)],
    )
    .map(drop)
}
