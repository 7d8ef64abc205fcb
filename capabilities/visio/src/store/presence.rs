//! Presence: who came, who was heard, who is gone. A seat that is no longer heard ended at the last instant it was.
use super::{SEAT, SEAT_COLUMNS, to_seat, topic};
use crate::model::{Cameras, RoomId, Seat, SeatId, unheard};
use db::{Result, Tx, Value, marks, params, with_ids};
use kernel::Moment;

/// As many seats as one statement names.
const BATCH: usize = 500;

/// Seats of the room ?1 that are sat in are out: those not heard since ?3 when they were last heard, the others at ?2.
const OUT: &str = "UPDATE visio_seat SET state = CASE WHEN state = 'removed' THEN state ELSE 'out' END, hand_at = NULL,
    left_at = CASE WHEN COALESCE(heard_at, came_at) < ?3 THEN COALESCE(heard_at, came_at) ELSE ?2 END,
    millis = millis + CASE WHEN COALESCE(heard_at, came_at) < ?3 THEN COALESCE(heard_at, came_at) ELSE ?2 END - came_at,
    came_at = NULL WHERE room_id = ?1 AND came_at IS NOT NULL";

/// Somebody is in: from now on their presence counts. When it is an adult, who waited for them may come in, unless each is
/// let in one by one. Nobody arrives in a room that is over.
pub fn arrived(tx: &mut Tx<'_>, room: RoomId, seat: SeatId, now: Moment) -> Result<()> {
    let came = tx.execute(
        "UPDATE visio_seat SET state = 'in', joined_at = COALESCE(joined_at, ?2), came_at = COALESCE(came_at, ?2),
           heard_at = ?2, left_at = NULL WHERE id = ?1 AND room_id = ?3 AND state <> 'removed'
           AND EXISTS (SELECT 1 FROM visio_room r WHERE r.id = ?3 AND r.state <> 'closed')",
        &params![seat, now, room],
    )?;
    if came > 0 {
        tx.execute(
            "UPDATE visio_seat SET state = 'admitted' WHERE room_id = ?1 AND state = 'lobby'
               AND EXISTS (SELECT 1 FROM visio_room r WHERE r.id = ?1 AND r.lobby = 0 AND r.state = 'open')
               AND EXISTS (SELECT 1 FROM visio_seat a WHERE a.id = ?2 AND a.role <> 'guest')",
            &params![room, seat],
        )?;
        let adult = "SELECT id FROM visio_seat WHERE id = ?1 AND role <> 'guest'";
        // Who waits for an adult hears of it on whatever page they are.
        if tx.first(adult, &params![seat])?.is_some() {
            super::source::ring_all(tx, room)?;
        }
        tx.ring(topic(room));
    }
    Ok(())
}

/// Somebody left at this instant, as we know: what they were there is added up.
pub fn gone(tx: &mut Tx<'_>, room: RoomId, seat: SeatId, at: Moment) -> Result<()> {
    let left = tx.execute(
        "UPDATE visio_seat SET state = CASE WHEN state = 'in' THEN 'out' ELSE state END, hand_at = NULL, left_at = ?2,
           millis = millis + CASE WHEN ?2 > came_at THEN ?2 - came_at ELSE 0 END, came_at = NULL
         WHERE id = ?1 AND room_id = ?3 AND came_at IS NOT NULL",
        &params![seat, at, room],
    )?;
    if left > 0 {
        tx.ring(topic(room));
    }
    Ok(())
}

/// These seats are heard now: one statement for all that a node serves, every few seconds.
pub fn heard(tx: &mut Tx<'_>, seats: &[SeatId], now: Moment) -> Result<()> {
    for some in seats.chunks(BATCH) {
        let sql = format!(
            "UPDATE visio_seat SET heard_at = ?1 WHERE came_at IS NOT NULL AND id IN ({})",
            marks(2, some.len())
        );
        tx.execute(&sql, &with_ids(&params![now], some))?;
    }
    Ok(())
}

