//! Codes guessed at: wrong ones are counted per network (of IPv6 a /64, a /56, a /48), under a name only this server can read, and
//! forgotten in a day. The link in the sheet's square opens all the while: it is not to be guessed.
use db::{Result, Tx, params};
use kernel::Moment;
use web::Secret;

/// Wrong codes from one address in [`WINDOW`]; twice as many from the /56 around it, four times from the /48.
const MOST: [i64; 3] = [20, 40, 80];
/// The window, in minutes.
const WINDOW: i64 = 10;

fn key(secret: &Secret, network: &str) -> [u8; 32] {
    secret.sign("reply-guess", &[network.as_bytes()])
}

/// Until when these networks, the narrowest first, must wait.
pub fn waiting(tx: &mut Tx<'_>, secret: &Secret, networks: &[String], now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT since FROM agreement_reply_guess WHERE key = ?1 AND tries >= ?2 AND since > ?3";
    let mut until = None;
    for (network, most) in networks.iter().zip(MOST) {
        let row = tx.first(sql, &params![key(secret, network), most, now.plus_minutes(-WINDOW)])?;
        until = until.max(row.map(|row| row.get::<Moment>(0).plus_minutes(WINDOW)));
    }
    Ok(until)
}

/// Counts a wrong code from these networks.
pub fn failed(tx: &mut Tx<'_>, secret: &Secret, networks: &[String], now: Moment) -> Result<()> {
    networks.iter().try_for_each(|network| count(tx, key(secret, network), now))
}

fn count(tx: &mut Tx<'_>, key: [u8; 32], now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO agreement_reply_guess (key, tries, since) VALUES (?1, 1, ?2)
         ON CONFLICT (key) DO UPDATE SET tries = CASE WHEN agreement_reply_guess.since <= ?3 THEN 1 ELSE agreement_reply_guess.tries + 1 END,
         since = CASE WHEN agreement_reply_guess.since <= ?3 THEN excluded.since ELSE agreement_reply_guess.since END",
        &params![key, now, now.plus_minutes(-WINDOW)],
    )
    .map(drop)
}
