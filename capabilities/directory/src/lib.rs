//! Territory, schools, people, families, groups; and how they are imported.
//!
//! Tables: `directory_school`, `directory_person`, `directory_person_key`, `directory_group_key`, `directory_subject`. Invariants: a person is not an enrolment (a
//! pupil's enrolment is a role on a class, and one may be in two schools); two people are never made one on a single
//! key; an import applies whole or not at all; a class's pupils are seen from its own school only; nobody of one school
//! sees a person of another but in a group they share.
pub mod annuaire_import;
pub mod demo;
pub mod faults;
mod gathering;
mod leaving;
mod model;
mod pages;
pub mod people_import;
mod place;
pub mod policy;
mod pupil;
mod sealed;
mod someone;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod treatment;

pub use gathering::{Gathering, Listed, Member};
pub use leaving::Leaving;
pub use model::{Class, Person};
pub use pages::{Heading, panel, picker};
pub use place::Establishment;
pub use pupil::{Pupil, PupilPart};
pub use sealed::{opaque, sealed_key};
pub use someone::{Child, Guardian, Held, Someone};

use access::Audience;
use jobs::{HowLong, Keep};
use web::{Door, Entry, Way};

/// What this slice has of an empty house's first steps.
const FIRST: [web::FirstStep; 4] = [
    web::FirstStep {
        rank: 1,
        key: "directory-first-schools",
        text: "directory-first-schools-text",
        href: "/etablissements",
        done: store::LISTED,
    },
    web::FirstStep {
        rank: 2,
        key: "directory-first-pilot",
        text: "directory-first-pilot-text",
        href: "/personnes/nouvelle",
        done: store::PILOTED,
    },
    web::FirstStep {
        rank: 3,
        key: "directory-first-head",
        text: "directory-first-head-text",
        href: "/personnes/nouvelle",
        done: store::HEADED,
    },
    web::FirstStep {
        rank: 4,
        key: "directory-first-people",
        text: "directory-first-people-text",
        href: "/rentree",
        done: store::PEOPLED,
    },
];

/// What this slice brings. The tables of `access` have no slice: what they keep of people is answered for here.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "directory/0001_people", sql: include_str!("../migrations/0001_people.sql") },
        db::Migration { name: "directory/0002_sort", sql: include_str!("../migrations/0002_sort.sql") },
        db::Migration { name: "directory/0003_register", sql: include_str!("../migrations/0003_register.sql") },
        db::Migration { name: "directory/0004_merged", sql: include_str!("../migrations/0004_merged.sql") },
        db::Migration { name: "directory/0005_group_key", sql: include_str!("../migrations/0005_group_key.sql") },
        db::Migration { name: "directory/0006_subject", sql: include_str!("../migrations/0006_subject.sql") },
    ],
    keeps: &[
        Keep { table: "directory_school", how_long: HowLong::Forever("open data, no person") },
        Keep { table: "directory_person_key", how_long: HowLong::Forever("goes with its person's erasure") },
        Keep {
            table: "directory_person",
            how_long: HowLong::Forever(
                "as long as the person holds something here, or did lately; then forgotten, and the row without name stays",
            ),
        },
        Keep {
            table: "directory_group_key",
            how_long: HowLong::Rows {
                condition: "group_id IN (SELECT id FROM people_group WHERE until < ?1 - 31536000000)",
                why: "as long as the group",
            },
        },
        Keep {
            table: "directory_subject",
            how_long: HowLong::Rows {
                condition: "group_id IN (SELECT id FROM people_group WHERE until < ?1 - 31536000000)",
                why: "as long as the group",
            },
        },
        Keep { table: "unit", how_long: HowLong::Forever("open data, no person") },
        Keep { table: "unit_parent", how_long: HowLong::Forever("open data, no person") },
        Keep { table: "unit_closure", how_long: HowLong::Forever("open data, no person") },
        Keep {
            table: "membership",
            how_long: HowLong::Days { column: "until", days: 730, why: "two school years after it ended" },
        },
        Keep {
            table: "guardianship",
            how_long: HowLong::Days { column: "until", days: 365, why: "a year after it ended" },
        },
        Keep {
            table: "guardian_sight",
            how_long: HowLong::Days {
                column: "until",
                days: 365,
                why: "a year after it ended, so that it may be asked for",
            },
        },
        Keep {
            table: "group_home",
            how_long: HowLong::Rows {
                condition: "group_id IN (SELECT id FROM people_group WHERE until < ?1 - 31536000000)",
                why: "as long as the group",
            },
        },
        Keep {
            table: "group_member",
            how_long: HowLong::Days { column: "until", days: 365, why: "a year after they left" },
        },
        Keep {
            table: "people_group",
            how_long: HowLong::Days { column: "until", days: 365, why: "a year after it ended" },
        },
        Keep {
            table: "audit",
            how_long: HowLong::Days {
                column: "at",
                days: 1096,
                why: "so that a family, or a head, may ask who did what",
            },
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
            under: Entry::School,
            href: "/ecole",
            icon: "users-round",
            key: "directory-way-classes",
            door: Door::Staff(policy::STAFF),
        },
        Way {
            under: Entry::Territory,
            href: "/etablissements",
            icon: "school",
            key: "directory-places",
            door: Door::Staff(policy::KEEPERS),
        },
        // A parents' representative has the five words of a family.
        Way {
            under: Entry::Groups,
            href: "/groupes",
            icon: "users-round",
            key: "directory-groups",
            door: Door::Audience(&[Audience::Guest]),
        },
    ],
    gives: &[
        &FIRST[0],
        &FIRST[1],
        &FIRST[2],
        &FIRST[3],
        &demo::PART,
        &store::PUPILS,
        &store::ADULTS,
        &store::GROUPS,
        &store::SCHOOLS,
    ],
    ..web::Slice::named("directory")
};
