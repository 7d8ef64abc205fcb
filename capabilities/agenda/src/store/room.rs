//! The video room of a meeting: who is expected there, and that who came is present.
use super::{MEETING, expected_now, mark_presence, to_meeting};
use crate::{Mark, Meeting, MeetingId, Source};
use db::{Result, Tx, params};
use kernel::{Chance, Moment, PersonId};
use visio::{Kind, store::Attended};

/// The job that carries what the room saw to the presence; its payload is the id of the meeting.
pub const JOB: &str = "agenda/room";

/// Who is expected in the room: the pupils who have a place, and those who hold the meeting.
pub fn awaited(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<Vec<PersonId>> {
    let mut people = expected_now(tx, meeting.id)?;
    people.extend(meeting.teacher.iter().chain(&meeting.coteacher));
    Ok(people)
}

/// From now on, every minute, what the room sees is carried to the presence.
pub fn watch_room(tx: &mut Tx<'_>, chance: &dyn Chance, meeting: MeetingId, now: Moment) -> Result<()> {
    let id = meeting.to_string();
    jobs::queue(tx, chance, now, JOB, &id, &id, now.plus_minutes(1))
}

/// Who came to the room of the meeting, from when until when.
pub fn in_room(tx: &mut Tx<'_>, meeting: MeetingId, now: Moment) -> Result<Vec<Attended>> {
    visio::store::attended(tx, Kind::Meeting, meeting.cast(), now)
}

/// Who was in the room for a minute is present, for as long as they were there. What an adult said by hand stays.
pub fn carry_room(tx: &mut Tx<'_>, meeting: MeetingId, now: Moment) -> Result<()> {
    let came = in_room(tx, meeting, now)?;
    if came.is_empty() {
        return Ok(());
    }
    let known = super::presences(tx, meeting)?;
    for one in came.iter().filter(|one| one.minutes > 0) {
        let said = known.get(&one.person);
        if said.is_none_or(|(mark, minutes)| *mark != Mark::Present || *minutes < one.minutes) {
            mark_presence(tx, meeting, one.person, Source::Room, one.minutes, now)?;
        }
    }
    Ok(())
}

/// The meeting is over, or will not be: so is its room, and who came is present.
pub fn close_room(tx: &mut Tx<'_>, meeting: MeetingId, now: Moment) -> Result<()> {
    visio::store::close_for(tx, Kind::Meeting, meeting.cast(), now)?;
    carry_room(tx, meeting, now)
}

/// One pass over a meeting whose room was opened: who enrolled since is expected too, who came is present. Says whether the
/// room is still there.
pub fn follow_room(tx: &mut Tx<'_>, chance: &dyn Chance, id: MeetingId, now: Moment) -> Result<bool> {
    let rooms = visio::store::live_of(tx, Kind::Meeting, &[id.cast()])?;
    let row = tx.first(&format!("SELECT {MEETING} FROM agenda_meeting m WHERE m.id = ?1"), &params![id])?;
    if let (Some(room), Some(row)) = (rooms.first(), row) {
        let awaited = awaited(tx, &to_meeting(&row))?;
        visio::store::expect(tx, chance, room.id, &awaited, now)?;
    }
    carry_room(tx, id, now)?;
    Ok(!rooms.is_empty())
}
