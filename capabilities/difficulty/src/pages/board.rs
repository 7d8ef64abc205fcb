//! The school's desk for families: what is open, the oldest first.
use super::schools;
use crate::{
    Audience,
    policy::STAFF,
    store::{self, Line, SHOWN, Which},
};
use askama::Template;
use kernel::{Moment, UnitId};
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "difficulty/board.html")]
struct Board {
    shell: Shell,
    which: Which,
    lines: Vec<Line>,
    count: i64,
    page: i64,
    /// The one school shown, when one was asked for.
    school: Option<UnitId>,
    /// Whether several schools are shown, so that each line says its own.
    several: bool,
    now: Moment,
}

impl Board {
    /// The address of a page, without its number.
    fn base(&self) -> String {
        let school = self.school.map_or_else(String::new, |school| format!("&ecole={school}"));
        format!("/difficultes?vue={}{school}&page=", self.which.word())
    }

    fn last(&self) -> i64 {
        (self.count + SHOWN - 1) / SHOWN
    }
}

/// The desk.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let which = visit.query("vue").and_then(Which::from_word).unwrap_or(Which::Open);
    let page = visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    let school = visit.query("ecole").and_then(|school| school.parse::<UnitId>().ok());
    let several = schools(visit, &actor, STAFF)?.len() > 1 && school.is_none();
    let found = store::board(visit.tx, &actor, Audience::Family, which, school, page)?;
    let shell = visit.shell().at("/difficultes");
    Reply::page(&Board { shell, which, lines: found.lines, count: found.count, page, school, several, now: visit.now })
}
