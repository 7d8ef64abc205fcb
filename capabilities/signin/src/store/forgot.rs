//! Codes asked for in the place of a forgotten password. The code itself is not kept: it is worked out from its id.
use crate::SentId;
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// For how many minutes a code is good.
pub const MINUTES: i64 = 10;
/// How many times it is looked at.
pub const TRIES: i64 = 3;

/// A code was asked for. Whose user name nobody bears has one too, which goes to nobody: whoever asks is not told, not even by the time
/// it takes.
pub fn ask(tx: &mut Tx<'_>, id: SentId, person: PersonId, now: Moment) -> Result<()> {
    let sql = "INSERT INTO signin_forgot (id, person_id, tries, until) VALUES (?1, ?2, 0, ?3)";
    tx.execute(sql, &params![id, person, now.plus_minutes(MINUTES)]).map(drop)
}

/// Whether the code is still looked at: what follows is slow.
pub fn is_live(tx: &mut Tx<'_>, id: SentId, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM signin_forgot WHERE id = ?1 AND tries < ?2 AND until > ?3";
    Ok(tx.first(sql, &params![id, TRIES, now])?.is_some())
}

/// Counts a try before it is looked at; says whose code it is, and how many tries are left. `None` when it is looked at no more.
pub fn attempt(tx: &mut Tx<'_>, id: SentId, now: Moment) -> Result<Option<(PersonId, i64)>> {
    let sql = "UPDATE signin_forgot SET tries = tries + 1 WHERE id = ?1 AND tries < ?2 AND until > ?3
               RETURNING person_id, tries";
    Ok(tx.first(sql, &params![id, TRIES, now])?.map(|row| (row.get(0), TRIES - row.get::<i64>(1))))
}

/// A code of this person's was right, or they have another password: none of theirs opens any more.
pub fn spend(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM signin_forgot WHERE person_id = ?1", &params![person]).map(drop)
}
