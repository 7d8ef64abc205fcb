//! Who was there: said on the meeting's page, taken away as a file for vie scolaire.
use super::{meeting, seen};
use crate::{
    Attended, Elsewhere, FullName, Mark, MeetingId, State, at, policy::Attend, policy::WATCHERS, sheet, store,
};
use access::audit;
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

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
    rows: Paged<Line>,
    /// Those who were helped elsewhere: the place, and its lines.
    elsewhere: Vec<(String, Paged<Line>)>,
    from: Date,
    to: Date,
}

/// One pupil, one time: in a meeting, or wherever else a slice helps pupils.
struct Line {
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

/// Who was helped elsewhere than in meetings, with the key of where: the page that `pager` names of each place.
fn elsewhere(
    visit: &mut Visit<'_, '_>,
    (from, to): (Date, Date),
    pager: Pager,
) -> Result<Vec<(&'static str, Paged<Attended>)>> {
    let actor = visit.actor()?;
    let sources: Vec<_> = web::given::<Elsewhere>(&visit.house.slices).collect();
    let days = (from, to.saturating_add(1.day()));
    let mut read = |source: &Elsewhere| Ok((source.key, (source.attended)(visit.tx, &actor, days, pager)?));
    sources.into_iter().map(&mut read).collect()
}

/// The period of the address or of the form, the last fortnight when none is said; a year at most.
fn period(visit: &Visit<'_, '_>) -> (Date, Date) {
    let today = visit.now.paris().date();
    let said = |name: &str| if visit.ask.post { Some(visit.form.text(name)) } else { visit.query(name) };
    let read = |name: &str| said(name).and_then(|day| day.parse::<Date>().ok());
    let to = read("au").unwrap_or(today);
    let from = read("du").unwrap_or_else(|| to.saturating_sub(14.days()));
    (from.max(to.saturating_sub(366.days())).min(to), to)
}

fn rows(visit: &mut Visit<'_, '_>, (from, to): (Date, Date), pager: Pager) -> Result<Paged<store::Exported>> {
    let actor = visit.actor()?;
    let span: (Moment, Moment) = (at(from, 0), at(to.saturating_add(1.day()), 0));
    Ok(store::exported(visit.tx, &actor, span, pager, visit.now)?)
}

/// The lists on screen, for the schools where one answers for presence.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let days @ (from, to) = period(visit);
    let shell = visit.shell().at("/presences");
    let (here, there) = (visit.pager(), visit.pager_of("ailleurs"));
    let rows = rows(visit, days, here)?.map(|row| Line::of_meeting(&shell, row));
    let elsewhere = elsewhere(visit, days, there)?;
    let lines =
        |(key, all): (_, Paged<_>)| (shell.say(key).to_string(), all.map(|row| Line::elsewhere(&shell, key, row)));
    let elsewhere = elsewhere.into_iter().map(lines).filter(|(_, all)| !all.is_empty()).collect();
    let form = FormState::new().with("du", from).with("au", to);
    Reply::page(&Presences { form, rows, elsewhere, from, to, shell: shell.clone() })
}

/// The deed of the audit trail.
const EXPORTED: &str = "presences/export";

/// The same as a file, whole and in the order of time. It carries names out of the house: a form, so that who took it, when and of which
/// days is written in the trail of each school with the answer, or there is no answer.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let days @ (from, to) = period(visit);
    let actor = visit.actor()?;
    for school in actor.units(WATCHERS) {
        let of = format!("{from} {to}");
        audit::record_at(
            visit.tx,
            &*visit.house.chance,
            visit.now,
            actor.person,
            EXPORTED,
            (school, Some(school)),
            &of,
        )?;
    }
    let mut rows: Vec<_> = rows(visit, days, Pager::whole())?.into();
    rows.sort_by_key(|row| row.meeting.starts_at);
    let others = elsewhere(visit, days, Pager::whole())?;
    let shell = visit.shell();
    let heads: Vec<String> = (1..=14).map(|n| shell.of("agenda-column-", &n.to_string()).to_string()).collect();
    let word = |list: &str, word: &str| shell.of("agenda-", &format!("{list}-{word}")).to_string();
    let place = |(key, all): (&str, Paged<Attended>)| {
        let place = shell.say(key).to_string();
        Vec::from(all).into_iter().map(move |row| (place.clone(), row))
    };
    let mut others: Vec<(String, Attended)> = others.into_iter().flat_map(place).collect();
    others.sort_by_key(|(_, row)| row.day);
    let bytes = sheet::csv(&heads, &rows, &others, word);
    let name = format!("attachment; filename=\"presences-{from}-{to}.csv\"");
    Ok(Reply::bytes("text/csv; charset=utf-8", bytes).header("content-disposition", name).each_time())
}
