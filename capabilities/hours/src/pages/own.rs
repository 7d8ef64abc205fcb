//! One's own hours: the month, its sheet for paper, what was given on site.
use super::{Titles, full, length, month, month_name, refuse, seen};
use crate::{
    model::{Hour, HourId, LONGEST, Month, State},
    policy::{EARNERS, Enter},
    store::{self, Entry, MonthCount},
};
use access::{Unit, UnitKind};
use askama::Template;
use kernel::Moment;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "hours/own.html")]
struct Own {
    shell: Shell,
    month: Month,
    months: Vec<Month>,
    lines: Vec<Hour>,
    titles: Titles,
    twice: Vec<HourId>,
    year: Vec<MonthCount>,
    approves: bool,
}

impl Own {
    /// Whether a line waits for its teacher.
    fn waits(&self) -> bool {
        self.lines.iter().any(|hour| hour.state == State::Proposed)
    }

    /// The minutes due for lines of these states, at a distance.
    fn due(&self, states: &[State]) -> i64 {
        let counts = |hour: &&Hour| !hour.on_site && states.contains(&hour.state);
        self.lines.iter().filter(counts).map(|hour| hour.due).sum()
    }

    fn to_confirm(&self) -> i64 {
        self.due(&[State::Proposed])
    }

    fn confirmed(&self) -> i64 {
        self.due(&[State::Confirmed])
    }

    fn approved(&self) -> i64 {
        self.due(&[State::Approved])
    }

    fn is_twice(&self, hour: &Hour) -> bool {
        self.twice.contains(&hour.id)
    }
}

/// One's own month.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let month = month(visit, visit.query("mois"));
    let lines = store::own(visit.tx, &actor, month)?;
    let twice = store::overlapping(lines.iter());
    let months = months(visit.now, month);
    let year = store::months_of(visit.tx, actor.person, month.rentree(), month.rentree().plus(11))?;
    let approves = actor.holds(crate::policy::APPROVERS);
    let titles = Titles::of_lines(visit.tx, lines.iter())?;
    let shell = visit.shell().at("/heures");
    Reply::page(&Own { shell, month, months, lines, titles, twice, year, approves })
}

/// The months to choose from: those of the school year shown, none to come.
pub fn months(now: Moment, shown: Month) -> Vec<Month> {
    let present = Month::of(now);
    let last = if shown.rentree() == present.rentree() { present } else { shown.rentree().plus(11) };
    last.since_rentree()
}

/// How many lines are taken back from the page that says they were confirmed: their ids travel in a cookie.
const UNDONE: usize = 60;

/// All of one's month is right; or the lines named are to be looked at again.
pub fn confirm(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    if visit.form.text("faire") == "annuler" {
        let lines: Vec<HourId> = visit.form.ids("ligne")?;
        let done = store::unconfirm(visit.tx, &actor, &lines)?;
        let month = seen(store::month_of(visit.tx, &actor, &lines)?)?;
        return Ok(Reply::go(format!("/heures?mois={month}")).said(shell.say("hours-said-unconfirmed").num("n", done)));
    }
    let month = month(visit, Some(visit.form.text("mois")));
    let lines = store::confirm_all(visit.tx, &actor, month)?;
    let total: i64 = lines.iter().filter(|hour| !hour.on_site).map(|hour| hour.due).sum();
    let said = shell.say("hours-said-confirmed").num("n", lines.len()).text("total", length(&shell, total));
    let reply = Reply::go(format!("/heures?mois={month}")).said(said);
    if lines.is_empty() || lines.len() > UNDONE {
        return Ok(reply);
    }
    let ids: Vec<String> = lines.iter().map(|hour| hour.id.to_string()).collect();
    let fields = std::iter::once(("faire", "annuler")).chain(ids.iter().map(|id| ("ligne", id.as_str())));
    Ok(reply.undo("/heures/confirmation", &fields.collect::<Vec<_>>()))
}

#[derive(Template)]
#[template(path = "hours/sheet.html")]
struct Sheet {
    shell: Shell,
    month: Month,
    name: String,
    lines: Vec<Hour>,
    titles: Titles,
}

