//! All the SQL of video rooms.
mod closing;
mod day;
mod lines;
mod node;
mod person;
mod poll;
mod presence;
mod remote;
mod report;
mod room;
mod seat;
mod server;
mod source;
mod things;

pub(crate) use closing::ALONE;
pub use closing::{abandoned, close_forgotten};
pub use day::DAYS;
pub use lines::{Said, lines, say, set_pad};
pub use node::{claim, served_at};
pub use person::{erase, export};
pub use poll::{Asked, ask, current, end_poll, vote};
pub use presence::{Served, arrived, everyone, gone, heard, lost, served, shut, unserved};
pub use remote::{Remote, Step, asked, elsewhere, is_asked, is_ready, server_of, stepped, were_present};
pub use report::{Reported, handle, report, reports};
pub(crate) use room::set_times;
pub use room::{Mine, Past, Wanted, change, close, find, mine, open, open_for, past};
pub use seat::{
    Mark, Sitting, admit, assign_teams, dismiss, give_token, knock, leave, led, mark, remove, seats, sit, take_token,
    wait,
};
pub use server::{Chosen, Deciding, choice, chosen, decides, deciding, set_server};
pub(crate) use server::{set_sealed, unsealed};
pub use source::{Attended, Ready, attended, close_for, expect, live_and_chosen, live_of, ready};
pub use things::things;

use crate::model::{Cameras, Hears, Kind, Part, Room, Seat, SeatState, State};
use db::Row;

/// The columns of a room, for a row read by [`to_room`].
const ROOM: &str = "r.id, r.unit_id, r.kind, r.source_id, r.host_id, r.title, r.state, r.lobby, r.cameras, r.grouped,
    r.pad, r.pad_turn, r.pad_open, r.server_id, r.made_at, r.opened_at, r.closed_at";
/// How many they are.
const ROOM_COLUMNS: usize = 17;

fn to_room(row: &Row) -> Room {
    let school = row.get(1);
    Room {
        id: row.get(0),
        school,
        kind: Kind::from_word(row.text(2)).unwrap_or(Kind::Open),
        source: row.get(3),
        host: row.get(4),
        title: row.get(5),
        state: State::from_word(row.text(6)).unwrap_or(State::Closed),
        lobby: row.get(7),
        cameras: Cameras::from_word(row.text(8)).unwrap_or(Cameras::None),
        grouped: row.get(9),
        pad: row.get(10),
        pad_turn: row.get(11),
        pad_open: row.get(12),
        server: row.get(13),
        made_at: row.get(14),
        opened_at: row.get(15),
        closed_at: row.get(16),
        lineage: vec![school],
    }
}

/// The columns of a seat, for a row read by [`to_seat`].
const SEAT: &str = "s.id, s.person_id, s.role, s.state, s.mic, s.camera, s.screen, s.shy, s.team, s.hand_at, s.hears,
    s.joined_at, s.came_at, s.left_at, s.millis, s.heard_at";
/// How many they are.
const SEAT_COLUMNS: usize = 16;

fn to_seat(row: &Row, at: usize) -> Seat {
    Seat {
        id: row.get(at),
        person: row.get(at + 1),
        part: Part::from_word(row.text(at + 2)).unwrap_or(Part::Guest),
        state: SeatState::from_word(row.text(at + 3)).unwrap_or(SeatState::Removed),
        mic: row.get(at + 4),
        camera: row.get(at + 5),
        screen: row.get(at + 6),
        shy: row.get(at + 7),
        team: row.get(at + 8),
        hand_at: row.get(at + 9),
        hears: Hears::from_word(row.text(at + 10)).unwrap_or(Hears::Unsaid),
        joined_at: row.get(at + 11),
        came_at: row.get(at + 12),
        left_at: row.get(at + 13),
        millis: row.get(at + 14),
        heard_at: row.get(at + 15),
    }
}

/// The topic that rings when something changes in a room.
pub(crate) fn topic(room: crate::RoomId) -> String {
    format!("visio:{room}")
}
