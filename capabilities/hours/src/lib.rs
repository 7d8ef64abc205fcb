//! Hours, une heure – une heure: the ledger from volunteer to slot, presence, the head's approval, and pay.
//!
//! A line (`hour`) is made once from each duty or meeting that was held, or entered for help given on site; the teacher
//! confirms or corrects it, the head approves or refuses it, a batch sends it to be paid.
//!
//! Tables: `hours_entry`, `hours_correction`, `hours_decision`, `hours_rule`, `hours_batch`, `hours_batch_line`,
//! `hours_before`. Invariants: a source is counted once for each adult who held it (a unique key holds it); what is due
//! follows from the minutes held, who came and the rule of that day, nothing else; a correction and a decision are rows
//! that nobody changes; a corrected line must be approved again; nobody approves their own; a decision is taken back, by a
//! row of its own, until the line is sent; what all batches send adds up to what is approved, to the minute; hours on site
//! are shown beside and never sent with the others; above the school nobody reads a name.
mod chapter;
mod collect;
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use collect::collect;
pub use model::*;

use jobs::{HowLong, Keep, Run, Task};
use web::{Door, Entry, Lang, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "hours/0001_hours", sql: include_str!("../migrations/0001_hours.sql") },
        db::Migration { name: "hours/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "hours/0003_wide", sql: include_str!("../migrations/0003_wide.sql") },
        db::Migration { name: "hours/0004_person", sql: include_str!("../migrations/0004_person.sql") },
        db::Migration { name: "hours/0005_taken_back", sql: include_str!("../migrations/0005_taken_back.sql") },
    ],
    keeps: &[
        Keep {
            table: "hours_correction",
            how_long: HowLong::Days { column: "at", days: 1_825, why: "pay may be checked for five years" },
        },
        Keep {
            table: "hours_decision",
            how_long: HowLong::Days { column: "at", days: 1_825, why: "pay may be checked for five years" },
        },
        Keep {
            table: "hours_batch_line",
            how_long: HowLong::Rows {
                condition: "batch_id IN (SELECT id FROM hours_batch WHERE at < ?1 - 157680000000)",
                why: "pay may be checked for five years",
            },
        },
        Keep {
            table: "hours_batch",
            how_long: HowLong::Days { column: "at", days: 1_825, why: "pay may be checked for five years" },
        },
        Keep {
            table: "hours_entry",
            how_long: HowLong::Days { column: "ends_at", days: 1_825, why: "pay may be checked for five years" },
        },
        Keep { table: "hours_rule", how_long: HowLong::Forever("a rule of the académie, no person but who set it") },
        Keep { table: "hours_before", how_long: HowLong::Forever("a count of the school, no person but who wrote it") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks,
    export: store::export,
    erase: store::erase,
    menu: &[
        Way {
            under: Entry::Programmes,
            href: "/heures",
            icon: "timer",
            key: "hours-way-own",
            door: Door::Staff(policy::EARNERS),
        },
        Way {
            under: Entry::School,
            href: "/heures/ecole",
            icon: "timer",
            key: "hours-way-school",
            door: Door::Staff(policy::APPROVERS),
        },
        Way {
            under: Entry::Territory,
            href: "/heures/academie",
            icon: "timer",
            key: "hours-way-academie",
            door: Door::Staff(policy::PILOTS),
        },
    ],
    gives: &[&chapter::CHAPTER, &demo::PART],
    days: store::DAYS,
    ..web::Slice::named("hours")
};

/// How far back the half-hourly pass looks, in days: a house may have been switched off over a weekend.
const LATELY: i64 = 4;
/// How far back one looks when asked to, and each night: presence is corrected by hand after the fact.
pub(crate) const LONG_AGO: i64 = 60;

fn tasks() -> Vec<Task> {
    vec![
        Task::every(30, "hours/collect", |work| {
            collect(work.tx, work.chance, work.now.plus_days(-LATELY), work.now).map(drop)
        }),
        Task::nightly(
            "hours/collect-all",
            Run::Inside(|work| collect(work.tx, work.chance, work.now.plus_days(-LONG_AGO), work.now).map(drop)),
        ),
    ]
}
