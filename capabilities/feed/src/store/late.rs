//! Feeds that should have delivered by now.
use crate::policy::KEEPERS;
use db::{Result, Tx, params};
use kernel::Moment;
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// A feed that does not come waits on the day of who keeps it.
pub const LATE: Day = Day {
    door: Door::Staff(KEEPERS),
    kinds: &[Kind::waits("feed-late", "inbox", Entry::Territory, "/alimentation/{id}")],
    select,
    topics: THE_PERSON,
};

fn select(asking: &mut Asking<'_>) -> String {
    let own = asking.actor.units(KEEPERS);
    if own.is_empty() {
        return String::new();
    }
    let (own, now) = (asking.ids(own), asking.now());
    format!(
        "SELECT 'feed-late', f.id, NULL, f.name, f.days, COALESCE(f.last_at, f.at), NULL FROM feed_source f
         WHERE f.unit_id IN ({own}) AND f.ended_at IS NULL AND COALESCE(f.last_at, f.at) + f.days * 86400000 < {now}"
    )
}

/// The feeds that are late: their names, and when they last delivered.
pub fn late(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<(String, Moment)>> {
    let sql = "SELECT name, COALESCE(last_at, at) FROM feed_source
               WHERE ended_at IS NULL AND COALESCE(last_at, at) + days * 86400000 < ?1 ORDER BY name";
    Ok(tx.query(sql, &params![now])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}
