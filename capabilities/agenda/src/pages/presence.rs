//! Who was there: said on the meeting's page, taken away as a file for vie scolaire.
use super::{meeting, seen};
use crate::{Attended, Elsewhere, FullName, Mark, MeetingId, State, at, policy::Attend, sheet, store};
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId, order};
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
    rows: Vec<Line>,
    from: Date,
    to: Date,
}

/// One pupil, one time: in a meeting, or wherever else a slice helps pupils.
struct Line {
    /// When, to the minute for a meeting.
    at: Moment,
    when: String,
    what: String,
    /// The meeting's page.
    meeting: Option<MeetingId>,
    pupil: FullName,
    class: String,
    said: String,
    minutes: String,
    corrected: bool,
}

impl Line {
    fn of_meeting(shell: &Shell, row: store::Exported) -> Self {
        let at = row.meeting.starts_at;
        let mark = row.said.map_or("unsaid", |(mark, ..)| mark.word());
        Self {
            at,
            when: format!("{}, {}", shell.date(at), shell.time(at)),
            what: super::title(shell, &row.meeting.what),
            meeting: Some(row.meeting.id),
            pupil: row.pupil,
            class: row.class,
            said: shell.of("agenda-mark-", mark).to_string(),
            minutes: row.said.map_or_else(String::new, |(_, minutes, _)| minutes.to_string()),
            corrected: row.corrected > 0,
        }
    }

    fn elsewhere(shell: &Shell, key: &'static str, row: Attended) -> Self {
        let at = Moment::at_paris(row.day, 12, 0);
        Self {
            at,
            when: shell.date(at),
            what: shell.say(key).to_string(),
            meeting: None,
            pupil: row.pupil,
            class: row.class,
            said: shell.of("agenda-mark-", Mark::Present.word()).to_string(),
            minutes: row.minutes.to_string(),
            corrected: false,
        }
    }
}

/// Who was helped elsewhere than in meetings, with the key of where.
fn elsewhere(visit: &mut Visit<'_, '_>, from: Date, to: Date) -> Result<Vec<(&'static str, Attended)>> {
    let (actor, mut all) = (visit.actor()?, vec![]);
    for source in web::given::<Elsewhere>(&visit.house.slices) {
        let attended = (source.attended)(visit.tx, &actor, (from, to.saturating_add(1.day())))?;
        all.extend(attended.into_iter().map(|one| (source.key, one)));
    }
    Ok(all)
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
    let shell = visit.shell().at("/presences");
    let mut lines: Vec<_> = rows(visit, from, to)?.into_iter().map(|row| Line::of_meeting(&shell, row)).collect();
    lines.extend(elsewhere(visit, from, to)?.into_iter().map(|(key, row)| Line::elsewhere(&shell, key, row)));
    lines.sort_by(|a, b| {
        b.at.cmp(&a.at)
            .then_with(|| (&a.what, order(&[&a.pupil.1, &a.pupil.0])).cmp(&(&b.what, order(&[&b.pupil.1, &b.pupil.0]))))
    });
    lines.truncate(200);
    let form = FormState::new().with("du", from).with("au", to);
    Reply::page(&Presences { shell, form, rows: lines, from, to })
}

/// The same as a file.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (from, to) = period(visit);
    let rows = rows(visit, from, to)?;
    let others = elsewhere(visit, from, to)?;
    let shell = visit.shell();
    let heads: Vec<String> = (1..=14).map(|n| shell.of("agenda-column-", &n.to_string()).to_string()).collect();
    let word = |list: &str, word: &str| shell.of("agenda-", &format!("{list}-{word}")).to_string();
    let others: Vec<_> = others.into_iter().map(|(key, row)| (shell.say(key).to_string(), row)).collect();
    let bytes = sheet::csv(&heads, &rows, &others, word);
    Ok(Reply::bytes("text/csv; charset=utf-8", bytes)
        .header("content-disposition", format!("attachment; filename=\"presences-{from}-{to}.csv\"")))
}
