//! A device that a family shares: its children enter side by side, and change places with their PIN.
use super::{
    access::shut,
    card::{Look, look},
};
use crate::{Device, Face, store};
use askama::Template;
use kernel::{PersonId, SessionId};
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// How many may have entered on one device.
const MOST: usize = 8;

/// The sessions this device remembers. Each id is random; the page shows two letters and since when, no
/// name, and nothing opens without the PIN.
fn remembered(visit: &Visit<'_, '_>) -> Vec<SessionId> {
    let cookie = visit.ask.cookie("famille").unwrap_or_default();
    cookie.split('.').filter_map(|id| id.parse().ok()).take(MOST).collect()
}

/// Those who have entered on this device and have not left.
pub fn faces(visit: &mut Visit<'_, '_>) -> Result<Vec<Face>> {
    let sessions = remembered(visit);
    Ok(store::session::faces(visit.tx, &sessions, visit.now)?)
}

/// The sessions of the others on this device; the one `person` had here ends.
pub fn others(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<Vec<SessionId>> {
    let (mut others, mut own) = (vec![], vec![]);
    for face in faces(visit)? {
        if face.person == person { own.push(face.session) } else { others.push(face.session) }
    }
    for session in own {
        store::session::end(visit.tx, person, session)?;
    }
    Ok(others)
}

/// The cookie that remembers these sessions, added to the reply.
pub fn remember(reply: Reply, sessions: impl IntoIterator<Item = SessionId>) -> Reply {
    let ids: Vec<_> = sessions.into_iter().map(|id| id.to_string()).collect();
    let ids = &ids[ids.len().saturating_sub(MOST)..];
    if ids.is_empty() {
        return reply.forget("famille");
    }
    reply.cookie("famille", ids.join("."), Device::Shared.cookie_seconds())
}

#[derive(Template)]
#[template(path = "signin/switch.html")]
struct Switch {
    shell: Shell,
    form: FormState,
    face: Face,
}

/// Changes places: the face that was tapped, and its PIN.
pub fn switch(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let asked: SessionId = visit.form.text("session").parse().map_err(|_| Error::NotFound)?;
    let found = faces(visit)?.into_iter().find(|face| face.session == asked);
    let Some(face) = found else { return Ok(Reply::go("/entrer")) };
    let cards = store::card::of_people(visit.tx, &[face.person])?;
    let Some(card) = cards.get(&face.person).filter(|card| card.id == face.card) else {
        return Ok(Reply::go("/entrer"));
    };
    let mut form = FormState::of(&visit.form);
    let look = look(visit, card)?;
    let sentence = match &look {
        Look::Right(forgets) => {
            let Some(sentence) = shut(visit, card)? else {
                store::card::opened(visit.tx, card.id, *forgets, visit.now)?;
                let token = store::session::renew(visit.tx, &*visit.house.chance, face.session, visit.now)?;
                let reply = Reply::go("/").cookie("preau", token, Device::Shared.cookie_seconds());
                return Ok(reply.told("sign-in", (face.person, face.person), Device::Shared.word()));
            };
            sentence
        }
        Look::Wrong(_) => visit.sentence("signin-pin-wrong"),
        Look::Wait(sentence) => sentence.clone(),
    };
    look.entitle(visit, &mut form);
    form.refuse("pin", sentence);
    Ok(look.tell(Reply::refused_kept(&Switch { shell: visit.shell(), form, face })?))
}
