//! The room itself: the stage, which is the script's, and beside it what is living and works without script.
use super::{address, seated};
use crate::{
    model::{Hears, Kind, Room, Seat, SeatState, Seated, Shape, State},
    node,
    store::{self, Asked, Said, Sitting},
};
use askama::Template;
use kernel::Moment;
use serde_json::json;
use web::{Paged, Reply, Result, Shell, Visit};

/// The sentences the script needs, without the slice's name.
const WORDS: &[&str] = &[
    "enter",
    "mic-on",
    "mic-off",
    "camera-on",
    "camera-off",
    "screen-on",
    "screen-off",
    "voice-only",
    "with-video",
    "leave",
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

#[derive(Template)]
#[template(path = "visio/room.html")]
struct Page {
    shell: Shell,
    live: Live,
    pad: Pad,
    stage: String,
    title: String,
    thanks: bool,
}

/// The part that lives: who is there, hands, the question, the conversation.
#[derive(Template)]
#[template(path = "visio/live_part.html")]
struct Live {
    shell: Shell,
    room: Room,
    me: Seat,
    seats: Vec<Sitting>,
    poll: Option<Asked>,
    /// What was written, the last first.
    lines: Paged<Said>,
    now: Moment,
}

/// The shared page, a part of its own: it is not fetched again while somebody writes in it.
#[derive(Template)]
#[template(path = "visio/pad_part.html")]
struct Pad {
    shell: Shell,
    room: Room,
    writes: bool,
}

impl Live {
    fn holds(&self) -> bool {
        self.room.host == self.me.person
    }

    fn open(&self) -> bool {
        self.room.state == State::Open
    }

    fn inside(&self) -> bool {
        self.open()
            && (self.me.is_adult() || matches!(self.me.state, SeatState::In | SeatState::Out | SeatState::Admitted))
    }

    /// Hands that are up, the first raised first.
    fn hands(&self) -> Vec<&Sitting> {
        let mut hands: Vec<_> = self.seats.iter().filter(|one| one.seat.hand_at.is_some()).collect();
        hands.sort_by_key(|one| (one.seat.hand_at, one.seat.id));
        hands
    }

    fn at_door(&self) -> Vec<&Sitting> {
        self.seats.iter().filter(|one| one.seat.state == SeatState::Lobby).collect()
    }

    fn rank(&self) -> usize {
        self.hands().iter().position(|one| one.seat.id == self.me.id).map_or(0, |at| at + 1)
    }

    fn count(&self, hears: Hears) -> usize {
        self.seats.iter().filter(|one| one.seat.is_in() && !one.seat.is_adult() && one.seat.hears == hears).count()
    }

    /// Those who are there, or were and may come back; one's own seat first shows that one is not in yet.
    fn here(&self) -> Vec<&Sitting> {
        let here = |one: &&Sitting| match one.seat.state {
            SeatState::In => true,
            SeatState::Out | SeatState::Removed | SeatState::Admitted => self.me.is_adult(),
            SeatState::Lobby | SeatState::Expected => false,
        };
        self.seats.iter().filter(here).collect()
    }

    /// Those who have not come.
    fn absent(&self) -> Vec<&Sitting> {
        self.seats.iter().filter(|one| one.seat.state == SeatState::Expected && one.seat.id != self.me.id).collect()
    }

    /// Whether it lives on another server.
    fn elsewhere(&self) -> bool {
        self.room.server.is_some()
    }

    fn inside_count(&self) -> usize {
        self.seats.iter().filter(|one| one.seat.is_in()).count()
    }

    /// A pupil reads given names; an adult, the whole name.
    fn name(&self, one: &Sitting) -> String {
        name(&self.me, &one.given, &one.family, one.seat.is_adult())
    }

    fn author(&self, said: &Said) -> String {
        let adult = self.seats.iter().any(|one| one.seat.person == said.author && one.seat.is_adult());
        name(&self.me, &said.given, &said.family, adult)
    }

    fn minutes(&self, one: &Sitting) -> i64 {
        one.seat.minutes(self.now)
    }

    fn teams(&self) -> i64 {
        self.seats.iter().map(|one| one.seat.team).max().unwrap_or(0)
    }

    fn percent(&self, count: impl web::Number) -> i64 {
        let all: i64 = self.poll.iter().flat_map(|poll| &poll.counts).map(|(_, count)| count).sum();
        if all == 0 { 0 } else { count.number() * 100 / all }
    }
}

fn name(me: &Seat, given: &str, family: &str, adult: bool) -> String {
    if me.is_adult() || adult {
        return format!("{given} {family}");
    }
    let initial = family.chars().next().map(|first| format!(" {first}.")).unwrap_or_default();
    format!("{given}{initial}")
}

/// The room, or one of its living parts.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, seated) = seated(visit)?;
    if let Some(to) = led(visit, &seated)? {
        return Ok(Reply::go(to));
    }
    let Seated { room, seat } = (*seated).clone();
    let shell = visit.shell().at("/visio");
    let writes = room.state == State::Open && (seat.is_adult() || room.pad_open);
    if visit.ask.part && visit.query("morceau") == Some("cahier") {
        return Reply::page(&Pad { shell, room, writes });
    }
    let seats = store::seats(visit.tx, room.id)?;
    let poll = store::current(visit.tx, &actor, room.id)?;
    let lines = store::lines(visit.tx, &seated, visit.pager_of("ecrits"))?;
    let live = Live { shell: shell.clone(), room, me: seat, seats, poll, lines, now: visit.now };
    if visit.ask.part {
        return Reply::page(&live);
    }
    let over = live.room.state == State::Closed;
    let shell = if over { shell } else { shell.with_bell(format!("{}/flux", address(live.room.id))).seen_by_hand() };
    let pad = Pad { shell: shell.clone(), room: live.room.clone(), writes };
    let title = title(&shell, &live.room);
    let stage = stage(visit, &shell, &live);
    let thanks = visit.query("merci").is_some();
    Reply::page(&Page { shell, live, pad, stage, title, thanks })
}

