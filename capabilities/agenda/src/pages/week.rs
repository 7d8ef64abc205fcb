//! Everyone's week on one page: a pupil's own, each child's, the school's, or counts.
use super::{full, hours, place, state, title, within};
use crate::{
    Meeting, Seat, State, at,
    store::{self, Count, Home, Line, Mine},
    warn,
};
use access::{Actor, Role};
use askama::Template;
use calendar::{Calendar, Off};
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Paged, Reply, Result, Shell, Visit};

/// One meeting as the week shows it.
struct Item {
    id: crate::MeetingId,
    time: String,
    minutes: i64,
    title: String,
    /// What kind, where, with whom.
    about: String,
    /// Class, icon and words of each badge.
    badges: Vec<(&'static str, &'static str, String)>,
    room: Option<String>,
}

/// One day of the week.
struct Day {
    name: String,
    off: Option<String>,
    items: Vec<Item>,
}

/// The week of one pupil.
struct Pupil {
    home: Home,
    own: bool,
    days: Vec<Day>,
    offers: Vec<Item>,
    bus: Option<String>,
}

#[derive(Template)]
#[template(path = "agenda/week.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is what one reader is or may do")]
struct Week {
    shell: Shell,
    span: String,
    letter: Option<String>,
    doubt: bool,
    before: String,
    after: String,
    this: bool,
    pupils: Vec<Pupil>,
    /// What pupils may still enrol in, each with whose it is.
    offers: Paged<(PersonId, Line)>,
    staff: bool,
    /// The meetings of the school.
    lines: Paged<Line>,
    helps: bool,
    watches: bool,
    days: Vec<Day>,
    counts: Paged<(String, Count)>,
    pilot: bool,
    /// The rooms where the reader is waited for.
    ready: visio::Banner,
    /// Whether the reader is a pupil: rooms are for them.
    pupil: bool,
}

/// The week that holds the day `jour` of the address, or this one; on a week-end, the one that comes.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let shell = visit.shell().at("/semaine");
    let today = now.paris().date();
    let soon = if today.weekday().to_monday_zero_offset() > 4 { today.saturating_add(2.days()) } else { today };
    let asked = visit.query("jour").and_then(|day| day.parse().ok()).filter(|day| near(*day, today));
    let monday = calendar::monday(asked.unwrap_or(soon));
    let span = (at(monday, 0), at(monday.saturating_add(7.days()), 0));
    let calendar = Calendar::load(visit.tx)?;
    let frame = Frame { shell: &shell, calendar: &calendar, monday, now, me: actor.person };
    let homes = store::homes(visit.tx, &actor, now)?;
    let offers = store::offers(visit.tx, &homes, span, now, visit.pager_of("offres"))?;
    let pupils = pupils(visit, &frame, &actor, homes, (span, &offers))?;
    let staff = actor.holds(crate::policy::STAFF);
    let seances = visit.pager_of("seances");
    let lines = if staff { store::of_staff(visit.tx, &actor, span, seances)? } else { Paged::default() };
    let days = frame.days(&lines, |line| frame.for_staff(line), |line| &line.meeting);
    let pilot = actor.holds(&[Role::Pilot]);
    let counts = if pilot { store::counts_seen(visit.tx, &actor, span, visit.pager())? } else { Paged::default() };
    let friday = monday.saturating_add(4.days());
    let said = shell.say("agenda-week-of").text("from", shell.date(span.0)).text("to", shell.date(at(friday, 0)));
    let week =
        calendar.week(monday).map(|week| shell.say("agenda-letter").text("letter", week.letter.word()).to_string());
    let ready = visio::banner(visit, &shell)?;
    let page = Week {
        ready,
        pupil: actor.is_pupil(),
        span: said.to_string(),
        letter: week,
        doubt: staff && !calendar.checked(friday),
        before: monday.saturating_sub(7.days()).to_string(),
        after: monday.saturating_add(7.days()).to_string(),
        this: calendar::monday(soon) == monday,
        pupils,
        offers,
        staff,
        lines,
        helps: actor.holds(crate::policy::HELPERS),
        watches: actor.holds(crate::policy::WATCHERS),
        days,
        counts,
        pilot,
        shell: shell.clone().with_bell("/visio/flux".to_owned()),
    };
    Ok(Reply::page(&page)?.kept_on_device())
}

/// Whether a day is within two years of another: an agenda knows no farther.
fn near(day: Date, today: Date) -> bool {
    day > today.saturating_sub(730.days()) && day < today.saturating_add(730.days())
}

fn pupils(
    visit: &mut Visit<'_, '_>,
    frame: &Frame<'_>,
    actor: &Actor,
    homes: Vec<Home>,
    (span, offers): ((Moment, Moment), &[(PersonId, Line)]),
) -> Result<Vec<Pupil>> {
    if homes.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<PersonId> = homes.iter().map(|home| home.pupil).collect();
    let mine = store::of_pupils(visit.tx, &ids, span)?;
    let buses = store::bus_times(visit.tx, &ids)?;
    Ok(homes.into_iter().map(|home| frame.of_pupil(home, actor, &mine, offers, &buses)).collect())
}

/// What every line of the page needs.
struct Frame<'f> {
    shell: &'f Shell,
    calendar: &'f Calendar,
    monday: Date,
    now: Moment,
    me: PersonId,
}

