//! Devoirs faits à distance: the evening of each person. The pupil's, the family's, the head's.
//!
//! And the year: the programme at one's school on one page, the presences, the bilan. No table of its own: it reads what the other
//! slices keep. Invariants: every number of a bilan is counted from traces; a parent sees that a child asked, when,
//! how long and how it ended, never the thread; a head and a pilot see counts.
mod bilan;
mod direction;
mod evening;
mod family;
mod presence;
mod team;
mod template;

pub use bilan::{Bilan, Numbers, gather};
pub use template::TEMPLATE;

use jobs::Task;
use web::{Door, Lang, Reply, Result, Routes, Visit};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    name: "homework",
    migrations: &[],
    keeps: &[],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: &[],
    routes,
    tasks,
    export: |_, _| Ok(vec![]),
    erase: |_, _| Ok(()),
    files: |_| Ok(vec![]),
};

/// The roles that see counts.
pub const COUNTERS: &[access::Role] = access::roles::COUNTERS;

fn tasks() -> Vec<Task> {
    let template = Task {
        kind: "homework/template",
        every_minutes: Some(24 * 60),
        run: |work| programme::store::put_template(work.tx, &TEMPLATE),
    };
    vec![template, Task { kind: "homework/measures", every_minutes: Some(24 * 60), run: bilan::measure }]
}

fn routes() -> Routes {
    Routes::new()
        .page("/", Door::Public, threshold)
        .page("/soir", Door::Pupil, evening::show)
        .stream("/soir/flux", Door::Pupil, evening::topics)
        .page("/famille", Door::Guardian, family::show)
        .stream("/famille/flux", Door::Guardian, family::topics)
        .page("/direction", Door::Staff(COUNTERS), direction::show)
        .page("/equipe", Door::Staff(TEAM), team::show)
        .page("/equipe/presences", Door::Staff(agenda::policy::WATCHERS), presence::show)
        .page("/equipe/presences/export.csv", Door::Staff(agenda::policy::WATCHERS), presence::download)
        .page("/bilan/{dispositif}", Door::Staff(PILOTS), bilan::show)
        .page("/bilan/{dispositif}/nombres.csv", Door::Staff(PILOTS), bilan::download)
        .page("/bilan/{dispositif}/{school}", Door::Staff(STAFF), bilan::show)
        .page("/bilan/{dispositif}/{school}/nombres.csv", Door::Staff(STAFF), bilan::download)
}

use programme::policy::{PILOTS, STAFF, TEAM};

/// Where each one begins.
#[expect(clippy::unnecessary_wraps, reason = "every page function has this shape")]
fn threshold(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some(who) = &visit.who else { return Ok(Reply::go("/entrer")) };
    let actor = &who.actor;
    let to = match () {
        () if who.must_enrol => "/compte/double",
        () if actor.is_pupil() => "/soir",
        () if actor.holds(access::roles::HEADS) || actor.holds(PILOTS) => "/direction",
        () if actor.holds(desk::policy::STAFF) => "/bar",
        () if !actor.children.is_empty() => "/famille",
        () if !actor.groups.is_empty() || actor.is_guest() => "/groupes",
        () => "/compte",
    };
    Ok(Reply::go(to))
}
