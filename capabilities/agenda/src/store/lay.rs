//! Laying meetings down from slots, on school days only. Done again, it adds nothing.
use super::{SLOT, marks, meeting, to_slot};
use crate::{AHEAD, Meeting, Slot, SlotId, State, at};
use calendar::Calendar;
use db::{Result, Tx, Value, params};
use jiff::{ToSpan, civil::Date};
use kernel::{Chance, Id, Moment};
use std::collections::HashSet;

/// Lays down the meetings of every slot for the weeks to come.
pub fn lay_all(tx: &mut Tx<'_>, chance: &dyn Chance, now: Moment) -> Result<u64> {
    let sql = format!("SELECT {SLOT} FROM agenda_slot s WHERE s.until_at > ?1 ORDER BY s.until_at, s.id");
    let slots: Vec<Slot> = tx.query(&sql, &params![now])?.iter().map(to_slot).collect();
    let today = now.paris().date();
    lay(tx, chance, &slots, (today, today.saturating_add(AHEAD.days())), now)
}

/// Lays down the meetings of these slots from one day to another, both included; those who come every time are enrolled.
/// Says how many it added.
pub fn lay(tx: &mut Tx<'_>, chance: &dyn Chance, slots: &[Slot], (from, to): (Date, Date), now: Moment) -> Result<u64> {
    let calendar = Calendar::load(tx)?;
    let known = known(tx, slots, from, to)?;
    let mut added = 0;
    for day in calendar.school_days(from, to) {
        for slot in slots.iter().filter(|slot| slot.falls_on(day, &calendar)) {
            if known.contains(&(slot.id, day.to_string())) {
                continue;
            }
            let meeting = of_slot(slot, Id::new(now, chance), day);
            if meeting::add(tx, &meeting)? {
                added += 1;
                super::carry(tx, &meeting, now)?;
            }
        }
    }
    Ok(added)
}

/// The days that these slots already have.
fn known(tx: &mut Tx<'_>, slots: &[Slot], from: Date, to: Date) -> Result<HashSet<(SlotId, String)>> {
    let mut known = HashSet::new();
    for some in slots.chunks(400) {
        let sql = format!(
            "SELECT slot_id, day FROM agenda_meeting WHERE day >= ?1 AND day <= ?2 AND slot_id IN ({})",
            marks(3, some.len())
        );
        let mut values: Vec<Value> = params![from.to_string(), to.to_string()].into();
        values.extend(some.iter().map(|slot| Value::from(slot.id)));
        known.extend(tx.query(&sql, &values)?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(known)
}

fn of_slot(slot: &Slot, id: crate::MeetingId, day: Date) -> Meeting {
    Meeting {
        id,
        slot: Some(slot.id),
        what: slot.what.clone(),
        starts_at: at(day, slot.from),
        ends_at: at(day, slot.to),
        teacher: slot.teacher,
        coteacher: slot.coteacher,
        state: State::Planned,
        opened_at: None,
        closed_at: None,
        reason: String::new(),
        made_by: slot.made_by,
        lead: slot.teacher,
    }
}

/// Cancels the meetings to come that came from slots and fall, by a calendar imported since, on a day off; and plans again
/// those cancelled for that reason alone on days that are school days again. Says how many changed.
pub fn follow_calendar(tx: &mut Tx<'_>, now: Moment) -> Result<u64> {
    let calendar = Calendar::load(tx)?;
    let sql = "SELECT DISTINCT day, state FROM agenda_meeting WHERE slot_id IS NOT NULL AND starts_at > ?1
               AND (state = 'planned' OR (state = 'cancelled' AND cancelled_by IS NULL))";
    let mut changed = 0;
    for row in tx.query(sql, &params![now])? {
        let (day, planned) = (row.text(0).to_owned(), row.text(1) == "planned");
        let Ok(date) = day.parse::<Date>() else { continue };
        if calendar.off(date) != planned {
            continue;
        }
        let (from, to) = if planned { ("planned", "cancelled") } else { ("cancelled", "planned") };
        let sql = "UPDATE agenda_meeting SET state = ?3, sequence = sequence + 1, changed_at = ?4
                   WHERE day = ?1 AND slot_id IS NOT NULL AND starts_at > ?4 AND state = ?2
                   AND cancelled_by IS NULL";
        changed += tx.execute(sql, &params![day, from, to, now])?;
    }
    Ok(changed)
}
