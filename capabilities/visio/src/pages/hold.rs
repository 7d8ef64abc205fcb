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
    Ok(Reply::go(address(room.id)).said(visit.sentence("visio-said-open")))
}

/// Ends it for all.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    store::close(visit.tx, &room, visit.now)?;
    let id = room.id;
    node::told(visit, move |unit| unit.close(&id.to_string()));
    Ok(Reply::go(address(id)).said(visit.sentence("visio-said-closed")))
}

/// About one person, or everybody: let in, make silent, allow, make leave.
pub fn person(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    let (what, seat) = (visit.form.text("fait").to_owned(), visit.form.id("place")?);
    let (id, now) = (room.id, visit.now);
    let mut admitted = 0;
    match (what.as_str(), seat) {
        ("entrer", seat) => admitted = store::admit(visit.tx, &room, seat)?,
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
        // The floor: whoever asked for it may speak.
        ("main", Some(seat)) => {
            store::mark(visit.tx, id, seat, Mark::Mic(true))?;
            store::mark(visit.tx, id, seat, Mark::Hand(None))?;
        }
        ("retour", Some(seat)) => store::mark(visit.tx, id, seat, Mark::Back)?,
        ("sortir", Some(seat)) => {
            if store::remove(visit.tx, &room, seat, now)? {
                node::leaves(visit, id, seat);
            }
        }
        _ => return seen(None),
    }
    tell_all(visit, &room)?;
    let seats = store::seats(visit.tx, id)?;
    let one = seats.iter().find(|one| Some(one.seat.id) == seat);
    let name = one.map(|one| format!("{} {}", one.given, one.family)).unwrap_or_default();
    let (key, back) = answer(&what, seat.is_some());
    let reply = Reply::go(address(id)).said(visit.shell().say(key).num("n", admitted).text("name", name));
    let place = seat.map(|seat| seat.to_string()).unwrap_or_default();
    Ok(match back {
        None => reply,
        Some(back) => reply.undo(format!("{}/personne", address(id)), &[("fait", back), ("place", &place)]),
    })
}

/// What is said of a deed about one or everybody, and the deed that undoes it.
fn answer(what: &str, one: bool) -> (&'static str, Option<&'static str>) {
    match (what, one) {
        ("silence", false) => ("visio-said-silence-all", Some("parole")),
        ("parole", false) => ("visio-said-speech-all", Some("silence")),
        ("silence", true) => ("visio-said-silence", Some("parole")),
        ("parole", true) => ("visio-said-speech", Some("silence")),
        ("sans-image", _) => ("visio-said-no-picture", Some("image")),
        ("image", _) => ("visio-said-picture", Some("sans-image")),
        ("ecran", _) => ("visio-said-screen", Some("sans-ecran")),
        ("sans-ecran", _) => ("visio-said-no-screen", Some("ecran")),
        ("main", _) => ("visio-said-floor", None),
        ("retour", _) => ("visio-said-back", None),
        ("sortir", _) => ("visio-said-removed", Some("retour")),
        _ => ("visio-said-in", None),
    }
}

/// How the room is kept: who waits at the door, whose cameras are seen, who writes on the page.
pub fn settings(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    let cameras = seen(Cameras::from_word(visit.form.text("cameras")))?;
    let (lobby, pad_open) = (visit.form.has("attente"), visit.form.has("ecrire"));
    store::change(visit.tx, &room, lobby, cameras, pad_open)?;
    let room = Room { cameras, ..room.into_inner() };
    tell_all(visit, &room)?;
    Ok(Reply::go(address(room.id)).said(visit.sentence("visio-said-settings")))
}

/// Asks a question, or ends it.
pub fn poll(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, room) = held(visit)?;
    let said = if let Some(shape) = Shape::from_word(visit.form.text("forme")) {
        let (id, question) = (visit.new_id(), visit.form.short("question", TITLE));
        store::ask(visit.tx, &room, id, shape, &question, visit.now)?;
        "visio-said-asked"
    } else {
        store::end_poll(visit.tx, &room, visit.now)?;
        "visio-said-poll-end"
    };
    Ok(Reply::go(address(room.id)).said(visit.sentence(said)))
}

/// Groups from the roster in one step, back in one step; the adult goes from one to the other.
pub fn teams(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, room) = held(visit)?;
    let said = if visit.form.has("visite") {
        let team: i64 = visit.form.text("visite").parse().unwrap_or(0);
        let own = store::seats(visit.tx, room.id)?.into_iter().find(|one| one.seat.person == actor.person);
        if let Some(own) = own {
            store::mark(visit.tx, room.id, own.seat.id, Mark::Team(team.clamp(0, MOST_TEAMS)))?;
        }
        visit.shell().say("visio-said-visit").num("n", team).to_string()
    } else {
        let teams = visit.form.text("groupes").parse().unwrap_or(0).clamp(0, MOST_TEAMS);
        store::assign_teams(visit.tx, &room, teams)?;
        visit.shell().say("visio-said-teams").num("n", teams).to_string()
    };
    let fresh = seen(store::find::<crate::policy::Hold>(visit.tx, &actor, room.id)?)?;
    tell_all(visit, &fresh)?;
    Ok(Reply::go(address(room.id)).said(said))
}

/// The media unit learns how everybody sits.
fn tell_all(visit: &mut Visit<'_, '_>, room: &Room) -> Result<()> {
    for one in store::seats(visit.tx, room.id)?.into_iter().filter(|one| one.seat.is_in()) {
        node::sits(visit, &Seated { room: room.clone(), seat: one.seat });
    }
    Ok(())
}
