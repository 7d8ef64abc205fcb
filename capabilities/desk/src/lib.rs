//! The help desk (BAR, Bureau d'Aide Rapide): duties, tickets, the queue, the thread.
//!
//! A *desk* belongs to one or several schools and is open while teachers hold *duties*; a pupil's *ticket* waits in its
//! queue, is claimed, answered, ended; what nobody answered becomes a follow-up for the team.
//!
//! Tables: `desk`, `desk_school`, `desk_duty`, `desk_ticket`, `desk_word`, `desk_attachment`, `desk_report`.
//! Invariants: one live ticket per pupil over all desks (a unique index holds it); the order of the queue is decided in
//! `store::queue` alone; a telephone number is shown to the one who helps, while the ticket is live, and is gone after;
//! a ticket ends or becomes a follow-up, it is never dropped; above the school nobody reads a thread.
mod chapter;
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;
mod wait;

pub use model::*;
pub use pages::{helper_name, wait_sentence};
pub use wait::{Wait, ahead, wait};

use jobs::{HowLong, Keep, Task, Work};
use web::{Block, Door, Entry, Sheet, Way};

/// A step of an empty house's first ones.
const FIRST_DESK: web::FirstStep =
    web::FirstStep { rank: 10, key: "desk-first-desk", text: "desk-first-desk-text", href: "", done: store::PROMISED };

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "desk/0001_desk", sql: include_str!("../migrations/0001_desk.sql") },
        db::Migration { name: "desk/0002_indexes", sql: include_str!("../migrations/0002_indexes.sql") },
        db::Migration { name: "desk/0003_wide", sql: include_str!("../migrations/0003_wide.sql") },
        db::Migration { name: "desk/0004_person", sql: include_str!("../migrations/0004_person.sql") },
    ],
    keeps: &[
        Keep {
            table: "desk_attachment",
            how_long: HowLong::Rows {
                condition: "ticket_id IN (SELECT id FROM desk_ticket WHERE ended_at < ?1 - 7776000000)",
                why: "ninety days after the ticket ended; the file goes with it",
            },
        },
        Keep {
            table: "desk_report",
            how_long: HowLong::Days { column: "handled_at", days: 365, why: "a year after an adult looked into it" },
        },
        Keep {
            table: "desk_word",
            how_long: HowLong::Rows {
                condition: "ticket_id IN (SELECT id FROM desk_ticket WHERE ended_at < ?1 - 7776000000)
                  AND NOT EXISTS (SELECT 1 FROM desk_report r WHERE r.word_id = desk_word.id)",
                why: "ninety days after the ticket ended; a reported message as long as its report",
            },
        },
        Keep {
            table: "desk_ticket",
            how_long: HowLong::Days { column: "ended_at", days: 400, why: "the year's report counts them" },
        },
        Keep {
            table: "desk_duty",
            how_long: HowLong::Days {
                column: "ends_at",
                days: 730,
                why: "hours are paid and may be checked for two years",
            },
        },
        Keep { table: "desk_school", how_long: HowLong::Forever("no person") },
        Keep { table: "desk", how_long: HowLong::Forever("no person") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    styles: &[
        (Sheet::Common, include_str!("../sheets/common.css")),
        (Sheet::Talk, include_str!("../sheets/talk.css")),
        (Sheet::Board, include_str!("../sheets/board.css")),
    ],
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks,
    export: store::export,
    erase: store::erase,
    files: store::files,
    menu: &[
        Way {
            under: Entry::Help,
            href: "/bar",
            icon: "life-buoy",
            key: "desk-way-desk",
            door: Door::Staff(policy::STAFF),
        },
        Way {
            under: Entry::Help,
            href: "/bar/suivis",
            icon: "inbox",
            key: "desk-way-followups",
            door: Door::Staff(policy::STAFF),
        },
        Way {
            under: Entry::School,
            href: "/bar/chiffres",
            icon: "chart-column",
            key: "desk-way-figures",
            door: Door::Staff(policy::COUNTERS),
        },
        Way {
            under: Entry::Help,
            href: "/bar/moi/demandes",
            icon: "message-circle",
            key: "desk-way-mine",
            door: Door::Pupil,
        },
    ],
    blocks: &[
        Block {
            on: &[Entry::Today, Entry::Help],
            above: true,
            door: Door::Pupil,
            kept: &["/bar/demande", "/bar/moi"],
            sheet: None,
            show: pages::evening::block,
            topics: pages::evening::topics,
        },
        Block {
            on: &[Entry::Today, Entry::Children],
            above: false,
            door: Door::Guardian,
            kept: &[],
            sheet: None,
            show: pages::children::block,
            topics: pages::children::topics,
        },
    ],
    gives: &[
        &FIRST_DESK,
        &chapter::CHAPTER,
        &chapter::WEEKLY,
        &chapter::WAITING,
        &chapter::UNHELPED,
        &store::PRESENCE,
        &store::DUTIES,
        &demo::PART,
        &pages::pupil::PART,
        &pages::tool::TOOL,
        &store::LEAVING,
    ],
    days: store::DAYS,
    ..web::Slice::named("desk")
};

fn tasks() -> Vec<Task> {
    vec![
        Task::every(1, "desk/closing", |work| store::close_evening(work.tx, work.now).map(drop)),
        Task::queued(store::RETURN, come_back),
    ]
}

fn come_back(work: &mut Work<'_, '_>) -> db::Result<()> {
    // A word that is no ticket's names none: there is nothing to tell.
    let Ok(ticket) = work.payload.parse() else { return Ok(()) };
    store::come_back(work.tx, ticket, work.now).map(drop)
}
