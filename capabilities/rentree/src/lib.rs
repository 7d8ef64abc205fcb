//! The school year turns, and who is at a school changes: a list is compared with what is known, shown in words, applied school by
//! school once it is confirmed, and undone within thirty days.
//!
//! Tables: `rentree_turn`, `rentree_school`, `rentree_line`, `rentree_stay`. Invariants: nothing changes before it was shown and
//! confirmed, and what is applied is what was shown; nobody leaves because a file was silent, unless the file is said to be whole and
//! the names were shown; more than a tenth of a school leaving is asked for twice; a school is applied whole or not at all; what
//! changed since stays when a turn is undone, and is named.
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod secretary;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::{At, FED, State, Told, Turn, TurnId, WHOSE};

use jobs::{HowLong, Keep};
use web::{Door, Entry, Lang, Way};

/// For how many days a turn is kept after the day it was sent: as long as it can be undone, and a little.
const KEPT: i64 = 35;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "rentree/0001_rentree", sql: include_str!("../migrations/0001_rentree.sql") },
        db::Migration { name: "rentree/0002_source", sql: include_str!("../migrations/0002_source.sql") },
    ],
    keeps: &[
        Keep {
            table: "rentree_line",
            how_long: HowLong::Rows { condition: store::PAST, why: "as long as the turn can be undone" },
        },
        Keep {
            table: "rentree_stay",
            how_long: HowLong::Rows { condition: store::PAST, why: "as long as the turn can be undone" },
        },
        Keep {
            table: "rentree_school",
            how_long: HowLong::Rows { condition: store::PAST, why: "as long as the turn can be undone" },
        },
        Keep {
            table: "rentree_turn",
            how_long: HowLong::Days {
                column: "at",
                days: KEPT,
                why: "as long as it can be undone; the trail keeps that it was",
            },
        },
    ],
    treatments: treatment::TREATMENTS,
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    files: store::files,
    menu: &[Way {
        under: Entry::School,
        href: "/rentree",
        icon: "users-round",
        key: "rentree-title",
        door: Door::Staff(policy::SENDERS),
    }],
    days: &[store::EMPTY],
    gives: &[&demo::PART],
    ..web::Slice::named("rentree")
};