impl Frame<'_> {
    fn of_pupil(
        &self,
        home: Home,
        actor: &Actor,
        all: &[Mine],
        offers: &[(PersonId, Line)],
        buses: &HashMap<PersonId, i64>,
    ) -> Pupil {
        let bus = buses.get(&home.pupil).copied();
        let mine: Vec<&Mine> = all.iter().filter(|one| one.pupil == home.pupil).collect();
        let days = self.days(&mine, |one| self.for_pupil(one, all, bus), |one| &one.line.meeting);
        let open = offers.iter().filter(|(pupil, _)| *pupil == home.pupil);
        let offers = open.map(|(_, line)| self.offer(line, &mine, bus)).collect();
        let own = home.pupil == actor.person;
        let bus = bus.map(|minute| self.shell.time(at(self.monday, minute)));
        Pupil { home, own, days, offers, bus }
    }

    /// The days of the week on which there is something, or for which there is a reason that there is nothing.
    fn days<T>(&self, all: &[T], item: impl Fn(&T) -> Item, meeting: impl Fn(&T) -> &Meeting) -> Vec<Day> {
        let mut days = vec![];
        for day in self.monday.series(1.day()).take(7) {
            let on = all.iter().filter(|one| meeting(one).starts_at.paris().date() == day);
            let items: Vec<Item> = on.map(&item).collect();
            let off = match self.calendar.why_off(day) {
                Some(Off::Holidays(name)) if day.weekday().to_monday_zero_offset() < 5 => Some(name.to_owned()),
                Some(Off::Public(holiday)) => Some(holiday.name().to_owned()),
                _ => None,
            };
            if !items.is_empty() || off.is_some() {
                days.push(Day { name: self.shell.date_first(at(day, 0)), off, items });
            }
        }
        days
    }

    fn item(&self, line: &Line) -> Item {
        let (shell, meeting) = (self.shell, &line.meeting);
        let people = line.teacher.iter().chain(&line.coteacher).map(full);
        let mut about = vec![place(shell, &meeting.what)];
        if !meeting.what.title.is_empty() {
            let kind = shell.of("agenda-kind-", meeting.what.kind.word()).to_string();
            about = vec![kind, within(&about.concat())];
        }
        about.extend(people);
        Item {
            id: meeting.id,
            time: shell.time(meeting.starts_at),
            minutes: meeting.ends_at.minutes_since(meeting.starts_at),
            title: title(shell, &meeting.what),
            about: about.join(", "),
            badges: state(shell, meeting, self.now).into_iter().collect(),
            room: None,
        }
    }

    fn for_staff(&self, line: &Line) -> Item {
        let (shell, mut item) = (self.shell, self.item(line));
        let meeting = &line.meeting;
        if meeting.held_by(self.me) {
            item.badges.push(("note", "hand", shell.say("agenda-yours").to_string()));
        } else if meeting.teacher.is_none() && meeting.ahead(self.now) {
            item.badges.push(("warn", "hand", shell.say("agenda-nobody").to_string()));
        }
        let places = shell.say("agenda-places").num("n", line.taken).num("of", meeting.what.places);
        item.badges.push(("", "users-round", places.to_string()));
        if line.waiting > 0 {
            item.badges.push(("", "clock", shell.say("agenda-waiting").num("n", line.waiting).to_string()));
        }
        item
    }

    fn for_pupil(&self, mine: &Mine, all: &[Mine], bus: Option<i64>) -> Item {
        let (shell, mut item) = (self.shell, self.item(&mine.line));
        let meeting = &mine.line.meeting;
        let ahead = meeting.ahead(self.now);
        match (mine.seat, &mine.presence) {
            (_, Some((mark, _))) => {
                item.badges.push(("", "", shell.of("agenda-mark-", mark.word()).to_string()));
            }
            (Seat::Waiting, _) if ahead => {
                item.badges.push(("note", "clock", shell.say("agenda-seat-waiting").to_string()));
            }
            (Seat::Enrolled, _) if ahead => {
                item.badges.push(("ok", "check", shell.say("agenda-seat-enrolled").to_string()));
            }
            _ => {}
        }
        if ahead {
            self.bus(meeting, bus, &mut item);
            for other in warn::clashes(mine, all) {
                self.clash(other, &mut item);
            }
            item.room.clone_from(&meeting.what.room);
        }
        item
    }

    fn offer(&self, line: &Line, mine: &[&Mine], bus: Option<i64>) -> Item {
        let (shell, mut item) = (self.shell, self.item(line));
        let meeting = &line.meeting;
        item.time =
            format!("{}, {}", shell.date_first(meeting.starts_at), hours(shell, meeting.starts_at, meeting.ends_at));
        let free =
            if line.free() > 0 { shell.say("agenda-free").num("n", line.free()) } else { shell.say("agenda-full") };
        item.badges.push(("", "users-round", free.to_string()));
        self.bus(meeting, bus, &mut item);
        let at_once = |one: &&&Mine| {
            let other = &one.line.meeting;
            one.seat == Seat::Enrolled
                && other.state != State::Cancelled
                && other.overlaps(meeting.starts_at, meeting.ends_at)
        };
        for one in mine.iter().filter(at_once) {
            self.clash(&one.line.meeting, &mut item);
        }
        item
    }

    fn bus(&self, meeting: &Meeting, bus: Option<i64>, item: &mut Item) {
        if let Some(minute) = bus.filter(|_| warn::early(meeting, bus)) {
            let time = self.shell.time(at(meeting.starts_at.paris().date(), minute));
            item.badges.push(("warn", "clock", self.shell.say("agenda-before-bus").text("time", time).to_string()));
        }
    }

    fn clash(&self, other: &Meeting, item: &mut Item) {
        let said = self.shell.say("agenda-clash").text("title", title(self.shell, &other.what));
        item.badges.push(("warn", "triangle-alert", said.text("time", self.shell.time(other.starts_at)).to_string()));
    }
}
