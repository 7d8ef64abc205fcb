//! The pages of a room: the door, the room itself, what the adult decides, what is reported.
mod care;
mod door;
mod elsewhere;
mod hold;
mod list;
mod room;
mod tools;
mod trial;

use crate::{
    model::{HOSTS, Room, RoomId, Seated},
    policy::{DECIDERS, Hold, INSPECTORS, Sit},
    store,
};
use access::{Actor, Allowed};
use std::sync::Arc;
use web::{Door, Error, Result, Routes, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/visio", Door::SignedIn, list::show)
        .form("/visio", Door::Staff(HOSTS), list::create)
        .page("/visio/essai", Door::SignedIn, trial::show)
        .page("/visio/ouvertes", Door::SignedIn, list::ready)
        .stream("/visio/flux", Door::SignedIn, list::topics)
        .page("/visio/signalements", Door::Staff(INSPECTORS), care::reports)
        .form("/visio/signalements/{report}", Door::Staff(INSPECTORS), care::handle)
        .page("/visio/serveurs", Door::Staff(DECIDERS), elsewhere::servers)
        .form("/visio/serveurs", Door::Staff(DECIDERS), elsewhere::choose)
        .page("/visio/{room}", Door::SignedIn, room::show)
        .stream("/visio/{room}/flux", Door::SignedIn, room::topics)
        .form("/visio/{room}/porte", Door::SignedIn, elsewhere::knock)
        .page("/visio/{room}/ailleurs", Door::SignedIn, elsewhere::way_in)
        .form("/visio/{room}/place", Door::SignedIn, door::place)
        .form("/visio/{room}/media", Door::SignedIn, door::media)
        .form("/visio/{room}/reprise", Door::SignedIn, door::resume)
        .form("/visio/{room}/sortie", Door::SignedIn, door::leave)
        .form("/visio/{room}/main", Door::SignedIn, tools::hand)
        .form("/visio/{room}/ecoute", Door::SignedIn, tools::hears)
        .form("/visio/{room}/discret", Door::SignedIn, tools::shy)
        .form("/visio/{room}/message", Door::SignedIn, tools::say)
        .form("/visio/{room}/reponse", Door::SignedIn, tools::vote)
        .form("/visio/{room}/cahier", Door::SignedIn, tools::pad)
        .form("/visio/{room}/signalement", Door::SignedIn, tools::report)
        .form("/visio/{room}/ouverture", Door::Staff(HOSTS), hold::open)
        .form("/visio/{room}/cloture", Door::Staff(HOSTS), hold::close)
        .form("/visio/{room}/personne", Door::Staff(HOSTS), hold::person)
        .form("/visio/{room}/reglages", Door::Staff(HOSTS), hold::settings)
        .form("/visio/{room}/sondage", Door::Staff(HOSTS), hold::poll)
        .form("/visio/{room}/groupes", Door::Staff(HOSTS), hold::teams)
        .page("/visio/{room}/presence", Door::Staff(HOSTS), care::register)
}

pub(crate) use room::title;
#[cfg(test)]
pub(crate) use tools::merged;

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// One's own seat in the room of the path. Who is not expected finds no room, and that they knocked is logged.
fn seated(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Sit, Seated>)> {
    let (actor, id) = (visit.actor()?, visit.id::<crate::model::kind::Room>("room")?);
    let seated = store::sit(visit.tx, &actor, id)?;
    if seated.is_none() {
        tracing::info!(why = "not expected", "a seat was refused");
    }
    Ok((actor, seen(seated)?))
}

/// The room of the path, held by who asks.
fn held(visit: &mut Visit<'_, '_>) -> Result<(Arc<Actor>, Allowed<Hold, Room>)> {
    let (actor, id) = (visit.actor()?, visit.id("room")?);
    let room = seen(store::find::<Hold>(visit.tx, &actor, id)?)?;
    Ok((actor, room))
}

/// Where the room is.
pub(crate) fn address(room: RoomId) -> String {
    format!("/visio/{room}")
}

/// Text as it may be kept: no longer than this many characters, without control characters but line ends.
fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(most).collect()
}
