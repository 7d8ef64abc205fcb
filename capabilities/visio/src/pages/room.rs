//! The room itself: the stage, which is the script's, and beside it what is living and works without script.
mod stage;

use super::{address, seated};
use crate::{
    model::{Hears, Kind, Room, Seat, SeatState, Seated, Shape, State},
    node,
    store::{self, Asked, Said, Sitting},
};
use askama::Template;
use kernel::Moment;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "visio/room.html")]
struct Page {
    shell: Shell,
    live: Live,
    pad: Pad,
    stage: String,
    title: String,
    /// Where one came from, and what it is called.
    from: (&'static str, String),
}

impl Page {
    /// Whether the script has a stage here: not once it is over, nor where another server shows the pictures.
    fn staged(&self) -> bool {
        self.live.room.state != State::Closed && !self.live.elsewhere()
    }
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
    /// What the door says: a title, a sentence, and what one does there.
    door: (String, String, String),
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

    fn lobby(&self) -> impl Iterator<Item = &Sitting> {
        self.seats.iter().filter(|one| one.seat.state == SeatState::Lobby)
    }

    /// Those an adult lets in one by one; where each comes in alone, nobody is let in.
    fn at_door(&self) -> Vec<&Sitting> {
        self.lobby().filter(|_| self.room.lobby).collect()
    }

    /// Those who wait for the adult to come in, and need no more: how many, and their names.
    fn early(&self) -> Option<(usize, String)> {
        let names: Vec<_> =
            self.lobby().filter(|_| self.holds() && !self.room.lobby).map(|one| self.name(one)).collect();
        (!names.is_empty()).then(|| (names.len(), names.join(", ")))
    }

    /// Whether one comes in with the microphone open.
    fn heard(&self) -> bool {
        self.me.is_adult() || self.room.kind == Kind::Ticket
    }

    /// Whether an adult is in it, or was until a cut line.
    fn led(&self) -> bool {
        let since = self.now.plus_minutes(-store::ALONE);
        let leads =
            |seat: &Seat| seat.is_adult() && (seat.came_at.is_some() || seat.left_at.is_some_and(|at| at > since));
        self.open() && self.seats.iter().any(|one| leads(&one.seat))
    }

    /// Whether one of them has a tile on the reader's stage: they are in, and in the same group.
    fn tiled(&self, one: &Sitting) -> bool {
        let near = !self.room.grouped || self.me.team == one.seat.team || (one.seat.is_adult() && one.seat.team == 0);
        one.seat.is_in() && (near || (self.me.is_adult() && self.me.team == 0))
    }

    /// Since when a hand is up.
    fn raised(&self, one: &Sitting) -> String {
        let minutes = one.seat.hand_at.map_or(0, |at| (self.now.0 - at.0).max(0) / 60_000);
        self.shell.say("visio-hand-since").num("n", minutes).to_string()
    }

    #[expect(clippy::unused_self, reason = "asked by the template")]
    fn face(&self, one: &Sitting) -> String {
        kernel::initials(&one.given, &one.family)
    }

    #[expect(clippy::unused_self, reason = "asked by the template")]
    fn hue(&self, one: &Sitting) -> &'static str {
        ["", "warm", "green"][usize::from(one.seat.person.bytes()[15]) % 3]
    }

    /// Whole minutes since it was opened.
    fn age(&self) -> i64 {
        self.room.opened_at.map_or(0, |at| (self.now.0 - at.0).max(0) / 60_000)
    }

    fn rank(&self) -> usize {
        self.hands().iter().position(|one| one.seat.id == self.me.id).map_or(0, |at| at + 1)
    }

    fn count(&self, hears: Hears) -> usize {
        self.seats.iter().filter(|one| one.seat.is_in() && !one.seat.is_adult() && one.seat.hears == hears).count()
    }

    /// Whether anybody there said how they follow.
    fn tell(&self) -> bool {
        self.seats.iter().any(|one| one.seat.is_in() && one.seat.hears != Hears::Unsaid)
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
    let mut live =
        Live { shell: shell.clone(), room, me: seat, seats, poll, lines, door: <_>::default(), now: visit.now };
    live.door = door(&live);
    if visit.ask.part {
        return Reply::page(&live);
    }
    let over = live.room.state == State::Closed;
    let shell = if over { shell } else { shell.with_bell(format!("{}/flux", address(live.room.id))).seen_by_hand() };
    let pad = Pad { shell: shell.clone(), room: live.room.clone(), writes };
    let title = title(&shell, &live.room);
    let stage = stage::of(visit, &shell, &live);
    let (from, key) = origin(&live.room, &live.me);
    let from = (from, shell.say(key).to_string());
    Reply::page(&Page { shell, live, pad, stage, title, from })
}

/// Where one came from to this room, as far as the room knows, and what that page is called.
pub fn origin(room: &Room, seat: &Seat) -> (&'static str, &'static str) {
    match (room.kind, seat.is_adult()) {
        (Kind::Ticket, true) => ("/bar", "visio-from-desk"),
        (Kind::Ticket, false) => ("/bar/moi", "visio-from-ticket"),
        (Kind::Meeting, _) => ("/semaine", "visio-from-week"),
        (Kind::Open, _) => ("/visio", "visio-title"),
    }
}

/// What the door says to who has not come in.
fn door(live: &Live) -> (String, String, String) {
    let (shell, seat) = (&live.shell, &live.me);
    let host = live.seats.iter().find(|one| one.seat.person == live.room.host).map(|one| live.name(one));
    let say = |key: &str| shell.say(key).text("name", host.clone().unwrap_or_default()).to_string();
    let known = matches!(seat.state, SeatState::In | SeatState::Out | SeatState::Admitted);
    let (title, text) = match () {
        () if seat.state == SeatState::Removed => ("visio-door-out", "visio-refused-removed"),
        () if live.holds() && live.room.state == State::Waiting => ("visio-door-yours", "visio-door-yours-text"),
        () if live.holds() => ("visio-door-open", "visio-door-open-text"),
        () if !live.led() && seat.state == SeatState::Lobby => ("visio-door-soon", "visio-refused-adult"),
        () if !live.led() => ("visio-door-soon", "visio-door-soon-text"),
        () if live.room.lobby && seat.state == SeatState::Lobby => ("visio-door-there", "visio-refused-lobby"),
        () if live.room.lobby && !known && !seat.is_adult() => ("visio-door-there", "visio-door-knock-text"),
        () => ("visio-door-there", "visio-door-there-text"),
    };
    let soon = title == "visio-door-soon";
    let mic = say(if live.heard() { "visio-mic-open" } else { "visio-mic-shut" });
    let text = if soon { format!("{} {mic}", say(text)) } else { say(text) };
    let enter = if live.heard() { "visio-enter-heard" } else { "visio-enter-quiet" };
    (say(title), text, say(if soon { "visio-enter-wait" } else { enter }))
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

/// What rings for who sits in the room.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (_, seated) = seated(visit)?;
    Ok(vec![store::topic(seated.room.id)])
}