/// Whoever is no longer heard, because their node died or their server does not answer, left when they were last heard. Any node
/// says so of any other's. Says of how many rooms.
pub fn lost(tx: &mut Tx<'_>, now: Moment) -> Result<usize> {
    let (here, elsewhere) = (unheard(now, false), unheard(now, true));
    let rooms = tx.query(
        "SELECT DISTINCT r.id, CASE WHEN r.server_id IS NULL THEN 1 ELSE 0 END FROM visio_seat s
         JOIN visio_room r ON r.id = s.room_id WHERE s.came_at IS NOT NULL
           AND COALESCE(s.heard_at, s.came_at) < CASE WHEN r.server_id IS NULL THEN CAST(?1 AS BIGINT)
             ELSE CAST(?2 AS BIGINT) END",
        &params![here, elsewhere],
    )?;
    for row in &rooms {
        let (room, since): (RoomId, _) = (row.get(0), if row.get(1) { here } else { elsewhere });
        tx.execute(&format!("{OUT} AND COALESCE(heard_at, came_at) < ?3"), &params![room, now, since])?;
        tx.ring(topic(room));
    }
    Ok(rooms.len())
}

/// A node serves nobody any more: it stops, or has just begun. Whoever sat in its rooms left when they were last heard, and comes
/// back by themselves, there or on another node.
pub fn unserved(tx: &mut Tx<'_>, node: &str) -> Result<()> {
    let sql = "SELECT DISTINCT r.id FROM visio_room r JOIN visio_seat s ON s.room_id = r.id
               WHERE r.node = ?1 AND r.state <> 'closed' AND s.came_at IS NOT NULL";
    for row in tx.query(sql, &params![node])? {
        let room: RoomId = row.get(0);
        tx.execute(OUT, &params![room, Moment(0), Moment(i64::MAX)])?;
        tx.ring(topic(room));
    }
    Ok(())
}

/// Everybody is out: the room ends, or no adult is left.
pub fn everyone(tx: &mut Tx<'_>, room: RoomId, elsewhere: bool, now: Moment) -> Result<()> {
    tx.execute(OUT, &params![room, now, unheard(now, elsewhere)])?;
    let sql = "UPDATE visio_seat SET state = 'expected', token = NULL
               WHERE room_id = ?1 AND state IN ('lobby', 'admitted')";
    tx.execute(sql, &params![room]).map(drop)
}

/// Of these rooms, those that are over or wait for an adult again: nobody is heard there.
pub fn shut(tx: &mut Tx<'_>, rooms: &[RoomId]) -> Result<Vec<RoomId>> {
    let mut all = vec![];
    for some in rooms.chunks(BATCH) {
        let sql = format!("SELECT id FROM visio_room WHERE state <> 'open' AND id IN ({})", marks(1, some.len()));
        all.extend(tx.query(&sql, &with_ids(&[], some))?.iter().map(|row| row.get::<RoomId>(0)));
    }
    Ok(all)
}

/// A seat that a node may go on serving, and how the room has it.
#[derive(Clone, Debug)]
pub struct Served {
    /// The seat.
    pub seat: Seat,
    /// Whose cameras are seen there.
    pub cameras: Cameras,
    /// Whether people are in groups.
    pub grouped: bool,
}

/// Of these seats, those that this node may go on serving: they are sat in, and the room is open here. Nobody else is to be heard.
pub fn served(tx: &mut Tx<'_>, node: &str, seats: &[SeatId]) -> Result<Vec<Served>> {
    let served = |row: &db::Row| Served {
        seat: to_seat(row, 0),
        cameras: Cameras::from_word(row.text(SEAT_COLUMNS)).unwrap_or(Cameras::None),
        grouped: row.get(SEAT_COLUMNS + 1),
    };
    let mut all = vec![];
    for some in seats.chunks(BATCH) {
        let sql = format!(
            "SELECT {SEAT}, r.cameras, r.grouped FROM visio_seat s JOIN visio_room r ON r.id = s.room_id
             WHERE s.state = 'in' AND r.state = 'open' AND r.node = ?1 AND s.id IN ({})",
            marks(2, some.len())
        );
        let values: Vec<Value> = with_ids(&params![node], some);
        all.extend(tx.query(&sql, &values)?.iter().map(served));
    }
    Ok(all)
}
