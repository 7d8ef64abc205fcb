//! Everyone's week on one page: a pupil's own, each child's, the school's, or counts.
mod frame;

use crate::{
    Promised, at,
    store::{self, Count, Home, Line},
};
use access::{Actor, Role};
use askama::Template;
use calendar::Calendar;
use frame::Frame;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use web::{Paged, Reply, Result, Shell, Visit};

/// One meeting as the week shows it.
struct Item {
    /// Where it is seen; empty where it is only told.
    href: String,
    time: String,
    minutes: i64,
    title: String,
    /// What kind, where, with whom.
    about: String,
    /// Class, icon and words of each badge.
    badges: Vec<(&'static str, &'static str, String)>,
    room: Option<String>,
}

/// What stands in a week, and from when.
type At = (Moment, Item);

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
    let mut all: Vec<At> = lines.iter().map(|line| (line.meeting.starts_at, frame.for_staff(line))).collect();
    if staff {
        all.extend(promised(visit, &frame, &actor, span)?);
    }
    let days = frame.days(all);
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

/// The hours that were promised elsewhere than in meetings.
fn promised(visit: &mut Visit<'_, '_>, frame: &Frame<'_>, actor: &Actor, span: (Moment, Moment)) -> Result<Vec<At>> {
    let mut all = vec![];
    for source in web::given::<Promised>(&visit.house.slices) {
        let promises = (source.between)(visit.tx, actor, span)?;
        all.extend(promises.into_iter().map(|one| (one.starts_at, frame.promised(source.key, one))));
    }
    Ok(all)
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
