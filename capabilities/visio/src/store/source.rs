//! Rooms by what they were made for, and by who is expected: as the desk and the agenda ask for them.
use super::{ALONE, ROOM, ROOM_COLUMNS, SEAT, SEAT_COLUMNS, to_room, to_seat};
use crate::model::{Kind, Part, Room, RoomId, Seat, SeatId, unheard};
use access::{Actor, Audience, Role};
use db::{Result, Tx, Value, marks, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// A room that is open to somebody, and their seat there.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The room.
    pub room: Room,
    /// The seat.
    pub seat: Seat,
    /// The given and family names of who holds it.
    pub host: (String, String),
    /// Whether an adult is in it; of a room that lives elsewhere, it is open.
    pub led: bool,
}

/// How many open rooms stand on a page of another slice; all of them are on `/visio`.
const STANDING: i64 = 5;

/// The rooms where this person may go now, the newest first: one is expected, was not made to leave, and an adult opened it.
pub fn ready(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Paged<Ready>> {
    let columns = format!(
        "{ROOM}, {SEAT}, p.given, p.family, (SELECT COUNT(*) FROM visio_seat a WHERE a.room_id = r.id AND a.role <> 'guest'
         AND (a.came_at IS NOT NULL OR a.left_at > ?2))"
    );
    let from = "visio_seat s JOIN visio_room r ON r.id = s.room_id JOIN directory_person p ON p.id = r.host_id
         WHERE s.person_id = ?1 AND s.state <> 'removed' AND r.state = 'open' AND CAST(?2 AS BIGINT) > 0";
    let params = params![actor.person, now.plus_minutes(-ALONE)];
    let list = List { columns: &columns, from, order: "r.opened_at DESC, r.id", params: &params };
    let at = ROOM_COLUMNS + SEAT_COLUMNS;
    Pager::FIRST.by(STANDING).read(tx, list, |row| {
        let (room, seat) = (to_room(row), to_seat(row, ROOM_COLUMNS));
        let led = room.server.is_some() || row.get::<i64>(at + 2) > 0;
        Ready { room, seat, host: (row.get(at), row.get(at + 1)), led }
    })
}

/// The rooms made for one of these that are not over, the newest first.
pub fn live_of(tx: &mut Tx<'_>, kind: Kind, sources: &[Id<()>]) -> Result<Vec<Room>> {
    if sources.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {ROOM} FROM visio_room r WHERE r.kind = ?1 AND r.state <> 'closed' AND r.source_id IN ({})
         ORDER BY r.made_at DESC, r.id",
        marks(2, sources.len())
    );
    let mut values: Vec<Value> = params![kind.word()].into();
    values.extend(sources.iter().map(|source| Value::from(*source)));
    Ok(tx.query(&sql, &values)?.iter().map(to_room).collect())
}

/// The same, and the kind of the server that the school's choice makes serve them, if one was chosen: one statement.
pub fn live_and_chosen(
    tx: &mut Tx<'_>,
    school: UnitId,
    kind: Kind,
    sources: &[Id<()>],
) -> Result<(Vec<Room>, Option<String>)> {
    let sql = format!(
        "SELECT {ROOM}, ({}) FROM unit u LEFT JOIN visio_room r ON r.kind = ?2 AND r.state <> 'closed' AND r.source_id
         IN ({})
         WHERE u.id = ?1 ORDER BY r.made_at DESC, r.id",
        super::server::NEAREST,
        marks(3, sources.len())
    );
    let mut values: Vec<Value> = params![school, kind.word()].into();
    values.extend(sources.iter().map(|source| Value::from(*source)));
    let rows = tx.query(&sql, &values)?;
    let chosen = rows.first().and_then(|row| row.get::<Option<String>>(ROOM_COLUMNS));
    let rooms = rows.iter().filter(|row| row.get::<Option<RoomId>>(0).is_some()).map(to_room).collect();
    Ok((rooms, chosen.filter(|kind| kind != "embedded")))
}

