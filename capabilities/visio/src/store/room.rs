//! Rooms: made for somebody, opened, changed, closed.
use super::{ROOM, ROOM_COLUMNS, SEAT, to_room, to_seat, topic};
use crate::{
    model::{Cameras, Kind, Part, Room, RoomId, Seat, State},
    policy::{Hold, Register},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// A room somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// What it is for.
    pub kind: Kind,
    /// The ticket or the meeting.
    pub source: Option<Id<()>>,
    /// The school that answers for it.
    pub school: UnitId,
    /// The adult who holds it.
    pub host: PersonId,
    /// What it is called; may be empty.
    pub title: &'w str,
    /// Who is expected, besides the host.
    pub expected: &'w [PersonId],
    /// Whether each waits to be let in.
    pub lobby: bool,
}

/// A room with a seat for each expected person. The one that is still live for the same source and host is given again,
/// with seats for whoever is new; several are expected once.
pub fn open_for(tx: &mut Tx<'_>, chance: &dyn Chance, wanted: &Wanted<'_>, now: Moment) -> Result<RoomId> {
    let live = match wanted.source {
        None => None,
        Some(source) => tx.first(
            "SELECT id FROM visio_room WHERE source_id = ?1 AND kind = ?2 AND host_id = ?3 AND state <> 'closed'",
            &params![source, wanted.kind.word(), wanted.host],
        )?,
    };
    let room: RoomId = match live {
        Some(row) => row.get(0),
        None => make(tx, chance, wanted, now)?,
    };
    super::source::add_seat(tx, chance, room, wanted.host, Part::Host, now)?;
    super::expect(tx, chance, room, wanted.expected, now)?;
    tx.ring(topic(room));
    Ok(room)
}

fn make(tx: &mut Tx<'_>, chance: &dyn Chance, wanted: &Wanted<'_>, now: Moment) -> Result<RoomId> {
    let id: RoomId = Id::new(now, chance);
    let server = super::chosen(tx, wanted.school, wanted.kind.word())?;
    let server = server.map(|server| server.id);
    tx.execute(
        "INSERT INTO visio_room (id, unit_id, kind, source_id, host_id, title, state, lobby, cameras, grouped, pad, pad_turn,
           pad_open, server_id, remote, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?8, 0, '', 0, 0, ?9, '', ?10)",
        &params![
            id,
            wanted.school,
            wanted.kind.word(),
            wanted.source,
            wanted.host,
            wanted.title,
            wanted.lobby,
            Cameras::Host.word(),
            server,
            now
        ],
    )?;
    Ok(id)
}

/// The room, if this person has this right on it.
pub fn find<P: Permission<Room>>(tx: &mut Tx<'_>, actor: &Actor, id: RoomId) -> Result<Option<Allowed<P, Room>>> {
    let sql = format!("SELECT {ROOM} FROM visio_room r WHERE r.id = ?1");
    let room = tx.first(&sql, &params![id])?.as_ref().map(to_room);
    Ok(room.and_then(|room| access::check(actor, room).ok()))
}

/// A room one is expected in.
#[derive(Clone, Debug)]
pub struct Mine {
    /// The room.
    pub room: Room,
    /// One's seat there.
    pub seat: Seat,
    /// The host's given and family names.
    pub host: (String, String),
    /// How many are in.
    pub inside: i64,
}

/// The rooms this person is expected in that are not over, the newest first, and those of the last day.
pub fn mine(tx: &mut Tx<'_>, actor: &Actor, pager: Pager, now: Moment) -> Result<Paged<Mine>> {
    let columns = format!(
        "{ROOM}, {SEAT}, p.given, p.family,
           (SELECT COUNT(*) FROM visio_seat i WHERE i.room_id = r.id AND i.state = 'in')"
    );
    let from = "visio_seat s JOIN visio_room r ON r.id = s.room_id JOIN directory_person p ON p.id = r.host_id
         WHERE s.person_id = ?1 AND (r.closed_at IS NULL OR r.closed_at > ?2)";
    let at = ROOM_COLUMNS + super::SEAT_COLUMNS;
    let one = |row: &db::Row| Mine {
        room: to_room(row),
        seat: to_seat(row, ROOM_COLUMNS),
        host: (row.get(at), row.get(at + 1)),
        inside: row.get(at + 2),
    };
    let params = params![actor.person, now.plus_days(-1)];
    pager.read(tx, List { columns: &columns, from, order: "r.made_at DESC, r.id", params: &params }, one)
}

