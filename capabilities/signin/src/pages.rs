//! The door, the account, the class's cards.
mod access;
mod account;
mod adult;
mod card;
mod double;
mod family;
mod forgot;
mod portal;
mod sheet;
mod slip;
mod whom;

pub(crate) use slip::slips;

use crate::{
    Opening, device, password,
    policy::{PORTALS, UNLOCKERS},
    store,
};
use ::access::Audience;
use directory::policy::STAFF;
use kernel::{Moment, PersonId, SessionId};
use store::guess::{Key, What, Whence};
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
        .page("/entrer/oubli", Door::Public, forgot::forgot)
        .form("/entrer/oubli", Door::Public, forgot::asked)
        .page("/entrer/oubli/code", Door::Public, forgot::code)
        .slow_form("/entrer/oubli/code", Door::Public, forgot::prepare, forgot::coded)
        .page("/entrer/aide", Door::Public, whom::help)
        .page("/compte", Door::SignedIn, account::account)
        .form("/compte/sessions", Door::SignedIn, account::end_sessions)
        .form("/compte/langue", Door::SignedIn, account::language)
        .page("/compte/mot-de-passe", Door::SignedIn, account::password)
        .slow_form("/compte/mot-de-passe", Door::SignedIn, password::prepare, account::change_password)
        .page("/compte/double", Door::SignedIn, double::double)
        .slow_form("/compte/double", Door::SignedIn, password::prepare, double::enrol)
        .slow_form("/compte/double/secours", Door::SignedIn, password::prepare, double::renew)
        .slow_form("/compte/double/fin", Door::SignedIn, password::prepare, double::leave)
        .form("/compte/changer", Door::Public, family::switch)
        .form("/sortir", Door::SignedIn, account::leave)
        .page("/ecole/classe/{class}/cartes", Door::Staff(STAFF), sheet::sheet)
        .form("/ecole/classe/{class}/cartes", Door::Staff(STAFF), sheet::change)
        .page("/groupes/{group}/cartes", Door::Audience(Audience::STAFF), sheet::guests)
        .form("/groupes/{group}/cartes", Door::Audience(Audience::STAFF), sheet::change_guests)
        .page("/acces/equipe/{school}", Door::Staff(UNLOCKERS), access::team::show)
        .slow_form("/acces/equipe/{school}", Door::Staff(UNLOCKERS), crate::slip::prepare, access::team::make)
        .page("/acces/{person}", Door::Staff(UNLOCKERS), access::access)
        .form("/acces/{person}/nom", Door::Staff(UNLOCKERS), access::rename)
        .slow_form("/acces/{person}/mot-de-passe", Door::Staff(UNLOCKERS), crate::slip::prepare, access::password)
        .form("/acces/{person}/double", Door::Staff(UNLOCKERS), access::take_second)
        .form("/acces/{person}/sessions", Door::Staff(UNLOCKERS), access::close_sessions)
        .form("/acces/{person}/blocage", Door::Staff(UNLOCKERS), access::block)
        .form("/acces/{person}/blocage/fin", Door::Staff(UNLOCKERS), access::unblock)
        .form("/acces/{person}/lien/fin", Door::Staff(UNLOCKERS), access::untie)
        .and(portal::routes())
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

/// Where this request comes from, as guesses are counted.
fn whence(visit: &Visit<'_, '_>, what: What) -> Whence {
    Whence::new(&visit.house.secret, &*visit.house.chance, what, &visit.ask.networks())
}

/// Tells the trail of a wrong try, and of the wait that it brings.
fn told_wrong(reply: Reply, person: PersonId, locked: bool) -> Reply {
    let reply = reply.told("sign-in-failed", (person, person), "");
    if locked { reply.told("sign-in-slowed", (person, person), "") } else { reply }
}

/// Opens the session and goes on to `to`. The session this browser had ends, unless it is one of a family's device.
/// The device remembers that it has opened this account.
fn welcome(
    visit: &mut Visit<'_, '_>,
    opening: &Opening<'_>,
    account: Option<Key>,
    to: String,
) -> Result<(SessionId, Reply)> {
    if let Some(who) = visit.who.clone().filter(|who| !who.shared_device) {
        store::session::end(visit.tx, who.actor.person, who.session)?;
    }
    // Who comes by their card's own address has said nowhere where they were.
    let to =
        if to == "/" && web::has_unsent(visit.tx, opening.person, visit.now)? { web::UNSENT.to_owned() } else { to };
    let (session, token) = store::session::open(visit.tx, &*visit.house.chance, opening, visit.now)?;
    let reply = Reply::go(to).cookie("preau", token, opening.device.cookie_seconds());
    let reply = reply.told("sign-in", (opening.person, opening.person), opening.device.word());
    let by = (&visit.house.secret, &*visit.house.chance);
    let reply = account.into_iter().fold(reply, |reply, account| device::remember(reply, visit.ask, by, account));
    Ok((session, whom::remember(visit, reply, opening.person)?))
}
