//! Guesses: counted per user name and per address, under names that only this server can read, and forgotten in a day.
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
use std::{fmt::Write as _, net::Ipv6Addr};
use web::Secret;

/// The name under which guesses are counted.
#[derive(Clone, Copy, Debug)]
pub struct Key([u8; 32]);

impl Key {
    /// Of a user name, known or not.
    pub fn login(secret: &Secret, login: &str) -> Self {
        Self(secret.sign("guess-login", &[login.as_bytes()]))
    }

    /// Of a person's second step.
    pub fn second(secret: &Secret, person: PersonId) -> Self {
        Self(secret.sign("guess-second", &[&person.bytes()]))
    }

    /// Of an address. A whole school may share one of IPv4; of IPv6 each home has 2⁶⁴, which count as one.
    pub fn address(secret: &Secret, address: &str) -> Self {
        let network = address.parse::<Ipv6Addr>().ok().filter(|six| six.to_ipv4_mapped().is_none());
        let network = network.map(|six| six.octets()[..8].to_vec());
        Self(secret.sign("guess-address", &[network.as_deref().unwrap_or(address.as_bytes())]))
    }
}

/// Wrong tries before one must wait.
const FREE: i64 = 5;
/// The longest wait, in minutes.
const LONGEST: i64 = 15;
/// Wrong tries from one address in [`WINDOW`]: a school's whole hall may be at it on the same line.
const AT_ADDRESS: i64 = 100;
/// The window of an address, in minutes.
const WINDOW: i64 = 10;

/// The SQL of the instant of the next try, `tries` being what the column held before this one: at the fifth wrong try a minute,
/// then twice as long each time, a quarter of an hour at most.
pub fn next_try(tries: &str, now: &str) -> String {
    let minute = 60_000;
    let mut sql = format!("CASE WHEN {tries} < {} THEN 0", FREE - 1);
    for (more, minutes) in (0..).zip([1, 2, 4, 8]) {
        let _ = write!(sql, " WHEN {tries} = {} THEN {now} + {}", FREE - 1 + more, minutes * minute);
    }
    format!("{sql} ELSE {now} + {} END", LONGEST * minute)
}

/// Counts a try before it is looked at; says until when to wait if it is not to be looked at.
pub fn attempt(tx: &mut Tx<'_>, key: Key, now: Moment) -> Result<Option<Moment>> {
    let sql = format!(
        "INSERT INTO signin_guess (key, tries, since, next_try_at) VALUES (?1, 1, ?2, 0)
         ON CONFLICT (key) DO UPDATE SET tries = signin_guess.tries + 1, since = ?2, next_try_at = {}
         WHERE signin_guess.next_try_at <= ?2 RETURNING tries",
        next_try("signin_guess.tries", "CAST(?2 AS BIGINT)")
    );
    if tx.first(&sql, &params![key.0, now])?.is_some() { Ok(None) } else { waiting(tx, key, now) }
}

/// Until when this name must wait.
pub fn waiting(tx: &mut Tx<'_>, key: Key, now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT next_try_at FROM signin_guess WHERE key = ?1 AND next_try_at > ?2";
    Ok(tx.first(sql, &params![key.0, now])?.map(|row| row.get(0)))
}

/// It was right: its tries are forgotten.
pub fn clear(tx: &mut Tx<'_>, key: Key) -> Result<()> {
    tx.execute("DELETE FROM signin_guess WHERE key = ?1", &params![key.0]).map(drop)
}

/// Until when this address must wait.
pub fn address_waiting(tx: &mut Tx<'_>, key: Key, now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT since FROM signin_guess WHERE key = ?1 AND tries >= ?2 AND since > ?3";
    let row = tx.first(sql, &params![key.0, AT_ADDRESS, now.plus_minutes(-WINDOW)])?;
    Ok(row.map(|row| row.get::<Moment>(0).plus_minutes(WINDOW)))
}

/// Counts a wrong try from this address.
pub fn address_failed(tx: &mut Tx<'_>, key: Key, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_guess (key, tries, since, next_try_at) VALUES (?1, 1, ?2, 0)
         ON CONFLICT (key) DO UPDATE SET tries = CASE WHEN signin_guess.since <= ?3 THEN 1 ELSE signin_guess.tries + 1 END,
         since = CASE WHEN signin_guess.since <= ?3 THEN excluded.since ELSE signin_guess.since END",
        &params![key.0, now, now.plus_minutes(-WINDOW)],
    )
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::Key;
    use web::Secret;

    #[test]
    fn a_home_of_ipv6_counts_as_one_and_addresses_of_ipv4_do_not() {
        let secret = Secret::new([1; 32]);
        let same = |one, other| Key::address(&secret, one).0 == Key::address(&secret, other).0;
        assert!(same("2001:db8:1:2::1", "2001:db8:1:2:ffff:0:1:9"));
        assert!(!same("2001:db8:1:2::1", "2001:db8:1:3::1"));
        assert!(!same("203.0.113.7", "203.0.113.8"));
        assert!(!same("::ffff:203.0.113.7", "::ffff:203.0.113.8"));
        assert!(same("", ""));
    }
}
