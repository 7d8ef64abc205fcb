//! Which node of the platform serves a room: the one where people sit in it.
use crate::model::{RoomId, unheard};
use db::{Result, Tx, params};
use kernel::Moment;

/// Takes the room for this node, reached at `url` (empty when nobody can be led there); says whether it could: people may sit in it
/// on another. Two nodes never have one room.
pub fn claim(tx: &mut Tx<'_>, room: RoomId, node: &str, url: &str, now: Moment) -> Result<bool> {
    let claimed = tx.execute(
        "UPDATE visio_room SET node = ?2, node_url = ?3 WHERE id = ?1 AND (node IS NULL OR node = ?2 OR NOT EXISTS
           (SELECT 1 FROM visio_seat s WHERE s.room_id = ?1 AND s.came_at IS NOT NULL AND s.heard_at >= ?4))",
        &params![room, node, url, unheard(now, false)],
    )?;
    Ok(claimed > 0)
}

/// Where the room is served, when people sit in it on another node than this one; empty when nobody can be led there.
pub fn served_at(tx: &mut Tx<'_>, room: RoomId, node: &str, now: Moment) -> Result<Option<String>> {
    let sql = "SELECT r.node_url FROM visio_room r WHERE r.id = ?1 AND r.node <> ?2 AND EXISTS
                 (SELECT 1 FROM visio_seat s WHERE s.room_id = r.id AND s.came_at IS NOT NULL AND s.heard_at >= ?3)";
    let row = tx.first(sql, &params![room, node, unheard(now, false)])?;
    Ok(row.map(|row| row.get::<Option<String>>(0).unwrap_or_default()))
}
