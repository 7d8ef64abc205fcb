//! An activity is placed in a class or a group.
use crate::{BEST, ToolId, policy::Place, store, store::link::Fresh};
use access::Allowed;
use askama::Template;
use directory::{Gathering, Heading, Listed};
use kernel::{GroupId, UnitId};
use outgoing::Door;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

/// The longest title, and the longest address.
const TITLE: usize = 120;
const ADDRESS: usize = 500;

#[derive(Template)]
#[template(path = "course/place.html")]
struct Page {
    shell: Shell,
    form: FormState,
    headings: Vec<Heading>,
    groups: Paged<Listed>,
    said: String,
    tools: Paged<(ToolId, String)>,
}

impl Page {
    fn tools(&self) -> Vec<(String, &str)> {
        self.tools.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect()
    }
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Page> {
    let said = visit.query("groupe").unwrap_or_default().to_owned();
    let (headings, groups) = directory::picker(visit, None, &said)?;
    let units: Vec<UnitId> = visit.actor()?.grants.iter().map(|(_, unit)| *unit).collect();
    let tools = store::tool::offered(visit.tx, &units)?;
    Ok(Page { shell: visit.shell().at("/cours"), form, headings, groups, said, tools })
}

/// The form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("note", "20");
    Reply::page(&page(visit, form)?)
}

type Chosen = (Allowed<Place, Gathering>, Vec<ToolId>);

/// The group that was chosen, where one places activities, with the tools of its schools.
fn chosen(visit: &mut Visit<'_, '_>) -> Result<Option<Chosen>> {
    let actor = visit.actor()?;
    let Some(group) = visit.form.id::<GroupId>("groupe")? else { return Ok(None) };
    let found = directory::store::find_group::<Place>(visit.tx, &actor, group, visit.now)?;
    let Some(gathering) = found else { return Ok(None) };
    let homes: Vec<UnitId> = gathering.homes.iter().map(|home| home.id).collect();
    let tools = store::tool::offered(visit.tx, &homes)?.iter().map(|(id, _)| *id).collect();
    Ok(Some((gathering, tools)))
}

/// Places one.
pub fn place(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let chosen = chosen(visit)?;
    if chosen.is_none() {
        form.refuse("groupe", visit.sentence("course-group-missing"));
    }
    let title = visit.form.short("titre", TITLE);
    if title.is_empty() {
        form.refuse("titre", visit.sentence("course-title-missing"));
    }
    let target = visit.form.short("adresse", ADDRESS);
    if !target.is_empty() && Door::default().address(&target).is_err() {
        form.refuse("adresse", visit.sentence("course-address-wrong"));
    }
    let most = match visit.form.text("note") {
        "" => Some(0),
        typed => typed.parse().ok().filter(|most| (0..=BEST).contains(most)),
    };
    if most.is_none() {
        form.refuse("note", visit.sentence("course-most-wrong"));
    }
    let tool = visit.form.id::<ToolId>("outil")?;
    let tool = tool.filter(|tool| chosen.as_ref().is_none_or(|(_, tools)| tools.contains(tool)));
    if tool.is_none() {
        form.refuse("outil", visit.sentence("course-tool-missing"));
    }
    let (Some((gathering, _)), Some(most), Some(tool), false) = (chosen, most, tool, form.refused()) else {
        return Reply::refused(&page(visit, form)?);
    };
    let (id, by) = (visit.new_id(), visit.actor()?.person);
    let fresh = Fresh { id, tool, title, target, custom: "{}".to_owned(), most };
    store::link::place(visit.tx, &gathering, &fresh, by, visit.now)?;
    Ok(Reply::go(format!("/cours/{id}")).said(visit.sentence("course-said-placed")))
}
