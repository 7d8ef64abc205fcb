//! The first evening: three cards that say how it goes, once for each person.
use crate::store;
use access::Actor;
use web::{Reply, Result, Visit};

/// Whether this person is told how it goes: a pupil or a family, until they have said that they know.
pub fn is_due(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<bool> {
    let theirs = actor.is_pupil() || !actor.children.is_empty();
    Ok(theirs && !store::was_welcomed(visit.tx, actor.person)?)
}

/// They know how it goes.
pub fn known(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    store::welcome(visit.tx, actor.person, visit.now)?;
    let to = if actor.is_pupil() { "pupil" } else { "adult" };
    Ok(Reply::go("/").said(visit.shell().say("home-welcome-done").text("to", to)))
}
