//! A tool and an activity of the demonstration's school; tests find them in the addresses.
use crate::{LinkId, Tool, ToolId, policy, store};
use access::Actor;
use db::{Result, Tx};
use directory::demo::{Part, Stage, Thing};
use kernel::{Id, Moment};

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let Some((teacher, _)) = stage.demo.teachers.first() else { return Ok(()) };
    let actor = Actor::load(tx, teacher.id, stage.now)?;
    let class = stage.demo.class.id.cast();
    let Some(gathering) = directory::store::find_group::<policy::Place>(tx, &actor, class, stage.now)? else {
        return Ok(());
    };
    let tool = ToolId::new(stage.now, stage.chance);
    let kept = Tool {
        id: tool,
        unit: stage.demo.home.clone(),
        name: "Exerciseur".to_owned(),
        login: "https://exerciseur.exemple.invalid/lti/entree".to_owned(),
        launches: "https://exerciseur.exemple.invalid/lti/lancement".to_owned(),
        keys_at: "https://exerciseur.exemple.invalid/lti/cles".to_owned(),
        keys: String::new(),
        keys_read: Moment(0),
        names: false,
        closed_at: None,
        lineage: vec![],
    };
    store::tool::put(tx, &kept, stage.now)?;
    let (id, title) = (LinkId::new(stage.now, stage.chance), "Fractions : vingt exercices".to_owned());
    let fresh = store::link::Fresh { id, tool, title, target: String::new(), custom: "{}".to_owned(), most: 20 };
    store::link::place(tx, &gathering, &fresh, teacher.id, stage.now)
}

fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let class: Id<()> = stage.demo.class.id.cast();
    Ok(vec![
        Thing::found(tx, "link", store::link::OF_GROUP, &[class.into()])?.under("/cours/"),
        Thing::found(tx, "tool", store::tool::FIRST, &[])?.under("/cours/"),
    ])
}
