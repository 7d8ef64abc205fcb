//! Cards, passwords, sessions: how a person comes in.
//!
//! Tables: `signin_card`, `signin_session`, `signin_password`, `signin_second_step`, `signin_recovery`, `signin_guess`, `signin_block`,
//! `signin_forgot`, `signin_portal`, `signin_passage`, `signin_seen`, `signin_identity`, `signin_through`, `signin_stranger`,
//! `signin_launch`, `signin_course`, `signin_score`.
//! Invariants: the database holds nothing by which one could enter (digests under the server's secret only); a person
//! has one live card, and revoking it ends its sessions at once; a try is counted before it is looked at, and a device
//! that has opened an account is not shut out by tries made elsewhere; a card never opens a staff role, since
//! colleagues print cards; a guardian's card is made by who answers for families, and one made anew signs nothing for a
//! day; an administrator without a second step, or who was given a password, goes nowhere but where that is mended; a password that was
//! given opens once, until its day; nobody lets themselves back in, nor takes their own second step away but with a code of it; who is
//! blocked, or has left, is told so with the right secret alone; a portal says who somebody is and never what they are, by an opaque name
//! that is tied to a person by a key of a feed, or by a card or a password shown at once after, never by a name and never to a session
//! that was open before; what a portal answers opens once, on the browser that asked.
pub mod code;
pub mod demo;
mod device;
mod model;
mod pages;
mod password;
pub mod policy;
pub mod portal;
mod second;
mod sent;
pub mod slip;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;
mod words;

pub use model::{Account, Blocked, Card, Device, Face, Given, Opening, Session};
pub use password::{HashError, hash_password};
pub use sent::{SentId, code as code_sent};
pub use store::session::whoami;

/// The kind of the job queued when somebody's card is made anew: the person, the school and who made it, as ids with a space between.
/// Whoever sends messages tells the holder by their own channel.
pub const REISSUED: &str = "notice/card";

/// The kind of the job queued when somebody else has changed what a person enters with: the person, the unit where it was done, who did
/// it, and what ([`Told`]), with spaces between. Whoever sends messages tells the person by their own channel.
pub const TOLD: &str = "notice/account";

/// The kind of the job queued when a code is asked for in the place of a forgotten password: the code's id and the person's, with a
/// space between; nobody may be that person. Whoever sends messages sends [`code_sent`] by the person's own channel, or nothing.
pub const CODE: &str = "notice/code";

kernel::words! {
    /// What a person is told of their account.
    Told {
        /// They were given a new password.
        Password = "password",
        /// Their password was changed with a code sent to them.
        ByCode = "by-code",
        /// Their second step was taken away.
        Second = "second",
        /// They took away the second step of another administrator.
        SecondOf = "second-of",
        /// They enter by another user name.
        Renamed = "renamed",
        /// All their sessions were closed.
        Sessions = "sessions",
        /// They were shut out.
        Blocked = "blocked",
        /// They were let back in.
        Unblocked = "unblocked",
    }
}

use jobs::{HowLong, Keep};

/// A step of an empty house's first ones.
const FIRST_CARDS: web::FirstStep = web::FirstStep {
    rank: 5,
    key: "signin-first-cards",
    text: "signin-first-cards-text",
    href: "/etablissements",
    done: store::CARDED,
};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "signin/0001_signin", sql: include_str!("../migrations/0001_signin.sql") },
        db::Migration { name: "signin/0002_given", sql: include_str!("../migrations/0002_given.sql") },
        db::Migration { name: "signin/0003_indexes", sql: include_str!("../migrations/0003_indexes.sql") },
        db::Migration { name: "signin/0004_given_at", sql: include_str!("../migrations/0004_given_at.sql") },
        db::Migration { name: "signin/0005_given_until", sql: include_str!("../migrations/0005_given_until.sql") },
        db::Migration { name: "signin/0006_block", sql: include_str!("../migrations/0006_block.sql") },
        db::Migration { name: "signin/0007_forgot", sql: include_str!("../migrations/0007_forgot.sql") },
        db::Migration { name: "signin/0008_portal", sql: include_str!("../migrations/0008_portal.sql") },
        db::Migration { name: "signin/0009_launch", sql: include_str!("../migrations/0009_launch.sql") },
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
        Keep {
            table: "signin_block",
            how_long: HowLong::Days {
                column: "ended_at",
                days: 1096,
                why: "as long as the trail of who shut whom out",
            },
        },
        Keep {
            table: "signin_forgot",
            how_long: HowLong::Days { column: "until", days: 0, why: "a code that is past opens nothing" },
        },
        Keep { table: "signin_portal", how_long: HowLong::Forever("a portal that is closed may be opened again") },
        Keep {
            table: "signin_passage",
            how_long: HowLong::Days { column: "until", days: 0, why: "one is on the way for some minutes" },
        },
        Keep {
            table: "signin_seen",
            how_long: HowLong::Days { column: "until", days: 0, why: "until what came would be too old by itself" },
        },
        Keep {
            table: "signin_identity",
            how_long: HowLong::Days {
                column: "ended_at",
                days: 365,
                why: "so that a family may ask who came in for them; a live one goes with its person's erasure",
            },
        },
        Keep {
            table: "signin_through",
            how_long: HowLong::Days { column: "until", days: 0, why: "as long as the session" },
        },
        Keep {
            table: "signin_stranger",
            how_long: HowLong::Days { column: "at", days: 30, why: "long enough that the school finds out who it was" },
        },
        Keep {
            table: "signin_launch",
            how_long: HowLong::Days { column: "until", days: 0, why: "as long as the session" },
        },
        Keep {
            table: "signin_course",
            how_long: HowLong::Days { column: "at", days: 400, why: "a school year: the year after it is asked anew" },
        },
        Keep {
            table: "signin_score",
            how_long: HowLong::Days { column: "at", days: 60, why: "long enough to see that it went" },
        },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    styles: &[(web::Sheet::Paper, include_str!("../sheets/paper.css"))],
    rights: policy::RIGHTS,
    routes: pages::routes,
    export: store::export,
    erase: store::erase,
    menu: &[
        web::Way {
            under: web::Entry::School,
            href: "/portails",
            icon: "door-open",
            key: "signin-portals",
            door: web::Door::Staff(policy::PORTALS),
        },
        web::Way {
            under: web::Entry::School,
            href: "/portails/inconnus",
            icon: "user-plus",
            key: "signin-strangers",
            door: web::Door::Staff(policy::UNLOCKERS),
        },
    ],
    days: &[store::TROUBLED],
    gives: &[&FIRST_CARDS, &demo::PART],
    ..web::Slice::named("signin")
};
