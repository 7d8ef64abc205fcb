//! Making a group, changing it, ending it.
use super::founding::name_wrong;
use super::group::{led, record};
use crate::{Gathering, policy::Lead, store};
use access::{Allowed, Group, GroupKind, Part, Unit, UnitKind, audit::Deed};
use askama::Template;
use kernel::{GroupId, PersonId};
use std::collections::HashMap;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// The longest name, in characters.
const LONGEST: usize = 60;
/// How many lines of the trail are shown.
const TRAIL: i64 = 20;

#[derive(Template)]
#[template(path = "directory/new_group.html")]
struct NewGroup {
    shell: Shell,
    form: FormState,
    kinds: Vec<(String, String)>,
    schools: Vec<Unit>,
}

fn new_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<NewGroup> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/groupes"));
    let kinds = GroupKind::ALL.iter().filter(|kind| **kind != GroupKind::Class);
    let kinds =
        kinds.map(|kind| (kind.word().to_owned(), shell.of("directory-kind-", kind.word()).to_string())).collect();
    Ok(NewGroup { schools: store::own_schools(visit.tx, &actor)?, shell, form, kinds })
}

/// Asks what the group is.
pub fn new(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&new_page(visit, FormState::new().with("liste", "1"))?)
}

/// Makes it; who makes it leads it.
pub fn make(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mut page = new_page(visit, FormState::of(&visit.form))?;
    let kind = GroupKind::from_word(visit.form.text("genre")).filter(|kind| *kind != GroupKind::Class);
    let named = visit.form.among("ecole", &page.schools, |school| school.id)?.map(|school| school.id);
    let school = match page.schools.as_slice() {
        [one] => Some(one.id),
        _ => named,
    };
    let name = name(visit, &mut page.form);
    if kind.is_none() {
        page.form.refuse("genre", visit.sentence("directory-kind-missing"));
    }
    if school.is_none() {
        page.form.refuse("ecole", visit.sentence("directory-school-missing"));
    }
    let (Some(name), Some(kind), Some(school)) = (name, kind, school) else { return Reply::refused(&page) };
    let (id, now): (GroupId, _) = (visit.new_id(), visit.now);
    let group = Group { id, kind, name, shows_roster: visit.form.has("liste"), since: now, until: None };
    access::store::group::create(visit.tx, &group, &[school])?;
    access::store::group::join(visit.tx, id, actor.person, Part::Teacher, now, None)?;
    store::group_changed(visit.tx, id, visit.now)?;
    record(visit, id, "group-made")?;
    Ok(Reply::go(format!("/groupes/{id}/personnes")).said(visit.sentence("directory-said-group-made")))
}

/// The name as typed, if it is one.
fn name(visit: &Visit<'_, '_>, form: &mut FormState) -> Option<String> {
    let name = visit.form.text("nom");
    if let Some(wrong) = name_wrong(name, LONGEST, "directory-name-wrong") {
        form.refuse("nom", visit.sentence(wrong));
        return None;
    }
    Some(name.to_owned())
}

#[derive(Template)]
#[template(path = "directory/settings.html")]
struct Settings {
    shell: Shell,
    form: FormState,
    gathering: Gathering,
    trail: Vec<Deed>,
    names: HashMap<PersonId, (String, String)>,
}

impl Settings {
    /// Whether more was done than what is shown.
    fn cut(&self) -> bool {
        i64::try_from(self.trail.len()).is_ok_and(|shown| shown >= TRAIL)
    }

    /// Who did it.
    fn who(&self, deed: &Deed) -> String {
        self.names.get(&deed.person).map_or_else(String::new, |(given, family)| format!("{given} {family}"))
    }
}

fn page(visit: &mut Visit<'_, '_>, gathering: Allowed<Lead, Gathering>, form: FormState) -> Result<Settings> {
    let trail = access::audit::on(visit.tx, gathering.group.id, TRAIL)?;
    let people: Vec<PersonId> = trail.iter().map(|deed| deed.person).collect();
    let names = store::names(visit.tx, &people)?;
    Ok(Settings { shell: visit.shell().at("/groupes"), form, gathering: gathering.into_inner(), trail, names })
}

/// Its name, its schools, what was done to it.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let mut form = FormState::new().with("nom", &gathering.group.name);
    if gathering.group.shows_roster {
        form = form.with("liste", "1");
    }
    Reply::page(&page(visit, gathering, form)?)
}

/// Changes its name, and whether members see one another.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let mut form = FormState::of(&visit.form);
    let Some(name) = name(visit, &mut form) else { return Reply::refused(&page(visit, gathering, form)?) };
    let group = gathering.group.id;
    access::store::group::change(visit.tx, group, &name, visit.form.has("liste"))?;
    store::group_changed(visit.tx, group, visit.now)?;
    record(visit, group, "group-changed")?;
    Ok(Reply::go(format!("/groupes/{group}")).said(visit.sentence("directory-said-group-changed")))
}

/// Makes another school one of its homes: that school's team then sees its own people there, and its head may take some in.
pub fn add_school(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let group = gathering.group.id;
    let code = visit.form.text("uai").to_uppercase();
    let school = access::store::by_code(visit.tx, UnitKind::Etablissement, &code)?.filter(|school| !school.closed);
    let Some(school) = school else {
        let mut form = FormState::of(&visit.form).with("nom", &gathering.group.name);
        form.refuse("uai", visit.sentence("directory-uai-unknown"));
        return Reply::refused(&page(visit, gathering, form)?);
    };
    access::store::group::add_home(visit.tx, group, school.id)?;
    store::group_changed(visit.tx, group, visit.now)?;
    record(visit, group, "group-home")?;
    let said = visit.shell().say("directory-said-group-home").text("name", &school.name).to_string();
    Ok(Reply::go(format!("/groupes/{group}")).said(said))
}

/// Ends the group: nobody is in it any more.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    if !visit.form.has("oui") {
        return Err(Error::NotFound);
    }
    access::store::group::close(visit.tx, gathering.group.id, visit.now)?;
    store::group_changed(visit.tx, gathering.group.id, visit.now)?;
    record(visit, gathering.group.id, "group-ended")?;
    Ok(Reply::go("/groupes").said(visit.sentence("directory-said-group-ended")))
}
