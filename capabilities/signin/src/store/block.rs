//! Who is shut out, by whom and why. What has ended stays for a while, to be asked about.
use db::{Result, Tx, params};
use kernel::{Chance, Id, Moment, PersonId};

/// Since when this person is shut out.
pub fn since(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Moment>> {
    let sql = "SELECT at FROM signin_block WHERE person_id = ?1 AND ended_at IS NULL";
    Ok(tx.first(sql, &params![person])?.map(|row| row.get(0)))
}

/// Shuts a person out: whatever they enter with opens nothing, and every session of theirs ends. `false` when they are already.
pub fn begin(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (person, by): (PersonId, PersonId),
    reason: &str,
    now: Moment,
) -> Result<bool> {
    let id = Id::<()>::new(now, chance);
    let sql = "INSERT INTO signin_block (id, person_id, at, by_id, reason) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (person_id) WHERE ended_at IS NULL DO NOTHING";
    let begun = tx.execute(sql, &params![id, person, now, by, reason])? == 1;
    super::session::end_all(tx, person)?;
    Ok(begun)
}

/// Lets a person back in. `false` when they are not shut out.
pub fn end(tx: &mut Tx<'_>, person: PersonId, by: PersonId, now: Moment) -> Result<bool> {
    let sql = "UPDATE signin_block SET ended_at = ?2, ended_by = ?3 WHERE person_id = ?1 AND ended_at IS NULL";
    Ok(tx.execute(sql, &params![person, now, by])? == 1)
}
