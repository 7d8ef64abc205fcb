//! The bilan on screen, on paper (four pages for twenty schools), and as a table of numbers.
use super::{
    Bilan, Numbers, Part, School,
    charts::{self, Chart},
    gather,
};
use access::Unit;
use askama::Template;
use desk::Mode;
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use programme::{Dispositif, DispositifId, Remark, policy::Attend};
use std::{borrow::Borrow, collections::BTreeMap};
use web::{Error, Number, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "homework/bilan.html")]
struct Page {
    shell: Shell,
    dispositif: Dispositif,
    /// The school, when it is one school's.
    school: Option<Unit>,
    /// Whether the reader steers the dispositif.
    steers: bool,
    bilan: Bilan,
    total: Numbers,
    months: Chart,
    modes: Chart,
    waits: Chart,
    families: Chart,
    opinions: Vec<Chart>,
    remarks: Vec<Remark>,
    now: Moment,
}

#[derive(Template)]
#[template(path = "homework/figure.html")]
struct Figure<'c> {
    shell: &'c Shell,
    chart: &'c Chart,
}

impl Page {
    /// A chart in its frame, a template of its own.
    fn figure<'c>(&'c self, chart: &'c Chart) -> Figure<'c> {
        Figure { shell: &self.shell, chart }
    }

    fn day(&self, day: impl Borrow<Date>) -> String {
        let day = *day.borrow();
        format!("{} {}", self.shell.date(Moment::at_paris(day, 12, 0)), day.year())
    }

    fn last_day(&self) -> String {
        self.day(self.bilan.to.yesterday().unwrap_or(self.bilan.to))
    }

    /// « 12 h 30 ».
    fn hours(&self, minutes: impl Number) -> String {
        let minutes = minutes.number();
        self.shell.say("homework-hours").num("h", minutes / 60).text("m", format!("{:02}", minutes % 60)).to_string()
    }

    /// « 2 jours », « 5 heures »: the largest unit that is not nothing.
    fn delay(&self, minutes: impl Number) -> String {
        let minutes = minutes.number();
        let (key, n) = match minutes {
            0..120 => ("homework-delay-minutes", minutes),
            120..2_880 => ("homework-delay-hours", minutes / 60),
            _ => ("homework-delay-days", minutes / 1_440),
        };
        self.shell.say(key).num("n", n).to_string()
    }

    /// « 67 % » in one piece, or a dash out of nothing.
    #[expect(clippy::unused_self, reason = "templates call what belongs to the page")]
    fn share(&self, part: Part) -> String {
        part.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent}\u{a0}%"))
    }

    fn decided(&self) -> Option<(&'static str, &str)> {
        let (decision, _) = self.dispositif.decision?;
        Some((decision.word(), &self.dispositif.decision_word))
    }

    fn sheet(&self) -> String {
        format!("/programmes/{}", self.dispositif.id)
    }

    fn decide(&self) -> String {
        format!("/programmes/{}/bilan", self.dispositif.id)
    }

    fn whole(&self) -> String {
        format!("/bilan/{}", self.dispositif.id)
    }

    fn of_school(&self, one: &School) -> String {
        format!("/bilan/{}/{}", self.dispositif.id, one.unit.id)
    }

    fn csv(&self) -> String {
        let school = self.school.as_ref().map_or_else(String::new, |unit| format!("/{}", unit.id));
        format!("/bilan/{}{school}/nombres.csv", self.dispositif.id)
    }

    /// How many schools each département has.
    fn spread(&self) -> BTreeMap<&str, usize> {
        self.bilan.schools.iter().fold(BTreeMap::new(), |mut counts, school| {
            *counts.entry(school.departement.as_str()).or_default() += 1;
            counts
        })
    }
}

