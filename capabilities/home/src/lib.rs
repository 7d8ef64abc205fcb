//! Where each one begins: what waits, what is on, what comes; and the pages of the menu that no other slice has.
//!
//! It knows no other slice: each gives its cards ([`web::Day`]), its blocks ([`web::Block`]), its ways ([`web::Way`]) and what is
//! found of it ([`search::Findable`]), and this one composes them. No table. Invariants: a card has one deed and goes away when that is done; the cards of every slice are
//! one statement, and the menu's counts come from the same rows.
mod first;
mod pages;
mod search_page;
mod store;
#[cfg(test)]
mod tests;

use access::Role;
use web::{Block, Door, Entry, Lang, Sheet, THE_PERSON, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    styles: &[(Sheet::Common, include_str!("../sheets/common.css"))],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    routes: pages::routes,
    blocks: &[Block {
        on: &[Entry::Today],
        above: true,
        door: Door::Staff(&[Role::Admin]),
        kept: &[],
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
