//! Slots: hours that come back.
use super::{SLOT, SLOT_COLUMNS, lead, name, to_slot, what_values};
use crate::{
    FullName, Refusal, Slot, SlotId, at,
    policy::{Change, See, Volunteer},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Tx, Value, params};
use jiff::civil::Date;
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// A slot on the school's list.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The slot.
    pub slot: Slot,
    /// The school's name.
    pub school: String,
    /// Who holds it.
    pub teacher: Option<FullName>,
    /// Who helps hold it.
    pub coteacher: Option<FullName>,
    /// How many pupils come every time.
    pub regulars: i64,
}

/// Adds a slot; its meetings are laid down by [`super::lay`].
pub fn add_slot(tx: &mut Tx<'_>, slot: &Slot) -> Result<()> {
    let mut values = what_values(&slot.what);
    values.extend(params![
        slot.teacher,
        slot.coteacher,
        slot.made_by,
        slot.id,
        i64::from(slot.weekday.to_monday_one_offset()),
        slot.from,
        slot.to,
        slot.rhythm.word(),
        slot.first.to_string(),
        slot.last.to_string(),
        at(slot.last, slot.to)
    ]);
    tx.execute(
        "INSERT INTO agenda_slot (unit_id, dispositif_id, kind, title, place, spot, room, places, by_self, teacher_id,
           coteacher_id, made_by, id, weekday, from_minute, to_minute, rhythm, first_day, last_day, until_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        &values,
    )
    .map(drop)
}

/// The slots that this person may see and that are not over.
pub fn slots(tx: &mut Tx<'_>, actor: &Actor, pager: Pager, now: Moment) -> Result<Paged<Planned>> {
    let seen = access::visible::<See, Slot>(actor, 2);
    let columns = format!(
        "{SLOT}, u.name, t.given, t.family, c.given, c.family,
           (SELECT count(*) FROM agenda_slot_pupil r WHERE r.slot_id = s.id)"
    );
    let from = format!(
        "agenda_slot s JOIN unit u ON u.id = s.unit_id LEFT JOIN directory_person t ON t.id = s.teacher_id
         LEFT JOIN directory_person c ON c.id = s.coteacher_id WHERE s.until_at > ?1 AND {}",
        seen.sql
    );
    let params: Vec<Value> = params![now].into_iter().chain(seen.params).collect();
    let order = "u.sort, s.unit_id, s.weekday, s.from_minute, s.id";
    pager.read(tx, List { columns: &columns, from: &from, order, params: &params }, |row| Planned {
        slot: to_slot(row),
        school: row.get(SLOT_COLUMNS),
        teacher: name(row, SLOT_COLUMNS + 1),
        coteacher: name(row, SLOT_COLUMNS + 3),
        regulars: row.get(SLOT_COLUMNS + 5),
    })
}

/// The slot, under the right `P`. Hidden and absent look the same.
pub fn find_slot<P: Permission<Slot>>(tx: &mut Tx<'_>, actor: &Actor, id: SlotId) -> Result<Option<Allowed<P, Slot>>> {
    let row = tx.first(&format!("SELECT {SLOT} FROM agenda_slot s WHERE s.id = ?1"), &params![id])?;
    Ok(row.and_then(|row| {
        let mut slot = to_slot(&row);
        slot.lead = lead(actor, slot.teacher, slot.coteacher);
        access::check(actor, slot).ok()
    }))
}

/// Promises to hold it, with all of its meetings to come that nobody holds; the second one who promises helps the first.
pub fn volunteer_for_slot(
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: &Allowed<Volunteer, Slot>,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let me = actor.person;
    let columns = [("teacher_id", "teacher_id IS NULL"), ("coteacher_id", "coteacher_id IS NULL AND teacher_id <> ?2")];
    for (column, free) in columns {
        let sql = format!("UPDATE agenda_slot SET {column} = ?2 WHERE id = ?1 AND {free}");
        if tx.execute(&sql, &params![slot.id, me])? == 0 {
            continue;
        }
        let sql = format!(
            "UPDATE agenda_meeting SET {column} = ?2 WHERE slot_id = ?1 AND state = 'planned' AND starts_at > ?3
             AND {free}"
        );
        tx.execute(&sql, &params![slot.id, me, now])?;
        return Ok(Ok(()));
    }
    Ok(Err(Refusal::Taken))
}

/// Takes a promise back: from the slot and from its meetings to come. Who helped takes over.
pub fn give_up_slot(tx: &mut Tx<'_>, person: PersonId, slot: SlotId, now: Moment) -> Result<()> {
    for (table, key, when) in
        [("agenda_slot", "id", "until_at > ?3"), ("agenda_meeting", "slot_id", "state = 'planned' AND starts_at > ?3")]
    {
        let sql = format!("UPDATE {table} SET coteacher_id = NULL WHERE {key} = ?1 AND coteacher_id = ?2 AND {when}");
        tx.execute(&sql, &params![slot, person, now])?;
        let sql = format!(
            "UPDATE {table} SET teacher_id = coteacher_id, coteacher_id = NULL
             WHERE {key} = ?1 AND teacher_id = ?2 AND {when}"
        );
        tx.execute(&sql, &params![slot, person, now])?;
    }
    Ok(())
}

/// Ends a slot the day before `from`: its meetings from then on that nobody is enrolled in go; the others are given back, to
/// be cancelled one by one, so that everybody is told.
pub fn end_slot(
    tx: &mut Tx<'_>,
    slot: &Allowed<Change, Slot>,
    from: Date,
    now: Moment,
) -> Result<Vec<crate::MeetingId>> {
    let from = from.max(now.paris().date());
    let last = from.yesterday().unwrap_or(from);
    tx.execute(
        "UPDATE agenda_slot SET last_day = ?2, until_at = ?3 WHERE id = ?1",
        &params![slot.id, last.to_string(), at(last, slot.to)],
    )?;
    tx.execute(
        "DELETE FROM agenda_meeting WHERE slot_id = ?1 AND state = 'planned' AND day >= ?2 AND starts_at > ?3
         AND NOT EXISTS (SELECT 1 FROM agenda_enrolment e WHERE e.meeting_id = agenda_meeting.id)",
        &params![slot.id, from.to_string(), now],
    )?;
    let sql = "SELECT id FROM agenda_meeting WHERE slot_id = ?1 AND state = 'planned' AND day >= ?2 AND starts_at > ?3";
    Ok(tx.query(sql, &params![slot.id, from.to_string(), now])?.iter().map(|row| row.get(0)).collect())
}

/// Removes a slot that has no meeting at all.
pub fn drop_slot(tx: &mut Tx<'_>, slot: &Allowed<Change, Slot>) -> Result<()> {
    let sql = "DELETE FROM agenda_slot WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM agenda_meeting m
               WHERE m.slot_id = agenda_slot.id)";
    tx.execute(sql, &params![slot.id]).map(drop)
}
