//! What other slices do with rooms: ask whether one can be opened, open it, and show who may go where.
use crate::{
    model::{Kind, Room, State},
    pages,
    policy::Hold,
    store::{self, Ready, Wanted},
};
use askama::Template;
use kernel::{Id, PersonId, UnitId};
use std::sync::Arc;
use web::{Error, Result, Shell, Visit};

/// Whether rooms of this kind can be opened for this school: served here, or by the server it has chosen. Where they cannot,
/// no button is shown.
pub fn offered(visit: &mut Visit<'_, '_>, school: UnitId, kind: Kind) -> Result<bool> {
    Ok(visit.house.engine::<sfu::Handle>().is_some() || store::chosen(visit.tx, school, kind.word())?.is_some())
}

/// The rooms made for one of these that are not over, and whether one can be opened: one statement.
pub fn live(visit: &mut Visit<'_, '_>, school: UnitId, kind: Kind, sources: &[Id<()>]) -> Result<(Vec<Room>, bool)> {
    let (rooms, chosen) = store::live_and_chosen(visit.tx, school, kind, sources)?;
    Ok((rooms, visit.house.engine::<sfu::Handle>().is_some() || chosen.is_some()))
}

/// Makes the room its host wants, or finds it again, and opens it: the adult is there. Gives its address.
pub fn begin(visit: &mut Visit<'_, '_>, wanted: &Wanted<'_>) -> Result<String> {
    let (actor, chance) = (visit.actor()?, Arc::clone(&visit.house.chance));
    let room = store::open_for(visit.tx, &*chance, wanted, visit.now)?;
    let room = store::find::<Hold>(visit.tx, &actor, room)?.ok_or(Error::NotFound)?;
    if room.state == State::Waiting {
        store::open(visit.tx, &room, visit.now)?;
    }
    Ok(room.address())
}

/// Makes a person leave the rooms made for this, for good: what opened them to that person is over.
pub fn dismiss(visit: &mut Visit<'_, '_>, kind: Kind, source: Id<()>, person: PersonId) -> Result<()> {
    for (room, seat) in store::dismiss(visit.tx, kind, source, person, visit.now)? {
        crate::node::leaves(visit, room, seat);
    }
    Ok(())
}

impl Room {
    /// Where it is.
    pub fn address(&self) -> String {
        pages::address(self.id)
    }
}

/// The rooms that are open to the reader now: one link each. A page shows it in `<div data-live="/visio/ouvertes">`, and has
/// `/visio/flux`, or a bell with the topic `person:…`, for it to come by itself.
#[derive(Template)]
#[template(path = "visio/ready_part.html")]
pub struct Banner {
    shell: Shell,
    ready: web::Paged<Ready>,
}

impl Banner {
    /// What is said of a room: to whom it was made for, that they are waited for.
    fn said(&self, one: &Ready) -> String {
        let key = match (one.seat.is_adult(), one.led, one.room.kind) {
            (true, ..) => "visio-ready",
            (false, false, _) => "visio-ready-soon",
            (false, true, Kind::Ticket) => "visio-ready-ticket",
            (false, true, Kind::Meeting | Kind::Open) => "visio-ready-class",
        };
        let (title, host) = (pages::title(&self.shell, &one.room), format!("{} {}", one.host.0, one.host.1));
        self.shell.say(key).text("title", title).text("name", host).to_string()
    }
}

/// The rooms that are open to the reader now, as they stand on *Aujourd'hui*.
pub(crate) fn block(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let banner = banner(visit, shell)?;
    Ok(if banner.ready.is_empty() { None } else { Some(banner.render()?) })
}

/// The rooms that are open to the reader now: one statement.
pub fn banner(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Banner> {
    let actor = visit.actor()?;
    Ok(Banner { shell: shell.clone(), ready: store::ready(visit.tx, &actor, visit.now)? })
}
