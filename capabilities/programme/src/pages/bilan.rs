//! The bilan on screen, on paper (four pages for twenty schools) and as a table: of all the schools, or of one. Every number is
//! one that was counted, by the chapters that the dispositif's template names.
use super::{field, looked_at, number, refuse_all_names, seat, seen, steered};
use crate::{
    Chapter, Dispositif, Engagement, Figure, Numbers, Picture, Remark, Stand, State, Template, count,
    policy::Attend,
    store::{self, By},
};
use access::{Unit, UnitKind};
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use std::{borrow::Borrow, collections::HashMap};
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(askama::Template)]
#[template(path = "programme/bilan.html")]
struct Bilan {
    shell: Shell,
    form: FormState,
    dispositif: Dispositif,
    /// The name of its académie.
    academie: String,
    /// The school, when it is one school's.
    school: Option<Unit>,
    /// Whether the reader steers the dispositif.
    steers: bool,
    /// The schools that take part, by département and name.
    schools: Paged<Engagement>,
    stand: Stand,
    headline: Vec<Figure>,
    /// The headline of each school of this page.
    lines: HashMap<UnitId, Numbers>,
    chapters: Vec<&'static Chapter>,
    /// The numbers of the school, or of all together.
    numbers: Numbers,
    /// The charts of the first chapter, and those of the others.
    first: Vec<Picture>,
    others: Vec<Picture>,
    remarks: Paged<Remark>,
    now: Moment,
}

#[derive(askama::Template)]
#[template(path = "programme/figure.html")]
struct Frame<'c> {
    shell: &'c Shell,
    chart: &'c Picture,
}

impl Bilan {
    /// A chart in its frame, a template of its own.
    fn frame<'c>(&'c self, chart: &'c Picture) -> Frame<'c> {
        Frame { shell: &self.shell, chart }
    }

    /// Of whom it speaks: the school, or how many there are.
    fn whose(&self) -> String {
        let engaged = || self.shell.say("programme-engaged").num("n", self.stand.count(State::Engaged)).to_string();
        self.school.as_ref().map_or_else(engaged, |school| school.name.clone())
    }

    /// When its numbers were counted.
    fn counted(&self) -> String {
        let shell = &self.shell;
        let said = |at: Moment| {
            shell.say("programme-counted-on").text("day", shell.date(at)).text("time", shell.time(at)).to_string()
        };
        self.dispositif.counted_at.map_or_else(|| shell.say("programme-measures-none").to_string(), said)
    }

    /// Whether it still waits for what is decided, on its last page of paper.
    fn waits(&self) -> bool {
        self.school.is_none() && self.dispositif.decision.is_none()
    }

    fn short(&self, figure: &Figure) -> String {
        number::short(&self.shell, figure, &self.numbers)
    }

    fn long(&self, figure: &Figure) -> String {
        number::long(&self.shell, figure, &self.numbers)
    }

    /// A number of a school in the table.
    fn cell(&self, one: &Engagement, figure: &Figure) -> String {
        let nothing = Numbers::default();
        number::short(&self.shell, figure, self.lines.get(&one.school.id).unwrap_or(&nothing))
    }

    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }

    /// The address of this bilan.
    fn here(&self) -> String {
        let id = self.dispositif.id;
        self.school.as_ref().map_or_else(
            || format!("/programmes/{id}/bilan"),
            |school| format!("{}/bilan", super::school_address(id, school.id)),
        )
    }

    /// The address of its numbers as a table.
    fn csv(&self) -> String {
        format!("{}/nombres.csv", self.here())
    }

    /// The address of this bilan with all its rows, where they do not stand on one page: for paper.
    fn entire(&self) -> Option<String> {
        (self.schools.last() > 1 || self.remarks.last() > 1).then(|| format!("{}?entier=oui", self.here()))
    }

    /// Where one comes from.
    fn above(&self) -> String {
        let id = self.dispositif.id;
        self.school.as_ref().map_or_else(|| format!("/programmes/{id}"), |school| super::school_address(id, school.id))
    }

    /// Whether one may decide by now.
    fn decidable(&self) -> bool {
        self.dispositif.decidable_from() <= self.now.paris().date()
    }

    /// Whether its numbers are still counted.
    fn counts(&self) -> bool {
        self.dispositif.counts(self.now)
    }
}

/// The bilan of all the schools.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = looked_at(visit)?.dispositif;
    made(visit, dispositif, None, form)
}

/// That of one school.
pub fn of_school(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, school) = at_school(visit)?;
    made(visit, dispositif, Some(school), FormState::new())
}

/// The dispositif, and the path's school, which takes part.
fn at_school(visit: &mut Visit<'_, '_>) -> Result<(Dispositif, Unit)> {
    let seat = seat::<Attend>(visit)?;
    seen(seat.engaged().then_some(()))?;
    Ok((looked_at(visit)?.dispositif, seat.into_inner().school))
}

