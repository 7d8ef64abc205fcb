//! The door of a room, for its script: a token, an offer, an answer. Refusals are said in words.
use super::seated;
use crate::{
    model::{Refusal, RoomId, SeatId, SeatState, Seated, State},
    node,
    policy::Hold,
    store,
};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use std::sync::Arc;
use web::{House, Lang, Reply, Result, Visit};

fn answer(value: &Value) -> Reply {
    Reply::bytes("application/json", value.to_string().into_bytes())
}

fn refused(visit: &Visit<'_, '_>, why: Refusal) -> Reply {
    said(visit.house, visit.lang(), why)
}

fn said(house: &House, lang: Lang, why: Refusal) -> Reply {
    tracing::info!(why = why.word(), "a seat was refused");
    let say = house.words.say(lang, why.to_string()).to_string();
    answer(&json!({ "refused": why.word(), "say": say }))
}

/// The room is on another node: where to go, or that one must come another way.
fn led_on(visit: &Visit<'_, '_>, room: RoomId, url: &str) -> Reply {
    let (why, to) = (Refusal::Elsewhere, (!url.is_empty()).then(|| node::address(url, room)));
    tracing::info!(why = why.word(), "a seat was refused");
    answer(&json!({ "refused": why.word(), "say": visit.sentence(&why.to_string()), "go": to }))
}

/// What a token is kept as: worth nothing to who reads the database, and to another seat.
fn seal(visit: &Visit<'_, '_>, token: &[u8], seated: &Seated) -> [u8; 32] {
    visit.house.secret.sign("visio-seat", &[token, &seated.seat.id.bytes()])
}

/// Comes to the door: a token to be used once, or why not (yet).
pub fn place(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, mut seated) = seated(visit)?;
    if let Some(led) = node::elsewhere(visit, seated.room.id)? {
        return Ok(led_on(visit, seated.room.id, &led));
    }
    if visit.house.engine::<sfu::Handle>().is_none() {
        return Ok(refused(visit, Refusal::Unserved));
    }
    // Whoever holds the room opens it by coming in.
    if seated.room.state == State::Waiting
        && let Some(room) = store::find::<Hold>(visit.tx, &actor, seated.room.id)?
    {
        store::open(visit.tx, &room, visit.now)?;
        seated = self::seated(visit)?.1;
    }
    if alone(visit, &seated)? {
        store::wait(visit.tx, &seated)?;
        return Ok(refused(visit, Refusal::Adult));
    }
    if let Err(why) = store::knock(visit.tx, &seated)? {
        return Ok(refused(visit, why));
    }
    let mut token = [0; 16];
    visit.house.chance.fill(&mut token);
    store::give_token(visit.tx, seated.seat.id, &seal(visit, &token, &seated), visit.now)?;
    let relays = relays(visit, &seated);
    Ok(answer(&json!({
        "token": HEXLOWER.encode(&token),
        "seat": seated.seat.id.to_string(),
        "relays": relays,
    })))
}

/// Servers that pass on what no open port lets through, with a name and a word good for a day.
fn relays(visit: &Visit<'_, '_>, seated: &Seated) -> Value {
    let until = visit.now.plus_days(1).0 / 1_000;
    let relay = visit.house.engine::<sfu::Handle>().and_then(|unit| unit.relay(&format!("{until}:{}", seated.seat.id)));
    match relay {
        Some(relay) => json!([{ "urls": relay.urls, "username": relay.name, "credential": relay.word }]),
        None => json!([]),
    }
}

