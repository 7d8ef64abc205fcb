//! The audit trail: who did what that others may later ask about. Ids only, no names.
use db::{Result, Tx, params};
use kernel::{Chance, Id, Moment, PersonId};

/// One line of the trail.
#[derive(Debug)]
pub enum Line {}

/// Writes a line, in the transaction of the deed. `reason` is what the person gave, or empty.
pub fn record<K>(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    now: Moment,
    person: PersonId,
    deed: &str,
    thing: Id<K>,
    reason: &str,
) -> Result<()> {
    let id = Id::<Line>::new(now, chance);
    tx.execute(
        "INSERT INTO audit (id, at, person_id, deed, thing, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, now, person, deed, thing, reason],
    )
    .map(drop)
}

/// Whether `person` did `deed` on `thing` since an instant: a timed opening that was justified.
pub fn done_since<K>(tx: &mut Tx<'_>, person: PersonId, deed: &str, thing: Id<K>, since: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM audit WHERE thing = ?1 AND at >= ?2 AND person_id = ?3 AND deed = ?4 LIMIT 1";
    Ok(tx.first(sql, &params![thing, since, person, deed])?.is_some())
}
