//! The second step of those who have one, and the codes for a lost telephone.
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// What the person's codes are worked out from, with the server's secret; `None` without a second step.
pub fn salt(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Vec<u8>>> {
    Ok(tx.first("SELECT salt FROM signin_second_step WHERE person_id = ?1", &params![person])?.map(|row| row.get(0)))
}

/// Sets up the second step; the code that proved it (of `step`) is used up.
pub fn put(tx: &mut Tx<'_>, person: PersonId, salt: &[u8], step: i64, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_second_step (person_id, salt, since, last_step) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person_id) DO UPDATE
         SET salt = excluded.salt, since = excluded.since, last_step = excluded.last_step",
        &params![person, salt, now, step],
    )
    .map(drop)
}

/// How many steps of thirty seconds a code may be ahead of the clock.
const AHEAD: i64 = 1;

/// Uses up the code of `step`; `false` when it, or a later one, was used before. One that no clock of today could have shown was used
/// while the clock was ahead: it does not count.
pub fn use_up(tx: &mut Tx<'_>, person: PersonId, step: i64) -> Result<bool> {
    let sql = "UPDATE signin_second_step SET last_step = ?2
               WHERE person_id = ?1 AND (last_step < ?2 OR last_step > ?2 + ?3)";
    Ok(tx.execute(sql, &params![person, step, AHEAD * 2])? == 1)
}

/// Takes the second step away, and its recovery codes.
pub fn remove(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM signin_second_step WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM signin_recovery WHERE person_id = ?1", &params![person]).map(drop)
}

/// Keeps these recovery codes, and no older ones.
pub fn put_recovery(tx: &mut Tx<'_>, person: PersonId, digests: &[[u8; 32]]) -> Result<()> {
    tx.execute("DELETE FROM signin_recovery WHERE person_id = ?1", &params![person])?;
    let sql = "INSERT INTO signin_recovery (person_id, hash) VALUES (?1, ?2)";
    digests.iter().try_for_each(|digest| tx.execute(sql, &params![person, *digest]).map(drop))
}

/// Whether these are the person's recovery codes, those used up left out: one at least is.
pub fn has_recovery(tx: &mut Tx<'_>, person: PersonId, digests: &[[u8; 32]]) -> Result<bool> {
    let sql = "SELECT hash FROM signin_recovery WHERE person_id = ?1";
    let kept: Vec<Vec<u8>> = tx.query(sql, &params![person])?.iter().map(|row| row.get(0)).collect();
    Ok(!kept.is_empty() && kept.iter().all(|hash| digests.iter().any(|digest| digest[..] == hash[..])))
}

/// Uses up a recovery code; `false` when there is no such one.
pub fn use_recovery(tx: &mut Tx<'_>, person: PersonId, digest: [u8; 32]) -> Result<bool> {
    Ok(tx.execute("DELETE FROM signin_recovery WHERE person_id = ?1 AND hash = ?2", &params![person, digest])? == 1)
}
