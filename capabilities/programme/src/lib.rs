//! The dispositif: its sheet, the schools engaged, each school's protocol, milestones, measures, bilan and decision.
//!
//! Tables: `programme_dispositif`, `programme_heading`, `programme_partner`, `programme_milestone`,
//! `programme_engagement`, `programme_measure`, `programme_protocol`, `programme_remark`, `programme_publication`.
//! Invariants: nothing here knows what a dispositif is about; the bilan has its day from the first; every number is
//! counted by [`count`] alone, and every page reads what it kept; a school has one protocol in force at most and one
//! being written at most; only a head approves and publishes; a decision is taken once; no text kept here names a
//! person of the school it speaks of.
mod count;
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod store;
#[cfg(test)]
mod tests;
pub mod tool;
mod treatment;

pub use count::{AFTERWARDS, count, count_all};
pub use model::*;
pub use pages::{Picture, hours, sentence};
pub use print::chart::Datum;
pub use tool::{Admission, Back, Consent, Held, Taking, Tool};

use access::Audience;
use jobs::{HowLong, Keep};
use web::{Door, Entry, Way};

/// A step of an empty house's first ones.
const FIRST_PROGRAMME: web::FirstStep = web::FirstStep {
    rank: 6,
    key: "programme-first-programme",
    text: "programme-first-programme-text",
    href: "/programmes",
    done: store::OPENED,
};
/// A step of an empty house's first ones.
const FIRST_SCHOOL: web::FirstStep = web::FirstStep {
    rank: 7,
    key: "programme-first-engaged",
    text: "programme-first-engaged-text",
    href: "/programmes",
    done: store::ENGAGED,
};
/// Another: a school says how it does it, and families are asked.
const FIRST_PROTOCOL: web::FirstStep = web::FirstStep {
    rank: 8,
    key: "programme-first-protocol",
    text: "programme-first-protocol-text",
    href: "/programmes",
    done: store::PUBLISHED,
};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "programme/0001_programme", sql: include_str!("../migrations/0001_programme.sql") },
        db::Migration { name: "programme/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "programme/0003_lists", sql: include_str!("../migrations/0003_lists.sql") },
        db::Migration { name: "programme/0004_person", sql: include_str!("../migrations/0004_person.sql") },
    ],
    keeps: &[
        Keep {
            table: "programme_remark",
            how_long: HowLong::Days { column: "at", days: 1095, why: "three bilans side by side" },
        },
        Keep {
            table: "programme_protocol",
            how_long: HowLong::Days {
                column: "superseded_at",
                days: 1825,
                why: "what families were told may be asked for years after",
            },
        },
        Keep { table: "programme_publication", how_long: HowLong::Forever("published for good, without a name") },
        Keep { table: "programme_measure", how_long: HowLong::Forever("counts, no person") },
        Keep { table: "programme_engagement", how_long: HowLong::Forever("a school's place, no person is named") },
        Keep { table: "programme_milestone", how_long: HowLong::Forever("no person") },
        Keep { table: "programme_partner", how_long: HowLong::Forever("organisations, no person") },
        Keep { table: "programme_heading", how_long: HowLong::Forever("no person") },
        Keep {
            table: "programme_dispositif",
            how_long: HowLong::Forever("what was run and decided; no person is named"),
        },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    menu: &[Way {
        under: Entry::Help,
        href: "/protocole",
        icon: "notebook-pen",
        key: "programme-way-protocol",
        door: Door::Audience(&[Audience::Pupil, Audience::Family, Audience::School]),
    }],
    gives: &[&FIRST_PROGRAMME, &FIRST_SCHOOL, &FIRST_PROTOCOL, &demo::PART, &store::DISPOSITIFS],
    days: store::DAYS,
    blocks: &[pages::BLOCK],
    styles: &[(web::Sheet::Figures, include_str!("../sheets/figures.css"))],
    ..web::Slice::named("programme")
};
