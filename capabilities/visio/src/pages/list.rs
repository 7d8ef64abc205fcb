//! The rooms one is expected in; a room at will for a class.
use super::room::title;
use crate::{
    model::{HOSTS, Kind, State, TITLE},
    store::{self, Mine, Past, Wanted},
};
use askama::Template;
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "visio/list.html")]
struct List {
    shell: Shell,
    form: FormState,
    rooms: Paged<Mine>,
    /// Those that are over, of which one may read who was there.
    past: Paged<Past>,
    /// The classes one may make a room for.
    classes: Vec<(String, String)>,
    hosts: bool,
}

impl List {
    fn title(&self, mine: &Mine) -> String {
        title(&self.shell, &mine.room)
    }

    fn past_title(&self, past: &Past) -> String {
        title(&self.shell, &past.room)
    }
}

/// The rooms of the moment.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let shell = visit.shell().at("/visio");
    let rooms = store::mine(visit.tx, &actor, visit.pager_of("salles"), visit.now)?;
    let hosts = actor.holds(HOSTS);
    let past = if hosts { store::past(visit.tx, &actor, visit.pager())? } else { Paged::default() };
    let classes =
        if hosts { directory::store::classes(visit.tx, &actor, Pager::whole(), visit.now)? } else { Paged::default() };
    let classes = classes.iter().map(|(class, _)| (class.unit.id.to_string(), class.unit.name.clone())).collect();
    let refused = form.refused();
    let page = List { shell, form, rooms, past, classes, hosts };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Makes a room for a class; its pupils are expected there.
pub fn create(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let class = visit.form.text("classe").parse().ok();
    let class = match class {
        Some(class) => directory::store::find_class(visit.tx, &actor, class)?,
        None => None,
    };
    let Some(class) = class else {
        let mut state = FormState::of(&visit.form);
        state.refuse("classe", visit.sentence("visio-choose-class"));
        state.entitle(visit.sentence("visio-no-class-chosen"));
        return page(visit, state);
    };
    let pupils = directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?;
    let expected: Vec<_> = pupils.into_iter().map(|pupil| pupil.id).collect();
    let title = visit.form.short("titre", TITLE);
    let wanted = Wanted {
        kind: Kind::Open,
        source: None,
        school: class.school.id,
        host: actor.person,
        title: if title.is_empty() { &class.unit.name } else { &title },
        expected: &expected,
        lobby: true,
    };
    Ok(Reply::go(crate::begin(visit, &wanted)?).said(visit.sentence("visio-said-open")))
}

/// The rooms that are open to one now, as the part that other pages show.
pub fn ready(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !visit.ask.part {
        return Ok(Reply::go("/visio"));
    }
    let shell = visit.shell();
    let banner = crate::banner(visit, &shell)?;
    Reply::page(&banner)
}

/// What rings for who waits for a room to open.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    Ok(vec![format!("person:{}", visit.actor()?.person)])
}