/// Where the browser is led, when people sit in the room on another node. Whoever was led here, wrongly, stays: the door says why
/// one does not come in.
fn led(visit: &mut Visit<'_, '_>, seated: &Seated) -> Result<Option<String>> {
    if visit.ask.part || seated.room.state != State::Open || visit.query(node::LED).is_some() {
        return Ok(None);
    }
    let url = node::elsewhere(visit, seated.room.id)?.filter(|url| !url.is_empty());
    Ok(url.map(|url| node::address(&url, seated.room.id)))
}

/// What a room is called.
pub fn title(shell: &Shell, room: &Room) -> String {
    if room.title.is_empty() { shell.of("visio-kind-", room.kind.word()).to_string() } else { room.title.clone() }
}

/// What the script must know, as JSON.
fn stage(visit: &Visit<'_, '_>, shell: &Shell, live: &Live) -> String {
    let words: serde_json::Map<String, serde_json::Value> =
        WORDS.iter().map(|word| ((*word).to_owned(), json!(shell.of("visio-js-", word).to_string()))).collect();
    let help = if live.room.kind == Kind::Ticket { "/bar/moi?mode=appel" } else { "/bar/demande" };
    json!({
        "base": address(live.room.id),
        "me": live.me.id.to_string(),
        "adult": live.me.is_adult(),
        "served": visit.house.engine::<sfu::Handle>().is_some() && live.room.server.is_none(),
        "icons": shell.asset("icons.svg"),
        "help": if live.me.is_adult() { "/bar" } else { help },
        "words": words,
    })
    .to_string()
}

/// What rings for who sits in the room.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (_, seated) = seated(visit)?;
    Ok(vec![store::topic(seated.room.id)])
}
