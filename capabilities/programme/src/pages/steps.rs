//! The milestones of the year.
use super::{field, seen, steered};
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
    let (id, here) = (visit.new_id(), format!("/programmes/{}/etapes", dispositif.id));
    store::add_milestone(visit.tx, &dispositif, id, &title, due)?;
    let said = visit.shell().say("programme-said-step").text("title", title).to_string();
    Ok(Reply::go(&here).said(said).undo(format!("{here}/{id}"), &[("etat", "retiree")]))
}

/// Reached, not after all, or taken out.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, id, now) = (steered(visit)?, visit.id("milestone")?, visit.now);
    let step = seen(store::milestones(visit.tx, dispositif.id)?.into_iter().find(|step| step.id == id))?;
    let here = format!("/programmes/{}/etapes", dispositif.id);
    let this = format!("{here}/{id}");
    let said = |key: &'static str| visit.shell().say(key).text("title", &step.title).to_string();
    match visit.form.text("etat") {
        "atteinte" => {
            let said = said("programme-said-reached");
            store::reach(visit.tx, &dispositif, id, Some(now))?;
            Ok(Reply::go(&here).said(said).undo(this, &[("etat", "a-faire")]))
        }
        "a-faire" => {
            let said = said("programme-said-unreached");
            store::reach(visit.tx, &dispositif, id, None)?;
            Ok(Reply::go(&here).said(said).undo(this, &[("etat", "atteinte")]))
        }
        "retiree" => {
            let said = said("programme-said-step-dropped");
            store::drop_milestone(visit.tx, &dispositif, id)?;
            let due = step.due.to_string();
            Ok(Reply::go(&here).said(said).undo(&here, &[("titre", &step.title), ("jour", &due)]))
        }
        _ => Ok(Reply::go(here)),
    }
}
