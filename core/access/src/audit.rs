//! The audit trail: who did what that others may later ask about. Ids only, no names: a page says them, as long as they are known.
use db::{Result, Row, Tx, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// What the id of a line names.
#[derive(Debug)]
pub enum Line {}

/// One line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: Moment,
    /// Who.
    pub person: PersonId,
    /// What, `slice/what`.
    pub deed: String,
    /// To what or whom.
    pub thing: Id<()>,
    /// Why, as they said, or what more there is to say; may be empty.
    pub reason: String,
    /// At which school, or other unit, if it is said.
    pub unit: Option<UnitId>,
}

/// Writes a line, in the transaction of the deed, and tells the log by ids, without the reason, once it is on disk. `reason` is
/// what the person gave, or empty.
pub fn record<K>(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    now: Moment,
    person: PersonId,
    deed: &str,
    thing: Id<K>,
    reason: &str,
) -> Result<()> {
    record_at(tx, chance, now, person, deed, (thing, None), reason)
}

/// The same of a deed done at a school or another unit: whoever answers for it reads it.
pub fn record_at<K>(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    now: Moment,
    person: PersonId,
    deed: &str,
    (thing, unit): (Id<K>, Option<UnitId>),
    reason: &str,
) -> Result<()> {
    let id = Id::<Line>::new(now, chance);
    let (said, on) = (deed.to_owned(), thing.to_string());
    tx.once_written(move || tracing::info!(target: "preau::security", deed = said, by = %person, %on));
    tx.execute(
        "INSERT INTO audit (id, at, person_id, deed, thing, reason, unit_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params![id, now, person, deed, thing, reason, unit],
    )
    .map(drop)
}

/// Whether `person` did `deed` on `thing` since an instant: a timed opening that was justified.
pub fn done_since<K>(tx: &mut Tx<'_>, person: PersonId, deed: &str, thing: Id<K>, since: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM audit WHERE thing = ?1 AND at >= ?2 AND person_id = ?3 AND deed = ?4 LIMIT 1";
    Ok(tx.first(sql, &params![thing, since, person, deed])?.is_some())
}

/// The last deeds on a thing, newest first, `most` at most.
pub fn on<K>(tx: &mut Tx<'_>, thing: Id<K>, most: i64) -> Result<Vec<Deed>> {
    let sql = format!("SELECT {DEED} FROM audit WHERE thing = ?1 ORDER BY at DESC, id DESC LIMIT ?2");
    Ok(tx.query(&sql, &params![thing, most])?.iter().map(deed).collect())
}

/// What was done since an instant, oldest first.
pub fn since(tx: &mut Tx<'_>, since: Moment) -> Result<Vec<Deed>> {
    let sql = format!("SELECT {DEED} FROM audit WHERE at >= ?1 ORDER BY at, id");
    Ok(tx.query(&sql, &params![since])?.iter().map(deed).collect())
}

/// The columns of a line, for a row read by [`deed`].
pub const DEED: &str = "at, person_id, deed, thing, reason, unit_id";

/// A line from a row of [`DEED`].
pub fn deed(row: &Row) -> Deed {
    Deed {
        at: row.get(0),
        person: row.get(1),
        deed: row.get(2),
        thing: row.get(3),
        reason: row.get(4),
        unit: row.get(5),
    }
}

/// Forgets what was said about a thing, because the person it is about is forgotten; that it was done stays.
pub fn forget_reasons<K>(tx: &mut Tx<'_>, thing: Id<K>) -> Result<()> {
    tx.execute("UPDATE audit SET reason = '' WHERE thing = ?1", &params![thing]).map(drop)
}
