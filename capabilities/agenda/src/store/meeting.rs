//! One meeting, from its plan to its end. What a state does not allow changes no row, and is said as a refusal.
use super::{MEETING, lead, to_meeting, what_values};
use crate::{
    Meeting, MeetingId, Refusal, State,
    policy::{Change, Hold, Volunteer},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Tx, Value, marks, params};
use kernel::{Moment, PersonId};
use std::collections::HashMap;

type Done = Result<std::result::Result<(), Refusal>>;

fn changed(rows: u64, refusal: Refusal) -> std::result::Result<(), Refusal> {
    if rows > 0 { Ok(()) } else { Err(refusal) }
}

/// Adds a meeting, unless its slot has one that day. Says whether it did.
pub fn add(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<bool> {
    let mut values = what_values(&meeting.what);
    values.extend(params![
        meeting.teacher,
        meeting.coteacher,
        meeting.made_by,
        meeting.id,
        meeting.slot,
        meeting.starts_at.paris().date().to_string(),
        meeting.starts_at,
        meeting.ends_at,
        meeting.state.word(),
        meeting.opened_at,
        meeting.closed_at,
        &meeting.reason
    ]);
    let added = tx.execute(
        "INSERT INTO agenda_meeting (unit_id, dispositif_id, kind, title, place, spot, room, places, by_self, teacher_id,
           coteacher_id, made_by, id, slot_id, day, starts_at, ends_at, state, opened_at, closed_at, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
         ON CONFLICT (slot_id, day) DO NOTHING",
        &values,
    )?;
    Ok(added > 0)
}

/// The meeting, under the right `P`. Hidden and absent look the same.
pub fn find<P: Permission<Meeting>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: MeetingId,
) -> Result<Option<Allowed<P, Meeting>>> {
    let row = tx.first(&format!("SELECT {MEETING} FROM agenda_meeting m WHERE m.id = ?1"), &params![id])?;
    Ok(row.and_then(|row| {
        let mut meeting = to_meeting(&row);
        meeting.lead = lead(actor, meeting.teacher, meeting.coteacher);
        access::check(actor, meeting).ok()
    }))
}

/// Promises to hold it; the second one who promises helps the first.
pub fn volunteer(tx: &mut Tx<'_>, actor: &Actor, meeting: &Allowed<Volunteer, Meeting>, now: Moment) -> Done {
    if !meeting.ahead(now) {
        return Ok(Err(Refusal::Over));
    }
    let first = "UPDATE agenda_meeting SET teacher_id = ?2 WHERE id = ?1 AND teacher_id IS NULL";
    let second = "UPDATE agenda_meeting SET coteacher_id = ?2 WHERE id = ?1 AND coteacher_id IS NULL
                  AND teacher_id <> ?2";
    for sql in [first, second] {
        if tx.execute(sql, &params![meeting.id, actor.person])? > 0 {
            return Ok(Ok(()));
        }
    }
    Ok(Err(Refusal::Taken))
}

/// Takes a promise back, before it begins. Who helped takes over.
pub fn give_up(tx: &mut Tx<'_>, person: PersonId, meeting: MeetingId, now: Moment) -> Done {
    let when = "state = 'planned' AND starts_at > ?3";
    let sql = format!("UPDATE agenda_meeting SET coteacher_id = NULL WHERE id = ?1 AND coteacher_id = ?2 AND {when}");
    let mut rows = tx.execute(&sql, &params![meeting, person, now])?;
    let sql = format!(
        "UPDATE agenda_meeting SET teacher_id = coteacher_id, coteacher_id = NULL
         WHERE id = ?1 AND teacher_id = ?2 AND {when}"
    );
    rows += tx.execute(&sql, &params![meeting, person, now])?;
    Ok(changed(rows, Refusal::Over))
}

/// Changes what it is about, where, and for how many, while it is to come.
pub fn change(tx: &mut Tx<'_>, meeting: &Allowed<Change, Meeting>, what: &crate::What, now: Moment) -> Done {
    let mut values: Vec<Value> = params![meeting.id, &what.title, what.place.word(), &what.spot].into();
    values.extend(params![what.room.clone(), what.places, what.by_self, now]);
    let rows = tx.execute(
        "UPDATE agenda_meeting SET title = ?2, place = ?3, spot = ?4, room = ?5, places = ?6, by_self = ?7,
           sequence = sequence + 1, changed_at = ?8
         WHERE id = ?1 AND state IN ('planned', 'open')",
        &values,
    )?;
    Ok(changed(rows, Refusal::Over))
}

