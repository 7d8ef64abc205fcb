//! User names and passwords.
use super::marks;
use crate::model::{GRACE, Given, LONG};
use access::{Audience, Role};
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use std::collections::HashSet;

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

/// Those of these user names that nobody enters by, in their order.
pub fn free(tx: &mut Tx<'_>, names: &[String]) -> Result<Vec<String>> {
    let sql = format!("SELECT login FROM signin_password WHERE login IN ({})", marks(1, names.len()));
    let values: Vec<Value> = names.iter().map(Value::from).collect();
    let taken: HashSet<String> = tx.query(&sql, &values)?.iter().map(|row| row.get(0)).collect();
    Ok(names.iter().filter(|name| !taken.contains(*name)).cloned().collect())
}

/// Sets, or changes, a person's user name and the password they chose.
pub fn put(tx: &mut Tx<'_>, person: PersonId, login: &str, hash: &str, now: Moment) -> Result<()> {
    write(tx, person, (login, hash), None, now)
}

/// Gives a person a first password that somebody else has read: they choose their own at the first entry, before anything else.
/// It waits for that entry for two months.
pub fn give(tx: &mut Tx<'_>, person: PersonId, login: &str, hash: &str, now: Moment) -> Result<()> {
    write(tx, person, (login, hash), Some(now.plus_days(LONG)), now)
}

/// The same by a printed slip, which opens until an instant.
pub fn hand(tx: &mut Tx<'_>, person: PersonId, (login, hash): (&str, &str), until: Moment, now: Moment) -> Result<()> {
    write(tx, person, (login, hash), Some(until), now)
}

/// Of who has not chosen their own password yet: until when the one that was given opens.
pub fn given(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Given>> {
    let sql =
        "SELECT coalesce(given_at, changed_at), given_until FROM signin_password WHERE person_id = ?1 AND given = 1";
    Ok(tx.first(sql, &params![person])?.map(|row| Given::new(row.get(0), row.get(1))))
}

/// A password that was given has opened: it opens no other time, but for a while, since a line may be cut before the answer came.
pub fn opened(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<()> {
    let sql = "UPDATE signin_password SET given_until = ?2
               WHERE person_id = ?1 AND given = 1 AND (given_until IS NULL OR given_until > ?2)";
    tx.execute(sql, &params![person, now.plus_minutes(GRACE)]).map(drop)
}

fn write(
    tx: &mut Tx<'_>,
    person: PersonId,
    (login, hash): (&str, &str),
    until: Option<Moment>,
    now: Moment,
) -> Result<()> {
    let given = until.is_some();
    tx.execute(
        "INSERT INTO signin_password (person_id, login, hash, changed_at, given, given_at, given_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (person_id) DO UPDATE
         SET login = excluded.login, hash = excluded.hash, changed_at = excluded.changed_at, given = excluded.given,
           given_at = coalesce(excluded.given_at, signin_password.given_at), given_until = excluded.given_until",
        &params![person, login, hash, now, given, given.then_some(now), until],
    )
    .map(drop)
}

/// Takes a person's user name and password away: they enter by it no more.
pub fn remove(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM signin_password WHERE person_id = ?1", &params![person]).map(drop)
}

/// Those who work at a school and have no password yet, by name: `most` at most.
pub fn without(tx: &mut Tx<'_>, school: UnitId, most: usize, now: Moment) -> Result<Vec<PersonId>> {
    let staff = Role::ALL.iter().copied().filter(|role| Audience::STAFF.contains(&role.audience()));
    let sql = format!(
        "SELECT DISTINCT p.id, p.sort FROM membership m JOIN directory_person p ON p.id = m.person_id AND p.erased = 0
         WHERE m.unit_id = ?1 AND m.role IN ({}) AND (m.until IS NULL OR m.until > ?2)
           AND NOT EXISTS (SELECT 1 FROM signin_password w WHERE w.person_id = m.person_id)
         ORDER BY p.sort, p.id LIMIT ?3",
        access::words(staff)
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(tx.query(&sql, &params![school, now, most])?.iter().map(|row| row.get(0)).collect())
}
