//! Courses and exercises of other programs, opened from here by LTI 1.3 (this house is the platform); and what was done there.
//!
//! Tables: `course_tool`, `course_key`, `course_link`, `course_result`, `course_seen`, `course_token`. Invariants: a tool knows people
//! by an opaque name, another for each tool and school, and by their own name where an administrator says so; a launch is for the
//! person and the session that asked for it, once; a browser is sent to an address that was registered, to the letter; a tool says
//! something of people of the groups in which its activities are placed, and of nobody else; what it said later is not undone by what
//! it said before; its own columns of marks are refused.
mod key;
mod model;
mod pages;
pub mod policy;
mod port;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub mod demo;

pub use model::*;

use access::Audience;
use jobs::{HowLong, Keep};
use web::{Door, Entry, Way};

/// How many days it is kept what was placed, and what was done there.
const KEPT: i64 = 1_100;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[db::Migration { name: "course/0001_course", sql: include_str!("../migrations/0001_course.sql") }],
    keeps: &[
        Keep {
            table: "course_seen",
            how_long: HowLong::Days { column: "until", days: 0, why: "until what came would be too old by itself" },
        },
        Keep {
            table: "course_token",
            how_long: HowLong::Days { column: "until", days: 0, why: "one that is past opens nothing" },
        },
        Keep {
            table: "course_result",
            how_long: HowLong::Days { column: "at", days: KEPT, why: "three school years, as the training of a team" },
        },
        Keep {
            table: "course_link",
            how_long: HowLong::Rows {
                condition: "made_at < ?1 - 95040000000 AND NOT EXISTS
                    (SELECT 1 FROM course_result r WHERE r.link_id = course_link.id)",
                why: "three school years, and as long as what was done there",
            },
        },
        Keep {
            table: "course_key",
            how_long: HowLong::Days {
                column: "since",
                days: 120,
                why: "until nothing that it signed is good any more",
            },
        },
        Keep {
            table: "course_tool",
            how_long: HowLong::Forever("a tool that is closed may be opened again; no person"),
        },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    menu: &[
        Way {
            under: Entry::Groups,
            href: "/cours",
            icon: "book-open",
            key: "course-way",
            door: Door::Audience(&[Audience::Pupil, Audience::Family, Audience::School]),
        },
        Way {
            under: Entry::School,
            href: "/cours/outils",
            icon: "layout-grid",
            key: "course-tools",
            door: Door::Staff(policy::KEEPERS),
        },
    ],
    gives: &[&demo::PART],
    ..web::Slice::named("course")
};
