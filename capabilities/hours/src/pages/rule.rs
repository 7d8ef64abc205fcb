//! The académie: its rule for when nobody comes, and its counts without a name.
use super::{
    batch::{heads, paid},
    month,
    own::months,
    seen,
};
use crate::{
    model::{EmptyRule, Month, Place},
    policy::{Govern, PILOTS},
    store::{self, Counted, SetRule, Territory},
};
use access::{Allowed, UnitKind};
use askama::Template;
use jiff::civil::Date;
use print::book::{Cell, Table, XLSX, csv, xlsx};
use web::{Error, FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "hours/rule.html")]
struct RulePage {
    shell: Shell,
    form: FormState,
    rules: Vec<SetRule>,
    today: Date,
}

impl RulePage {
    /// The day from which it holds.
    fn since(&self, rule: &SetRule) -> String {
        self.shell.full_date(kernel::Moment::at_paris(rule.since, 12, 0))
    }

    /// Whether the rule holds today.
    fn holds(&self, rule: &SetRule) -> bool {
        self.rules.iter().find(|one| one.since <= self.today) == Some(rule)
    }
}

/// The académie one steers.
fn academie(visit: &mut Visit<'_, '_>) -> Result<Allowed<Govern, Place>> {
    let actor = visit.actor()?;
    for unit in actor.units(PILOTS) {
        let academie = access::store::by_id(visit.tx, unit)?.filter(|unit| unit.kind == UnitKind::Academie);
        if let Some(place) = academie.and_then(|unit| store::place::<Govern>(&actor, unit.id)) {
            return Ok(place);
        }
    }
    seen(None)
}

/// The rule and those before it.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let today = visit.now.paris().date();
    page(visit, FormState::new().with("des", today))
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let academie = academie(visit)?;
    let rules = store::rules_of(visit.tx, &academie)?;
    let refused = form.refused();
    let today = visit.now.paris().date();
    let page = RulePage { shell: visit.shell().at("/heures/academie"), form, rules, today };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Sets a rule, from today or a day to come: what was held keeps its rule.
pub fn set(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let academie = academie(visit)?;
    let (shell, today) = (visit.shell(), visit.now.paris().date());
    let mut state = FormState::of(&visit.form);
    let rule = EmptyRule::from_word(visit.form.text("regle"));
    if rule.is_none() {
        state.refuse("regle", shell.say("hours-say-rule"));
    }
    let since: Option<Date> = visit.form.text("des").parse().ok().filter(|day| *day >= today);
    if since.is_none() {
        state.refuse("des", shell.say("hours-say-since"));
    }
    let (Some(rule), Some(since), false) = (rule, since, state.refused()) else { return page(visit, state) };
    let id = visit.new_id();
    store::set_rule(visit.tx, &academie, &actor, (id, since, rule), visit.now)?;
    let day = shell.full_date(kernel::Moment::at_paris(since, 12, 0));
    let rule = shell.of("hours-rule-", rule.word()).to_string();
    Ok(Reply::go("/heures/regle").said(shell.say("hours-said-rule").text("day", day).text("rule", rule)))
}

#[derive(Template)]
#[template(path = "hours/territory.html")]
struct TerritoryPage {
    shell: Shell,
    month: Month,
    months: Vec<Month>,
    schools: Paged<Territory>,
    /// What all of them gave together.
    together: Counted,
    /// When they were counted.
    at: kernel::Moment,
}

/// The schools of the académie since September to the month asked for, counted together, once for a while.
pub fn territory(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let month = month(visit, visit.query("mois"));
    let (told, at) = visit.counted(&format!("hours {month}"), |visit| {
        let schools = store::territory(visit.tx, &actor, (month.rentree(), month), Pager::whole())?;
        Ok((schools, store::territory_together(visit.tx, &actor, month.rentree(), month)?))
    })?;
    let (schools, together) = (Paged::of(&told.0, visit.pager()), told.1);
    let months = months(visit.now, month);
    Reply::page(&TerritoryPage { shell: visit.shell().at("/heures/academie"), month, months, schools, together, at })
}

/// The same month by month, as a spreadsheet or a CSV: counts, and no name of a person.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let month = month(visit, visit.query("mois"));
    let shell = visit.shell();
    let rows = store::territory_by_month(visit.tx, &actor, (month.rentree(), month))?;
    let row = |(month, Territory { school, counted }): &(Month, Territory)| {
        let mut cells = Vec::from([school.0.clone(), school.1.clone()].map(Cell::Text));
        cells.push(Cell::Day(month.first()));
        cells.extend(paid(counted.approved));
        cells.extend([counted.proposed, counted.on_site].map(Cell::Span));
        cells.push(Cell::Number(counted.teachers));
        cells
    };
    let name = shell.say("hours-territory").to_string();
    let table =
        Table { name, heads: heads(&shell, TERRITORY), rows: rows.iter().map(row).collect(), foot: vec![], pinned: 0 };
    let (media, ending, bytes) = if visit.query("format") == Some("csv") {
        ("text/csv; charset=utf-8", "csv", csv(&table.heads, &table.rows))
    } else {
        let bytes = xlsx(&[table], visit.now).map_err(|why| Error::Ours(why.to_string()))?;
        (XLSX, "xlsx", bytes)
    };
    let name = format!("attachment; filename=\"heures-academie-{month}.{ending}\"");
    Ok(Reply::bytes(media, bytes).header("content-disposition", name))
}

/// The columns of the file: the numbers of their heads.
const TERRITORY: [u8; 9] = [4, 5, 18, 19, 16, 17, 20, 21, 22];
