//! Video rooms: seats for the expected, the adult first, teaching tools.
//!
//! A *room* is held by one adult of a school, for a ticket, a meeting or at will. Who is expected has a *seat* there; a seat
//! is sat in with a token used once, by the signed-in person it was made for. Media goes through [`sfu`]; everything else
//! is forms and a bell.
//!
//! Tables: `visio_room`, `visio_seat`, `visio_poll`, `visio_vote`, `visio_line`, `visio_report`, `visio_server`.
//! Invariants: there is no public link; nobody is in before an adult, nor alone after; whoever was removed stays out;
//! a room lives on one node, and who is no longer heard there left when they were last heard;
//! what is written is read by the room or by one's group and its adult, never by one pupil alone; nothing is recorded;
//! above the school nobody enters.
pub mod demo;
mod keep;
mod model;
mod node;
mod offer;
mod pages;
pub mod policy;
pub mod port;
mod register;
mod secret;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::*;
pub use node::{Here, part};
pub use offer::{Banner, banner, begin, dismiss, live, offered};
pub use register::attend;

use access::Audience;
use web::{Block, Door, Entry, Sheet, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "visio/0001_visio", sql: include_str!("../migrations/0001_visio.sql") },
        db::Migration { name: "visio/0002_heard", sql: include_str!("../migrations/0002_heard.sql") },
        db::Migration { name: "visio/0003_sealed", sql: include_str!("../migrations/0003_sealed.sql") },
        db::Migration { name: "visio/0004_asked", sql: include_str!("../migrations/0004_asked.sql") },
        db::Migration { name: "visio/0005_indexes", sql: include_str!("../migrations/0005_indexes.sql") },
        db::Migration { name: "visio/0006_person", sql: include_str!("../migrations/0006_person.sql") },
    ],
    keeps: keep::KEEPS,
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks: keep::tasks,
    export: store::export,
    erase: store::erase,
    blocks: &[Block {
        on: &[Entry::Today],
        above: true,
        door: Door::SignedIn,
        kept: &[],
        sheet: None,
        show: offer::block,
        topics: |_| Ok(vec![]),
    }],
    menu: &[Way {
        under: Entry::Week,
        href: "/visio",
        icon: "door-open",
        key: "visio-way-rooms",
        door: Door::Audience(&[Audience::Pupil, Audience::School]),
    }],
    gives: &[&demo::PART],
    days: store::DAYS,
    styles: &[(Sheet::Room, include_str!("../sheets/room.css"))],
    ..web::Slice::named("visio")
};
