//! What was reported in the rooms of one's school.
use crate::{
    model::Room,
    policy::{INSPECTORS, Inspect},
};
use web::{Asking, Day, Door, Entry, Kind, Result, Visit};

/// What this slice puts on *Aujourd'hui*; the rooms that are open stand there whole.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::SignedIn,
        kinds: &[
            Kind::turn("visio-turn-open", "door-open", Entry::Week, "/visio/{id}"),
            Kind::turn("visio-turn-door", "door-open", Entry::Week, "/visio/{id}"),
        ],
        select: awaited,
        topics: web::THE_PERSON,
    },
    Day {
        door: Door::Staff(INSPECTORS),
        kinds: &[Kind::waits("visio-card-report", "flag", Entry::School, "/visio/signalements")],
        select: reported,
        topics: schools,
    },
];

/// Who waits in a room: the adult who holds it, once an adult is in it, for those expected there; those at its door, for whoever holds it and is not in.
fn awaited(asking: &mut Asking<'_>) -> String {
    let me = asking.me();
    format!(
        "SELECT 'visio-turn-open', r.id, NULL, p.given || ' ' || p.family, 1, r.opened_at, NULL
         FROM visio_seat s JOIN visio_room r ON r.id = s.room_id JOIN directory_person p ON p.id = r.host_id
         WHERE s.person_id = {me} AND s.state IN ('expected', 'admitted') AND r.state = 'open' AND r.host_id <> {me}
           AND (r.server_id IS NOT NULL OR EXISTS (SELECT 1 FROM visio_seat a WHERE a.room_id = r.id AND a.role <> 'guest'
             AND a.came_at IS NOT NULL))
         UNION ALL SELECT 'visio-turn-door', r.id, NULL, r.title, count(*), min(s.came_at), NULL
         FROM visio_room r JOIN visio_seat s ON s.room_id = r.id AND s.state = 'lobby'
         WHERE r.host_id = {me} AND r.state <> 'closed' AND NOT EXISTS (SELECT 1 FROM visio_seat h
           WHERE h.room_id = r.id AND h.person_id = {me} AND h.state = 'in')
         GROUP BY r.id, r.title"
    )
}

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
