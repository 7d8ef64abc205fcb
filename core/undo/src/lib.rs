//! What was done can be undone. A deed keeps the rows it changed, as they were and as it left them; undone, each of them is put back
//! if it is still as the deed left it. What changed since is told and stays.
//!
//! Tables: `undo_deed`, `undo_row`. Two ways to make a deed: [`Watch`] looks at rows before and after any work; [`merge`] makes two
//! things one, whatever names them. Neither knows a slice: both read the schema.
//!
//! Invariants: a deed is kept in the transaction of the work; rows of one **subject** (a person, a class) are put back together or
//! not at all; nothing that came into use since is taken away; a deed is undone once.
mod deed;
mod merge;
mod put_back;
mod store;
#[cfg(test)]
mod tests;
mod watch;

pub use deed::{Deed, DeedId, Kept};
pub use merge::merge;
pub use put_back::{Undone, undo};
pub use store::{deed, deeds, deeds_at, forget};
pub use watch::Watch;

use jobs::{HowLong, Keep};

/// For how many days a deed can be undone.
pub const DAYS: i64 = 30;

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] =
    &[db::Migration { name: "undo/0001_undo", sql: include_str!("../migrations/0001_undo.sql") }];

/// How long this room keeps its rows.
pub const KEEPS: &[Keep] = &[
    Keep {
        table: "undo_row",
        how_long: HowLong::Days { column: "at", days: DAYS, why: "for as long as the deed can be undone" },
    },
    Keep {
        table: "undo_deed",
        how_long: HowLong::Days { column: "at", days: 1096, why: "as the trail: who did it, and who undid it" },
    },
];

/// Tables whose rows are no use of a thing and follow none: the trail says what was done to whom at the time, the index is made anew
/// from the rows, and a session lives for hours.
const ASIDE: &[&str] = &[
    "audit",
    "jobs_queue",
    "migration",
    "search_doc",
    "search_post",
    "search_shelf",
    "signin_guess",
    "signin_session",
    "undo_deed",
    "undo_row",
    "web_once",
];
