//! The rooms other servers serve: what is to be asked of them next, and what they answered.
use super::{
    seats,
    server::{CHOSEN, to_chosen},
    topic,
};
use crate::{
    model::{RoomId, unheard},
    store::{Chosen, arrived, gone, heard},
};
use db::{Result, Tx, marks, params, with_ids};
use kernel::Moment;

/// For how many minutes a room that was taken is nobody else's to ask about.
const LEASE: i64 = 1;
/// After how many milliseconds it is asked about again.
const AGAIN: i64 = 4_000;

/// What was, or is to be, asked of another server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Make the room.
    Open,
    /// It is made.
    Ready,
    /// It could not be made; it is tried again.
    Failed,
    /// End it; it is ended.
    Over,
}

impl Step {
    const fn word(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Over => "over",
        }
    }
}

/// A room that lives elsewhere.
#[derive(Clone, Debug)]
pub struct Remote {
    /// The room.
    pub id: RoomId,
    /// What it is called.
    pub title: String,
    /// Who serves it.
    pub chosen: Chosen,
    /// What is to be done.
    pub next: Step,
}

/// Whether another server is to be asked about a room.
pub fn is_asked(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM visio_room WHERE ask_at <= ?1 LIMIT 1", &params![now])?.is_some())
}

/// Takes the rooms about which another server is to be asked: for a minute no other node asks.
pub fn elsewhere(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Remote>> {
    let taken = tx.query(
        "UPDATE visio_room SET ask_at = ?2
         WHERE id IN (SELECT id FROM visio_room WHERE ask_at <= ?1 ORDER BY ask_at LIMIT 200) RETURNING id",
        &params![now, now.plus_minutes(LEASE)],
    )?;
    let ids: Vec<RoomId> = taken.iter().map(|row| row.get(0)).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {CHOSEN}, r.id, r.title, r.state, r.remote FROM visio_room r JOIN visio_server v ON v.id = r.server_id
         WHERE r.id IN ({}) ORDER BY r.made_at",
        marks(1, ids.len())
    );
    let remote = |row: &db::Row| {
        let next = match (row.text(9), row.text(10)) {
            ("closed", _) => Step::Over,
            (_, "ready") => Step::Ready,
            _ => Step::Open,
        };
        Remote { id: row.get(7), title: row.get(8), chosen: to_chosen(row), next }
    };
    Ok(tx.query(&sql, &with_ids(&[], &ids))?.iter().map(remote).collect())
}

/// It was asked: again in a moment while people are there, and for a day while the room is to be ended; else no more.
pub fn asked(tx: &mut Tx<'_>, room: RoomId, now: Moment) -> Result<()> {
    let sql = "UPDATE visio_room SET ask_at = CASE WHEN state = 'open'
                 OR (state = 'closed' AND remote IN ('ready', 'failed') AND closed_at > ?3) THEN CAST(?2 AS BIGINT) END
               WHERE id = ?1";
    tx.execute(sql, &params![room, Moment(now.0 + AGAIN), now.plus_days(-1)]).map(drop)
}

/// What was asked was done, or could not be.
pub fn stepped(tx: &mut Tx<'_>, room: RoomId, step: Step) -> Result<()> {
    let sql = "UPDATE visio_room SET remote = ?2 WHERE id = ?1 AND remote <> ?2";
    if tx.execute(sql, &params![room, step.word()])? > 0 {
        tx.ring(topic(room));
    }
    Ok(())
}

/// Whether the room is ready where it lives.
pub fn is_ready(tx: &mut Tx<'_>, room: RoomId) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM visio_room WHERE id = ?1 AND remote = 'ready'", &params![room])?.is_some())
}

/// Who was there just now, by seat: the register follows.
pub fn were_present(tx: &mut Tx<'_>, room: RoomId, present: &[String], now: Moment) -> Result<()> {
    let mut there = vec![];
    for one in seats(tx, room)? {
        let id = one.seat.id;
        match (present.contains(&id.to_string()), one.seat.came_at.is_some()) {
            (true, true) => there.push(id),
            (true, false) => arrived(tx, room, id, now)?,
            (false, true) => {
                let last = one.seat.heard_at.filter(|last| *last < unheard(now, true));
                gone(tx, room, id, last.unwrap_or(now))?;
            }
            (false, false) => {}
        }
    }
    heard(tx, &there, now)
}

/// The server that serves this room, when it is another than ours.
pub fn server_of(tx: &mut Tx<'_>, room: RoomId) -> Result<Option<Chosen>> {
    let sql = format!("SELECT {CHOSEN} FROM visio_room r JOIN visio_server v ON v.id = r.server_id WHERE r.id = ?1");
    Ok(tx.first(&sql, &params![room])?.as_ref().map(to_chosen))
}
