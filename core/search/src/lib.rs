//! Full-text search in French over the documents of any slice: names by the beginning of each word, texts by stem.
//!
//! Tables: `search_shelf`, `search_doc`, `search_post`. A **shelf** holds what is of one kind and is found from one [`Place`]:
//! the pupils of a school, the programmes for everyone. A document stands on a shelf for each of its places. Who searches says
//! which shelves they may look at ([`Sees`]), and no statement reads anything of another shelf: what one may not see is neither
//! found, nor counted, nor weighed, nor proposed as a spelling.
//!
//! A slice calls [`put`] and [`remove`] in the transaction of its change, and gives a [`Source`] from which all is put again.
//! Invariants: the line of terms kept with a document names every row of `search_post` it has, so that nothing of it stays when
//! it goes; terms are bytes, since two databases sort text differently; weights are whole numbers, so that both rank alike.
mod ask;
mod doc;
mod rebuild;
mod sees;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod typo;
pub mod words;

pub use ask::{Ask, Found, Hit, find};
pub use doc::{Doc, Place};
pub use rebuild::{Findable, JOB, Page, Source, rebuild};
pub use sees::{PLACE, Sees};
pub use store::{forget, put, remove};

use jobs::{HowLong, Keep};

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] =
    &[db::Migration { name: "search/0001_search", sql: include_str!("../migrations/0001_search.sql") }];

/// How long this room keeps its rows.
pub const KEEPS: &[Keep] = &[
    Keep { table: "search_shelf", how_long: HowLong::Forever("a kind and a place, no word") },
    Keep {
        table: "search_doc",
        how_long: HowLong::Forever("leaves with what it leads to, or with its person's erasure"),
    },
    Keep { table: "search_post", how_long: HowLong::Forever("leaves with its document") },
];
