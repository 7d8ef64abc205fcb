//! The referent's page: colleagues' questions, families' difficulties, the equipment and what is lent.
use super::{schools, seen};
use crate::{
    Audience, School, Thing,
    policy::{CARERS, Lend},
    store::{self, Lent, Line, Stock, Which},
};
use access::{Actor, Allowed};
use askama::Template;
use kernel::{Moment, UnitId};
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

/// How many families' difficulties stand here; all are one tap away.
const FAMILIES: i64 = 12;

#[derive(Template)]
#[template(path = "difficulty/referent.html")]
struct Referent {
    shell: Shell,
    schools: Vec<(UnitId, String)>,
    school: UnitId,
    questions: Paged<Line>,
    families: Paged<Line>,
    stock: Vec<Stock>,
    loans: Paged<Lent>,
    /// How much of what is lent should be back.
    late: i64,
    now: Moment,
}

impl Referent {
    fn oldest(&self) -> Option<String> {
        store::oldest_open(&self.families).map(|at| super::age(&self.shell, at, self.now))
    }

    fn owned(&self) -> impl Iterator<Item = &Stock> {
        self.stock.iter().filter(|stock| stock.total > 0 || stock.lent > 0)
    }
}

/// A school one lends for, and the names of all of one's own.
type Place = (Allowed<Lend, School>, Vec<(UnitId, String)>);

/// The school one looks at: the one asked for, else the first; and all of one's own.
fn school_of(visit: &mut Visit<'_, '_>, actor: &Actor, asked: Option<String>) -> Result<Place> {
    let schools = schools(visit, actor, CARERS)?;
    let asked = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => asked.parse()?,
        None => seen(schools.first())?.0,
    };
    let school = seen(access::check::<Lend, _>(actor, School(asked)).ok())?;
    Ok((school, schools))
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = visit.query("ecole").map(str::to_owned);
    let (school, schools) = school_of(visit, &actor, asked)?;
    let (of_questions, of_loans) = (visit.pager_of("questions"), visit.pager_of("prets"));
    let mut open = |audience, pager| store::board(visit.tx, &actor, audience, Which::Open, Some(school.0), pager);
    let (questions, families) =
        (open(Audience::Colleague, of_questions)?, open(Audience::Family, Pager::FIRST.by(FAMILIES))?);
    let stock = store::stock(visit.tx, &school)?;
    let loans = store::loans(visit.tx, &school, of_loans)?;
    let late = store::late(visit.tx, &school, visit.now)?;
    Reply::page(&Referent {
        shell: visit.shell().at("/rrupn"),
        schools,
        school: school.0,
        questions,
        families,
        stock,
        loans,
        late,
        now: visit.now,
    })
}

#[derive(Template)]
#[template(path = "difficulty/equipment.html")]
struct Equipment {
    shell: Shell,
    form: FormState,
    school: UnitId,
    name: String,
}

/// The name of one of a thing's fields.
pub fn field(of: &str, thing: &str) -> String {
    format!("{of}-{thing}")
}

/// What the school owns, to be said anew.
pub fn equipment(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = visit.query("ecole").map(str::to_owned);
    let (school, schools) = school_of(visit, &actor, asked)?;
    let mut form = FormState::new();
    for stock in store::stock(visit.tx, &school)? {
        let word = stock.thing.word();
        form = form
            .with(&field("total", word), stock.total)
            .with(&field("bons", word), stock.working)
            .with(&field("note", word), &stock.note);
    }
    equipment_page(visit, form, &school, &schools)
}

fn equipment_page(
    visit: &Visit<'_, '_>,
    form: FormState,
    school: &School,
    schools: &[(UnitId, String)],
) -> Result<Reply> {
    let refused = form.refused();
    let name = schools.iter().find(|(id, _)| *id == school.0).map_or_else(String::new, |(_, name)| name.clone());
    let page = Equipment { shell: visit.shell().at("/rrupn"), form, school: school.0, name };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Says it.
pub fn set_equipment(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let asked = Some(visit.form.text("ecole").to_owned());
    let (school, schools) = school_of(visit, &actor, asked)?;
    let mut state = FormState::of(&visit.form);
    let mut said = vec![];
    for thing in Thing::ALL {
        let [total, working, note] = ["total", "bons", "note"].map(|of| field(of, thing.word()));
        let mut number = |field: &str| {
            let text = visit.form.text(field);
            let number = if text.is_empty() { Some(0) } else { text.parse::<i64>().ok() };
            let number = number.filter(|number| (0..=9_999).contains(number));
            if number.is_none() {
                state.refuse(field, shell.say("difficulty-say-number"));
            }
            number.unwrap_or(0)
        };
        let (all, good) = (number(&total), number(&working));
        if good > all {
            state.refuse(&working, shell.say("difficulty-more-work"));
        }
        said.push((*thing, all, good, visit.form.short(&note, 200)));
    }
    if state.refused() {
        return equipment_page(visit, state, &school, &schools);
    }
    let before = store::stock(visit.tx, &school)?;
    for (thing, total, working, note) in said {
        let new = (thing, total, working, note.as_str());
        if !before.iter().any(|stock| (stock.thing, stock.total, stock.working, stock.note.as_str()) == new) {
            store::set_stock(visit.tx, &school, &actor, thing, (total, working, &note), visit.now)?;
        }
    }
    Ok(Reply::go(format!("/rrupn?ecole={}", school.0)).said(shell.say("difficulty-said-equipment")))
}
