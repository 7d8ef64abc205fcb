//! Difficulties of families and colleagues: an owner, a state, a closing word; the referent's page.
//!
//! Whatever stands between a family and the evening (no line, no device, a card lost, nowhere to work) is written down once,
//! by the family, by a pupil, or by whoever answered the telephone; somebody of the school owns it; it ends with a word
//! that the family is told. Colleagues ask their referent (RRUPN) the same way, and what was answered serves the team.
//!
//! Tables: `difficulty`, `difficulty_word`, `difficulty_photo`, `difficulty_equipment`, `difficulty_loan`. Invariants:
//! an open difficulty has an owner as soon as the school has anybody to own it; none is closed without a word; a word
//! not meant for the family is never shown to it; what is lent is counted from the loans, never typed; above the school
//! there are counts and nothing else.
mod chapter;
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod task;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::*;

use jobs::{HowLong, Keep, Task};
use web::{Door, Entry, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "difficulty/0001_difficulty", sql: include_str!("../migrations/0001_difficulty.sql") },
        db::Migration { name: "difficulty/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "difficulty/0003_wide", sql: include_str!("../migrations/0003_wide.sql") },
        db::Migration { name: "difficulty/0004_year", sql: include_str!("../migrations/0004_year.sql") },
        db::Migration { name: "difficulty/0005_person", sql: include_str!("../migrations/0005_person.sql") },
    ],
    keeps: &[
        Keep {
            table: "difficulty_photo",
            how_long: HowLong::Rows {
                condition: "difficulty_id IN (SELECT id FROM difficulty WHERE closed_at < ?1 - 7776000000)",
                why: "ninety days after it was closed; the file goes with it",
            },
        },
        Keep {
            table: "difficulty_word",
            how_long: HowLong::Rows {
                condition: "difficulty_id IN (SELECT id FROM difficulty WHERE closed_at < ?1 - 7776000000)",
                why: "ninety days after it was closed; the closing word stays with the difficulty",
            },
        },
        Keep {
            table: "difficulty",
            how_long: HowLong::Days { column: "closed_at", days: 400, why: "the year's report counts them" },
        },
        Keep {
            table: "difficulty_loan",
            how_long: HowLong::Days { column: "returned_at", days: 400, why: "the year's report counts them" },
        },
        Keep { table: "difficulty_equipment", how_long: HowLong::Forever("what the school owns, no family") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks,
    export: store::export,
    erase: store::erase,
    files: store::files,
    menu: &[
        Way {
            under: Entry::Help,
            href: "/difficulte",
            icon: "hand",
            key: "difficulty-way-tell",
            door: Door::Audience(&[access::Audience::Pupil, access::Audience::Family]),
        },
        Way {
            under: Entry::School,
            href: "/rrupn",
            icon: "hand",
            key: "difficulty-way-care",
            door: Door::Staff(policy::CARERS),
        },
        Way {
            under: Entry::Programmes,
            href: "/question",
            icon: "lightbulb",
            key: "difficulty-way-question",
            door: Door::Staff(policy::STAFF),
        },
        Way {
            under: Entry::School,
            href: "/difficultes/chiffres",
            icon: "chart-column",
            key: "difficulty-way-figures",
            door: Door::Staff(policy::COUNTERS),
        },
    ],
    gives: &[&chapter::CHAPTER, &store::LEAVING, &demo::PART, &pages::pupil::PART],
    days: store::DAYS,
    ..web::Slice::named("difficulty")
};

fn tasks() -> Vec<Task> {
    vec![Task::queued(task::OPEN, task::open)]
}
