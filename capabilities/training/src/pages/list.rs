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
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/list.html")]
struct List {
    shell: Shell,
    /// `None` shows what one has followed.
    column: Option<Column>,
    lines: Paged<Line>,
    mine: Paged<Mine>,
    /// How many courses of each column one has followed, and how many minutes in all.
    followed: ([i64; 3], i64),
    /// Whether everything of the académie is shown, not only what concerns one's school.
    all: bool,
    actor: Arc<Actor>,
    /// Whether the académie has no course at all.
    bare: bool,
    now: Moment,
}

impl List {
    /// How many courses of each column one has followed.
    fn by_column(&self) -> impl Iterator<Item = (&Column, &i64)> {
        Column::ALL.iter().zip(&self.followed.0)
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
}

/// The list.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let followed = store::followed_in_all(visit.tx, &actor)?;
    let own = visit.query("colonne") == Some("suivi");
    let column =
        if own { None } else { Some(visit.query("colonne").and_then(Column::from_word).unwrap_or(Column::Method)) };
    let makes = actor.holds(MAKERS);
    let all = makes || visit.query("tout").is_some();
    let wanted = if all { Wanted::All } else { around(visit, &actor)? };
    let pager = visit.pager();
    let (lines, mine) = match column {
        Some(column) => (store::courses(visit.tx, &actor, (column, &wanted), pager, visit.now)?, Paged::default()),
        None => (Paged::default(), store::followed_by(visit.tx, &actor, pager)?),
    };
    let bare = match actor.units(MAKERS).first() {
        Some(academie) => !store::has_any(visit.tx, *academie)?,
        None => false,
    };
    let (shell, now) = (visit.shell().at("/formation"), visit.now);
    Reply::page(&List { shell, column, lines, mine, followed, all, actor, bare, now })
}

/// The dispositifs in which one's schools are engaged.
fn around(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Wanted> {
    let running = programme::store::running_in(visit.tx, &actor.units(TEAM), visit.now)?;
    Ok(Wanted::Of(running.into_iter().map(|one| one.id).collect()))
}
