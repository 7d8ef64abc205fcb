//! The school's record of presence: week by week on screen, any days as a file for vie scolaire.
use crate::{
    Attended, Elsewhere, FullName, Mark, MeetingId, Sought, at,
    policy::WATCHERS,
    sheet,
    store::{self, Wanted},
};
use access::audit;
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId, UnitId};
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/presences.html")]
struct Presences {
    shell: Shell,
    form: FormState,
    asked: Asked,
    /// « Semaine du lundi 23 au dimanche 29 novembre », or the days that were asked for.
    span: String,
    classes: Vec<(String, String)>,
    marks: Vec<(String, String)>,
    /// How many of each mark, in words.
    said: Vec<String>,
    rows: Paged<Line>,
    /// Those who were helped elsewhere: the place, and its lines.
    elsewhere: Vec<(String, Paged<Line>)>,
}

impl Presences {
    /// The address of the week so many weeks from this one, asked for in the same way.
    fn week(&self, weeks: i64) -> String {
        let monday = calendar::monday(self.asked.from).saturating_add((7 * weeks).days());
        let sunday = monday.saturating_add(6.days());
        let (class, mark) = (&self.asked.class, &self.asked.mark);
        format!("/presences?du={monday}&au={sunday}&classe={class}&dit={mark}")
    }

    fn before(&self) -> String {
        self.week(-1)
    }

    fn after(&self) -> String {
        self.week(1)
    }
}

/// Lines of one day and one meeting, together.
struct Held<'l> {
    day: &'l str,
    /// Whether the day begins here.
    first: bool,
    what: &'l Line,
    pupils: Vec<&'l Line>,
}

/// The lines of a page, meeting by meeting.
fn held(lines: &[Line]) -> Vec<Held<'_>> {
    let mut all: Vec<Held<'_>> = vec![];
    for line in lines {
        if let Some(one) = all.last_mut().filter(|one| one.what.is_with(line)) {
            one.pupils.push(line);
            continue;
        }
        let first = all.last().is_none_or(|one| one.day != line.day);
        all.push(Held { day: &line.day, first, what: line, pupils: vec![line] });
    }
    all
}

/// One pupil, one time: in a meeting, or wherever else a slice helps pupils.
struct Line {
    day: String,
    time: String,
    what: String,
    /// The meeting's page.
    meeting: Option<MeetingId>,
    pupil: FullName,
    class: String,
    mark: Option<Mark>,
    said: String,
    minutes: i64,
    corrected: bool,
}

impl Line {
    fn of_meeting(shell: &Shell, row: store::Exported) -> Self {
        let mark = row.said.map(|(mark, ..)| mark);
        Self {
            day: shell.date_first(row.meeting.starts_at),
            time: shell.time(row.meeting.starts_at),
            what: super::title(shell, &row.meeting.what),
            meeting: Some(row.meeting.id),
            pupil: row.pupil,
            class: row.class,
            mark,
            said: shell.of("agenda-mark-", mark.map_or(UNSAID, Mark::word)).to_string(),
            minutes: row.said.map_or(0, |(_, minutes, _)| minutes),
            corrected: row.corrected > 0,
        }
    }

    fn elsewhere(shell: &Shell, key: &'static str, row: Attended) -> Self {
        Self {
            day: shell.date_first(Moment::at_paris(row.day, 12, 0)),
            time: String::new(),
            what: shell.say(key).to_string(),
            meeting: None,
            pupil: row.pupil,
            class: row.class,
            mark: Some(Mark::Present),
            said: shell.of("agenda-mark-", Mark::Present.word()).to_string(),
            minutes: row.minutes,
            corrected: false,
        }
    }

    /// Whether both are of the same meeting; elsewhere, of the same day.
    fn is_with(&self, other: &Self) -> bool {
        (self.meeting, &self.day) == (other.meeting, &other.day)
    }

    /// The colour and the icon of what is said.
    fn look(&self) -> (&'static str, &'static str) {
        match self.mark {
            Some(Mark::Present) => ("ok", "check"),
            Some(Mark::Absent) => ("warn", "x"),
            Some(Mark::Excused) => ("", ""),
            None => ("note", "clock"),
        }
    }
}

/// How a mark that nobody gave is called.
const UNSAID: &str = "unsaid";
/// The longest period, in days.
const LONGEST: i32 = 366;

/// What the address or the form asks for.
struct Asked {
    from: Date,
    to: Date,
    class: String,
    mark: String,
}

impl Asked {
    /// The days, this week when none is said; a class and a mark, any when none is. What cannot be shown as asked is said in `form`.
    fn of(visit: &Visit<'_, '_>, form: &mut FormState) -> Self {
        let said = |name: &str| {
            let said = if visit.ask.post { Some(visit.form.text(name)) } else { visit.query(name) };
            said.unwrap_or_default().to_owned()
        };
        let monday = calendar::monday(visit.now.paris().date());
        let mut day = |name: &str, unsaid: Date| {
            let text = said(name);
            text.parse().unwrap_or_else(|_| {
                if !text.is_empty() {
                    form.refuse(name, visit.sentence("agenda-say-day"));
                }
                unsaid
            })
        };
        let from = day("du", monday);
        let to = day("au", calendar::monday(from).saturating_add(6.days()).max(from));
        if to < from {
            form.refuse("au", visit.sentence("agenda-say-order"));
        } else if to > from.saturating_add(LONGEST.days()) {
            form.refuse("au", visit.sentence("agenda-say-year"));
        }
        if form.refused() {
            form.entitle(visit.sentence("agenda-say-period-title"));
        }
        Self { from, to, class: said("classe"), mark: said("dit") }
    }

