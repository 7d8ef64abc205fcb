//! The milestones of the year.
use super::{field, steered};
use crate::{Dispositif, Milestone, policy::Steer, store};
use access::Allowed;
use askama::Template;
use jiff::civil::Date;
use std::borrow::Borrow;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/steps.html")]
struct Steps {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
    milestones: Vec<Milestone>,
    today: Date,
}

impl Steps {
    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }
}

/// The milestones.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let milestones = store::milestones(visit.tx, dispositif.id)?;
    let (refused, today) = (form.refused(), visit.now.paris().date());
    let page = Steps { shell: visit.shell().at("/programmes"), form, dispositif, milestones, today };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Adds one.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let title = field::needed(visit, &mut state, "titre", field::LINE, "programme-say-step");
    let due = field::day(visit, &mut state, "jour");
    if state.refused() {
        return page(visit, state);
    }
    let id = visit.new_id();
    store::add_milestone(visit.tx, &dispositif, id, &title, due)?;
    Ok(Reply::go(format!("/programmes/{}/etapes", dispositif.id)))
}

/// Reached, not after all, or taken out.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (milestone, now) = (visit.id("milestone")?, visit.now);
    match visit.form.text("etat") {
        "atteinte" => store::reach(visit.tx, &dispositif, milestone, Some(now))?,
        "a-faire" => store::reach(visit.tx, &dispositif, milestone, None)?,
        "retiree" => store::drop_milestone(visit.tx, &dispositif, milestone)?,
        _ => {}
    }
    Ok(Reply::go(format!("/programmes/{}/etapes", dispositif.id)))
}
