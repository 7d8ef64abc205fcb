//! Cards, passwords, sessions: how a person comes in.
//!
//! Tables: `signin_card`, `signin_session`, `signin_password`, `signin_second_step`, `signin_recovery`, `signin_guess`.
//! Invariants: the database holds nothing by which one could enter (digests under the server's secret only); a person
//! has one live card, and revoking it ends its sessions at once; a try is counted before it is looked at, and a device
//! that has opened an account is not shut out by tries made elsewhere; a card never opens a staff role, since
//! colleagues print cards; a guardian's card is made by who answers for families, and one made anew signs nothing for a
//! day; an administrator without a second step, or who was given a password, goes nowhere but where that is mended.
pub mod code;
pub mod demo;
mod device;
mod model;
mod pages;
mod password;
pub mod policy;
mod second;
pub mod store;
#[cfg(test)]
mod tests;
mod words;

pub use model::{Card, Device, Face, Opening, Session};
pub use password::{HashError, hash_password};
pub use store::session::whoami;

/// The kind of the job queued when somebody's card is made anew: the person, the school and who made it, as ids with a space between.
/// Whoever sends messages tells the holder by their own channel.
pub const REISSUED: &str = "notice/card";

use jobs::{HowLong, Keep};
use web::Lang;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "signin/0001_signin", sql: include_str!("../migrations/0001_signin.sql") },
        db::Migration { name: "signin/0002_given", sql: include_str!("../migrations/0002_given.sql") },
        db::Migration { name: "signin/0003_indexes", sql: include_str!("../migrations/0003_indexes.sql") },
        db::Migration { name: "signin/0004_given_at", sql: include_str!("../migrations/0004_given_at.sql") },
    ],
    keeps: &[
        Keep {
            table: "signin_card",
            how_long: HowLong::Days {
                column: "revoked_at",
                days: 365,
                why: "so that a family may ask when it was revoked",
            },
        },
        Keep {
            table: "signin_session",
            how_long: HowLong::Days { column: "until", days: 0, why: "a session that has ended opens nothing" },
        },
        Keep { table: "signin_password", how_long: HowLong::Forever("goes with its person's erasure") },
        Keep { table: "signin_second_step", how_long: HowLong::Forever("goes with its person's erasure") },
        Keep { table: "signin_recovery", how_long: HowLong::Forever("goes with its person's second step") },
        Keep {
            table: "signin_guess",
            how_long: HowLong::Days { column: "since", days: 1, why: "a name that must wait is slowed for a day" },
        },
    ],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    ..web::Slice::named("signin")
};
