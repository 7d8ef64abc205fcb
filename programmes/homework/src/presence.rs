//! Who was there, wherever help was given: at the desk, in a room, in a meeting. For vie scolaire and the head of a school.
use agenda::Mark;
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use kernel::{Evening, Moment};
use std::collections::BTreeMap;
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "homework/presence.html")]
struct Page {
    shell: Shell,
    month: Month,
    days: BTreeMap<Date, Vec<Line>>,
}

/// A month of presences, by its first day.
#[derive(Clone, Copy)]
struct Month(Date);

impl Month {
    /// The month asked for (`2026-11`), or that of `now`.
    fn asked(text: Option<&str>, now: Moment) -> Self {
        let asked = text.and_then(|text| format!("{text}-01").parse::<Date>().ok());
        Self(asked.unwrap_or_else(|| now.paris().date()).first_of_month())
    }

    fn after(self) -> Self {
        Self(self.0.saturating_add(1.month()))
    }

    fn before(self) -> Self {
        Self(self.0.saturating_sub(1.month()))
    }

    /// « 2026-11 ».
    fn word(self) -> String {
        self.0.strftime("%Y-%m").to_string()
    }

    /// The keys of its name and of its year's sentence.
    fn name(self, shell: &Shell) -> String {
        format!("{} {}", shell.of("shell-month-", &self.0.month().to_string()), self.0.year())
    }
}

/// One pupil, one time.
struct Line {
    family: String,
    given: String,
    class: String,
    /// The key's end of how help was given.
    how: &'static str,
    minutes: i64,
    /// Whether the pupil was there; expected and not there is said too.
    mark: &'static str,
}

fn lines(visit: &mut Visit<'_, '_>, month: Month) -> Result<BTreeMap<Date, Vec<Line>>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let (from, to) = (month.0, month.after().0);
    let mut days: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
    for one in desk::store::attended(visit.tx, &actor, Evening(from), Evening(to))? {
        let Ok(day) = one.evening.parse::<Evening>() else { continue };
        let (given, family) = one.pupil;
        let line = Line { family, given, class: one.class, how: "bar", minutes: one.minutes, mark: "present" };
        days.entry(day.0).or_default().push(line);
    }
    let span = (Moment::at_paris(from, 0, 0), Moment::at_paris(to, 0, 0));
    for one in agenda::store::exported(visit.tx, &actor, span, now)? {
        let Some((mark, minutes, _)) = one.said else { continue };
        let (given, family) = one.pupil;
        let how = one.meeting.what.kind.word();
        let line = Line { family, given, class: one.class, how, minutes, mark: mark.word() };
        days.entry(one.meeting.starts_at.paris().date()).or_default().push(line);
    }
    for lines in days.values_mut() {
        lines.sort_by(|a, b| (&a.family, &a.given).cmp(&(&b.family, &b.given)));
    }
    Ok(days)
}

/// A month, day by day.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let month = Month::asked(visit.query("mois"), visit.now);
    let days = lines(visit, month)?;
    Reply::page(&Page { shell: visit.shell().at("/equipe"), month, days })
}

impl Page {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates lend what they walk through")]
    fn day(&self, day: &Date) -> String {
        self.shell.date_first(Moment::at_paris(*day, 12, 0))
    }

    /// How a pupil was helped: the desk's word, or the kind of meeting.
    fn how(&self, line: &Line) -> String {
        let prefix = if line.how == "bar" { "homework-how-" } else { "agenda-kind-" };
        self.shell.of(prefix, line.how).to_string()
    }

    fn present(line: &Line) -> bool {
        line.mark == Mark::Present.word()
    }
}

/// The same month for the school's own software.
pub fn download(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let month = Month::asked(visit.query("mois"), visit.now);
    let days = lines(visit, month)?;
    let page = Page { shell: visit.shell(), month, days };
    let mut text = String::from(print::sheet::MARK);
    let heads = ["date", "nom", "prenom", "classe", "facon", "presence", "minutes"];
    text.push_str(&print::sheet::row(&heads));
    for (day, lines) in &page.days {
        for line in lines {
            let mark = page.shell.of("agenda-mark-", line.mark).to_string();
            let (day, minutes) = (day.to_string(), line.minutes.to_string());
            let cells = [&day, &line.family, &line.given, &line.class, &page.how(line), &mark, &minutes];
            text.push_str(&print::sheet::row(&cells));
        }
    }
    let name = format!("attachment; filename=\"presences-{}.csv\"", month.word());
    Ok(Reply::bytes("text/csv; charset=utf-8", text.into_bytes()).header("content-disposition", name))
}