    fn class(&self) -> Option<UnitId> {
        self.class.parse().ok()
    }

    fn wanted(&self) -> Wanted {
        let mark = (self.mark == UNSAID).then_some(None).or_else(|| Mark::from_word(&self.mark).map(Some));
        let span = (at(self.from, 0), at(self.to.saturating_add(1.day()), 0));
        Wanted { span, class: self.class(), mark }
    }

    /// Whether who was helped elsewhere is among those asked for: they were all there.
    fn elsewhere(&self) -> Option<Sought> {
        let there = self.mark.is_empty() || self.mark == Mark::Present.word();
        there.then(|| Sought { days: (self.from, self.to.saturating_add(1.day())), class: self.class() })
    }

    fn span(&self, shell: &Shell) -> String {
        let week = calendar::monday(self.from) == self.from && self.from.saturating_add(6.days()) == self.to;
        let key = if week { "agenda-presences-week" } else { "agenda-presences-days" };
        let day = |day| shell.date(at(day, 0));
        shell.say(key).text("from", day(self.from)).text("to", day(self.to)).to_string()
    }
}

/// Who was helped elsewhere than in meetings, with the key of where: the page that `pager` names of each place.
fn elsewhere(visit: &mut Visit<'_, '_>, asked: &Asked, pager: Pager) -> Result<Vec<(&'static str, Paged<Attended>)>> {
    let (actor, Some(sought)) = (visit.actor()?, asked.elsewhere()) else { return Ok(vec![]) };
    let sources: Vec<_> = web::given::<Elsewhere>(&visit.house.slices).collect();
    let mut read = |source: &Elsewhere| Ok((source.key, (source.attended)(visit.tx, &actor, sought, pager)?));
    sources.into_iter().map(&mut read).collect()
}

/// The lists on screen, for the schools where one answers for presence.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit)
}

fn page(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let mut form = FormState::new();
    let asked = Asked::of(visit, &mut form);
    let shell = visit.shell().at("/presences");
    let (here, there) = (visit.pager(), visit.pager_of("ailleurs"));
    let (mut rows, mut said, mut others) = (Paged::default(), vec![], vec![]);
    if !form.refused() {
        let exported = store::exported(visit.tx, &actor, asked.wanted(), here, now)?;
        rows = exported.map(|row| Line::of_meeting(&shell, row));
        said = store::said(visit.tx, &actor, asked.wanted(), now)?;
        others = elsewhere(visit, &asked, there)?;
    }
    let count = |(mark, n): (Option<Mark>, i64)| {
        shell.of("agenda-count-", mark.map_or(UNSAID, Mark::word)).num("n", n).to_string()
    };
    let lines =
        |(key, all): (_, Paged<_>)| (shell.say(key).to_string(), all.map(|row| Line::elsewhere(&shell, key, row)));
    let classes = Vec::from(directory::store::classes(visit.tx, &actor, Pager::whole(), now)?);
    let classes = classes.into_iter().map(|(class, _)| (class.unit.id.to_string(), class.unit.name));
    let any = |key: &str| (String::new(), shell.say(key).to_string());
    let words = Mark::ALL.iter().map(|mark| mark.word()).chain([UNSAID]);
    let marks = words.map(|word| (word.to_owned(), shell.of("agenda-mark-", word).to_string()));
    let form = form.with("du", asked.from).with("au", asked.to).with("classe", &asked.class).with("dit", &asked.mark);
    let refused = form.refused();
    let page = Presences {
        span: asked.span(&shell),
        classes: std::iter::once(any("agenda-any-class")).chain(classes).collect(),
        marks: std::iter::once(any("agenda-any-mark")).chain(marks).collect(),
        said: said.into_iter().map(count).collect(),
        elsewhere: others.into_iter().map(lines).filter(|(_, all)| !all.is_empty()).collect(),
        rows,
        form,
        asked,
        shell: shell.clone(),
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The deed of the audit trail.
const EXPORTED: &str = "presences/export";

/// The same as a file, whole and in the order of time. It carries names out of the house: a form, so that who took it, when and of which
/// days is written in the trail of each school with the answer, or there is no answer. Days that cannot be given as asked give no file.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let asked = Asked::of(visit, &mut form);
    if form.refused() {
        return page(visit);
    }
    let (from, to) = (asked.from, asked.to);
    let (actor, now) = (visit.actor()?, visit.now);
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
    let mut rows: Vec<_> = store::exported(visit.tx, &actor, asked.wanted(), Pager::whole(), now)?.into();
    rows.sort_by_key(|row| row.meeting.starts_at);
    let others = elsewhere(visit, &asked, Pager::whole())?;
    let shell = visit.shell();
    let heads: Vec<String> = (1..=15).map(|n| shell.of("agenda-column-", &n.to_string()).to_string()).collect();
    let word = |list: &str, word: &str| shell.of("agenda-", &format!("{list}-{word}")).to_string();
    let place = |(key, all): (&str, Paged<Attended>)| {
        let place = shell.say(key).to_string();
        Vec::from(all).into_iter().map(move |row| (place.clone(), row))
    };
    let mut others: Vec<(String, Attended)> = others.into_iter().flat_map(place).collect();
    others.sort_by_key(|(_, row)| row.day);
    let people: Vec<PersonId> =
        rows.iter().map(|row| row.person).chain(others.iter().map(|(_, row)| row.person)).collect();
    let keys = directory::store::outside_keys(visit.tx, &people)?;
    let bytes = sheet::csv(&heads, &rows, &others, &keys, word);
    let name = format!("attachment; filename=\"presences-{from}-{to}.csv\"");
    Ok(Reply::bytes("text/csv; charset=utf-8", bytes).header("content-disposition", name).each_time())
}
