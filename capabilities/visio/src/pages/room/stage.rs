//! What the script of the stage is told by its page.
use super::{Live, origin};
use crate::{model::Kind, pages::address};
use serde_json::json;
use web::{Shell, Visit};

/// The sentences the script needs, without the slice's name.
const WORDS: &[&str] = &[
    "waiting",
    "mic",
    "mic-on",
    "mic-off",
    "camera",
    "camera-on",
    "camera-off",
    "screen",
    "screen-on",
    "screen-off",
    "hand",
    "hand-on",
    "hand-off",
    "floor",
    "more",
    "more-on",
    "more-off",
    "silence",
    "silence-all",
    "voice-only",
    "with-video",
    "leave",
    "leave-where",
    "back",
    "minutes",
    "listen",
    "listening",
    "playing",
    "heard-well",
    "heard-low",
    "you",
    "speaking",
    "muted",
    "connecting",
    "again",
    "parting",
    "slow",
    "no-mic",
    "no-camera",
    "audio-auto",
    "call-back",
    "connected",
    "not-allowed",
    "lost-text",
    "screen-of",
    "large",
];

/// What the script must know, as JSON.
pub fn of(visit: &Visit<'_, '_>, shell: &Shell, live: &Live) -> String {
    let words: serde_json::Map<String, serde_json::Value> =
        WORDS.iter().map(|word| ((*word).to_owned(), json!(shell.of("visio-js-", word).to_string()))).collect();
    let help = if live.room.kind == Kind::Ticket { "/bar/moi?mode=appel" } else { "/bar/demande" };
    json!({
        "base": address(live.room.id),
        "open": live.heard(),
        "from": origin(&live.room, &live.me).0,
        "hue": live.seats.iter().find(|one| one.seat.id == live.me.id).map(|one| live.hue(one)),
        "face": live.seats.iter().find(|one| one.seat.id == live.me.id).map(|one| live.face(one)),
        "me": live.me.id.to_string(),
        "adult": live.me.is_adult(),
        "served": visit.house.engine::<sfu::Handle>().is_some() && live.room.server.is_none(),
        "icons": shell.asset("icons.svg"),
        "help": if live.me.is_adult() { "/bar" } else { help },
        "words": words,
    })
    .to_string()
}
