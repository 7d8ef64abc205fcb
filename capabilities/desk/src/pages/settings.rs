//! A desk's settings: its name, its schools, how names are shown.
use super::seen;
use crate::{
    model::{Desk, DeskId, Names},
    policy::{DECIDERS, Decide},
    store,
};
use access::{Allowed, Unit, UnitKind};
use askama::Template;
use kernel::UnitId;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/new.html")]
struct New {
    shell: Shell,
    form: FormState,
    schools: Vec<Unit>,
    invitations: Vec<(DeskId, String, UnitId)>,
}

/// The schools one decides for.
fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<Unit>> {
    let actor = visit.actor()?;
    let mut schools = vec![];
    for unit in actor.units(DECIDERS) {
        schools.extend(access::store::by_id(visit.tx, unit)?.filter(|unit| unit.kind == UnitKind::Etablissement));
    }
    schools.dedup_by_key(|school| school.id);
    Ok(schools)
}

/// A new desk for one's school, and those proposed by others.
pub fn new(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    new_page(visit, FormState::new().with("noms", Names::Full.word()))
}

fn new_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let schools = schools(visit)?;
    let ids: Vec<_> = schools.iter().map(|school| school.id).collect();
    let invitations = store::invitations(visit.tx, &ids)?;
    let refused = form.refused();
    let page = New { shell: visit.shell().at("/bar"), form, schools, invitations };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// What a form says of a desk: its name, how names are shown.
fn said(visit: &Visit<'_, '_>, state: &mut FormState) -> (String, Names) {
    let name: String = visit.form.short("nom", 80);
    if name.is_empty() {
        state.refuse("nom", visit.shell().say("desk-say-name"));
    }
    (name, Names::from_word(visit.form.text("noms")).unwrap_or(Names::Hidden))
}

/// Makes the desk.
pub fn create(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut state = FormState::of(&visit.form);
    let (name, names) = said(visit, &mut state);
    let schools = schools(visit)?;
    let school = visit.form.among("ecole", &schools, |school| school.id)?.or(schools.first());
    let school = seen(school)?.id;
    if state.refused() {
        return new_page(visit, state);
    }
    let desk: DeskId = visit.new_id();
    store::add_desk(visit.tx, desk, &name, names, school)?;
    Ok(Reply::go(format!("/bar/bureau/{desk}/reglages")).said(visit.sentence("desk-done-created")))
}

#[derive(Template)]
#[template(path = "desk/settings.html")]
struct SettingsPage {
    shell: Shell,
    form: FormState,
    desk: Allowed<Decide, Desk>,
    schools: Vec<(Unit, bool)>,
}

fn decided(visit: &mut Visit<'_, '_>) -> Result<Allowed<Decide, Desk>> {
    let (actor, id) = (visit.actor()?, visit.id("desk")?);
    seen(store::desk_for::<Decide>(visit.tx, &actor, id)?)
}

/// The settings.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let desk = decided(visit)?;
    let schools = store::schools_of(visit.tx, desk.id)?;
    let refused = form.refused();
    let form = if refused { form } else { form.with("nom", &desk.name).with("noms", desk.names.word()) };
    let page = SettingsPage { shell: visit.shell().at("/bar"), form, desk, schools };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Changes them.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let desk = decided(visit)?;
    let mut state = FormState::of(&visit.form);
    let (name, names) = said(visit, &mut state);
    if state.refused() {
        return page(visit, state);
    }
    store::change_desk(visit.tx, &desk, &name, names)?;
    Ok(Reply::go(format!("/bar/bureau/{}/reglages", desk.id)).said(visit.sentence("desk-done-saved")))
}

/// Proposes the desk to another school, by its UAI.
pub fn invite(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let desk = decided(visit)?;
    let uai = visit.form.text("uai").to_uppercase();
    let known = uai.parse::<uai::Uai>().is_ok();
    let school = if known { access::store::by_code(visit.tx, UnitKind::Etablissement, &uai)? } else { None };
    let Some(school) = school else {
        let mut state = FormState::of(&visit.form).with("nom", &desk.name).with("noms", desk.names.word());
        state.refuse("uai", visit.shell().say("desk-say-uai"));
        return page(visit, state);
    };
    store::invite_school(visit.tx, &desk, school.id)?;
    let sentence = visit.shell().say("desk-done-invited").text("name", &school.name).to_string();
    Ok(Reply::go(format!("/bar/bureau/{}/reglages", desk.id)).said(sentence))
}

/// Accepts a desk proposed to one's school.
pub fn accept(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let id = visit.id("desk")?;
    let ids: Vec<_> = schools(visit)?.iter().map(|school| school.id).collect();
    seen(store::accept_school(visit.tx, id, &ids)?.then_some(()))?;
    Ok(Reply::go(format!("/bar/bureau/{id}/reglages")).said(visit.sentence("desk-done-accepted")))
}
