//! The school's desk for families: what is open, the oldest first.
use super::schools;
use crate::{
    Audience,
    policy::STAFF,
    store::{self, Line, Which},
};
use askama::Template;
use kernel::{Moment, UnitId};
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "difficulty/board.html")]
struct Board {
    shell: Shell,
    which: Which,
    lines: Paged<Line>,
    /// Whether several schools are shown, so that each line says its own.
    several: bool,
    now: Moment,
}

/// The desk.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let which = visit.query("vue").and_then(Which::from_word).unwrap_or(Which::Open);
    let school = visit.query("ecole").map(str::parse::<UnitId>).transpose()?;
    let several = schools(visit, &actor, STAFF)?.len() > 1 && school.is_none();
    let lines = store::board(visit.tx, &actor, Audience::Family, which, school, visit.pager())?;
    let shell = visit.shell().at("/difficultes");
    Reply::page(&Board { shell, which, lines, several, now: visit.now })
}
