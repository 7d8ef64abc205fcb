//! What was reported in the rooms of one's school.
use crate::{
    model::Room,
    policy::{INSPECTORS, Inspect},
};
use web::{Asking, Day, Door, Entry, Kind, Result, Visit};

/// What this slice puts on *Aujourd'hui*; the rooms that are open stand there whole.
pub const DAYS: &[Day] = &[Day {
    door: Door::Staff(INSPECTORS),
    kinds: &[Kind::waits("visio-card-report", "flag", Entry::School, "/visio/signalements")],
    select: reported,
    topics: schools,
}];

fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    Ok(visit.actor()?.units(INSPECTORS).iter().map(|school| format!("school:{school}")).collect())
}

fn reported(asking: &mut Asking<'_>) -> String {
    let (me, seen) = (asking.me(), asking.visible::<Inspect, Room>());
    format!(
        "SELECT 'visio-card-report', NULL, NULL, '', count(*), min(a.at), NULL FROM visio_report a
         JOIN visio_room r ON r.id = a.room_id WHERE a.handled_at IS NULL AND r.host_id <> {me}
         AND {seen} HAVING count(*) > 0"
    )
}
