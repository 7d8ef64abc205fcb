//! A school's hours: what waits for the head, what is approved, the year on site and at a distance, what was sent.
use super::{Monthly, Titles, month, month_word, own::months, seen};
use crate::{
    model::{Hour, Month, Place, State},
    policy::{APPROVERS, Keep},
    store::{self, Batch, Line, MonthCount, Standing, TeacherMonth, Together},
};
use access::{Allowed, Unit};
use askama::Template;
use kernel::Moment;
use print::chart::{Caption, Datum, stacked};
use std::{collections::HashMap, sync::Arc};
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "hours/school.html")]
struct SchoolPage {
    shell: Shell,
    form: FormState,
    school: Unit,
    schools: Vec<(String, String)>,
    month: Month,
    months: Vec<Month>,
    /// What one tap approves, and what was not sent.
    standing: Standing,
    teachers: Paged<TeacherMonth>,
    /// The lines of those teachers.
    lines: Vec<Line>,
    titles: Titles,
    year: Vec<YearRow>,
    batches: Paged<Batch>,
    chart: String,
    me: kernel::PersonId,
}

/// A month of the year, with what was given on site a year before.
struct YearRow {
    month: Month,
    at_distance: i64,
    on_site: i64,
    /// On site in the same month a year before, when it is known.
    a_year_before: Option<i64>,
    /// Whether the month is over.
    over: bool,
}

impl YearRow {
    /// The same, nothing where it is not known.
    fn before(&self) -> i64 {
        self.a_year_before.unwrap_or(0)
    }

    /// Whether help on site fell.
    fn fell(&self) -> bool {
        self.over && self.a_year_before.is_some_and(|before| self.on_site < before)
    }
}

impl SchoolPage {
    /// The address of another month of this school.
    fn at(&self, month: impl Monthly) -> String {
        format!("/heures/ecole?mois={}&ecole={}", month.month(), self.school.id)
    }

    /// A teacher's lines, each group under the key of its name: confirmed, not yet confirmed, decided.
    fn groups(&self, row: &TeacherMonth) -> Vec<(&'static str, Vec<&Line>)> {
        let of = |states: &[State]| {
            let theirs = |line: &&Line| line.hour.teacher == row.teacher && states.contains(&line.hour.state);
            self.lines.iter().filter(theirs).collect::<Vec<_>>()
        };
        let groups = [
            ("hours-group-confirmed", of(&[State::Confirmed])),
            ("hours-group-proposed", of(&[State::Proposed])),
            ("hours-group-decided", of(&[State::Approved, State::Refused])),
        ];
        groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }

    /// What one tap approves of a teacher: their confirmed lines, not held twice, where they are not the head's own.
    fn approvable(&self, row: &TeacherMonth) -> usize {
        let waits =
            |line: &&Line| line.hour.teacher == row.teacher && line.hour.state == State::Confirmed && !line.twice;
        if row.teacher == self.me { 0 } else { self.lines.iter().filter(waits).count() }
    }

    /// What a teacher's month comes to, in words: « 3 h 15 confirmées, 45 min pas encore ».
    fn sums(&self, row: &TeacherMonth) -> String {
        let parts = [
            ("hours-sum-confirmed", row.confirmed),
            ("hours-sum-proposed", row.proposed),
            ("hours-sum-approved", row.approved),
            ("hours-sum-on-site", row.on_site),
        ];
        let said = parts.into_iter().filter(|(_, minutes)| *minutes > 0);
        let said = said
            .map(|(key, minutes)| self.shell.say(key).text("length", super::length(&self.shell, minutes)).to_string());
        let said = said.collect::<Vec<_>>();
        if said.is_empty() { self.shell.say("hours-sum-none").to_string() } else { said.join(", ") }
    }

    /// How the lines are called that are approved before their teachers confirmed them: the others, or the only ones.
    fn others(&self) -> &'static str {
        if self.standing.confirmed.lines > 0 { "hours-approve-proposed" } else { "hours-approve-before" }
    }

    fn is_mine(&self, hour: &Hour) -> bool {
        self.me == hour.teacher
    }

    /// The months in which help on site fell.
    fn fallen(&self) -> Vec<&YearRow> {
        self.year.iter().filter(|row| row.fell()).collect()
    }
}

/// The school asked for, among those one heads.
pub fn school(visit: &mut Visit<'_, '_>, asked: Option<String>) -> Result<(Allowed<Keep, Place>, Unit)> {
    let actor = visit.actor()?;
    let units = actor.units(APPROVERS);
    let chosen = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => units.iter().find(|unit| unit.to_string() == asked),
        None => units.first(),
    };
    let place = seen(chosen.and_then(|unit| store::place::<Keep>(&actor, *unit)))?;
    let unit = seen(access::store::by_id(visit.tx, place.unit)?)?;
    Ok((place, unit))
}

/// The school the form, else the address, asks for.
pub fn asked(visit: &Visit<'_, '_>) -> Option<String> {
    Some(visit.form.text("ecole")).filter(|text| !text.is_empty()).or(visit.query("ecole")).map(str::to_owned)
}

/// A school's month.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// How many teachers stand on a page: each has a month of lines, folded.
const TEACHERS: i64 = 20;

