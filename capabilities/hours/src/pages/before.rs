//! Hours on site of the year before, as the head enters them.
use super::school::{asked, school};
use crate::{model::Month, store};
use access::Unit;
use askama::Template;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "hours/before.html")]
struct BeforePage {
    shell: Shell,
    form: FormState,
    school: Unit,
    months: Vec<Month>,
}

/// The ten months of the school year before this one.
fn last_year(visit: &Visit<'_, '_>) -> Vec<Month> {
    let first = Month::of(visit.now).rentree().plus(-12);
    (0..10).map(|n| first.plus(n)).collect()
}

/// Hours on site a year before, to be entered.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, mut form: FormState) -> Result<Reply> {
    let asked = asked(visit);
    let (place, school) = school(visit, asked)?;
    let months = last_year(visit);
    let refused = form.refused();
    if let (false, [first, .., last]) = (refused, months.as_slice()) {
        for (month, minutes) in store::before(visit.tx, &place, *first, *last)? {
            form = form.with(&format!("m{month}"), minutes / 60);
        }
    }
    let page = BeforePage { shell: visit.shell().at("/heures/ecole"), form, school, months };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Enters them.
pub fn set(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let mut state = FormState::of(&visit.form);
    for month in last_year(visit) {
        let field = format!("m{month}");
        let typed = visit.form.text(&field).to_owned();
        let hours: Option<i64> = typed.parse().ok().filter(|hours| (0..=2_000).contains(hours));
        if !typed.is_empty() && hours.is_none() {
            state.refuse(&field, visit.shell().say("hours-say-hours"));
            continue;
        }
        store::set_before(visit.tx, &place, &actor, (month, hours.map(|hours| hours * 60)), visit.now)?;
    }
    if state.refused() {
        return page(visit, state);
    }
    let to = format!("/heures/ecole?ecole={}", place.unit);
    Ok(Reply::go(to).said(visit.sentence("hours-said-before")))
}
