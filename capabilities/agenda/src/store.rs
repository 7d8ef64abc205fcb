//! All the SQL of the agenda.
pub(crate) mod batch;
mod bus;
mod count;
mod day;
mod enrol;
mod family;
mod feed;
mod lay;
mod leaving;
mod meeting;
mod person;
mod presence;
mod room;
mod roster;
mod slot;
mod things;
mod week;

pub use bus::{bus_times, set_bus};
pub use count::{Count, busy, counts, counts_seen, held};
pub use day::DAYS;
pub use enrol::{
    carry, enrol, enrol_in_slot, lost, move_up, places, standing_lost, stay_away, withdraw, withdraw_from_slot,
};
pub use family::{Concerned, Home, find_for_family, homes};
pub use feed::{Feed, FeedLine, Told, feeds, is_feed, make_feed, of_feed, revoke_feed};
pub use lay::{follow_calendar, lay, lay_all};
pub use leaving::LEAVING;
pub use meeting::{add, cancel, change, close, close_forgotten, find, give_up, open, set_room, titles, volunteer};
pub use person::{erase, export};
pub use presence::{Changed, Exported, Wanted, changes, exported, mark_presence, presences, record, said};
pub use room::{JOB as ROOM_JOB, awaited, carry_room, close_room, follow_room, in_room, watch_room};
pub use roster::{Expected, expected, expected_now, pupils, recipients};
pub use slot::{Planned, add_slot, drop_slot, end_slot, find_slot, give_up_slot, slots, volunteer_for_slot};
pub use things::things;
pub use week::{Line, Mine, line, of_pupil, of_pupils, of_staff, offers, pupil_overlaps};

use crate::{Kind, Meeting, Place, Rhythm, Slot, State, What};
use access::Actor;
use db::{Result, Row, Tx, Value, marks, params};
use jiff::civil::{Date, Weekday};
use kernel::{Moment, PersonId, UnitId};

/// The columns of a meeting, for a row read by [`to_meeting`].
const MEETING: &str = "m.unit_id, m.dispositif_id, m.kind, m.title, m.place, m.spot, m.room, m.places, m.by_self,
    m.teacher_id, m.coteacher_id, m.made_by, m.id, m.slot_id, m.starts_at, m.ends_at, m.state, m.opened_at,
    m.closed_at, m.reason";
/// How many they are.
const MEETING_COLUMNS: usize = 20;
/// The columns of a slot, for a row read by [`to_slot`].
const SLOT: &str = "s.unit_id, s.dispositif_id, s.kind, s.title, s.place, s.spot, s.room, s.places, s.by_self,
    s.teacher_id, s.coteacher_id, s.made_by, s.id, s.weekday, s.from_minute, s.to_minute, s.rhythm, s.first_day,
    s.last_day";
/// How many they are.
const SLOT_COLUMNS: usize = 19;

fn to_what(row: &Row) -> What {
    What {
        school: row.get(0),
        dispositif: row.get(1),
        kind: Kind::from_word(row.text(2)).unwrap_or(Kind::Group),
        title: row.get(3),
        place: Place::from_word(row.text(4)).unwrap_or(Place::Home),
        spot: row.get(5),
        room: row.get(6),
        places: row.get(7),
        by_self: row.get(8),
    }
}

/// The values of what slots and meetings have in common, in the order of their columns.
fn what_values(what: &What) -> Vec<Value> {
    params![
        what.school,
        what.dispositif,
        what.kind.word(),
        &what.title,
        what.place.word(),
        &what.spot,
        what.room.clone(),
        what.places,
        what.by_self
    ]
    .into()
}

/// Of those who hold a thing, the one who looks at it; else the first of them.
fn lead(actor: &Actor, teacher: Option<PersonId>, coteacher: Option<PersonId>) -> Option<PersonId> {
    coteacher.filter(|one| *one == actor.person).or(teacher)
}

fn to_meeting(row: &Row) -> Meeting {
    let teacher = row.get(9);
    Meeting {
        id: row.get(12),
        slot: row.get(13),
        what: to_what(row),
        starts_at: row.get(14),
        ends_at: row.get(15),
        teacher,
        coteacher: row.get(10),
        state: State::from_word(row.text(16)).unwrap_or(State::Planned),
        opened_at: row.get(17),
        closed_at: row.get(18),
        reason: row.get(19),
        made_by: row.get(11),
        lead: teacher,
    }
}

fn to_slot(row: &Row) -> Slot {
    let teacher = row.get(9);
    let weekday = i8::try_from(row.get::<i64>(13)).ok().and_then(|day| Weekday::from_monday_one_offset(day).ok());
    Slot {
        id: row.get(12),
        what: to_what(row),
        weekday: weekday.unwrap_or(Weekday::Monday),
        from: row.get(14),
        to: row.get(15),
        rhythm: Rhythm::from_word(row.text(16)).unwrap_or(Rhythm::Every),
        first: date(row.text(17)),
        last: date(row.text(18)),
        teacher,
        coteacher: row.get(10),
        made_by: row.get(11),
        lead: teacher,
    }
}

/// A day as it is kept. What is not one is long past, so that nothing is planned by it.
fn date(text: &str) -> Date {
    text.parse().unwrap_or(Date::ZERO)
}

fn name(row: &Row, at: usize) -> Option<crate::FullName> {
    row.get::<Option<String>>(at).map(|given| (given, row.get(at + 1)))
}

/// The schools where this person works in one of `roles`, with their names.
pub fn schools_of(tx: &mut Tx<'_>, actor: &Actor, roles: &[access::Role]) -> Result<Vec<(UnitId, String)>> {
    let units = actor.units(roles);
    if units.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT id, name FROM unit WHERE kind = 'etablissement' AND id IN ({}) ORDER BY sort, code",
        marks(1, units.len())
    );
    let ids: Vec<Value> = units.into_iter().map(Value::from).collect();
    Ok(tx.query(&sql, &ids)?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Who is the digital referent of a school; to whom people are sent.
pub fn referent(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Option<crate::FullName>> {
    let sql = "SELECT p.given, p.family FROM membership m JOIN directory_person p ON p.id = m.person_id
               WHERE m.unit_id = ?1 AND m.role = 'referent' AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
               ORDER BY m.since, p.id LIMIT 1";
    Ok(tx.first(sql, &params![school, now])?.map(|row| (row.get(0), row.get(1))))
}