/// The month again, with what is to be mended.
pub fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = asked(visit);
    let (place, school) = school(visit, asked)?;
    let wanted = Some(visit.form.text("mois")).filter(|text| !text.is_empty()).or(visit.query("mois"));
    let month = month(visit, wanted);
    let standing = store::standing(visit.tx, &place, &actor, month)?;
    let teachers = store::teachers(visit.tx, &place, month, visit.pager().by(TEACHERS))?;
    let shown: Vec<_> = teachers.iter().map(|row| row.teacher).collect();
    let lines = store::lines(visit.tx, &place, month, &shown)?;
    let titles = Titles::of_lines(visit.tx, lines.iter().map(|line| &line.hour))?;
    let year = year(visit, &place, month)?;
    let batches = store::batches(visit.tx, &place, visit.pager_of("envois"))?;
    let heads = actor.units(APPROVERS);
    let names = if heads.len() > 1 { access::store::names(visit.tx, &heads)? } else { HashMap::new() };
    let mut schools: Vec<_> = names.into_iter().map(|(unit, name)| (unit.to_string(), name)).collect();
    kernel::sort_by_name(&mut schools, |school: &(String, String)| &school.1);
    let shell = visit.shell().at("/heures/ecole");
    let chart = chart(&shell, &year);
    let months = months(visit.now, month);
    let me = actor.person;
    let refused = form.refused();
    let page = SchoolPage {
        shell,
        form,
        school,
        schools,
        month,
        months,
        standing,
        teachers,
        lines,
        titles,
        year,
        batches,
        chart,
        me,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The months of the school year shown, each beside the same month a year before: as entered, else as kept here.
fn year(visit: &mut Visit<'_, '_>, place: &Allowed<Keep, Place>, shown: Month) -> Result<Vec<YearRow>> {
    let present = Month::of(visit.now);
    let first = shown.rentree();
    let last = first.plus(11).min(present);
    let (counts, entered) = store::months(visit.tx, place, first.plus(-12), last)?;
    let of = |month: Month| counts.iter().find(|one| one.month == month).map(|MonthCount { counted, .. }| *counted);
    let row = |month: Month| {
        let counted = of(month).unwrap_or_default();
        let before = month.plus(-12);
        let kept = of(before).map(|counted| counted.on_site);
        YearRow {
            month,
            at_distance: counted.approved + counted.proposed,
            on_site: counted.on_site,
            a_year_before: entered.get(&before).copied().or(kept),
            over: month < present,
        }
    };
    Ok(last.since_rentree().into_iter().map(row).collect())
}

fn chart(shell: &Shell, year: &[YearRow]) -> String {
    let hours = |minutes: i64| (minutes + 30) / 60;
    let datum = |row: &YearRow| Datum::of(month_word(shell, row.month), [hours(row.at_distance), hours(row.on_site)]);
    let data: Vec<_> = year.iter().map(datum).collect();
    let (title, text) = (shell.say("hours-chart").to_string(), shell.say("hours-chart-text").to_string());
    let series = [shell.say("hours-distance").to_string(), shell.say("hours-on-site").to_string()];
    stacked(Caption { id: "hours-year", title: &title, text: &text }, &[&series[0], &series[1]], &data)
}

/// Where a form leads once it is done.
pub fn back(visit: &Visit<'_, '_>, place: &Allowed<Keep, Place>) -> String {
    format!("/heures/ecole?mois={}&ecole={}", month(visit, Some(visit.form.text("mois"))), place.unit)
}

/// Approves lines of a month that wait: those in one state, those of one teacher, or all.
pub fn approve(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell, now) = (visit.actor()?, visit.shell(), visit.now);
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let month = month(visit, Some(visit.form.text("mois")));
    let state = State::from_word(visit.form.text("etat"));
    let which = Together { state, teacher: visit.form.id("professeur")? };
    let house = Arc::clone(visit.house);
    let done = store::approve_all(visit.tx, &place, &actor, (month, which), (&*house.chance, now))?;
    let reply = Reply::go(back(visit, &place));
    if done.lines == 0 {
        return Ok(reply.said(shell.say("hours-said-nothing")));
    }
    let total = super::length(&shell, done.minutes);
    let key = if done.minutes > 0 { "hours-said-approved" } else { "hours-said-approved-beside" };
    let said = shell.say(key).num("n", done.lines).text("total", total);
    let (at, school, month) = (now.0.to_string(), place.unit.to_string(), month.to_string());
    Ok(reply.said(said).undo("/heures/ecole/annulation", &[("le", &at), ("ecole", &school), ("mois", &month)]))
}

/// Takes back all that was approved at one instant, but for what was sent or changed since.
pub fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let at = Moment(visit.form.text("le").parse().unwrap_or_default());
    let house = Arc::clone(visit.house);
    let done = store::take_back_all(visit.tx, &place, &actor, at, (&*house.chance, visit.now))?;
    Ok(Reply::go(back(visit, &place)).said(shell.say("hours-said-back").num("n", done)))
}

/// Looks again for what was held, far back.
pub fn look(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let house = Arc::clone(visit.house);
    jobs::queue(visit.tx, &*house.chance, visit.now, "hours/collect-all", "all", "", visit.now)?;
    Ok(Reply::go(back(visit, &place)).said(visit.sentence("hours-said-look")))
}
