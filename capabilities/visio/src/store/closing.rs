//! Rooms nobody closed, and rooms without an adult.
use super::{ROOM, to_room};
use crate::model::{RoomId, ServerId};
use db::{Result, Tx, params};
use kernel::Moment;

/// For how many minutes a room stays open with nobody in it.
const EMPTY: i64 = 30;
/// For how many minutes pupils stay in a room that its adults have left: time to come back from a cut line.
pub(crate) const ALONE: i64 = 2;

/// For how many minutes a room stays open of which another server says nothing.
const UNSEEN: i64 = 240;

/// Closes the rooms that are empty for half an hour, and those made yesterday that nobody opened. Of a room that lives elsewhere
/// nothing may be known: it has four hours.
pub fn close_forgotten(tx: &mut Tx<'_>, now: Moment) -> Result<u64> {
    let sql = format!(
        "SELECT {ROOM} FROM visio_room r WHERE r.state <> 'closed' AND ((r.state = 'open' AND NOT EXISTS (SELECT 1 FROM visio_seat s
           WHERE s.room_id = r.id AND (s.came_at IS NOT NULL OR s.left_at > ?1)) AND r.opened_at < ?1
           AND (r.server_id IS NULL OR r.opened_at < ?3 OR EXISTS (SELECT 1 FROM visio_seat j
             WHERE j.room_id = r.id AND j.joined_at IS NOT NULL)))
         OR (r.state = 'waiting' AND r.made_at < ?2))"
    );
    let rows = tx.query(&sql, &params![now.plus_minutes(-EMPTY), now.plus_days(-1), now.plus_minutes(-UNSEEN)])?;
    for row in &rows {
        super::close(tx, &to_room(row), now)?;
    }
    Ok(rows.len() as u64)
}

/// The rooms whose pupils are without an adult for two minutes: everybody is out, and the room waits for an adult again.
pub fn abandoned(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<RoomId>> {
    let rows = tx.query(
        "SELECT r.id, r.server_id FROM visio_room r WHERE r.state = 'open' AND r.opened_at < ?1
           AND EXISTS (SELECT 1 FROM visio_seat s WHERE s.room_id = r.id AND s.came_at IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM visio_seat s WHERE s.room_id = r.id AND s.role <> 'guest'
             AND (s.came_at IS NOT NULL OR s.left_at > ?1))",
        &params![now.plus_minutes(-ALONE)],
    )?;
    let rooms: Vec<RoomId> = rows.iter().map(|row| row.get(0)).collect();
    for (room, row) in rooms.iter().copied().zip(&rows) {
        let server: Option<ServerId> = row.get(1);
        super::everyone(tx, room, server.is_some(), now)?;
        tx.execute("UPDATE visio_room SET state = 'waiting' WHERE id = ?1", &params![room])?;
        super::source::ring_all(tx, room)?;
        tx.ring(super::topic(room));
    }
    Ok(rooms)
}