/// The dispositif and the one school asked for, if this person may have its bilan; and whether they steer.
fn asked_for(visit: &mut Visit<'_, '_>) -> Result<(Dispositif, Option<UnitId>, bool)> {
    let (actor, id): (_, DispositifId) = (visit.actor()?, visit.id("dispositif")?);
    let steered = programme::store::steered(visit.tx, &actor, id)?;
    let steers = steered.is_some();
    let Ok(school) = visit.id("school") else {
        return Ok((steered.ok_or(Error::NotFound)?.into_inner(), None, true));
    };
    let seat = programme::store::seat::<Attend>(visit.tx, &actor, id, school)?.filter(|seat| seat.engaged());
    let seat = seat.ok_or(Error::NotFound)?;
    let dispositif = if let Some(dispositif) = steered {
        dispositif.into_inner()
    } else {
        let seen = programme::store::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
        seen.into_inner().dispositif
    };
    Ok((dispositif, Some(seat.school.id), steers))
}

/// The bilan of all the schools.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, school, steers) = asked_for(visit)?;
    let bilan = gather(visit.tx, &dispositif, school, visit.now)?;
    let shell = visit.shell().at("/programmes");
    let total = bilan.total();
    let unit = school.and_then(|_| bilan.schools.first()).map(|one| one.unit.clone());
    let remarks = programme::store::remarks(visit.tx, dispositif.id, school)?;
    let remarks = remarks.into_iter().map(|(_, remark)| remark).collect();
    let page = Page {
        months: charts::months(&shell, &total),
        modes: charts::modes(&shell, &total),
        waits: charts::waits(&shell, &total),
        families: charts::families(&shell, &total),
        opinions: charts::opinions(visit, &shell, dispositif.id, school)?,
        school: unit,
        shell,
        dispositif,
        steers,
        bilan,
        total,
        remarks,
        now: visit.now,
    };
    Reply::page(&page)
}

/// The columns of the numbers.
const HEADS: [&str; 22] = [
    "uai",
    "etablissement",
    "departement",
    "cars_pourcent",
    "eleves_aides",
    "demandes",
    "aidees",
    "a_reprendre",
    "ecrit",
    "appel",
    "salle",
    "attente_moins_de_10_min_pourcent",
    "familles_informees",
    "reponses",
    "accords",
    "refus",
    "seances",
    "presences",
    "minutes_approuvees",
    "minutes_en_attente",
    "difficultes",
    "difficultes_closes",
];

/// The numbers, a line for each school (`;`, UTF-8 with its mark, as spreadsheets in France expect).
pub fn download(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, school, _) = asked_for(visit)?;
    let bilan = gather(visit.tx, &dispositif, school, visit.now)?;
    let percent = |part: Part| part.percent().map_or_else(String::new, |percent| percent.to_string());
    let mut text = String::from(print::sheet::MARK);
    text.push_str(&print::sheet::row(&HEADS));
    for School { unit, departement, bus, numbers } in &bilan.schools {
        let mode = |mode: Mode| numbers.modes.get(mode.word()).copied().unwrap_or(0);
        let mut cells = vec![unit.code.clone(), unit.name.clone(), departement.clone()];
        cells.push(bus.map_or_else(String::new, |bus| bus.to_string()));
        let (asked, told) = ([numbers.pupils, numbers.asked, numbers.helped, numbers.left], &numbers.families);
        cells.extend(asked.into_iter().chain(Mode::ALL.iter().map(|one| mode(*one))).map(|n| n.to_string()));
        cells.push(percent(numbers.soon()));
        let families = [told.told, told.answered, told.agreed, told.refused];
        let rest = [numbers.meetings.held, numbers.meetings.came, numbers.minutes, numbers.pending];
        let all = families.into_iter().chain(rest).chain([numbers.difficulties, numbers.closed]);
        cells.extend(all.map(|n| n.to_string()));
        text.push_str(&print::sheet::row(&cells));
    }
    let name = format!("attachment; filename=\"bilan-{}.csv\"", dispositif.years());
    Ok(Reply::bytes("text/csv; charset=utf-8", text.into_bytes()).header("content-disposition", name))
}
