//! Training of the teams in three columns: method, tools, resources; who has followed what.
//!
//! Tables: `training_course`, `training_followed`, `training_enrolled`. Invariants: a course is seen by the staff of
//! its académie and changed by who steers there; a course is followed once by each, said by themselves; a workshop
//! never takes more people than it has places; a school's team is named to its head and its referent, above there are
//! counts.
mod chapter;
pub mod demo;
mod model;
mod pages;
pub mod policy;
mod starter;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::*;

use jobs::{HowLong, Keep};
use web::{Door, Entry, Lang, Way};

/// How many days it is kept that somebody followed a course.
const KEPT: i64 = 1_100;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "training/0001_training", sql: include_str!("../migrations/0001_training.sql") },
        db::Migration { name: "training/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
    ],
    keeps: &[
        Keep {
            table: "training_enrolled",
            how_long: HowLong::Days { column: "at", days: 400, why: "the year's report counts them" },
        },
        Keep {
            table: "training_followed",
            how_long: HowLong::Days { column: "at", days: KEPT, why: "three school years of a team's training" },
        },
        Keep { table: "training_course", how_long: HowLong::Forever("what the académie teaches, no person") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    files: store::files,
    menu: &[
        Way {
            under: Entry::Programmes,
            href: "/formation",
            icon: "book-open",
            key: "training-way-courses",
            door: Door::Staff(policy::READERS),
        },
        Way {
            under: Entry::School,
            href: "/formation/chiffres",
            icon: "chart-column",
            key: "training-way-figures",
            door: Door::Staff(policy::COUNTERS),
        },
    ],
    gives: &[&chapter::CHAPTER, &demo::PART],
    days: store::DAYS,
    ..web::Slice::named("training")
};
