//! Seats: expected, at the door, in, out.
use super::{ROOM, ROOM_COLUMNS, SEAT, SEAT_COLUMNS, gone, to_room, to_seat, topic};
use crate::{
    model::{Hears, Kind, Refusal, Room, RoomId, Seat, SeatId, SeatState, Seated, State, TOKEN},
    policy::{Hold, Sit},
};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::{Id, Moment, PersonId};

/// Somebody in a seat, with their names.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The seat.
    pub seat: Seat,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
}

/// This person's own seat in the room. Who is not expected sees no room.
pub fn sit(tx: &mut Tx<'_>, actor: &Actor, room: RoomId) -> Result<Option<Allowed<Sit, Seated>>> {
    let sql = format!(
        "SELECT {ROOM}, {SEAT} FROM visio_seat s JOIN visio_room r ON r.id = s.room_id WHERE r.id = ?1
         AND s.person_id = ?2"
    );
    let row = tx.first(&sql, &params![room, actor.person])?;
    let seated = row.map(|row| Seated { room: to_room(&row), seat: to_seat(&row, ROOM_COLUMNS) });
    Ok(seated.and_then(|seated| access::check(actor, seated).ok()))
}

/// Everybody of a room one sits in or may read the register of, adults first, then by name.
pub fn seats(tx: &mut Tx<'_>, room: RoomId) -> Result<Vec<Sitting>> {
    let sql = format!(
        "SELECT {SEAT}, p.given, p.family FROM visio_seat s JOIN directory_person p ON p.id = s.person_id
         WHERE s.room_id = ?1
         ORDER BY CASE s.role WHEN 'host' THEN 0 WHEN 'adult' THEN 1 ELSE 2 END, p.sort, s.id"
    );
    let sitting = |row: &db::Row| Sitting {
        seat: to_seat(row, 0),
        given: row.get(SEAT_COLUMNS),
        family: row.get(SEAT_COLUMNS + 1),
    };
    Ok(tx.query(&sql, &params![room])?.iter().map(sitting).collect())
}

/// Comes to the door: in at once, or waits, or is told why not.
pub fn knock(tx: &mut Tx<'_>, seated: &Seated) -> Result<std::result::Result<(), Refusal>> {
    let (room, seat) = (&seated.room, &seated.seat);
    if room.state == State::Closed {
        return Ok(Err(Refusal::Closed));
    }
    if seat.state == SeatState::Removed {
        return Ok(Err(Refusal::Removed));
    }
    if room.state == State::Waiting {
        stand(tx, room, seat, SeatState::Lobby)?;
        return Ok(Err(Refusal::Adult));
    }
    // Who was let in once comes back without asking again.
    let known = matches!(seat.state, SeatState::Admitted | SeatState::In | SeatState::Out);
    if seat.is_adult() || known || !room.lobby {
        if !matches!(seat.state, SeatState::In | SeatState::Admitted) {
            stand(tx, room, seat, SeatState::Admitted)?;
        }
        return Ok(Ok(()));
    }
    stand(tx, room, seat, SeatState::Lobby)?;
    Ok(Err(Refusal::Lobby))
}

/// Whether an adult of the room is in it, or was until a cut line.
pub fn led(tx: &mut Tx<'_>, room: RoomId, now: Moment) -> Result<bool> {
    let sql =
        "SELECT id FROM visio_seat WHERE room_id = ?1 AND role <> 'guest' AND (came_at IS NOT NULL OR left_at > ?2)";
    Ok(tx.first(sql, &params![room, now.plus_minutes(-super::ALONE)])?.is_some())
}

/// Stands at the door of a room that no adult is in yet; who was let in once need not be again.
pub fn wait(tx: &mut Tx<'_>, seated: &Seated) -> Result<()> {
    if seated.seat.state == SeatState::Expected {
        stand(tx, &seated.room, &seated.seat, SeatState::Lobby)
    } else {
        Ok(())
    }
}

fn stand(tx: &mut Tx<'_>, room: &Room, seat: &Seat, state: SeatState) -> Result<()> {
    if seat.state != state {
        tx.execute("UPDATE visio_seat SET state = ?2 WHERE id = ?1", &params![seat.id, state.word()])?;
        tx.ring(topic(room.id));
    }
    Ok(())
}

/// Gives the seat a token, by its seal; the one before is worth nothing any more.
pub fn give_token(tx: &mut Tx<'_>, seat: SeatId, seal: &[u8], now: Moment) -> Result<()> {
    tx.execute(
        "UPDATE visio_seat SET token = ?2, token_until = ?3 WHERE id = ?1",
        &params![seat, seal.to_vec(), now.plus_minutes(TOKEN)],
    )
    .map(drop)
}

/// Uses the token. It must be this very seat's, fresh, and unused.
pub fn take_token(tx: &mut Tx<'_>, seat: SeatId, seal: &[u8], now: Moment) -> Result<bool> {
    let sql = "UPDATE visio_seat SET token = NULL, token_until = NULL WHERE id = ?1 AND token = ?2
               AND token_until > ?3";
    Ok(tx.execute(sql, &params![seat, seal.to_vec(), now])? > 0)
}

/// Leaves by oneself.
pub fn leave(tx: &mut Tx<'_>, seated: &Seated, now: Moment) -> Result<()> {
    if matches!(seated.seat.state, SeatState::Lobby) {
        stand(tx, &seated.room, &seated.seat, SeatState::Expected)?;
    }
    gone(tx, seated.room.id, seated.seat.id, now)
}

