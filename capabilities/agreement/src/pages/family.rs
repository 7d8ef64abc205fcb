//! A family with an account: its children, and each one's letter.
use super::{
    concern,
    letter::{self, Opened},
};
use crate::{
    model::{Answer, Source, Told},
    store,
};
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/family.html")]
struct Page {
    shell: Shell,
    letters: Vec<(Told, Option<Answer>)>,
}

/// Each child, with what was answered.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let told = store::of_guardian(visit.tx, &actor, visit.now)?;
    if told.is_empty() && actor.children.is_empty() {
        return Err(Error::NotFound);
    }
    let mut answers = store::current_of(visit.tx, actor.person)?;
    let letters = told.into_iter().map(|told| {
        let answer = answers.remove(&(told.dispositif, told.child));
        (told, answer)
    });
    let letters = letters.collect();
    Reply::page(&Page { shell: visit.shell().at("/accord"), letters })
}

fn opened(visit: &mut Visit<'_, '_>) -> Result<Opened> {
    let (actor, id) = (visit.actor()?, visit.id("told")?);
    let told = store::find(visit.tx, &actor, id, visit.now)?.ok_or(Error::NotFound)?;
    let base = format!("/accord/lettre/{id}");
    Ok(Opened { actor: (*actor).clone(), told, base, source: Source::Account, others: vec![] })
}

/// The letter.
pub fn letter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    letter::page(visit, opened, FormState::new())
}

/// The answer.
pub fn answer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    letter::answer(visit, opened)
}

/// What stands in the way.
pub fn trouble(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    concern::trouble(visit, opened)
}

/// What was proposed.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    concern::choose(visit, opened)
}