fn made(visit: &mut Visit<'_, '_>, dispositif: Dispositif, school: Option<Unit>, form: FormState) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, dispositif.id, visit.now);
    let shell = visit.shell().at("/programmes");
    let only = school.as_ref().map(|school| school.id);
    let numbers = store::numbers(visit.tx, id, only.unwrap_or(dispositif.academie))?;
    let entire = visit.query("entier").is_some();
    let pager = |key| if entire { Pager::whole() } else { visit.pager_of(key) };
    let (of_schools, of_remarks) = (pager("page"), pager("remarques"));
    let remarks = store::remarks(visit.tx, id, only, of_remarks)?.map(|(_, remark)| remark);
    let template = Template::of(&visit.house.slices, &dispositif.template);
    let chapters = template.chapters(&visit.house.slices);
    let headline = template.headline(&chapters);
    let (mut schools, mut lines, mut stand) = (Paged::default(), HashMap::new(), Stand::default());
    if only.is_none() {
        schools = store::engagements(visit.tx, id, By::Departement, of_schools)?;
        stand = store::stand_around(visit.tx, id, &schools)?;
        let units: Vec<UnitId> = schools.iter().map(|one| one.school.id).collect();
        let keys: Vec<&str> = headline.iter().map(|figure| figure.key).collect();
        lines = store::numbers_of(visit.tx, id, &keys, Some(&units))?;
    }
    let charts = |chapter: &&Chapter| (chapter.charts)(&shell, &numbers);
    let first = chapters.first().map(charts).unwrap_or_default();
    let others = chapters.iter().skip(1).flat_map(charts).collect();
    let steers = super::steers(&actor, &dispositif);
    let academie = access::store::by_ids(visit.tx, UnitKind::Academie, &[dispositif.academie])?;
    let academie = academie.into_iter().next().map(|unit| unit.name).unwrap_or_default();
    let refused = form.refused();
    let form = if refused { form } else { form.with("bilan", &dispositif.word) };
    let page = Bilan {
        form,
        academie,
        school,
        steers,
        schools,
        stand,
        headline,
        lines,
        chapters,
        first,
        others,
        remarks,
        now,
        shell: shell.clone(),
        numbers: numbers.clone(),
        dispositif,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Every number of each school, for its pilot.
pub fn download(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?.into_inner();
    table(visit, &dispositif, None)
}

/// The same of one school.
pub fn download_school(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, school) = at_school(visit)?;
    table(visit, &dispositif, Some(school.id))
}

/// A line for each school (`;`, UTF-8 with its mark, as spreadsheets in France expect).
fn table(visit: &mut Visit<'_, '_>, dispositif: &Dispositif, only: Option<UnitId>) -> Result<Reply> {
    let shell = visit.shell();
    let schools = store::engagements(visit.tx, dispositif.id, By::Departement, Pager::whole())?;
    let schools = schools.iter().filter(|one| only.is_none_or(|only| one.school.id == only));
    let chapters = Template::of(&visit.house.slices, &dispositif.template).chapters(&visit.house.slices);
    let figures: Vec<&Figure> = chapters.iter().flat_map(|chapter| chapter.figures).collect();
    let keys: Vec<&str> = figures.iter().map(|figure| figure.key).collect();
    let numbers = store::numbers_of(visit.tx, dispositif.id, &keys, only.as_ref().map(std::slice::from_ref))?;
    let fixed = ["programme-uai", "programme-school", "programme-departement", "programme-bus-short"];
    let heads = fixed.into_iter().chain(figures.iter().map(|figure| figure.key));
    let mut text = String::from(print::sheet::MARK);
    text.push_str(&print::sheet::row(&heads.map(|key| shell.say(key).to_string()).collect::<Vec<_>>()));
    let nothing = Numbers::default();
    for one in schools {
        let departement = one.departement.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        let bus = one.bus.map_or_else(String::new, |bus| bus.to_string());
        let mut cells = vec![one.school.code.clone(), one.school.name.clone(), departement, bus];
        let numbers = numbers.get(&one.school.id).unwrap_or(&nothing);
        cells.extend(figures.iter().map(|figure| number::cell(figure, numbers)));
        text.push_str(&print::sheet::row(&cells));
    }
    let name = format!("attachment; filename=\"bilan-{}.csv\"", dispositif.years());
    Ok(Reply::bytes("text/csv; charset=utf-8", text.into_bytes()).header("content-disposition", name))
}

/// The pilot's word.
pub fn word(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let word = field::text(visit, "bilan", field::TEXT);
    refuse_all_names(visit, dispositif.id, &mut state, &[("bilan", word.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    store::with_word(visit.tx, &dispositif, &word)?;
    Ok(Reply::go(format!("/programmes/{}/bilan", dispositif.id)).said(visit.sentence("programme-said-word")))
}

/// Counts again, now.
pub fn count_again(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    if dispositif.counts(visit.now) {
        count(visit.tx, &visit.house.slices, &dispositif, visit.now)?;
    }
    Ok(Reply::go(format!("/programmes/{}/bilan", dispositif.id)).said(visit.sentence("programme-said-counted")))
}