impl Sheet {
    /// What the lines in this state make, at a distance.
    fn total(&self, approved: bool) -> String {
        let counted =
            |hour: &&Hour| !hour.on_site && if approved { hour.state == State::Approved } else { hour.state.waits() };
        length(&self.shell, self.lines.iter().filter(counted).map(|hour| hour.due).sum::<i64>())
    }

    fn on_site(&self) -> String {
        let counted = |hour: &&Hour| hour.on_site && hour.state != State::Refused;
        length(&self.shell, self.lines.iter().filter(counted).map(|hour| hour.minutes).sum::<i64>())
    }

    fn title(&self) -> String {
        month_name(&self.shell, self.month)
    }
}

/// One's month as a sheet for paper.
pub fn sheet(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let month = month(visit, visit.query("mois"));
    let lines = store::own(visit.tx, &actor, month)?;
    let who = visit.signed_in()?;
    let name = full(&(who.given.clone(), who.family.clone()));
    let titles = Titles::of_lines(visit.tx, lines.iter())?;
    Reply::page(&Sheet { shell: visit.shell().at("/heures"), month, name, lines, titles })
}

#[derive(Template)]
#[template(path = "hours/entry.html")]
struct EntryPage {
    shell: Shell,
    form: FormState,
    schools: Vec<(String, String)>,
}

/// Help given on site, to be entered.
pub fn entry(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("jour", visit.now.paris().date());
    entry_page(visit, form)
}

fn entry_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let schools = schools(visit)?.iter().map(|school| (school.id.to_string(), school.name.clone())).collect();
    let refused = form.refused();
    let page = EntryPage { shell: visit.shell().at("/heures"), form, schools };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The schools where one gives hours.
fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<Unit>> {
    let actor = visit.actor()?;
    let mut units = actor.units(EARNERS);
    units.sort_unstable();
    units.dedup();
    let mut schools = vec![];
    for unit in units {
        schools.extend(access::store::by_id(visit.tx, unit)?.filter(|unit| unit.kind == UnitKind::Etablissement));
    }
    Ok(schools)
}

/// Enters it.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell, now) = (visit.actor()?, visit.shell(), visit.now);
    let mut state = FormState::of(&visit.form);
    let form = &visit.form;
    let starts = instant(form.text("jour"), form.text("de"));
    let ends = instant(form.text("jour"), form.text("a"));
    if starts.is_none() {
        state.refuse("de", shell.say("hours-say-from"));
    }
    let length = starts.zip(ends).map(|(starts, ends)| ends.minutes_since(starts));
    if length.is_none_or(|minutes| !(5..=LONGEST).contains(&minutes)) {
        state.refuse("a", shell.say("hours-say-until"));
    }
    let recent = now.plus_days(-crate::LONG_AGO);
    if ends.is_some_and(|ends| ends > now || ends < recent) {
        state.refuse("jour", shell.say("hours-say-day"));
    }
    let came = pupils(form.text("eleves"));
    if came.is_none() {
        state.refuse("eleves", shell.say("hours-say-pupils"));
    }
    let schools = schools(visit)?;
    let chosen = visit.form.among("ecole", &schools, |school| school.id)?.or(schools.first());
    let place = seen(chosen.and_then(|school| store::place::<Enter>(&actor, school.id)))?;
    let (Some(starts_at), Some(ends_at), Some(came), false) = (starts, ends, came, state.refused()) else {
        return entry_page(visit, state);
    };
    let entry = Entry { id: visit.new_id(), starts_at, ends_at, came };
    if let Err(refusal) = store::enter(visit.tx, &place, &actor, entry)? {
        refuse(&shell, &mut state, "de", refusal);
        return entry_page(visit, state);
    }
    let held = super::length(&shell, ends_at.minutes_since(starts_at));
    let said = shell.say("hours-said-entered").text("held", held).text("day", shell.date(starts_at)).num("n", came);
    Ok(Reply::go(format!("/heures?mois={}", Month::of(starts_at))).said(said))
}

/// A number of pupils, as typed.
pub fn pupils(typed: &str) -> Option<i64> {
    typed.parse().ok().filter(|n| (0..=99).contains(n))
}

/// An instant from a form's day and hour, in Paris.
fn instant(day: &str, hour: &str) -> Option<Moment> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let (hour, minute) = hour.split_once(':')?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| Moment::at_paris(day, hour, minute))
}
