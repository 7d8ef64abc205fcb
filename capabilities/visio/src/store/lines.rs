//! What is written in a room: its conversation, and the page everybody shares.
use super::topic;
use crate::model::{LineId, Room, Seated};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// Something written.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its id.
    pub id: LineId,
    /// Who.
    pub author: PersonId,
    /// Their given name.
    pub given: String,
    /// Their family name.
    pub family: String,
    /// For which group; 0 for the room.
    pub team: i64,
    /// When.
    pub at: Moment,
    /// What.
    pub text: String,
}

/// The group in which somebody is heard now.
fn team(seated: &Seated) -> i64 {
    if seated.room.grouped { seated.seat.team } else { 0 }
}

/// Writes to the room, or to one's group when people are in groups. Never to one person.
pub fn say(tx: &mut Tx<'_>, seated: &Seated, id: LineId, text: &str, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO visio_line (id, room_id, person_id, team, at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, seated.room.id, seated.seat.person, team(seated), now, text],
    )?;
    tx.ring(topic(seated.room.id));
    Ok(())
}

/// The lines one may read, the last first: the room's, one's group's; an adult reads every group's.
pub fn lines(tx: &mut Tx<'_>, seated: &Seated, pager: Pager) -> Result<Paged<Said>> {
    let columns = "l.id, l.person_id, p.given, p.family, l.team, l.at, l.text";
    let from = "visio_line l JOIN directory_person p ON p.id = l.person_id
               WHERE l.room_id = ?1 AND (l.team = 0 OR l.team = ?2 OR CAST(?3 AS BIGINT) = 1 OR l.person_id = ?4)";
    let adult = i64::from(seated.seat.is_adult());
    let params = params![seated.room.id, team(seated), adult, seated.seat.person];
    let said = |row: &db::Row| Said {
        id: row.get(0),
        author: row.get(1),
        given: row.get(2),
        family: row.get(3),
        team: row.get(4),
        at: row.get(5),
        text: row.get(6),
    };
    pager.read(tx, List { columns, from, order: "l.at DESC, l.id DESC", params: &params }, said)
}

/// Writes the shared page, if nobody did since it was read. Says whether it was written.
pub fn set_pad(tx: &mut Tx<'_>, room: &Room, text: &str, turn: i64) -> Result<bool> {
    let sql = "UPDATE visio_room SET pad = ?2, pad_turn = pad_turn + 1 WHERE id = ?1 AND pad_turn = ?3";
    let written = tx.execute(sql, &params![room.id, text, turn])? > 0;
    if written {
        tx.ring(topic(room.id));
    }
    Ok(written)
}
