//! People as those keep them who look after a school or an académie: found, made, corrected; roles given and ended; families tied and
//! untied; two made one, one made two; told and forgotten; and the trail of it all, in words.
//!
//! Tables: `secretariat_request`; it writes by the functions of `access`, `directory`, `signin` and `undo` too. Invariants: nobody gives, ends or
//! changes what `access::giving` does not let them; what a person has no part in is absent; an académie always has an administrator;
//! every deed leaves a line in the trail, and there is a sentence for each; a command does what a page does, by the same function.
mod deeds;
pub mod demo;
mod hand;
mod leave;
mod pages;
pub mod policy;
mod private;
pub mod request;
pub mod store;
#[cfg(test)]
mod tests;
mod trail;
pub mod treatment;
mod union;

pub use deeds::{Ended, correct, create, end, give, move_to, set_authority, tie, untie};
pub use hand::Hand;
pub use leave::release;
pub use private::{export, forget, forget_the_gone};
pub use union::{MERGED, Part, join, merge, part, separate};

use access::Role;
use jobs::{HowLong, Keep};
use web::{Day, Door, Entry, Kind, THE_PERSON, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    sentences: web::seven!("lang"),
    migrations: &[db::Migration {
        name: "secretariat/0001_request",
        sql: include_str!("../migrations/0001_request.sql"),
    }],
    keeps: &[Keep {
        table: "secretariat_request",
        how_long: HowLong::Days {
            column: "closed_at",
            days: 1096,
            why: "as the trail: what was asked, and when it was answered",
        },
    }],
    treatments: treatment::TREATMENTS,
    export: store::export,
    erase: store::erase,
    rights: policy::RIGHTS,
    routes: pages::routes,
    menu: &[
        Way {
            under: Entry::School,
            href: "/personnes",
            icon: "users-round",
            key: "secretariat-title",
            door: Door::Staff(directory::policy::KEEPERS),
        },
        Way {
            under: Entry::School,
            href: "/registre",
            icon: "list-checks",
            key: "secretariat-trail",
            door: Door::Staff(policy::READERS),
        },
        Way {
            under: Entry::School,
            href: "/demandes",
            icon: "inbox",
            key: "secretariat-requests",
            door: Door::Staff(policy::READERS),
        },
    ],
    days: &[Day {
        door: Door::Staff(access::roles::DECIDERS),
        kinds: &[Kind::comes("secretariat-card-left", "users-round", Entry::School, "/personnes?partis=1")],
        select: store::left,
        topics: THE_PERSON,
    }],
    gives: &[&demo::PART],
    ..web::Slice::named("secretariat")
};

/// The role of those who keep an académie: there is always one who holds it.
const KEEPER: Role = Role::Admin;
