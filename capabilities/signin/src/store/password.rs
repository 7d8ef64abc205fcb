//! User names and passwords.
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// Who bears this user name, and the digest of their password.
pub fn by_login(tx: &mut Tx<'_>, login: &str) -> Result<Option<(PersonId, String)>> {
    let row = tx.first("SELECT person_id, hash FROM signin_password WHERE login = ?1", &params![login])?;
    Ok(row.map(|row| (row.get(0), row.get(1))))
}

/// The person's user name, if they enter by password.
pub fn login_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<String>> {
    Ok(tx.first("SELECT login FROM signin_password WHERE person_id = ?1", &params![person])?.map(|row| row.get(0)))
}

/// Changes a person's user name; the password stays.
pub fn rename(tx: &mut Tx<'_>, person: PersonId, login: &str) -> Result<()> {
    tx.execute("UPDATE signin_password SET login = ?2 WHERE person_id = ?1", &params![person, login]).map(drop)
}

/// Sets, or changes, a person's user name and the password they chose.
pub fn put(tx: &mut Tx<'_>, person: PersonId, login: &str, hash: &str, now: Moment) -> Result<()> {
    write(tx, person, (login, hash, false), now)
}

/// Gives a person a password that somebody else has read: they choose their own at the first entry, before anything else.
pub fn give(tx: &mut Tx<'_>, person: PersonId, login: &str, hash: &str, now: Moment) -> Result<()> {
    write(tx, person, (login, hash, true), now)
}

fn write(tx: &mut Tx<'_>, person: PersonId, (login, hash, given): (&str, &str, bool), now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_password (person_id, login, hash, changed_at, given, given_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person_id) DO UPDATE
         SET login = excluded.login, hash = excluded.hash, changed_at = excluded.changed_at, given = excluded.given,
           given_at = coalesce(excluded.given_at, signin_password.given_at)",
        &params![person, login, hash, now, given, given.then_some(now)],
    )
    .map(drop)
}
