//! One meeting: for those who work at the school, with its pupils; for a pupil and a family, with their place in it.
use super::{full, hours, place, seen, state, title};
use crate::{
    Meeting, Seat, State, at,
    policy::{Attend, Change, HELPERS, Hold, See},
    store::{self, Changed, Expected, Home, Line},
    warn,
};
use access::{Actor, Allowed, Permission};
use askama::Template;
use kernel::{Moment, PersonId};
use web::{FormState, Reply, Result, Shell, Visit};

/// What both views say of a meeting.
pub struct Facts {
    pub title: String,
    pub kind: String,
    pub date: String,
    pub hours: String,
    pub place: String,
    pub who: String,
    pub state: Option<(&'static str, &'static str, String)>,
    pub reason: String,
    pub taken: i64,
    pub free: i64,
    pub places: i64,
    pub waiting: i64,
}

impl Facts {
    fn of(shell: &Shell, line: &Line, now: Moment, nobody: &str) -> Self {
        let meeting = &line.meeting;
        let people: Vec<String> = line.teacher.iter().chain(&line.coteacher).map(full).collect();
        Self {
            title: title(shell, &meeting.what),
            kind: shell.of("agenda-kind-", meeting.what.kind.word()).to_string(),
            date: shell.date_first(meeting.starts_at),
            hours: hours(shell, meeting.starts_at, meeting.ends_at),
            place: place(shell, &meeting.what),
            who: if people.is_empty() { shell.say(nobody).to_string() } else { people.join(", ") },
            state: state(shell, meeting, now),
            reason: meeting.reason.clone(),
            taken: line.taken,
            free: line.free(),
            places: meeting.what.places,
            waiting: line.waiting,
        }
    }
}

#[derive(Template)]
#[template(path = "agenda/meeting.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is a right or a state of its own")]
struct Staff {
    shell: Shell,
    form: FormState,
    facts: Facts,
    meeting: Meeting,
    pupils: Vec<Expected>,
    changes: Vec<Changed>,
    now: Moment,
    ahead: bool,
    mine: bool,
    helps: bool,
    holds: bool,
    changes_it: bool,
    attends: bool,
    busy: Vec<String>,
    /// Whether its room can be opened, or is open.
    offered: bool,
    /// Where the room is, while it is there.
    room: Option<String>,
    /// Who came to the room, from when until when.
    came: Vec<visio::store::Attended>,
}

impl Staff {
    fn name(row: &Expected) -> String {
        full(&row.name)
    }

    /// Whether the pupil is not home yet when it begins.
    fn early(&self, row: &Expected) -> bool {
        warn::early(&self.meeting, row.bus)
    }

    fn minutes(&self, row: &Expected) -> String {
        let known = row.presence.map(|(_, minutes, _)| minutes).filter(|minutes| *minutes > 0);
        known.unwrap_or_else(|| self.meeting.minutes()).to_string()
    }

    /// What the list says before anybody does: who did not come to a room where others were was not there.
    fn marked(&self, row: &Expected, word: &str) -> bool {
        let unsaid = if self.came.is_empty() { "present" } else { "absent" };
        row.presence.map_or(word == unsaid, |(mark, ..)| mark.word() == word)
    }

    /// From when until when the pupil was in the room.
    fn stayed(&self, row: &Expected) -> Option<String> {
        let one = self.came.iter().find(|one| one.person == row.pupil)?;
        Some(match one.until {
            Some(until) => hours(&self.shell, one.from, until),
            None => self.shell.say("agenda-room-since").text("time", self.shell.time(one.from)).to_string(),
        })
    }

    fn change(&self, said: &(crate::Mark, i64)) -> String {
        let word = self.shell.of("agenda-mark-", said.0.word()).to_string();
        if said.1 > 0 { format!("{word}, {}", self.shell.lasts(said.1)) } else { word }
    }

    fn missed(&self) -> bool {
        self.meeting.missed(self.now)
    }

    fn said(&self, said: &(crate::Mark, i64, crate::Source)) -> String {
        self.change(&(said.0, said.1))
    }

    /// Whether the list of presence is shown: from the beginning on.
    fn calls(&self) -> bool {
        self.attends && self.meeting.state != State::Cancelled && self.now >= self.meeting.starts_at.plus_minutes(-15)
    }
}

#[derive(Template)]
#[template(path = "agenda/place.html")]
struct Place {
    shell: Shell,
    form: FormState,
    facts: Facts,
    meeting: Meeting,
    ahead: bool,
    pupils: Vec<Seated>,
    /// The rooms where the reader is waited for.
    ready: visio::Banner,
}

