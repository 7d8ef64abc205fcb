//! The video room of a meeting that is held at a distance.
use super::{hold, seen, title};
use crate::{Refusal, State, policy::Hold, store};
use std::sync::Arc;
use visio::{Kind, store::Wanted};
use web::{Lang, Reply, Result, Visit};

/// Opens the room, and the meeting with it; or finds the room again. Who holds the meeting with another comes to the same one.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let meeting = seen(store::find::<Hold>(visit.tx, &actor, id)?)?;
    let (rooms, offered) = visio::live(visit, meeting.what.school, Kind::Meeting, &[meeting.id.cast()])?;
    seen((meeting.what.remote() && (offered || !rooms.is_empty())).then_some(()))?;
    if !meeting.ahead(now) {
        return hold::refuse(visit, Refusal::Over);
    }
    if meeting.state == State::Planned
        && let Err(why) = store::open(visit.tx, &meeting, now)?
    {
        return hold::refuse(visit, why);
    }
    let chance = Arc::clone(&visit.house.chance);
    let expected = store::awaited(visit.tx, &meeting)?;
    store::watch_room(visit.tx, &*chance, meeting.id, now)?;
    if let Some(room) = rooms.iter().find(|room| room.host != actor.person) {
        visio::store::expect(visit.tx, &*chance, room.id, &expected, now)?;
        return Ok(Reply::go(room.address()));
    }
    let mut shell = visit.shell();
    // Read by all who come, whatever the language of who opens it.
    shell.lang = Lang::Fr;
    let title = title(&shell, &meeting.what);
    let wanted = Wanted {
        kind: Kind::Meeting,
        source: Some(meeting.id.cast()),
        school: meeting.what.school,
        host: actor.person,
        title: &title,
        expected: &expected,
        lobby: false,
    };
    Ok(Reply::go(visio::begin(visit, &wanted)?))
}
