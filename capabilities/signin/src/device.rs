//! A device that has opened an account before: guesses made elsewhere do not shut it out (ADR 0021).
//!
//! Its cookie says so for each account in 24 bytes: eight of chance, and a seal that only this server makes and that names nobody.
//! It opens nothing: tries from the device are counted by themselves, and wait like all others.
use crate::store::guess::Key;
use data_encoding::BASE64URL_NOPAD;
use kernel::Chance;
use subtle::ConstantTimeEq;
use web::{Ask, Reply, Secret};

/// The cookie's name.
const COOKIE: &str = "appareil";
/// How many accounts a device remembers; the oldest is forgotten first.
const MOST: usize = 8;
/// For how long it remembers, in seconds.
const LONG: i64 = 365 * 24 * 60 * 60;
/// How many bytes are of chance.
const DRAWN: usize = 8;

fn seal(secret: &Secret, account: Key, drawn: &[u8]) -> [u8; 16] {
    let mut seal = [0; 16];
    seal.copy_from_slice(&secret.sign("device", &[account.bytes(), drawn])[..16]);
    seal
}

/// The name under which tries of this account from this device are counted, if it has opened it before.
pub fn known(ask: &Ask, secret: &Secret, account: Key) -> Option<Key> {
    let entries = ask.cookie(COOKIE).unwrap_or_default().split('.').take(MOST);
    entries.filter_map(|entry| BASE64URL_NOPAD.decode(entry.as_bytes()).ok()).find_map(|entry| {
        let (drawn, sealed) = entry.split_at_checked(DRAWN)?;
        bool::from(seal(secret, account, drawn).ct_eq(sealed)).then(|| account.on(secret, drawn))
    })
}

/// The device has opened this account: it remembers.
pub fn remember(reply: Reply, ask: &Ask, (secret, chance): (&Secret, &dyn Chance), account: Key) -> Reply {
    if known(ask, secret, account).is_some() {
        return reply;
    }
    let mut drawn = [0; DRAWN];
    chance.fill(&mut drawn);
    let fresh = BASE64URL_NOPAD.encode(&[&drawn[..], &seal(secret, account, &drawn)].concat());
    let entry = |entry: &&str| entry.len() == fresh.len() && BASE64URL_NOPAD.decode(entry.as_bytes()).is_ok();
    let mut entries: Vec<&str> = ask.cookie(COOKIE).unwrap_or_default().split('.').filter(entry).collect();
    entries.truncate(MOST);
    let from = (entries.len() + 1).saturating_sub(MOST);
    let kept: Vec<&str> = entries.into_iter().skip(from).chain([fresh.as_str()]).collect();
    reply.cookie(COOKIE, kept.join("."), Some(LONG))
}