/// A room that is over, with how many came besides its adults.
#[derive(Clone, Debug)]
pub struct Past {
    /// The room.
    pub room: Room,
    /// The host's given and family names.
    pub host: (String, String),
    /// How many came.
    pub came: i64,
}

/// The rooms that are over of which this person may read the register, the last first: those they held, or their school's.
pub fn past(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Past>> {
    let seen = access::visible::<Register, Room>(actor, 1);
    let columns = format!(
        "{ROOM}, p.given, p.family, (SELECT COUNT(*) FROM visio_seat s WHERE s.room_id = r.id
         AND s.role = 'guest' AND s.joined_at IS NOT NULL)"
    );
    let from = format!(
        "visio_room r JOIN directory_person p ON p.id = r.host_id
         WHERE r.closed_at IS NOT NULL AND r.opened_at IS NOT NULL AND {}",
        seen.sql
    );
    let list = List { columns: &columns, from: &from, order: "r.closed_at DESC, r.id", params: &seen.params };
    pager.read(tx, list, |row| Past {
        room: to_room(row),
        host: (row.get(ROOM_COLUMNS), row.get(ROOM_COLUMNS + 1)),
        came: row.get(ROOM_COLUMNS + 2),
    })
}

/// The adult is there: who is expected may come.
pub fn open(tx: &mut Tx<'_>, room: &Allowed<Hold, Room>, now: Moment) -> Result<()> {
    tx.execute(
        "UPDATE visio_room SET state = 'open', opened_at = COALESCE(opened_at, ?2),
           ask_at = CASE WHEN server_id IS NOT NULL THEN CAST(?2 AS BIGINT) END WHERE id = ?1 AND state = 'waiting'",
        &params![room.id, now],
    )?;
    if !room.lobby {
        tx.execute(
            "UPDATE visio_seat SET state = 'admitted' WHERE room_id = ?1 AND state = 'lobby'",
            &params![room.id],
        )?;
    }
    super::source::ring_all(tx, room.id)?;
    tx.ring(topic(room.id));
    Ok(())
}

/// The room is over for all. Said again it changes nothing.
pub fn close(tx: &mut Tx<'_>, room: &Room, now: Moment) -> Result<()> {
    if room.state == State::Closed {
        return Ok(());
    }
    super::everyone(tx, room.id, room.server.is_some(), now)?;
    tx.execute(
        "UPDATE visio_room SET state = 'closed', closed_at = ?2, grouped = 0,
           ask_at = CASE WHEN server_id IS NOT NULL AND remote IN ('ready', 'failed') THEN CAST(?2 AS BIGINT) END
         WHERE id = ?1",
        &params![room.id, now],
    )?;
    tx.execute("UPDATE visio_poll SET ended_at = ?2 WHERE room_id = ?1 AND ended_at IS NULL", &params![room.id, now])?;
    super::source::ring_all(tx, room.id)?;
    tx.ring(topic(room.id));
    Ok(())
}

/// Changes how the room is kept.
pub fn change(
    tx: &mut Tx<'_>,
    room: &Allowed<Hold, Room>,
    lobby: bool,
    cameras: Cameras,
    pad_open: bool,
) -> Result<()> {
    let values: [Value; 4] = [room.id.into(), lobby.into(), cameras.word().into(), pad_open.into()];
    tx.execute("UPDATE visio_room SET lobby = ?2, cameras = ?3, pad_open = ?4 WHERE id = ?1", &values)?;
    if !lobby {
        let sql = "UPDATE visio_seat SET state = 'admitted' WHERE room_id = ?1 AND state = 'lobby'";
        tx.execute(sql, &params![room.id])?;
    }
    tx.ring(topic(room.id));
    Ok(())
}

/// A room of the past, as the demonstration remembers it.
pub(crate) fn set_times(tx: &mut Tx<'_>, room: RoomId, opened: Moment, closed: Option<Moment>) -> Result<()> {
    let state = if closed.is_some() { State::Closed } else { State::Open };
    tx.execute(
        "UPDATE visio_room SET state = ?2, opened_at = ?3, closed_at = ?4 WHERE id = ?1",
        &params![room, state.word(), opened, closed],
    )
    .map(drop)
}
