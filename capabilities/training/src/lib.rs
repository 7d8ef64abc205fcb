//! Training of the teams in three columns: method, tools, resources; who has followed what.
//!
//! Tables: `course`, `followed`, `enrolled`. Invariants: a course is seen by the staff of its académie and changed by who steers there;
//! a course is followed once by each, said by themselves; a workshop never takes more people than it has places; a school's
//! team is named to its head and its referent, above there are counts.
pub mod demo;
mod model;
mod pages;
pub mod policy;
mod starter;
pub mod store;
#[cfg(test)]
mod tests;

pub use model::*;

use jobs::{HowLong, Keep};
use web::Lang;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    name: "training",
    migrations: &[db::Migration {
        name: "training/0001_training",
        sql: include_str!("../migrations/0001_training.sql"),
    }],
    keeps: &[
        Keep {
            table: "enrolled",
            how_long: HowLong::Days { column: "at", days: 400, why: "the year's report counts them" },
        },
        Keep {
            table: "followed",
            how_long: HowLong::Days { column: "at", days: 1_100, why: "three school years of a team's training" },
        },
        Keep { table: "course", how_long: HowLong::Forever("what the académie teaches, no person") },
    ],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks: Vec::new,
    export: store::export,
    erase: store::erase,
    files: store::files,
};
