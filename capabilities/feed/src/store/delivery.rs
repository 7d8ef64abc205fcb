//! Deliveries: taken in once, read in their order, and what became of each.
use crate::{Counts, Delivery, DeliveryId, FeedId, Note, State};
use db::{Result, Row, Tx, Value, marks, params};
use kernel::Moment;
use rentree::TurnId;
use std::fmt::Write as _;
use web::{List, Paged, Pager};

/// For how many minutes nobody else takes one up.
const LEASE: i64 = 15;
/// How many notes one statement adds.
const LOT: usize = 100;
/// The columns of a note.
const WIDTH: usize = 7;

/// The columns of a delivery, for a row read by [`to_delivery`].
const DELIVERY: &str = "d.id, d.feed_id, d.at, d.made, d.complete, d.names, d.digest, d.file, d.state, d.turn_id,
    d.let_go, d.why, d.schools, d.pupils, d.guardians, d.staff, d.notes";

fn to_delivery(row: &Row) -> Delivery {
    let counts = Counts { schools: row.get(12), pupils: row.get(13), guardians: row.get(14), staff: row.get(15) };
    Delivery {
        id: row.get(0),
        feed: row.get(1),
        at: row.get(2),
        made: row.get(3),
        complete: row.get(4),
        names: row.get(5),
        digest: row.get(6),
        file: row.get(7),
        state: State::from_word(row.text(8)).unwrap_or(State::Refused),
        turn: row.get(9),
        let_go: row.get(10),
        why: row.get(11),
        counts,
        notes: row.get(16),
    }
}

/// Takes a delivery in; says whether it is new: the same bytes twice are one.
pub fn takes(tx: &mut Tx<'_>, delivery: &Delivery) -> Result<bool> {
    let sql = "INSERT INTO feed_delivery (id, feed_id, at, made, complete, names, digest, file, state, lease_at, let_go, why, schools,
                 pupils, guardians, staff, notes)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'waiting', 0, 0, '', 0, 0, 0, 0, 0)
               ON CONFLICT (feed_id, digest) DO NOTHING";
    let added = tx.execute(
        sql,
        &params![
            delivery.id,
            delivery.feed,
            delivery.at,
            &delivery.made,
            delivery.complete,
            &delivery.names,
            &delivery.digest,
            &delivery.file
        ],
    )?;
    tx.execute("UPDATE feed_source SET last_at = ?2 WHERE id = ?1", &params![delivery.feed, delivery.at])?;
    Ok(added > 0)
}

/// Whether a feed has taken in a delivery of this digest.
pub fn begun(tx: &mut Tx<'_>, feed: FeedId, digest: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM feed_delivery WHERE feed_id = ?1 AND digest = ?2";
    Ok(tx.first(sql, &params![feed, digest])?.is_some())
}

/// Whether one waits to be read.
pub fn due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM feed_delivery WHERE state = 'waiting' AND lease_at <= ?1 LIMIT 1";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// Takes up the first of each feed that waits, in the order of the days that their files name.
pub fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Delivery>> {
    let sql = format!(
        "SELECT {DELIVERY}, d.lease_at FROM feed_delivery d JOIN feed_source f ON f.id = d.feed_id
         WHERE d.state = 'waiting' AND f.ended_at IS NULL AND f.person_id IS NOT NULL
         ORDER BY d.feed_id, d.made, d.complete DESC, d.at, d.id"
    );
    let mut taken: Vec<Delivery> = vec![];
    for row in tx.query(&sql, &[])? {
        let delivery = to_delivery(&row);
        if taken.last().is_none_or(|last| last.feed != delivery.feed) {
            taken.push(delivery);
        }
    }
    let mut all = vec![];
    for delivery in taken {
        let sql = "UPDATE feed_delivery SET lease_at = ?2 WHERE id = ?1 AND lease_at <= ?3 AND state = 'waiting'";
        if tx.execute(sql, &params![delivery.id, now.plus_minutes(LEASE), now])? > 0 {
            all.push(delivery);
        }
    }
    Ok(all)
}

/// What a delivery is read with: the last complete one before it and the changes since, in their order; none where there is no
/// complete one.
pub fn chain(tx: &mut Tx<'_>, delivery: &Delivery) -> Result<Vec<Delivery>> {
    let sql = format!(
        "SELECT {DELIVERY} FROM feed_delivery d WHERE d.feed_id = ?1 AND d.state IN ('staged', 'settled', 'same')
           AND d.made >= (SELECT max(c.made) FROM feed_delivery c WHERE c.feed_id = ?1 AND c.complete = 1
             AND c.state IN ('staged', 'settled', 'same'))
         ORDER BY d.made, d.complete DESC, d.at, d.id"
    );
    let all: Vec<Delivery> = tx.query(&sql, &params![delivery.feed])?.iter().map(to_delivery).collect();
    let last = all.iter().rposition(|one| one.complete).unwrap_or(0);
    Ok(all.into_iter().skip(last).collect())
}

