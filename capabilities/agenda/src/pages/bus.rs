//! When a pupil is home after the school bus: said by the pupil, the family or the team.
use super::seen;
use crate::{
    at, hour_text, minute_of,
    policy::STAFF,
    store::{self, Home},
};
use access::Actor;
use askama::Template;
use kernel::PersonId;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/bus.html")]
struct Bus {
    shell: Shell,
    form: FormState,
    given: String,
    own: bool,
}

/// The pupil, if they are oneself, one's child, or a pupil of the school where one works.
fn pupil(visit: &mut Visit<'_, '_>, actor: &Actor, id: PersonId) -> Result<Home> {
    let mine = store::homes(visit.tx, actor, visit.now)?.into_iter().find(|home| home.pupil == id);
    if mine.is_some() {
        return seen(mine);
    }
    let theirs = Actor { person: id, grants: vec![], children: vec![id], groups: vec![] };
    let home = store::homes(visit.tx, &theirs, visit.now)?.into_iter().next();
    seen(home.filter(|home| actor.units(STAFF).contains(&home.school)))
}

/// What is known.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("pupil")?);
    let home = pupil(visit, &actor, id)?;
    let known = store::bus_times(visit.tx, &[id])?.remove(&id);
    let form = known.map_or_else(FormState::new, |minute| FormState::new().with("heure", hour_text(minute)));
    page(visit, form, home, actor.person)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, home: Home, me: PersonId) -> Result<Reply> {
    let refused = form.refused();
    let page = Bus { shell: visit.shell().at("/semaine"), form, given: home.given, own: home.pupil == me };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Says it, or that there is no bus.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("pupil")?);
    let home = pupil(visit, &actor, id)?;
    let said = visit.form.text("heure").to_owned();
    let none = said.is_empty() || visit.form.text("faire") == "aucun";
    let minute = minute_of(&said).filter(|minute| (12 * 60..22 * 60).contains(minute));
    if !none && minute.is_none() {
        let mut state = FormState::of(&visit.form);
        state.refuse("heure", visit.shell().say("agenda-say-bus"));
        return page(visit, state, home, actor.person);
    }
    store::set_bus(visit.tx, id, minute.filter(|_| !none), actor.person, visit.now)?;
    let shell = visit.shell();
    let said = match minute.filter(|_| !none) {
        Some(minute) => shell.say("agenda-said-bus").text("time", shell.time(at(visit.now.paris().date(), minute))),
        None => shell.say("agenda-said-no-bus"),
    };
    Ok(Reply::go("/semaine").said(said))
}
