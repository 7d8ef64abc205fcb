//! The activities that one may open, with how far one is; and what one's children did.
use crate::{
    Outcome,
    store::{self, link::Listed, result::Done},
};
use access::Audience;
use askama::Template;
use kernel::PersonId;
use std::collections::HashMap;
use web::{Paged, Reply, Result, Shell, Visit};

/// The number of the page of the children's list, in the address.
const CHILDREN: &str = "enfants";

#[derive(Template)]
#[template(path = "course/list.html")]
struct List {
    shell: Shell,
    links: Paged<Listed>,
    /// Whether they may open activities at all: a family has none of its own.
    opens: bool,
    children: Paged<Done>,
    /// Whether they answer for somebody.
    answers: bool,
    names: HashMap<PersonId, (String, String)>,
    /// Whether they place activities.
    places: bool,
}

impl List {
    fn own(&self, one: &Listed) -> Option<String> {
        one.outcome.map(|outcome| how(&self.shell, one.most, outcome))
    }

    fn theirs(&self, one: &Done) -> Option<String> {
        one.outcome.map(|outcome| how(&self.shell, one.most, outcome))
    }

    fn given(&self, child: &PersonId) -> &str {
        self.names.get(child).map_or("", |(given, _)| given.as_str())
    }
}

/// How far somebody is, in words: « Fait, 15 sur 20 ».
pub fn how(shell: &Shell, most: Option<i64>, outcome: Outcome) -> String {
    let state = shell.say(if outcome.done { "course-done" } else { "course-begun" }).to_string();
    match most.and_then(|most| Some((most, outcome.shown(most)?))) {
        Some((most, mark)) => {
            let said = shell.say("course-mark").text("state", state).text("mark", mark);
            said.text("most", most.to_string()).to_string()
        }
        None => state,
    }
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let links = store::link::open(visit.tx, &actor, visit.pager())?;
    let children = store::result::of_children(visit.tx, &actor, visit.pager_of(CHILDREN))?;
    let names =
        if actor.children.is_empty() { HashMap::new() } else { directory::store::names(visit.tx, &actor.children)? };
    let opens = actor.is_pupil() || actor.is_staff() || actor.is_guest();
    Reply::page(&List {
        shell: visit.shell().at("/cours"),
        links,
        opens,
        children,
        answers: !actor.children.is_empty(),
        names,
        places: actor.is_of(Audience::STAFF),
    })
}
