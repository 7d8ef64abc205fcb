//! Families told and heard: announcements by each one's channel, agreement per child, constraints and proposals.
//!
//! Tables: `agreement_announcement` (what a school told: one per published protocol), `agreement_told` (to whom, about
//! which child), `agreement_answer`, `agreement_concern`, `agreement_proposal`. Invariants:
//! only who holds parental authority answers, each for themselves, and the last word of each counts; the team never
//! answers in a family's name, it types in what came on paper and says so; every answer stays in the history; what
//! stands in a family's way is read by that guardian and by the school's team; who holds the code of a letter stands in
//! the place of whom it was written to, for that letter alone; the académie sees counts.
mod chapter;
pub mod demo;
pub mod letter;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod task;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::*;
pub use task::ANNOUNCE;

use jobs::{HowLong, Keep};
use web::{Door, Entry, Way};

/// What families say, for the tools of every dispositif.
const CONSENT: programme::Consent = programme::Consent { of: store::consent };

/// A step of an empty house's first ones: a family has answered, without which no child of theirs is helped.
const FIRST_ANSWER: web::FirstStep = web::FirstStep {
    rank: 9,
    key: "agreement-first-answer",
    text: "agreement-first-answer-text",
    href: "",
    done: store::ANSWERED,
};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "agreement/0001_agreement", sql: include_str!("../migrations/0001_agreement.sql") },
        db::Migration { name: "agreement/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "agreement/0003_children", sql: include_str!("../migrations/0003_children.sql") },
        db::Migration { name: "agreement/0004_person", sql: include_str!("../migrations/0004_person.sql") },
        db::Migration { name: "agreement/0005_guess", sql: include_str!("../migrations/0005_guess.sql") },
    ],
    keeps: &[
        Keep {
            table: "agreement_proposal",
            how_long: HowLong::Rows {
                condition: "concern_id IN (SELECT id FROM agreement_concern WHERE closed_at < ?1 - 34560000000)",
                why: "four hundred days after its concern was closed: the year's report counts them",
            },
        },
        Keep {
            table: "agreement_concern",
            how_long: HowLong::Days { column: "closed_at", days: 400, why: "the year's report counts them" },
        },
        Keep {
            table: "agreement_answer",
            how_long: HowLong::Days {
                column: "at",
                days: 1095,
                why: "who agreed to what may be asked for three years",
            },
        },
        Keep {
            table: "agreement_told",
            how_long: HowLong::Days { column: "told_at", days: 1095, why: "as long as the answers it brought" },
        },
        Keep { table: "agreement_announcement", how_long: HowLong::Forever("no person") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks: task::tasks,
    export: store::export,
    erase: store::erase,
    files: store::files,
    menu: &[
        Way { under: Entry::Children, href: "/accord", icon: "check", key: "agreement-way-own", door: Door::Guardian },
        Way {
            under: Entry::School,
            href: "/accord/suivi",
            icon: "users-round",
            key: "agreement-way-follow",
            door: Door::Staff(policy::COUNTERS),
        },
        Way {
            under: Entry::Children,
            href: "/reponse",
            icon: "file-text",
            key: "agreement-way-code",
            door: Door::Public,
        },
    ],
    gives: &[&FIRST_ANSWER, &chapter::CHAPTER, &chapter::SILENT, &demo::PART, &CONSENT],
    days: store::DAYS,
    ..web::Slice::named("agreement")
};