/// What the room was made for is over: so is the room. Says which were.
pub fn close_for(tx: &mut Tx<'_>, kind: Kind, source: Id<()>, now: Moment) -> Result<Vec<RoomId>> {
    let rooms = live_of(tx, kind, &[source])?;
    for room in &rooms {
        super::close(tx, room, now)?;
    }
    Ok(rooms.into_iter().map(|room| room.id).collect())
}

/// A seat for each of these people who has none yet. Whoever is new hears of it.
pub fn expect(tx: &mut Tx<'_>, chance: &dyn Chance, room: RoomId, people: &[PersonId], now: Moment) -> Result<()> {
    for person in people {
        let part = if is_staff(tx, *person, now)? { Part::Adult } else { Part::Guest };
        if add_seat(tx, chance, room, *person, part, now)? {
            tx.ring(format!("person:{person}"));
        }
    }
    Ok(())
}

/// Who works for a school or above it sits as an adult; a pupil, a parent and who comes from outside are guests.
fn is_staff(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<bool> {
    let sql = format!(
        "SELECT 1 FROM membership m WHERE m.person_id = ?1 AND {} AND m.role IN ({})",
        access::live("m", 2),
        access::words(Role::of(Audience::STAFF))
    );
    Ok(tx.first(&sql, &params![person, now])?.is_some())
}

/// Adds a seat, once. Says whether it did.
pub(super) fn add_seat(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    room: RoomId,
    person: PersonId,
    part: Part,
    now: Moment,
) -> Result<bool> {
    let id: SeatId = Id::new(now, chance);
    let added = tx.execute(
        "INSERT INTO visio_seat (id, room_id, person_id, role, state, mic, camera, screen, shy, team, hears, millis)
         VALUES (?1, ?2, ?3, ?4, 'expected', 1, 1, 0, 0, 0, 'rien', 0) ON CONFLICT DO NOTHING",
        &params![id, room, person, part.word()],
    )?;
    Ok(added > 0)
}

/// Rings each person of the room, wherever they are: it opened, or it is over.
pub(super) fn ring_all(tx: &mut Tx<'_>, room: RoomId) -> Result<()> {
    for row in tx.query("SELECT person_id FROM visio_seat WHERE room_id = ?1", &params![room])? {
        tx.ring(format!("person:{}", row.get::<PersonId>(0)));
    }
    Ok(())
}

/// How long a guest was there, over all the rooms made for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attended {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub from: Moment,
    /// Until when; none while they are there.
    pub until: Option<Moment>,
    /// Whole minutes they were in.
    pub minutes: i64,
}

/// Who came to the rooms made for this, and how long they were there until now, or until they were last heard. Adults are left out.
pub fn attended(tx: &mut Tx<'_>, kind: Kind, source: Id<()>, now: Moment) -> Result<Vec<Attended>> {
    let sql = "SELECT s.person_id, MIN(s.joined_at), MAX(s.left_at), COUNT(s.came_at),
                 CAST(SUM(s.millis + CASE WHEN s.came_at IS NULL THEN 0
                   WHEN s.heard_at < CAST(?4 AS BIGINT) THEN s.heard_at - s.came_at
                   ELSE CAST(?3 AS BIGINT) - s.came_at END) AS BIGINT)
               FROM visio_seat s JOIN visio_room r ON r.id = s.room_id
               WHERE r.kind = ?1 AND r.source_id = ?2 AND s.role = 'guest' AND s.joined_at IS NOT NULL
               GROUP BY s.person_id ORDER BY s.person_id";
    let attended = |row: &db::Row| Attended {
        person: row.get(0),
        from: row.get(1),
        until: row.get::<Option<Moment>>(2).filter(|_| row.get::<i64>(3) == 0),
        minutes: (row.get::<i64>(4).max(0) + 30_000) / 60_000,
    };
    Ok(tx.query(sql, &params![kind.word(), source, now, unheard(now, true)])?.iter().map(attended).collect())
}
