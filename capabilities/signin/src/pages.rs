//! The door, the account, the class's cards.
mod account;
mod adult;
mod card;
mod double;
mod family;
mod sheet;

use crate::{Opening, password, store};
use access::Audience;
use directory::policy::STAFF;
use kernel::{Moment, SessionId};
use store::guess::Key;
use web::{Door, Reply, Result, Routes, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/entrer", Door::Public, card::enter)
        .form("/entrer", Door::Public, card::entered)
        .page("/c/{token}", Door::Public, card::show)
        .form("/c/{token}", Door::Public, card::shown)
        .page("/entrer/adulte", Door::Public, adult::enter)
        .slow_form("/entrer/adulte", Door::Public, password::prepare, adult::entered)
        .page("/entrer/adulte/code", Door::Public, adult::code)
        .form("/entrer/adulte/code", Door::Public, adult::coded)
        .page("/compte", Door::SignedIn, account::account)
        .form("/compte/sessions", Door::SignedIn, account::end_sessions)
        .form("/compte/langue", Door::SignedIn, account::language)
        .page("/compte/mot-de-passe", Door::SignedIn, account::password)
        .slow_form("/compte/mot-de-passe", Door::SignedIn, password::prepare, account::change_password)
        .page("/compte/double", Door::SignedIn, double::double)
        .form("/compte/double", Door::SignedIn, double::enrol)
        .form("/compte/double/fin", Door::SignedIn, double::leave)
        .form("/compte/changer", Door::Public, family::switch)
        .form("/sortir", Door::SignedIn, account::leave)
        .page("/ecole/classe/{class}/cartes", Door::Staff(STAFF), sheet::sheet)
        .form("/ecole/classe/{class}/cartes", Door::Staff(STAFF), sheet::change)
        .page("/groupes/{group}/cartes", Door::Audience(Audience::STAFF), sheet::guests)
        .form("/groupes/{group}/cartes", Door::Audience(Audience::STAFF), sheet::change_guests)
}

/// Where to go after the door: an address of this site.
fn destination(asked: &str) -> String {
    web::inside(asked).unwrap_or("/").to_owned()
}

/// « Attends 2 minutes. »
fn wait(visit: &Visit<'_, '_>, until: Moment) -> String {
    let minutes = (until.0 - visit.now.0 + 59_999) / 60_000;
    visit.house.words.say(visit.lang(), "signin-wait").num("n", minutes.max(1)).to_string()
}

/// Whether this address must wait: too many wrong tries came from it.
fn address_waits(visit: &mut Visit<'_, '_>) -> Result<Option<Moment>> {
    let key = Key::address(&visit.house.secret, &visit.ask.address);
    Ok(store::guess::address_waiting(visit.tx, key, visit.now)?)
}

/// Counts a wrong try from this address.
fn address_failed(visit: &mut Visit<'_, '_>) -> Result<()> {
    let key = Key::address(&visit.house.secret, &visit.ask.address);
    Ok(store::guess::address_failed(visit.tx, key, visit.now)?)
}

/// Opens the session and goes on to `to`. The session this browser had ends, unless it is one of a family's device.
fn welcome(visit: &mut Visit<'_, '_>, opening: &Opening<'_>, to: String) -> Result<(SessionId, Reply)> {
    if let Some(who) = visit.who.clone().filter(|who| !who.shared_device) {
        store::session::end(visit.tx, who.actor.person, who.session)?;
    }
    let (session, token) = store::session::open(visit.tx, &*visit.house.chance, opening, visit.now)?;
    Ok((session, Reply::go(to).cookie("preau", token, opening.device.cookie_seconds())))
}
