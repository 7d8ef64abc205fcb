//! Work done later: families are told when a protocol is published, and those who come after; what became of it is taken over.
use crate::store::{self, Announced};
use jobs::{Task, Work};
use kernel::Moment;
use serde::Deserialize;

/// The kind of the job the programme queues when a protocol is published.
pub const ANNOUNCE: &str = "agreement/announce";

/// What is queued: ids in hexadecimal, instants in milliseconds.
#[derive(Deserialize)]
struct Payload {
    dispositif: String,
    school: String,
    protocol: String,
    approved_at: i64,
    published_at: i64,
}

/// The tasks of this slice.
pub fn tasks() -> Vec<Task> {
    vec![
        Task::queued(ANNOUNCE, announce),
        Task::every(60, "agreement/newcomers", |work| store::newcomers(work.tx, work.chance, work.now).map(drop)),
        // An hour of news at each pass: a pass that was missed loses nothing.
        Task::every(5, "agreement/news", |work| store::news(work.tx, work.now.plus_minutes(-60), work.now)),
    ]
}

fn announce(work: &mut Work<'_, '_>) -> db::Result<()> {
    let announced = read(&work.payload)
        .ok_or_else(|| db::Error::Panicked("an announcement that cannot be read was queued".to_owned()))?;
    // One that was replaced before its year began is told by the one that replaced it.
    let published = programme::store::published(work.tx, announced.dispositif, announced.school)?;
    if published.is_some_and(|published| published.id != announced.protocol) {
        return Ok(());
    }
    store::announce(work.tx, work.chance, &announced, work.now).map(drop)
}

fn read(payload: &str) -> Option<Announced> {
    let payload: Payload = serde_json::from_str(payload).ok()?;
    Some(Announced {
        dispositif: payload.dispositif.parse().ok()?,
        school: payload.school.parse().ok()?,
        protocol: payload.protocol.parse().ok()?,
        approved_at: Moment(payload.approved_at),
        published_at: Moment(payload.published_at),
    })
}