/// Lets one in, or everybody at the door. Says how many.
pub fn admit(tx: &mut Tx<'_>, room: &Allowed<Hold, Room>, seat: Option<SeatId>) -> Result<i64> {
    let all = "UPDATE visio_seat SET state = 'admitted' WHERE room_id = ?1 AND state = 'lobby'";
    let admitted = match seat {
        None => tx.execute(all, &params![room.id])?,
        Some(seat) => tx.execute(&format!("{all} AND id = ?2"), &params![room.id, seat])?,
    };
    tx.ring(topic(room.id));
    Ok(i64::try_from(admitted).unwrap_or(0))
}

/// Makes a guest leave; they stay out until let in again.
pub fn remove(tx: &mut Tx<'_>, room: &Allowed<Hold, Room>, seat: SeatId, now: Moment) -> Result<bool> {
    let removed = tx.execute(
        "UPDATE visio_seat SET state = 'removed', token = NULL, hand_at = NULL WHERE id = ?1 AND room_id = ?2
         AND role <> 'host'",
        &params![seat, room.id],
    )?;
    gone(tx, room.id, seat, now)?;
    tx.ring(topic(room.id));
    Ok(removed > 0)
}

/// Makes a person leave the rooms made for this, for good. Gives each room with the seat that was theirs.
pub fn dismiss(
    tx: &mut Tx<'_>,
    kind: Kind,
    source: Id<()>,
    person: PersonId,
    now: Moment,
) -> Result<Vec<(RoomId, SeatId)>> {
    let sql = "SELECT r.id, s.id FROM visio_room r JOIN visio_seat s ON s.room_id = r.id
               WHERE r.kind = ?1 AND r.source_id = ?2 AND r.state <> 'closed' AND s.person_id = ?3 AND s.role <> 'host'
               AND s.state <> 'removed'";
    let rows = tx.query(sql, &params![kind.word(), source, person])?;
    let seats: Vec<(RoomId, SeatId)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    for (room, seat) in &seats {
        let sql = "UPDATE visio_seat SET state = 'removed', token = NULL, hand_at = NULL WHERE id = ?1";
        tx.execute(sql, &params![*seat])?;
        gone(tx, *room, *seat, now)?;
        tx.ring(topic(*room));
        tx.ring(format!("person:{person}"));
    }
    Ok(seats)
}

/// What changes about a seat.
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// Their hand goes up or down.
    Hand(Option<Moment>),
    /// How well they follow.
    Hears(Hears),
    /// Their camera for the adult only, or not.
    Shy(bool),
    /// What they may send.
    Mic(bool),
    /// What they may send.
    Camera(bool),
    /// What they may send.
    Screen(bool),
    /// Their group.
    Team(i64),
    /// Let in again after having been made to leave.
    Back,
}

/// Changes one thing about a seat of the room.
pub fn mark(tx: &mut Tx<'_>, room: RoomId, seat: SeatId, mark: Mark) -> Result<()> {
    let id = params![seat, room];
    match mark {
        Mark::Hand(Some(at)) => tx.execute(
            "UPDATE visio_seat SET hand_at = COALESCE(hand_at, ?3) WHERE id = ?1 AND room_id = ?2",
            &params![seat, room, at],
        ),
        Mark::Hand(None) => tx.execute("UPDATE visio_seat SET hand_at = NULL WHERE id = ?1 AND room_id = ?2", &id),
        Mark::Hears(hears) => {
            let sql = "UPDATE visio_seat SET hears = ?3 WHERE id = ?1 AND room_id = ?2";
            tx.execute(sql, &params![seat, room, hears.word()])
        }
        Mark::Shy(on) => {
            tx.execute("UPDATE visio_seat SET shy = ?3 WHERE id = ?1 AND room_id = ?2", &params![seat, room, on])
        }
        Mark::Mic(on) => {
            tx.execute("UPDATE visio_seat SET mic = ?3 WHERE id = ?1 AND room_id = ?2", &params![seat, room, on])
        }
        Mark::Camera(on) => {
            tx.execute("UPDATE visio_seat SET camera = ?3 WHERE id = ?1 AND room_id = ?2", &params![seat, room, on])
        }
        Mark::Screen(on) => {
            tx.execute("UPDATE visio_seat SET screen = ?3 WHERE id = ?1 AND room_id = ?2", &params![seat, room, on])
        }
        Mark::Team(team) => {
            tx.execute("UPDATE visio_seat SET team = ?3 WHERE id = ?1 AND room_id = ?2", &params![seat, room, team])
        }
        Mark::Back => tx.execute(
            "UPDATE visio_seat SET state = 'admitted' WHERE id = ?1 AND room_id = ?2 AND state = 'removed'",
            &id,
        ),
    }?;
    tx.ring(topic(room));
    Ok(())
}

/// Puts the guests in so many groups, in the order of the roster; 0 brings everybody back.
pub fn assign_teams(tx: &mut Tx<'_>, room: &Allowed<Hold, Room>, teams: i64) -> Result<()> {
    tx.execute("UPDATE visio_room SET grouped = ?2 WHERE id = ?1", &params![room.id, teams > 0])?;
    tx.execute("UPDATE visio_seat SET team = 0 WHERE room_id = ?1", &params![room.id])?;
    if teams > 0 {
        let guests = seats(tx, room.id)?.into_iter().filter(|one| !one.seat.is_adult());
        let present: Vec<_> = guests.filter(|one| one.seat.state != SeatState::Removed).collect();
        for (n, one) in present.iter().enumerate() {
            let team = i64::try_from(n).unwrap_or(0) % teams + 1;
            tx.execute("UPDATE visio_seat SET team = ?2 WHERE id = ?1", &params![one.seat.id, team])?;
        }
    }
    tx.ring(topic(room.id));
    Ok(())
}
