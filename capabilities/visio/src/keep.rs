//! How long rows are kept, and what is done by the clock.
use jobs::{HowLong, Keep, Task};

/// How long each table keeps a row.
pub const KEEPS: &[Keep] = &[
    Keep {
        table: "visio_report",
        how_long: HowLong::Days { column: "handled_at", days: 365, why: "a year after an adult looked into it" },
    },
    Keep {
        table: "visio_line",
        how_long: HowLong::Rows {
            condition: "room_id IN (SELECT id FROM visio_room WHERE closed_at < ?1 - 2592000000)
              AND NOT EXISTS (SELECT 1 FROM visio_report r WHERE r.room_id = visio_line.room_id)",
            why: "thirty days after the room closed; as long as the report where something was reported",
        },
    },
    Keep {
        table: "visio_vote",
        how_long: HowLong::Rows {
            condition: "poll_id IN (SELECT id FROM visio_poll WHERE at < ?1 - 2592000000)",
            why: "thirty days: an answer serves the lesson",
        },
    },
    Keep {
        table: "visio_poll",
        how_long: HowLong::Days { column: "at", days: 30, why: "a question serves the lesson" },
    },
    Keep {
        table: "visio_seat",
        how_long: HowLong::Rows {
            condition: "room_id IN (SELECT id FROM visio_room WHERE closed_at < ?1 - 34560000000)",
            why: "presence is counted in the year's report",
        },
    },
    Keep {
        table: "visio_room",
        how_long: HowLong::Days { column: "closed_at", days: 400, why: "the year's report counts them" },
    },
    Keep { table: "visio_server", how_long: HowLong::Forever("no person") },
];

/// What is done by the clock.
pub fn tasks() -> Vec<Task> {
    vec![Task::every(5, "visio/closing", |work| crate::store::close_forgotten(work.tx, work.now).map(drop))]
}
