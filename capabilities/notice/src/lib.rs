//! Short messages from the school to a person, shown when nobody is disturbed.
//!
//! Tables: `notice`, `notice_channel` (how a person is reached), `notice_delivery` (the outbox), `notice_code` (codes asked for at the
//! door, on their way). Invariants: a notice
//! is shown to the one it is written to and to nobody else; none appears or leaves in quiet hours (20 h to 7 h,
//! week-ends, school holidays of zone B): it waits for the next school morning; an e-mail or an SMS says which school
//! writes and where to read, and nothing else, but for a code that its reader asks for, which waits for no morning; it leaves at least
//! once, outside any transaction.
mod account;
mod card;
pub mod courier;
pub mod demo;
mod model;
mod pages;
pub mod policy;
mod quiet;
pub mod seal;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::{Channel, Fate, Known, NoticeId, NoticeKind, Sending, Way, email};
pub use quiet::{leaves, quiet, shown_at};
pub use store::Notice;

use jobs::{HowLong, Keep, Task};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "notice/0001_notice", sql: include_str!("../migrations/0001_notice.sql") },
        db::Migration { name: "notice/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "notice/0003_person", sql: include_str!("../migrations/0003_person.sql") },
        db::Migration { name: "notice/0004_code", sql: include_str!("../migrations/0004_code.sql") },
        db::Migration { name: "notice/0005_guarded", sql: include_str!("../migrations/0005_guarded.sql") },
    ],
    keeps: &[
        Keep {
            table: "notice_delivery",
            how_long: HowLong::Days { column: "due_at", days: 180, why: "as long as its notice" },
        },
        Keep {
            table: "notice",
            how_long: HowLong::Days { column: "shown_at", days: 180, why: "half a school year, to find it again" },
        },
        Keep {
            table: "notice_code",
            how_long: HowLong::Days { column: "until", days: 0, why: "a code that is past opens nothing" },
        },
        Keep { table: "notice_channel", how_long: HowLong::Forever("goes with its person's erasure") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks: || {
        vec![
            Task::queued(signin::REISSUED, card::told),
            Task::queued(signin::TOLD, account::told),
            Task::queued(signin::CODE, courier::wanted),
        ]
    },
    export: store::export,
    erase: store::erase,
    gives: &[&demo::PART],
    days: store::DAYS,
    ..web::Slice::named("notice")
};
