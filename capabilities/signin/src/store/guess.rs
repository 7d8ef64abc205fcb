//! Guesses: counted under names that only this server can read, and forgotten in a day. Per account, or per account on a device
//! that has signed in before: one waits. Per network and over the whole house: one's short code alone is not enough any more.
use crate::code::CardId;
use db::{Result, Tx, params};
use kernel::{Chance, Moment, PersonId};
use std::fmt::Write as _;
use web::Secret;

/// The name under which guesses are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// Of a user name, known or not.
    pub fn login(secret: &Secret, login: &str) -> Self {
        Self(secret.sign("guess-login", &[login.as_bytes()]))
    }

    /// Of a card.
    pub fn card(secret: &Secret, card: CardId) -> Self {
        Self(secret.sign("guess-card", &[&card.bytes()]))
    }

    /// Of the key printed on a card.
    pub fn printed(secret: &Secret, card: CardId) -> Self {
        Self(secret.sign("guess-printed", &[&card.bytes()]))
    }

    /// Of a person's second step.
    pub fn second(secret: &Secret, person: PersonId) -> Self {
        Self(secret.sign("guess-second", &[&person.bytes()]))
    }

    /// Of codes asked for in the place of this user name's password, known or not.
    pub fn forgot(secret: &Secret, login: &str) -> Self {
        Self(secret.sign("guess-forgot", &[login.as_bytes()]))
    }

    /// Of the same account on one device that has opened it before.
    #[must_use]
    pub fn on(self, secret: &Secret, device: &[u8]) -> Self {
        Self(secret.sign("guess-device", &[&self.0, device]))
    }

    /// The account itself, to be signed into a device's memory of it.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Wrong tries before one must wait.
const FREE: i64 = 5;
/// The longest wait, in minutes.
const LONGEST: i64 = 15;

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

/// Whether a try is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is; when it is wrong, one must wait afterwards.
    Look {
        /// Whether a wrong one makes the next ones wait.
        last: bool,
    },
    /// It is not, before this instant.
    Wait(Moment),
}

/// Counts a try before it is looked at.
pub fn attempt(tx: &mut Tx<'_>, key: Key, now: Moment) -> Result<Attempt> {
    let sql = format!(
        "INSERT INTO signin_guess (key, tries, since, next_try_at) VALUES (?1, 1, ?2, 0)
         ON CONFLICT (key) DO UPDATE SET tries = signin_guess.tries + 1, since = ?2, next_try_at = {}
         WHERE signin_guess.next_try_at <= ?2 RETURNING tries",
        next_try("signin_guess.tries", "CAST(?2 AS BIGINT)")
    );
    if let Some(row) = tx.first(&sql, &params![key.0, now])? {
        return Ok(Attempt::Look { last: row.get::<i64>(0) >= FREE });
    }
    Ok(Attempt::Wait(waiting(tx, key, now)?.unwrap_or(now)))
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

/// What is tried at the door, each counted by itself: pupils who mistype codes close nothing to their teachers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The code of a card, or its PIN.
    Code,
    /// The code of a letter to a family.
    Letter,
    /// A password, or the code of the second step.
    Password,
    /// A code asked for, or a wrong one, in the place of a forgotten password.
    Forgot,
}

/// Wrong tries from one address (of IPv6: from one /64) before the next cost more; twice as many from a /56, four times from a /48.
pub const FROM_ONE: i64 = 100;
impl What {
    /// The names under which it is counted: per network, and in the whole house where it is a code.
    const fn names(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Code => ("guess-code-from", Some("guess-code")),
            Self::Letter => ("guess-letter-from", Some("guess-letter")),
            Self::Password => ("guess-password-from", None),
            Self::Forgot => ("guess-forgot-from", None),
        }
    }
}

/// Wrong codes in the whole house before codes alone open nothing for the rest of a day.
pub const IN_ALL: i64 = 20_000;
/// Over how many rows these are counted, one of them drawn for each try: many wrong tries at once do not queue for one row.
const LANES: u32 = 16;

/// Where tries come from.
#[derive(Clone, Debug)]
pub struct Whence(Vec<(Key, i64, bool)>);

impl Whence {
    /// These networks, the narrowest first; for a code, the whole house too.
    pub fn new(secret: &Secret, chance: &dyn Chance, what: What, networks: &[String]) -> Self {
        let (name, in_all) = what.names();
        let most = [FROM_ONE, 2 * FROM_ONE, 4 * FROM_ONE];
        let from = networks.iter().zip(most).map(|(network, most)| (secret.sign(name, &[network.as_bytes()]), most));
        let mut counted: Vec<_> = from.map(|(key, most)| (Key(key), most, false)).collect();
        if let Some(name) = in_all {
            let lane = chance.below(LANES);
            counted.push((Key(secret.sign(name, &[&lane.to_be_bytes()])), IN_ALL / i64::from(LANES), true));
        }
        Self(counted)
    }
}

/// Until when tries from there cost more.
pub fn dear(tx: &mut Tx<'_>, whence: &Whence, now: Moment) -> Result<Option<Moment>> {
    let keys: Vec<db::Value> = whence.0.iter().map(|(key, ..)| key.0.into()).collect();
    let sql = format!(
        "SELECT max(next_try_at) FROM signin_guess WHERE key IN ({}) AND next_try_at > ?1",
        super::marks(2, keys.len())
    );
    let values: Vec<_> = std::iter::once(now.into()).chain(keys).collect();
    Ok(tx.first(&sql, &values)?.and_then(|row| row.get(0)))
}

/// Counts a wrong try from there. At so many from a network tries cost more for ten minutes; at as many again for twenty, and so
/// on up to four hours. In the whole house it is for the rest of the day.
pub fn failed(tx: &mut Tx<'_>, whence: &Whence, now: Moment) -> Result<()> {
    let minute = 60_000;
    let (old, at) = ("signin_guess.since <= ?3", "CAST(?2 AS BIGINT)");
    let tries = format!("(CASE WHEN {old} THEN 1 ELSE signin_guess.tries + 1 END)");
    let mut grows = format!("CASE WHEN {tries} % CAST(?4 AS BIGINT) <> 0 THEN signin_guess.next_try_at");
    for (times, minutes) in (1..).zip([10, 20, 40, 80, 160]) {
        let _ = write!(grows, " WHEN {tries} / CAST(?4 AS BIGINT) = {times} THEN {at} + {}", minutes * minute);
    }
    let _ = write!(grows, " ELSE {at} + {} END", 240 * minute);
    let stays = format!("CASE WHEN {tries} >= CAST(?4 AS BIGINT) THEN signin_guess.since + 86400000 ELSE 0 END");
    for (key, most, whole) in &whence.0 {
        let next = if *whole { &stays } else { &grows };
        let sql = format!(
            "INSERT INTO signin_guess (key, tries, since, next_try_at) VALUES (?1, 1, ?2, 0)
             ON CONFLICT (key) DO UPDATE SET tries = {tries}, next_try_at = {next},
             since = CASE WHEN {old} THEN excluded.since ELSE signin_guess.since END"
        );
        tx.execute(&sql, &params![key.0, now, now.plus_days(-1), *most])?;
    }
    Ok(())
}
