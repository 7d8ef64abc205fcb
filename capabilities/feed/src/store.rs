//! All the SQL of feeds.
mod delivery;
mod late;

pub use delivery::{
    begun, chain, deliveries, delivery, due, let_go, notes, refuse, refused, set_settled, set_staged, staged, take,
    takes, wait,
};
pub use late::{LATE, late};

use crate::{Feed, FeedId, Form, policy::Keep};
use access::{Actor, Allowed, Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// Deliveries that no later one needs: a complete one came since, or they were refused.
pub const PAST: &str = "at < ?1 - 3024000000 AND (state = 'refused' OR made < (SELECT max(n.made) FROM feed_delivery n
    WHERE n.feed_id = feed_delivery.feed_id AND n.complete = 1 AND n.state IN ('staged', 'settled', 'same')))";

/// The first feed of a demonstration.
pub const FIRST: &str = "SELECT id FROM feed_source ORDER BY id LIMIT 1";

/// The first delivery of a demonstration.
pub const FIRST_DELIVERY: &str = "SELECT id FROM feed_delivery ORDER BY id LIMIT 1";

/// The columns of a feed, for a row read by [`feed`].
const FEED: &str = "f.id, f.name, f.form, u.id, u.kind, u.code, u.name, u.closed_at, f.code, f.alone, f.days,
    f.person_id, f.at, f.last_at, f.trusted";
const FROM: &str = "feed_source f JOIN unit u ON u.id = f.unit_id";

fn feed(row: &Row) -> Feed {
    let unit = Unit {
        id: row.get(3),
        kind: UnitKind::from_word(row.text(4)).unwrap_or(UnitKind::Academie),
        code: row.get(5),
        name: row.get(6),
        closed: row.get::<Option<i64>>(7).is_some(),
    };
    Feed {
        id: row.get(0),
        name: row.get(1),
        form: Form::from_word(row.text(2)).unwrap_or(Form::Aaf),
        unit,
        code: row.get(8),
        alone: row.get(9),
        days: row.get(10),
        by: row.get(11),
        at: row.get(12),
        last: row.get(13),
        trusted: row.get(14),
        lineage: vec![],
    }
}

/// Registers a feed.
pub fn add(tx: &mut Tx<'_>, feed: &Feed) -> Result<()> {
    tx.execute(
        "INSERT INTO feed_source (id, name, form, unit_id, code, alone, days, person_id, at, trusted)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)",
        &params![
            feed.id,
            &feed.name,
            feed.form.word(),
            feed.unit.id,
            &feed.code,
            feed.alone,
            feed.days,
            feed.by,
            feed.at
        ],
    )
    .map(drop)
}

/// Whether a feed that goes on has this name.
pub fn is_named(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM feed_source WHERE name = ?1 AND ended_at IS NULL";
    Ok(tx.first(sql, &params![name])?.is_some())
}

/// Whether a feed of this form goes on that says this code.
pub fn is_fed(tx: &mut Tx<'_>, form: Form, code: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM feed_source WHERE form = ?1 AND code = ?2 AND ended_at IS NULL";
    Ok(tx.first(sql, &params![form.word(), code])?.is_some())
}

/// The feed of this id that goes on, whoever asks: for the work that goes on by itself.
pub fn by_id(tx: &mut Tx<'_>, id: FeedId) -> Result<Option<Feed>> {
    let sql = format!("SELECT {FEED} FROM {FROM} WHERE f.id = ?1 AND f.ended_at IS NULL");
    let Some(mut feed) = tx.first(&sql, &params![id])?.as_ref().map(feed) else { return Ok(None) };
    feed.lineage = access::store::lineage(tx, feed.unit.id)?;
    Ok(Some(feed))
}

/// The feed, if this person keeps it. Hidden and absent look the same.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: FeedId) -> Result<Option<Allowed<Keep, Feed>>> {
    Ok(by_id(tx, id)?.and_then(|feed| access::check(actor, feed).ok()))
}

/// The feeds this person keeps, by name.
pub fn feeds(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Feed>> {
    let seen = access::visible::<Keep, Feed>(actor, 1);
    let from = format!("{FROM} WHERE f.ended_at IS NULL AND {}", seen.sql);
    pager.read(tx, List { columns: FEED, from: &from, order: "f.name, f.id", params: &seen.params }, feed)
}

/// Every feed that goes on, for whoever watches their folders.
pub fn watched(tx: &mut Tx<'_>) -> Result<Vec<Feed>> {
    let sql = format!("SELECT {FEED} FROM {FROM} WHERE f.ended_at IS NULL ORDER BY f.name");
    Ok(tx.query(&sql, &[])?.iter().map(feed).collect())
}

/// Changes how a feed is followed; whoever does answers for it from now on.
pub fn change(tx: &mut Tx<'_>, feed: &Allowed<Keep, Feed>, (alone, days): (bool, i64), by: PersonId) -> Result<()> {
    let sql = "UPDATE feed_source SET alone = ?2, days = ?3, person_id = ?4 WHERE id = ?1";
    tx.execute(sql, &params![feed.id, alone, days, by]).map(drop)
}

/// Somebody has confirmed what it brought.
pub fn trust(tx: &mut Tx<'_>, feed: FeedId) -> Result<()> {
    tx.execute("UPDATE feed_source SET trusted = 1 WHERE id = ?1", &params![feed]).map(drop)
}

/// Ends a feed: its folder is watched no longer. What it brought stays.
pub fn end(tx: &mut Tx<'_>, feed: &Allowed<Keep, Feed>, now: Moment) -> Result<()> {
    tx.execute("UPDATE feed_source SET ended_at = ?2 WHERE id = ?1", &params![feed.id, now]).map(drop)
}

/// The archives that are kept.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(tx.query("SELECT file FROM feed_delivery WHERE file <> ''", &[])?.iter().map(|row| row.get(0)).collect())
}

/// What is known of a person here: the feeds they registered.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let sql = "SELECT name, at FROM feed_source WHERE person_id = ?1 ORDER BY at, id";
    web::told(tx, person, &[("feed", sql, &["name", "at"])])
}

/// Forgets a person: nobody answers for their feeds, which wait until somebody does.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("UPDATE feed_source SET person_id = NULL WHERE person_id = ?1", &params![person]).map(drop)
}
