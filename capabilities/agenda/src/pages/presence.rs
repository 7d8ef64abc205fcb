//! Who was there: said on the meeting's page, taken away as a file for vie scolaire.
use super::{meeting, seen};
use crate::{Mark, State, at, policy::Attend, sheet, store};
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use web::{FormState, Reply, Result, Shell, Visit};

/// Keeps what was said of each pupil. A meeting whose hour has come was thereby held.
pub fn record(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let allowed = seen(store::find::<Attend>(visit.tx, &actor, id)?)?;
    if allowed.state == State::Cancelled || now < allowed.starts_at.plus_minutes(-15) {
        let why = if allowed.state == State::Cancelled { crate::Refusal::Over } else { crate::Refusal::Early };
        let mut form = FormState::of(&visit.form);
        form.refuse("presence", visit.sentence(&why.to_string()));
        return meeting::page(visit, form);
    }
    let mut expected: Vec<PersonId> = store::expected(visit.tx, id)?;
    expected.extend(store::presences(visit.tx, id)?.into_keys());
    expected.sort_unstable();
    expected.dedup();
    let said: Vec<_> = expected
        .into_iter()
        .filter_map(|pupil| {
            let mark = Mark::from_word(visit.form.text(&format!("p-{pupil}")))?;
            let minutes = visit.form.text(&format!("m-{pupil}")).parse().unwrap_or_else(|_| allowed.minutes());
            Some((pupil, (mark, minutes)))
        })
        .collect();
    store::record(visit.tx, &*visit.house.chance, &actor, &allowed, &said, now)?;
    if allowed.missed(now) && said.iter().any(|(_, (mark, _))| *mark == Mark::Present) && allowed.held_by(actor.person)
    {
        let _ = store::close(visit.tx, &allowed, now)?;
    }
    Ok(Reply::go(format!("/seances/{id}")))
}

#[derive(Template)]
#[template(path = "agenda/presences.html")]
struct Presences {
    shell: Shell,
    form: FormState,
    rows: Vec<store::Exported>,
    from: Date,
    to: Date,
}

impl Presences {
    fn said(&self, row: &store::Exported) -> String {
        let mark = row.said.map_or("unsaid", |(mark, ..)| mark.word());
        self.shell.of("agenda-mark-", mark).to_string()
    }

    fn minutes(row: &store::Exported) -> String {
        row.said.map_or_else(String::new, |(_, minutes, _)| minutes.to_string())
    }

    fn title(&self, row: &store::Exported) -> String {
        super::title(&self.shell, &row.meeting.what)
    }
}

/// The period of the address, the last fortnight when none is said; a year at most.
fn period(visit: &Visit<'_, '_>) -> (Date, Date) {
    let today = visit.now.paris().date();
    let read = |name: &str| visit.query(name).and_then(|day| day.parse::<Date>().ok());
    let to = read("au").unwrap_or(today);
    let from = read("du").unwrap_or_else(|| to.saturating_sub(14.days()));
    (from.max(to.saturating_sub(366.days())).min(to), to)
}

fn rows(visit: &mut Visit<'_, '_>, from: Date, to: Date) -> Result<Vec<store::Exported>> {
    let actor = visit.actor()?;
    let span: (Moment, Moment) = (at(from, 0), at(to.saturating_add(1.day()), 0));
    Ok(store::exported(visit.tx, &actor, span, visit.now)?)
}

/// The list on screen, for the schools where one answers for presence.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (from, to) = period(visit);
    let mut rows = rows(visit, from, to)?;
    rows.reverse();
    rows.truncate(200);
    let form = FormState::new().with("du", from).with("au", to);
    Reply::page(&Presences { shell: visit.shell().at("/semaine"), form, rows, from, to })
}

/// The same as a file.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (from, to) = period(visit);
    let rows = rows(visit, from, to)?;
    let shell = visit.shell();
    let heads: Vec<String> = (1..=14).map(|n| shell.of("agenda-column-", &n.to_string()).to_string()).collect();
    let word = |list: &str, word: &str| shell.of("agenda-", &format!("{list}-{word}")).to_string();
    let bytes = sheet::csv(&heads, &rows, word);
    Ok(Reply::bytes("text/csv; charset=utf-8", bytes)
        .header("content-disposition", format!("attachment; filename=\"presences-{from}-{to}.csv\"")))
}
