//! The tools that one keeps: registered, tried, changed, closed; each deed is in the trail.
use crate::{
    DEPLOYMENT, Tool, ToolId,
    policy::{KEEPERS, Keep},
    port, store,
};
use ::access::{Allowed, Place, Unit, UnitKind};
use askama::Template;
use kernel::Moment;
use outgoing::Door;
use std::sync::Arc;
use web::{Error, FormState, House, Paged, Reply, Result, Shell, Visit};

/// The longest name, address, list of addresses, and keys that are pasted.
const NAME: usize = 60;
const ADDRESS: usize = 500;
const ADDRESSES: usize = 3_000;
const KEYS: usize = 20_000;
/// The most addresses at which a launch may arrive.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "course/tools.html")]
struct List {
    shell: Shell,
    form: FormState,
    tools: Paged<Tool>,
}

fn list(visit: &mut Visit<'_, '_>, form: FormState) -> Result<List> {
    let actor = visit.actor()?;
    let tools = store::tool::kept(visit.tx, &actor, visit.pager())?;
    Ok(List { shell: visit.shell().at("/cours/outils"), form, tools })
}

/// All of them, and the form that registers one.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let above = visit.actor()?.units(KEEPERS);
    let units = ::access::store::by_ids(visit.tx, UnitKind::Academie, &above)?;
    let whose = units.first().map_or("", |unit| unit.code.as_str());
    let page = list(visit, FormState::new().with("pour", whose))?;
    Reply::page(&page)
}

/// The unit that was typed by its code, where one keeps tools for it.
fn unit(visit: &mut Visit<'_, '_>) -> Result<Option<Unit>> {
    let actor = visit.actor()?;
    let said = visit.form.text("pour");
    let (code, name) = (said.to_uppercase(), kernel::fold(said));
    for kind in [UnitKind::Etablissement, UnitKind::Academie, UnitKind::Departement, UnitKind::Bassin] {
        for code in [&code, &name] {
            let Some(unit) = ::access::store::by_code(visit.tx, kind, code)?.filter(|unit| !unit.closed) else {
                continue;
            };
            let lineage = ::access::store::lineage(visit.tx, unit.id)?;
            let keeps = ::access::check::<Keep, _>(&actor, Place::new(unit.id, lineage)).is_ok();
            return Ok(keeps.then_some(unit));
        }
    }
    Ok(None)
}

/// What was typed, where it is in order; else what is wrong stands in the form.
fn typed(visit: &mut Visit<'_, '_>, form: &mut FormState, id: ToolId) -> Result<Option<Tool>> {
    let door = door(visit.house);
    let name = visit.form.short("nom", NAME);
    if name.is_empty() {
        form.refuse("nom", visit.sentence("course-tool-name-missing"));
    }
    let unit = unit(visit)?;
    if unit.is_none() {
        form.refuse("pour", visit.sentence("course-tool-unit-missing"));
    }
    let login = visit.form.short("entree", ADDRESS);
    if door.address(&login).is_err() {
        form.refuse("entree", visit.sentence("course-address-wrong"));
    }
    let launches = visit.form.short("lancement", ADDRESSES);
    let lines: Vec<&str> = launches.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() || lines.len() > MOST || lines.iter().any(|line| door.address(line).is_err()) {
        form.refuse("lancement", visit.sentence("course-addresses-wrong"));
    }
    let (keys_at, keys) = (visit.form.short("cles", ADDRESS), visit.form.short("collees", KEYS));
    if keys_at.is_empty() && !port::is_keys(&keys) {
        form.refuse("cles", visit.sentence("course-keys-missing"));
    } else if !keys_at.is_empty() && door.address(&keys_at).is_err() {
        form.refuse("cles", visit.sentence("course-address-wrong"));
    }
    let (Some(unit), false) = (unit, form.refused()) else { return Ok(None) };
    Ok(Some(Tool {
        id,
        unit,
        name,
        login,
        launches: lines.join("\n"),
        // Keys that are pasted are the ones that count; those of an address are read when they are asked for.
        keys: if keys_at.is_empty() { keys } else { String::new() },
        keys_at,
        keys_read: Moment(0),
        names: visit.form.has("noms"),
        closed_at: None,
        lineage: vec![],
    }))
}

fn door(house: &House) -> Door {
    house.engine::<Door>().cloned().unwrap_or_default()
}

/// Registers one.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let id = visit.new_id();
    let Some(tool) = typed(visit, &mut form, id)? else { return Reply::refused(&list(visit, form)?) };
    store::tool::put(visit.tx, &tool, visit.now)?;
    told(visit, &tool, "course/tool-added", "")?;
    Ok(Reply::go(format!("/cours/outils/{id}")).said(visit.sentence("course-said-tool-added")))
}