/// The deliveries whose lists are not done with, of all feeds.
pub fn staged(tx: &mut Tx<'_>) -> Result<Vec<Delivery>> {
    let sql = format!("SELECT {DELIVERY} FROM feed_delivery d WHERE d.state = 'staged' ORDER BY d.feed_id, d.at, d.id");
    Ok(tx.query(&sql, &[])?.iter().map(to_delivery).collect())
}

/// A delivery was read: this list is made of it, or it says nothing new.
pub fn set_staged(
    tx: &mut Tx<'_>,
    delivery: &Delivery,
    turn: Option<TurnId>,
    counts: Counts,
    (notes, noted): (&[Note], i64),
    now: Moment,
) -> Result<()> {
    let state = if turn.is_some() { State::Staged } else { State::Same };
    let sql =
        "UPDATE feed_delivery SET state = ?2, turn_id = ?3, schools = ?4, pupils = ?5, guardians = ?6, staff = ?7,
               notes = ?8 WHERE id = ?1";
    let values =
        params![delivery.id, state.word(), turn, counts.schools, counts.pupils, counts.guardians, counts.staff, noted];
    tx.execute(sql, &values)?;
    put_notes(tx, delivery.id, notes, now)
}

/// A delivery cannot be read, and why; its archive is not kept.
pub fn refuse(tx: &mut Tx<'_>, delivery: DeliveryId, why: &str, note: Option<&Note>, now: Moment) -> Result<()> {
    let sql = "UPDATE feed_delivery SET state = 'refused', why = ?2, file = '', notes = ?3 WHERE id = ?1";
    tx.execute(sql, &params![delivery, why, i64::from(note.is_some())])?;
    put_notes(tx, delivery, note.map(std::slice::from_ref).unwrap_or_default(), now)
}

/// It is read later.
pub fn wait(tx: &mut Tx<'_>, delivery: DeliveryId, until: Moment) -> Result<()> {
    tx.execute("UPDATE feed_delivery SET lease_at = ?2 WHERE id = ?1", &params![delivery, until]).map(drop)
}

/// The deliveries of a feed that were refused since an instant.
pub fn refused(tx: &mut Tx<'_>, feed: FeedId, since: Moment) -> Result<Vec<Delivery>> {
    let sql = format!(
        "SELECT {DELIVERY} FROM feed_delivery d WHERE d.feed_id = ?1 AND d.state = 'refused' AND d.at >= ?2 ORDER BY d.at"
    );
    Ok(tx.query(&sql, &params![feed, since])?.iter().map(to_delivery).collect())
}

/// Its list is applied by itself from now on.
pub fn let_go(tx: &mut Tx<'_>, delivery: DeliveryId) -> Result<()> {
    tx.execute("UPDATE feed_delivery SET let_go = 1 WHERE id = ?1", &params![delivery]).map(drop)
}

/// Its list is done with.
pub fn set_settled(tx: &mut Tx<'_>, delivery: DeliveryId) -> Result<()> {
    tx.execute("UPDATE feed_delivery SET state = 'settled' WHERE id = ?1", &params![delivery]).map(drop)
}

fn put_notes(tx: &mut Tx<'_>, delivery: DeliveryId, notes: &[Note], now: Moment) -> Result<()> {
    tx.execute("DELETE FROM feed_note WHERE delivery_id = ?1", &params![delivery])?;
    for (lot, some) in notes.chunks(LOT).enumerate() {
        let mut sql = "INSERT INTO feed_note (delivery_id, number, at, place, line, word, said) VALUES ".to_owned();
        let mut values: Vec<Value> = Vec::with_capacity(some.len() * WIDTH);
        for (place, note) in some.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            let _ = write!(sql, "{comma}({})", marks(values.len() + 1, WIDTH));
            let number = i64::try_from(lot * LOT + place).unwrap_or(i64::MAX);
            values.extend(params![delivery, number, now, &note.place, note.line, &note.word, &note.said]);
        }
        tx.execute(&sql, &values)?;
    }
    Ok(())
}

/// The deliveries of a feed, the last first.
pub fn deliveries(tx: &mut Tx<'_>, feed: FeedId, pager: Pager) -> Result<Paged<Delivery>> {
    let from = "feed_delivery d WHERE d.feed_id = ?1";
    let list = List { columns: DELIVERY, from, order: "d.made DESC, d.at DESC, d.id", params: &params![feed] };
    pager.read(tx, list, to_delivery)
}

/// One delivery of a feed.
pub fn delivery(tx: &mut Tx<'_>, feed: FeedId, id: DeliveryId) -> Result<Option<Delivery>> {
    let sql = format!("SELECT {DELIVERY} FROM feed_delivery d WHERE d.id = ?1 AND d.feed_id = ?2");
    Ok(tx.first(&sql, &params![id, feed])?.as_ref().map(to_delivery))
}

/// What the report of a delivery notes, in the order of the feed.
pub fn notes(tx: &mut Tx<'_>, delivery: DeliveryId, pager: Pager) -> Result<Paged<Note>> {
    let from = "feed_note n WHERE n.delivery_id = ?1";
    let list = List { columns: "n.place, n.line, n.word, n.said", from, order: "n.number", params: &params![delivery] };
    pager.read(tx, list, |row| Note { place: row.get(0), line: row.get(1), word: row.get(2), said: row.get(3) })
}
