//! A meeting, a day, a pupil, as the week words them.
use super::{
    super::{full, hours, place, state, title, within},
    At, Day, Item, Pupil,
};
use crate::{
    Meeting, Promise, Seat, State, at,
    store::{Home, Line, Mine},
    warn,
};
use access::Actor;
use calendar::{Calendar, Off};
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::Shell;

/// What every line of the page needs.
pub(super) struct Frame<'f> {
    pub shell: &'f Shell,
    pub calendar: &'f Calendar,
    pub monday: Date,
    pub now: Moment,
    pub me: PersonId,
}

impl Frame<'_> {
    pub(super) fn of_pupil(
        &self,
        home: Home,
        actor: &Actor,
        all: &[Mine],
        offers: &[(PersonId, Line)],
        buses: &HashMap<PersonId, i64>,
    ) -> Pupil {
        let bus = buses.get(&home.pupil).copied();
        let mine: Vec<&Mine> = all.iter().filter(|one| one.pupil == home.pupil).collect();
        let days = mine.iter().map(|one| (one.line.meeting.starts_at, self.for_pupil(one, all, bus)));
        let days = self.days(days.collect());
        let open = offers.iter().filter(|(pupil, _)| *pupil == home.pupil);
        let offers = open.map(|(_, line)| self.offer(line, &mine, bus)).collect();
        let own = home.pupil == actor.person;
        let bus = bus.map(|minute| self.shell.time(at(self.monday, minute)));
        Pupil { home, own, days, offers, bus }
    }

    /// The days of the week on which there is something, or for which there is a reason that there is nothing.
    pub(super) fn days(&self, mut all: Vec<At>) -> Vec<Day> {
        let mut days = vec![];
        all.sort_by_key(|(at, _)| *at);
        for day in self.monday.series(1.day()).take(7) {
            let on = all.extract_if(.., |(at, _)| at.paris().date() == day);
            let items: Vec<Item> = on.map(|(_, item)| item).collect();
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

    pub(super) fn promised(&self, key: &str, one: Promise) -> Item {
        let own = ("note", "hand", self.shell.say("agenda-yours").to_string());
        Item {
            href: one.href,
            time: self.shell.time(one.starts_at),
            minutes: one.ends_at.minutes_since(one.starts_at),
            title: self.shell.say(key).text("name", one.name).to_string(),
            about: full(&one.who),
            badges: if one.own { vec![own] } else { vec![] },
            room: None,
        }
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
            href: format!("/seances/{}", meeting.id),
            time: shell.time(meeting.starts_at),
            minutes: meeting.ends_at.minutes_since(meeting.starts_at),
            title: title(shell, &meeting.what),
            about: about.join(", "),
            badges: state(shell, meeting, self.now).into_iter().collect(),
            room: None,
        }
    }

    pub(super) fn for_staff(&self, line: &Line) -> Item {
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
