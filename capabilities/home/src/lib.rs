//! Where each one begins: what waits, what is on, what comes; and the pages of the menu that no other slice has.
//!
//! It knows no other slice: each gives its cards ([`web::Day`]), its blocks ([`web::Block`]), its ways ([`web::Way`]) and what is
//! found of it ([`search::Findable`]), and this one composes them. Table: `home_welcome`. Invariants: a card has one deed and goes away when that is done; the cards of every slice are
//! one statement, and the menu's counts come from the same rows.
mod first;
mod pages;
mod search_page;
mod store;
#[cfg(test)]
mod tests;
mod welcome;

use access::{Audience, Role};
use jobs::{HowLong, Keep};
use web::{Basis, Block, Door, Entry, Sheet, THE_PERSON, Treatment, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[db::Migration { name: "home/0001_welcome", sql: include_str!("../migrations/0001_welcome.sql") }],
    keeps: &[Keep {
        table: "home_welcome",
        how_long: HowLong::Days { column: "at", days: 400, why: "a school year; then it may be told again" },
    }],
    treatments: &[Treatment {
        key: "welcome",
        tables: &["home_welcome"],
        basis: Basis::Mission,
        roles: &[],
        audiences: &[Audience::Pupil, Audience::Family],
    }],
    export: store::export,
    erase: store::erase,
    styles: &[
        (Sheet::Common, include_str!("../sheets/common.css")),
        (Sheet::Figures, include_str!("../sheets/figures.css")),
    ],
    sentences: web::seven!("lang"),
    routes: pages::routes,
    blocks: &[Block {
        on: &[Entry::Today],
        above: true,
        door: Door::Staff(&[Role::Admin]),
        kept: &[],
        sheet: None,
        show: first::left,
        topics: THE_PERSON,
    }],
    menu: &[Way {
        under: Entry::Territory,
        href: "/premiers-pas",
        icon: "check",
        key: "home-first",
        door: Door::Staff(&[Role::Admin]),
    }],
    ..web::Slice::named("home")
};
