//! The three columns, and what one has followed.
use crate::{
    Column,
    policy::{LEADERS, MAKERS, TEAM},
    store::{self, Line, Mine, Wanted},
};
use access::Actor;
use askama::Template;
use kernel::Moment;
use std::sync::Arc;
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/list.html")]
struct List {
    shell: Shell,
    /// `None` shows what one has followed.
    column: Option<Column>,
    lines: Vec<Line>,
    mine: Vec<Mine>,
    /// Whether everything of the académie is shown, not only what concerns one's school.
    all: bool,
    actor: Arc<Actor>,
    /// Whether the académie has no course at all.
    bare: bool,
    now: Moment,
}

impl List {
    fn followed(&self, column: &str) -> usize {
        self.mine.iter().filter(|mine| mine.column.word() == column).count()
    }

    fn learns(&self) -> bool {
        self.actor.holds(TEAM)
    }

    fn leads(&self) -> bool {
        self.actor.holds(LEADERS)
    }

    fn makes(&self) -> bool {
        self.actor.holds(MAKERS)
    }

    /// The address of a column, in the same breadth.
    fn address(&self, column: &str) -> String {
        let all = if self.all && !self.makes() { "&tout=1" } else { "" };
        format!("/formation?colonne={column}{all}")
    }

    fn shows(&self, column: &str) -> bool {
        self.column.is_some_and(|shown| shown.word() == column)
    }

    fn minutes(&self) -> i64 {
        self.mine.iter().map(|mine| mine.minutes).sum()
    }
}

/// The list.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mine = store::followed_by(visit.tx, &actor)?;
    let own = visit.query("colonne") == Some("suivi");
    let column =
        if own { None } else { Some(visit.query("colonne").and_then(Column::from_word).unwrap_or(Column::Method)) };
    let makes = actor.holds(MAKERS);
    let all = makes || visit.query("tout").is_some();
    let wanted = if all { Wanted::All } else { around(visit, &actor)? };
    let lines = match column {
        Some(column) => store::courses(visit.tx, &actor, column, &wanted, visit.now)?,
        None => vec![],
    };
    let bare = match actor.units(MAKERS).first() {
        Some(academie) => !store::has_any(visit.tx, *academie)?,
        None => false,
    };
    Reply::page(&List { shell: visit.shell().at("/formation"), column, lines, mine, all, actor, bare, now: visit.now })
}

/// The dispositifs in which one's schools are engaged; three schools at most are looked at.
fn around(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Wanted> {
    let mut dispositifs = vec![];
    let mut schools = actor.units(TEAM);
    schools.sort_unstable();
    schools.dedup();
    for school in schools.into_iter().take(3) {
        dispositifs.extend(programme::store::running(visit.tx, school, visit.now)?.into_iter().map(|one| one.id));
    }
    dispositifs.sort_unstable();
    dispositifs.dedup();
    Ok(Wanted::Of(dispositifs))
}
