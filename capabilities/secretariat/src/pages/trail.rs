//! The trail: what was done at what one answers for, of one person or one day; and what was done about oneself.
use super::{find::offered, hand, other};
use crate::{
    store,
    trail::{Told, words},
};
use access::audit::Deed;
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

/// For how many days the trail is shown where no day is said.
const LATELY: i64 = 30;

#[derive(Template)]
#[template(path = "secretariat/trail.html")]
struct Page {
    shell: Shell,
    form: FormState,
    lines: Paged<Told>,
    /// Whose it is, where it is one person's.
    whose: Option<(PersonId, String)>,
    /// Those of the name that was looked for, where there are several.
    named: Vec<(PersonId, String)>,
}

#[derive(Template)]
#[template(path = "secretariat/mine.html")]
struct Mine {
    shell: Shell,
    lines: Paged<Told>,
}

fn told(visit: &mut Visit<'_, '_>, shell: &Shell, deeds: &Paged<Deed>) -> Result<Paged<Told>> {
    let lang = visit.lang();
    let told = words(visit.tx, shell, (&visit.house.words, lang), deeds)?;
    let mut told = told.into_iter();
    Ok(deeds.clone().map(|_| told.next().unwrap_or_default()))
}

/// What the address or the form asks for: from which day to which, and of whom.
struct Wanted {
    days: (Moment, Moment),
    form: FormState,
    whose: Option<(PersonId, String)>,
}

fn wanted(visit: &mut Visit<'_, '_>) -> Result<Wanted> {
    let said = |name: &str| {
        if visit.form.has(name) { visit.form.text(name) } else { visit.query(name).unwrap_or_default() }.to_owned()
    };
    let [from, to, person] = ["du", "au", "personne"].map(said);
    let today = visit.now.paris().date();
    let (first, last): (Option<Date>, Option<Date>) = (from.parse().ok(), to.parse().ok());
    let last = last.or(first.filter(|_| to.is_empty())).unwrap_or(today);
    let first = first.unwrap_or_else(|| last.saturating_sub(LATELY.days()));
    let days = (Moment::at_paris(first, 0, 0), Moment::at_paris(last.saturating_add(1.day()), 0, 0));
    let whose = match person.parse::<PersonId>() {
        Ok(id) => Some((id, other(visit, id)?.person.full())),
        Err(_) => None,
    };
    let mut form = FormState::new().with("du", first).with("au", last);
    if last < first {
        form.refuse("au", visit.sentence("secretariat-day-before"));
    }
    Ok(Wanted { days, form, whose })
}

/// What was done.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let Wanted { days, form, mut whose } = wanted(visit)?;
    let said = visit.query("qui").unwrap_or_default().to_owned();
    let mut form = form.with("qui", &said);
    let mut named = vec![];
    if whose.is_none() && !said.is_empty() {
        named = offered(visit, &said, false)?.into_iter().map(|one| (one.id, one.full())).collect();
        match named.len() {
            0 => form.refuse("qui", visit.sentence("secretariat-nobody")),
            1 => whose = named.pop(),
            _ => {}
        }
    }
    let deeds = store::trail(visit.tx, &actor, days, whose.as_ref().map(|(id, _)| *id), visit.pager())?;
    let shell = visit.shell().at("/registre");
    let lines = told(visit, &shell, &deeds)?;
    let refused = form.refused();
    let page = Page { shell, form, lines, whose, named };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The same as a file, whole: a form, so that it is in the trail who took it.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let Wanted { days, whose, .. } = wanted(visit)?;
    let deeds = store::trail(visit.tx, &actor, days, whose.as_ref().map(|(id, _)| *id), Pager::whole())?;
    let shell = visit.shell();
    let lines = told(visit, &shell, &deeds)?;
    let heads = ["secretariat-column-at", "secretariat-column-place", "secretariat-column-said"];
    let mut text = String::from("\u{feff}");
    text.push_str(&row(&heads.map(|head| shell.say(head).to_string())));
    for line in &lines {
        let at = line.at.paris().strftime("%Y-%m-%d %H:%M").to_string();
        text.push_str(&row(&[at, line.place.clone(), line.said.clone()]));
    }
    let unit = actor.units(crate::policy::READERS).first().copied();
    hand(visit, &actor).tell(visit.tx, "trail/export", (actor.person, unit), "")?;
    let reply = Reply::bytes("text/csv; charset=utf-8", text.into_bytes());
    Ok(reply.header("content-disposition", "attachment; filename=\"registre.csv\"".to_owned()).each_time())
}

/// A row of the file; a cell that a spreadsheet would take for a formula is none.
fn row(cells: &[String]) -> String {
    let cell = |cell: &String| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    let mut row = cells.iter().map(cell).collect::<Vec<_>>().join(";");
    row.push_str("\r\n");
    row
}

/// What was done about oneself.
pub fn mine(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let deeds = store::about(visit.tx, actor.person, visit.pager())?;
    let shell = visit.shell();
    let lines = told(visit, &shell, &deeds)?;
    Reply::page(&Mine { shell, lines })
}