/// Sits down with the token and the browser's offer.
pub fn media(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let Some(unit) = visit.house.engine::<sfu::Handle>().cloned() else { return Ok(refused(visit, Refusal::Unserved)) };
    if let Some(why) = shut(&seated) {
        return Ok(refused(visit, why));
    }
    if alone(visit, &seated)? {
        return Ok(refused(visit, Refusal::Adult));
    }
    let token = HEXLOWER.decode(visit.form.text("jeton").as_bytes()).unwrap_or_default();
    let seal = seal(visit, &token, &seated);
    if !store::take_token(visit.tx, seated.seat.id, &seal, visit.now)? {
        return Ok(refused(visit, Refusal::Token));
    }
    if !node::claim(visit, &unit, seated.room.id)? {
        return Ok(led_on(visit, seated.room.id, ""));
    }
    let (room, seat) = (seated.room.id.to_string(), seated.seat.id.to_string());
    let (caps, offer) = (seated.seat.caps(seated.room.cameras, seated.room.grouped), offer(visit));
    let arrived = Some((seated.room.id, seated.seat.id));
    Ok(answered(visit, arrived, move || unit.join(&room, &seat, &offer, caps)))
}

/// Goes on over another network, in the same seat.
pub fn resume(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let Some(unit) = visit.house.engine::<sfu::Handle>().cloned() else { return Ok(refused(visit, Refusal::Unserved)) };
    if let Some(why) = shut(&seated) {
        return Ok(refused(visit, why));
    }
    if seated.seat.state != SeatState::In {
        return Ok(refused(visit, Refusal::Token));
    }
    let (room, seat, offer) = (seated.room.id.to_string(), seated.seat.id.to_string(), offer(visit));
    Ok(answered(visit, None, move || unit.restart(&room, &seat, &offer)))
}

/// What the media unit answers, asked once all is written, on a thread where it may be waited for; who sits down has arrived.
fn answered(
    visit: &mut Visit<'_, '_>,
    arrived: Option<(RoomId, SeatId)>,
    ask: impl FnOnce() -> std::result::Result<String, sfu::Refusal> + Send + 'static,
) -> Reply {
    let (house, lang, now) = (Arc::clone(visit.house), visit.lang(), visit.now);
    visit.after(async move {
        let told = tokio::task::spawn_blocking(ask).await.unwrap_or(Err(sfu::Refusal::Silent));
        if let (Ok(_), Some((room, seat))) = (&told, arrived) {
            let written = house.db.write(move |tx| store::arrived(tx, room, seat, now)).await;
            if let Err(error) = written {
                // The unit says so too, once they are heard.
                tracing::error!(error = kernel::causes(&error), "an arrival could not be written");
            }
        }
        Some(match told {
            Ok(sdp) => answer(&json!({ "sdp": sdp })),
            Err(why) => said(&house, lang, why.into()),
        })
    });
    answer(&json!({}))
}

/// Leaves.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    store::leave(visit.tx, &seated, visit.now)?;
    node::leaves(visit, seated.room.id, seated.seat.id);
    let said = if seated.seat.is_adult() { "visio-said-left-adult" } else { "visio-said-left" };
    Ok(Reply::go(super::room::origin(&seated.room, &seated.seat).0).said(visit.sentence(said)))
}

/// Whether a guest would be in the open room before any adult.
fn alone(visit: &mut Visit<'_, '_>, seated: &Seated) -> Result<bool> {
    let guest = !seated.seat.is_adult() && seated.room.state == State::Open && seated.seat.state != SeatState::Removed;
    Ok(guest && !store::led(visit.tx, seated.room.id, visit.now)?)
}

/// Why nobody sits down in this seat whatever they bring.
fn shut(seated: &Seated) -> Option<Refusal> {
    match (seated.room.state, seated.seat.state) {
        (State::Closed, _) => Some(Refusal::Closed),
        (State::Waiting, _) => Some(Refusal::Adult),
        (State::Open, SeatState::Removed) => Some(Refusal::Removed),
        (State::Open, SeatState::Lobby | SeatState::Expected) => Some(Refusal::Lobby),
        (State::Open, _) => None,
    }
}

/// The offer, with the line ends a form may have changed, and the last one that trimming took.
fn offer(visit: &Visit<'_, '_>) -> String {
    let lines = visit.form.text("sdp").lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.fold(String::new(), |text, line| text + line + "\r\n")
}