/// Gives a meeting the link of its video room.
pub fn set_room(tx: &mut Tx<'_>, meeting: MeetingId, link: Option<&str>) -> Result<()> {
    tx.execute("UPDATE agenda_meeting SET room = ?2 WHERE id = ?1", &params![meeting, link]).map(drop)
}

/// Begins it: from a quarter of an hour before its time.
pub fn open(tx: &mut Tx<'_>, meeting: &Allowed<Hold, Meeting>, now: Moment) -> Done {
    if now < meeting.starts_at.plus_minutes(-15) {
        return Ok(Err(Refusal::Early));
    }
    let sql = "UPDATE agenda_meeting SET state = 'open', opened_at = ?2 WHERE id = ?1 AND state = 'planned'
               AND ends_at > ?2";
    let rows = tx.execute(sql, &params![meeting.id, now])?;
    tx.ring(format!("meeting:{}", meeting.id));
    Ok(changed(rows, Refusal::Over))
}

/// Ends it: it was held. One that was never opened is held from and until the hours it was planned for.
pub fn close(tx: &mut Tx<'_>, meeting: &Meeting, now: Moment) -> Done {
    let (from, until) = match meeting.state {
        State::Open => (meeting.opened_at.unwrap_or(meeting.starts_at), now.max(meeting.starts_at)),
        State::Planned if now >= meeting.starts_at => (meeting.starts_at, meeting.ends_at.min(now)),
        State::Planned => return Ok(Err(Refusal::Early)),
        State::Held | State::Cancelled => return Ok(Err(Refusal::Over)),
    };
    let sql = "UPDATE agenda_meeting SET state = 'held', opened_at = ?2, closed_at = ?3
               WHERE id = ?1 AND state IN ('planned', 'open')";
    let rows = tx.execute(sql, &params![meeting.id, from, until])?;
    if rows > 0 {
        super::close_room(tx, meeting.id, now)?;
    }
    tx.ring(format!("meeting:{}", meeting.id));
    Ok(changed(rows, Refusal::Over))
}

/// Cancels it, before it was held.
pub fn cancel(tx: &mut Tx<'_>, actor: &Actor, meeting: &Allowed<Change, Meeting>, reason: &str, now: Moment) -> Done {
    let rows = tx.execute(
        "UPDATE agenda_meeting SET state = 'cancelled', reason = ?2, cancelled_by = ?3, sequence = sequence + 1,
           changed_at = ?4
         WHERE id = ?1 AND state IN ('planned', 'open')",
        &params![meeting.id, reason, actor.person, now],
    )?;
    if rows > 0 {
        super::close_room(tx, meeting.id, now)?;
    }
    tx.ring(format!("meeting:{}", meeting.id));
    Ok(changed(rows, Refusal::Over))
}

/// Ends the meetings left open for more than an hour after their time: held until the hour they were planned to end. Their
/// rooms end too.
pub fn close_forgotten(tx: &mut Tx<'_>, now: Moment) -> Result<u64> {
    let late = now.plus_minutes(-60);
    let left = tx.query("SELECT id FROM agenda_meeting WHERE state = 'open' AND ends_at < ?1", &params![late])?;
    for row in &left {
        super::close_room(tx, row.get(0), now)?;
    }
    let sql = "UPDATE agenda_meeting SET state = 'held',
                 closed_at = CASE WHEN opened_at > ends_at THEN opened_at ELSE ends_at END
               WHERE state = 'open' AND ends_at < ?1";
    tx.execute(sql, &params![late])
}

/// What these meetings are called; one that is only called by its kind is left out. Titles bear no name of a pupil.
pub fn titles(tx: &mut Tx<'_>, meetings: &[MeetingId]) -> Result<HashMap<MeetingId, String>> {
    let mut titles = HashMap::new();
    for meetings in meetings.chunks(500) {
        let among = marks(1, meetings.len());
        let sql = format!("SELECT id, title FROM agenda_meeting WHERE title <> '' AND id IN ({among})");
        let ids: Vec<Value> = meetings.iter().map(|meeting| Value::from(*meeting)).collect();
        titles.extend(tx.query(&sql, &ids)?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(titles)
}
