//! Feeds of the académie and of schools: files are dropped in a folder or sent by a page, read, folded into what came before, and
//! handed to `rentree` as lots, school by school. What they are written in is a [`Form`]: one file here for each (`academie`, `secondary`,
//! `ecole`, `roster`), which gives the same thing (`made`).
//!
//! Tables: `feed_source`, `feed_delivery`, `feed_note`. Invariants: the same bytes twice are one delivery; deliveries of a feed are
//! read one after another, in the order of the days they name; a change without the complete delivery it follows is refused; a feed
//! gives the roles of those who keep it and no others; nothing is applied by itself before somebody confirmed a first time, nor where
//! something is doubtful, nor when the school year turns.
mod academie;
pub mod demo;
mod ecole;
mod files;
pub mod folder;
mod form;
pub mod made;
mod model;
mod pages;
pub mod parcel;
pub mod policy;
pub mod porter;
mod roster;
mod secondary;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use folder::Folder;
pub use model::{Counts, Delivered, Delivery, DeliveryId, Feed, FeedId, Form, Named, Note, State};

use jobs::{HowLong, Keep};
use web::{Door, Entry, Lang, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[db::Migration { name: "feed/0001_feed", sql: include_str!("../migrations/0001_feed.sql") }],
    keeps: &[
        Keep {
            table: "feed_note",
            how_long: HowLong::Days { column: "at", days: 35, why: "as long as what it is about can be undone" },
        },
        Keep {
            table: "feed_delivery",
            how_long: HowLong::Rows {
                condition: store::PAST,
                why: "as long as a change that follows it may come, and a month at least",
            },
        },
        Keep {
            table: "feed_source",
            how_long: HowLong::Days { column: "ended_at", days: 365, why: "a year after it ended" },
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
        under: Entry::Territory,
        href: "/alimentation",
        icon: "inbox",
        key: "feed-title",
        door: Door::Staff(policy::KEEPERS),
    }],
    days: &[store::LATE],
    gives: &[&demo::PART],
    ..web::Slice::named("feed")
};