/// A pupil's place, as they or their family see it.
struct Seated {
    home: Home,
    own: bool,
    seat: Option<Seat>,
    warnings: Vec<String>,
}

/// The meeting, by whoever may see it.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// The same, with what is to be mended.
pub fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("meeting")?);
    if let Some(meeting) = store::find::<See>(visit.tx, &actor, id)? {
        return staff(visit, &actor, meeting, form);
    }
    let (line, concerned) = seen(store::find_for_family(visit.tx, &actor, id, visit.now)?)?;
    let shell = visit.shell().at("/semaine");
    let ids: Vec<PersonId> = concerned.iter().map(|(home, _)| home.pupil).collect();
    let buses = store::bus_times(visit.tx, &ids)?;
    let overlaps = store::pupil_overlaps(visit.tx, &ids, &line.meeting)?;
    let seated = |(home, seat): (Home, Option<Seat>)| {
        let bus = buses.get(&home.pupil).copied();
        let mut warnings = vec![];
        if let Some(minute) = bus.filter(|_| warn::early(&line.meeting, bus)) {
            let time = shell.time(at(line.meeting.starts_at.paris().date(), minute));
            warnings.push(shell.say("agenda-before-bus").text("time", time).to_string());
        }
        let others = overlaps.iter().filter(|(pupil, _)| *pupil == home.pupil);
        warnings.extend(others.map(|(_, other)| clash(&shell, other)));
        Seated { own: home.pupil == actor.person, home, seat, warnings }
    };
    let pupils = concerned.into_iter().map(seated).collect();
    let facts = Facts::of(&shell, &line, visit.now, "agenda-an-adult");
    let (refused, ahead) = (form.refused(), line.meeting.ahead(visit.now));
    let ready = visio::banner(visit, &shell)?;
    let shell = if ahead { shell.with_bell("/visio/flux".to_owned()) } else { shell };
    let page = Place { shell, form, facts, meeting: line.meeting, ahead, pupils, ready };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

fn clash(shell: &Shell, other: &Meeting) -> String {
    let said = shell.say("agenda-clash").text("title", title(shell, &other.what));
    said.text("time", shell.time(other.starts_at)).to_string()
}

fn may<P: Permission<Meeting>>(actor: &Actor, meeting: &Meeting) -> bool {
    access::check::<P, _>(actor, meeting.clone()).is_ok()
}

fn staff(visit: &mut Visit<'_, '_>, actor: &Actor, meeting: Allowed<See, Meeting>, form: FormState) -> Result<Reply> {
    let now = visit.now;
    let shell = visit.shell().at("/semaine");
    let line = seen(store::line(visit.tx, &meeting)?)?;
    let pupils = store::pupils(visit.tx, &meeting)?;
    let mine = meeting.held_by(actor.person);
    let attends = may::<Attend>(actor, &meeting);
    let changes = match access::check::<Attend, _>(actor, (*meeting).clone()) {
        Ok(allowed) => store::changes(visit.tx, &allowed)?,
        Err(_) => vec![],
    };
    let holds = may::<Hold>(actor, &meeting);
    let (mut rooms, mut offered) = (vec![], false);
    if holds && meeting.ahead(now) && meeting.what.remote() {
        (rooms, offered) = visio::live(visit, meeting.what.school, visio::Kind::Meeting, &[meeting.id.cast()])?;
    }
    let came = if attends && meeting.what.remote() { store::in_room(visit.tx, meeting.id, now)? } else { vec![] };
    let mut busy = vec![];
    if mine && meeting.ahead(now) {
        let others = store::busy(visit.tx, actor.person, meeting.starts_at, meeting.ends_at)?;
        let others = others.into_iter().filter(|(id, ..)| *id != meeting.id);
        busy = others.map(|(_, from, to)| hours(&shell, from, to)).collect();
    }
    let page = Staff {
        facts: Facts::of(&shell, &line, now, "agenda-nobody"),
        pupils,
        changes,
        now,
        ahead: meeting.ahead(now),
        mine,
        helps: !actor.units(HELPERS).is_empty() && actor.units(HELPERS).contains(&meeting.what.school),
        holds,
        offered: offered || !rooms.is_empty(),
        room: rooms.first().map(visio::Room::address),
        came,
        changes_it: may::<Change>(actor, &meeting),
        attends,
        busy,
        meeting: meeting.into_inner(),
        form,
        shell,
    };
    if page.form.refused() { Reply::refused(&page) } else { Reply::page(&page) }
}
