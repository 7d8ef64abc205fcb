//! What the adult who holds the room decides.
use super::{address, held, seen};
use crate::{
    model::{Cameras, Room, Seated, Shape, TITLE},
    node,
    store::{self, Mark},
};
use web::{Reply, Result, Visit};

/// As many groups as one makes.
const MOST_TEAMS: i64 = 8;

/// Opens the room: who is expected may come.
pub fn open(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    store::open(visit.tx, &room, visit.now)?;
    Ok(Reply::go(address(room.id)))
}

/// Ends it for all.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    store::close(visit.tx, &room, visit.now)?;
    let id = room.id;
    node::told(visit, move |unit| unit.close(&id.to_string()));
    Ok(Reply::go(address(id)))
}

/// About one person, or everybody: let in, make silent, allow, make leave.
pub fn person(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    let (what, seat) = (visit.form.text("fait").to_owned(), visit.form.id("place")?);
    let (id, now) = (room.id, visit.now);
    match (what.as_str(), seat) {
        ("entrer", seat) => store::admit(visit.tx, &room, seat)?,
        ("silence", None) => {
            for one in store::seats(visit.tx, id)?.iter().filter(|one| !one.seat.is_adult()) {
                store::mark(visit.tx, id, one.seat.id, Mark::Mic(false))?;
            }
        }
        ("parole", None) => {
            for one in store::seats(visit.tx, id)?.iter().filter(|one| !one.seat.is_adult()) {
                store::mark(visit.tx, id, one.seat.id, Mark::Mic(true))?;
            }
        }
        ("silence", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Mic(false))?,
        ("parole", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Mic(true))?,
        ("sans-image", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Camera(false))?,
        ("image", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Camera(true))?,
        ("ecran", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Screen(true))?,
        ("sans-ecran", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Screen(false))?,
        ("main", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Hand(None))?,
        ("retour", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Back)?,
        ("sortir", Some(seat)) => {
            if store::remove(visit.tx, &room, seat, now)? {
                node::leaves(visit, id, seat);
            }
        }
        _ => return seen(None),
    }
    tell_all(visit, &room)?;
    Ok(Reply::go(address(id)))
}

/// How the room is kept: who waits at the door, whose cameras are seen, who writes on the page.
pub fn settings(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    let cameras = seen(Cameras::from_word(visit.form.text("cameras")))?;
    let (lobby, pad_open) = (visit.form.has("attente"), visit.form.has("ecrire"));
    store::change(visit.tx, &room, lobby, cameras, pad_open)?;
    let room = Room { cameras, ..room.into_inner() };
    tell_all(visit, &room)?;
    Ok(Reply::go(address(room.id)))
}

/// Asks a question, or ends it.
pub fn poll(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    if let Some(shape) = Shape::from_word(visit.form.text("forme")) {
        let (id, question) = (visit.new_id(), visit.form.short("question", TITLE));
        store::ask(visit.tx, &room, id, shape, &question, visit.now)?;
    } else {
        store::end_poll(visit.tx, &room, visit.now)?;
    }
    Ok(Reply::go(address(room.id)))
}

/// Groups from the roster in one step, back in one step; the adult goes from one to the other.
pub fn teams(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, room) = held(visit)?;
    if visit.form.has("visite") {
        let team: i64 = visit.form.text("visite").parse().unwrap_or(0);
        let own = store::seats(visit.tx, room.id)?.into_iter().find(|one| one.seat.person == actor.person);
        if let Some(own) = own {
            store::mark(visit.tx, room.id, own.seat.id, Mark::Team(team.clamp(0, MOST_TEAMS)))?;
        }
    } else {
        let teams: i64 = visit.form.text("groupes").parse().unwrap_or(0);
        store::assign_teams(visit.tx, &room, teams.clamp(0, MOST_TEAMS))?;
    }
    let fresh = seen(store::find::<crate::policy::Hold>(visit.tx, &actor, room.id)?)?;
    tell_all(visit, &fresh)?;
    Ok(Reply::go(address(room.id)))
}

/// The media unit learns how everybody sits.
fn tell_all(visit: &mut Visit<'_, '_>, room: &Room) -> Result<()> {
    for one in store::seats(visit.tx, room.id)?.into_iter().filter(|one| one.seat.is_in()) {
        node::sits(visit, &Seated { room: room.clone(), seat: one.seat });
    }
    Ok(())
}
