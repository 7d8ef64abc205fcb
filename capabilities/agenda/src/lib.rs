//! Meetings: recurring slots, volunteers, places, presence, everyone's week, iCalendar feeds.
//!
//! A *slot* is hours that come back in the school calendar; it lays *meetings* down on school days, some weeks ahead. Adults
//! promise to hold them, pupils have a *place* in them or wait for one, and *presence* says who came.
//!
//! Tables: `agenda_slot`, `agenda_slot_pupil`, `agenda_meeting`, `agenda_enrolment`, `agenda_presence`,
//! `agenda_presence_change`, `agenda_bus`, `agenda_feed`. Invariants: a slot has one meeting a day at most, and only on
//! a school day; never more places are given than there are, and a free one goes to the first on the list; in what
//! belongs to a dispositif a pupil is enrolled only while the family agrees; what an adult said of presence by hand is
//! changed by hand only, and the change is kept; a feed's secret is kept as its SHA-256, and its text names no pupil;
//! above the school there are counts, never a pupil.
mod chapter;
pub mod demo;
mod elsewhere;
mod feed;
mod model;
mod pages;
pub mod policy;
mod sheet;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;
mod warn;

pub use elsewhere::{Attended, Between, Elsewhere, Promise, Promised, Reader, Sought};
pub use model::*;

use jobs::{HowLong, Keep, Task, Work};
use web::{Door, Entry, Sheet, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[
        db::Migration { name: "agenda/0001_agenda", sql: include_str!("../migrations/0001_agenda.sql") },
        db::Migration { name: "agenda/0002_feed", sql: include_str!("../migrations/0002_feed.sql") },
        db::Migration { name: "agenda/0003_indexes", sql: include_str!("../migrations/0003_indexes.sql") },
        db::Migration { name: "agenda/0004_person", sql: include_str!("../migrations/0004_person.sql") },
    ],
    keeps: &[
        Keep {
            table: "agenda_presence_change",
            how_long: HowLong::Days { column: "at", days: 730, why: "as long as the presence" },
        },
        Keep {
            table: "agenda_presence",
            how_long: HowLong::Days { column: "at", days: 730, why: "hours paid may be checked" },
        },
        Keep {
            table: "agenda_enrolment",
            how_long: HowLong::Days { column: "starts_at", days: 730, why: "hours paid may be checked" },
        },
        Keep {
            table: "agenda_meeting",
            how_long: HowLong::Days { column: "ends_at", days: 730, why: "hours paid may be checked for two years" },
        },
        Keep {
            table: "agenda_slot_pupil",
            how_long: HowLong::Rows {
                condition: "slot_id IN (SELECT id FROM agenda_slot WHERE until_at < ?1 - 2592000000)",
                why: "thirty days after the last meeting",
            },
        },
        Keep {
            table: "agenda_slot",
            how_long: HowLong::Days { column: "until_at", days: 730, why: "as long as its meetings" },
        },
        Keep {
            table: "agenda_bus",
            how_long: HowLong::Rows {
                condition: "NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = agenda_bus.pupil_id
                  AND m.role = 'pupil' AND (m.until IS NULL OR m.until > ?1))",
                why: "while the pupil is enrolled, or will be",
            },
        },
        Keep {
            table: "agenda_feed",
            how_long: HowLong::Days { column: "revoked_at", days: 30, why: "to see that it is dead" },
        },
    ],
    styles: &[(Sheet::Common, include_str!("../sheets/common.css"))],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks,
    export: store::export,
    erase: store::erase,
    menu: &[
        Way {
            under: Entry::Week,
            href: "/creneaux",
            icon: "calendar-clock",
            key: "agenda-way-slots",
            door: Door::Staff(policy::STAFF),
        },
        Way {
            under: Entry::School,
            href: "/presences",
            icon: "check",
            key: "agenda-way-presences",
            door: Door::Staff(policy::WATCHERS),
        },
    ],
    gives: &[&chapter::CHAPTER, &store::LEAVING, &demo::PART, &pages::pupil::PART, &pages::tool::TOOL],
    days: store::DAYS,
    ..web::Slice::named("agenda")
};

/// The kind of the job by which a family's change of mind reaches the agenda: its payload is the ids of the dispositif and of
/// the child, with a space between.
pub const AGREEMENT_JOB: &str = "agenda/agreement";

fn tasks() -> Vec<Task> {
    vec![
        Task::every(60, "agenda/meetings", meetings),
        Task::queued(AGREEMENT_JOB, agreement),
        Task::queued(store::ROOM_JOB, room),
    ]
}

/// Follows the calendar, lays down the meetings to come, ends those left open.
fn meetings(work: &mut Work<'_, '_>) -> db::Result<()> {
    store::follow_calendar(work.tx, work.now)?;
    store::lay_all(work.tx, work.chance, work.now)?;
    store::close_forgotten(work.tx, work.now).map(drop)
}

/// A family no longer agrees: the child is taken off what is to come.
fn agreement(work: &mut Work<'_, '_>) -> db::Result<()> {
    let ids = work.payload.split_once(' ').and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
    let Some((dispositif, child)) = ids else { return Ok(()) };
    if store::standing_lost(work.tx, dispositif, child, work.now)? {
        store::stay_away(work.tx, dispositif, child, work.now)?;
    }
    Ok(())
}

/// A meeting's room is open: who is there is present. Comes back as long as the room is there.
fn room(work: &mut Work<'_, '_>) -> db::Result<()> {
    let Ok(meeting) = work.payload.parse() else { return Ok(()) };
    if store::follow_room(work.tx, work.chance, meeting, work.now)? {
        store::watch_room(work.tx, work.chance, meeting, work.now)?;
    }
    Ok(())
}