#[derive(Template)]
#[template(path = "course/tool.html")]
struct One {
    shell: Shell,
    form: FormState,
    tool: Tool,
    /// What is to be pasted over there: the key of its word, and what stands there.
    ours: Vec<(&'static str, String)>,
}

impl One {
    fn read_at(&self) -> Option<String> {
        let read = !self.tool.keys_at.is_empty() && !self.tool.keys.is_empty();
        read.then(|| format!("{}, {}", self.shell.date(self.tool.keys_read), self.shell.time(self.tool.keys_read)))
    }
}

fn whose(visit: &mut Visit<'_, '_>) -> Result<Allowed<Keep, Tool>> {
    let (actor, id) = (visit.actor()?, visit.id("tool")?);
    store::tool::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

fn sheet(visit: &Visit<'_, '_>, tool: &Tool, form: FormState) -> One {
    let public = &visit.house.settings.public_url;
    let ours = vec![
        ("course-ours-issuer", public.clone()),
        ("course-ours-client", tool.id.to_string()),
        ("course-ours-deployment", DEPLOYMENT.to_owned()),
        ("course-ours-auth", format!("{public}/cours/entree")),
        ("course-ours-token", format!("{public}/cours/jeton")),
        ("course-ours-keys", format!("{public}/cours/cles")),
    ];
    One { shell: visit.shell().at("/cours/outils"), form, tool: tool.clone(), ours }
}

/// One of them.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let tool = whose(visit)?;
    let pasted = if tool.keys_at.is_empty() { tool.keys.as_str() } else { "" };
    let form = FormState::new()
        .with("nom", &tool.name)
        .with("pour", &tool.unit.code)
        .with("entree", &tool.login)
        .with("lancement", &tool.launches)
        .with("cles", &tool.keys_at)
        .with("collees", pasted)
        .with("noms", if tool.names { "1" } else { "" });
    Reply::page(&sheet(visit, &tool, form))
}

/// Changes what is said of it.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let before = whose(visit)?;
    let mut form = FormState::of(&visit.form);
    let Some(tool) = typed(visit, &mut form, before.id)? else {
        return Reply::refused(&sheet(visit, &before, form));
    };
    // Keys at the same address are still those that were read there.
    let same = !tool.keys_at.is_empty() && tool.keys_at == before.keys_at;
    let tool = if same { Tool { keys: before.keys.clone(), keys_read: before.keys_read, ..tool } } else { tool };
    let named = if tool.names && !before.names { "names" } else { "" };
    store::tool::put(visit.tx, &tool, visit.now)?;
    told(visit, &tool, "course/tool-changed", named)?;
    Ok(Reply::go(format!("/cours/outils/{}", tool.id)).said(visit.sentence("course-said-tool-changed")))
}

/// Reads its keys, and says what was understood.
pub fn test(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let tool = whose(visit)?;
    let (id, lang, house) = (tool.id, visit.lang(), Arc::clone(visit.house));
    let asked = Tool::clone(&tool);
    let to = format!("/cours/outils/{id}");
    visit.after(async move {
        let found =
            if asked.keys_at.is_empty() { port::keys(&house, &asked).await } else { port::read(&house, &asked).await };
        let said = match found {
            Ok(keys) => {
                house.words.say(lang, "course-keys-found").num("n", i64::try_from(keys.len()).unwrap_or(0)).to_string()
            }
            Err(why) => house.words.say(lang, format!("course-keys-{}", why.word())).to_string(),
        };
        Some(Reply::go(to).said(said))
    });
    Ok(Reply::go(format!("/cours/outils/{id}")).said(visit.sentence("course-said-tested")))
}

/// Closes it: nobody is led there any more.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let tool = whose(visit)?;
    store::tool::close(visit.tx, &tool, visit.now)?;
    told(visit, &tool, "course/tool-closed", "")?;
    let to = format!("/cours/outils/{}", tool.id);
    Ok(Reply::go(&to).said(visit.sentence("course-said-tool-closed")).undo(format!("{to}/retour"), &[]))
}

/// Opens it again.
pub fn reopen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let tool = whose(visit)?;
    store::tool::reopen(visit.tx, &tool)?;
    told(visit, &tool, "course/tool-opened", "")?;
    let to = format!("/cours/outils/{}", tool.id);
    Ok(Reply::go(&to).said(visit.sentence("course-said-tool-opened")).undo(format!("{to}/fin"), &[]))
}

fn told(visit: &mut Visit<'_, '_>, tool: &Tool, deed: &str, why: &str) -> Result<()> {
    let by = visit.actor()?.person;
    let on = (tool.id, Some(tool.unit.id));
    Ok(::access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, by, deed, on, why)?)
}
