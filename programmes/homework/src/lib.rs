//! Devoirs faits à distance: the evening of each person. The pupil's, the family's, the head's.
//!
//! And the year: the programme at one's school on one page, the presences, the bilan. No table of its own: it reads what the other
//! slices keep. Invariants: every number of a bilan is counted from traces; a parent sees that a child asked, when,
//! how long and how it ended, never the thread; a head and a pilot see counts.
mod bilan;
mod presence;
mod team;
mod template;

pub use bilan::{Bilan, Numbers, gather};
pub use template::TEMPLATE;

use jobs::Task;
use web::{Door, Lang, Routes};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    routes,
    tasks,
    ..web::Slice::named("homework")
};

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
        .page("/equipe", Door::Staff(TEAM), team::show)
        .page("/equipe/presences", Door::Staff(agenda::policy::WATCHERS), presence::show)
        .page("/equipe/presences/export.csv", Door::Staff(agenda::policy::WATCHERS), presence::download)
        .page("/bilan/{dispositif}", Door::Staff(PILOTS), bilan::show)
        .page("/bilan/{dispositif}/nombres.csv", Door::Staff(PILOTS), bilan::download)
        .page("/bilan/{dispositif}/{school}", Door::Staff(STAFF), bilan::show)
        .page("/bilan/{dispositif}/{school}/nombres.csv", Door::Staff(STAFF), bilan::download)
}

use programme::policy::{PILOTS, STAFF, TEAM};
