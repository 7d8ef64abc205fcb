//! Many rows at once, for a demonstration: nothing is asked of the rows, which are made to agree.
use super::what_values;
use crate::{Mark, Meeting, MeetingId, Seat, SlotId};
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId};
use std::fmt::Write as _;

/// Many rows waiting to be written.
#[derive(Debug, Default)]
pub struct Batch {
    meetings: Vec<Value>,
    enrolments: Vec<Value>,
    presences: Vec<Value>,
    buses: Vec<Value>,
    regulars: Vec<Value>,
}

const MEETING: &str =
    "agenda_meeting (unit_id, dispositif_id, kind, title, place, spot, room, places, by_self, teacher_id,
    coteacher_id, made_by, id, slot_id, day, starts_at, ends_at, state, opened_at, closed_at, reason)";

impl Batch {
    /// A meeting.
    pub fn meeting(&mut self, meeting: &Meeting) {
        self.meetings.extend(what_values(&meeting.what));
        self.meetings.extend(params![
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
    }

    /// A pupil's place in it.
    pub fn enrolment(&mut self, meeting: &Meeting, pupil: PersonId, seat: Seat, at: Moment) {
        self.enrolments.extend(params![meeting.id, pupil, seat.word(), meeting.starts_at, at, meeting.made_by]);
    }

    /// Whether they came.
    pub fn presence(&mut self, meeting: MeetingId, pupil: PersonId, said: (Mark, i64), by: PersonId, at: Moment) {
        self.presences.extend(params![meeting, pupil, said.0.word(), said.1, "main", at, by]);
    }

    /// When they are home.
    pub fn bus(&mut self, pupil: PersonId, minute: i64, at: Moment) {
        self.buses.extend(params![pupil, minute, at, pupil]);
    }

    /// That they come every time.
    pub fn regular(&mut self, slot: SlotId, pupil: PersonId, since: Moment) {
        self.regulars.extend(params![slot, pupil, since]);
    }

    /// Writes all of it.
    pub fn write(self, tx: &mut Tx<'_>) -> Result<()> {
        many(tx, MEETING, 21, &self.meetings)?;
        many(tx, "agenda_enrolment (meeting_id, pupil_id, state, starts_at, at, by_id)", 6, &self.enrolments)?;
        many(tx, "agenda_presence (meeting_id, pupil_id, mark, minutes, source, at, by_id)", 7, &self.presences)?;
        many(tx, "agenda_bus (pupil_id, minute, at, by_id)", 4, &self.buses)?;
        many(tx, "agenda_slot_pupil (slot_id, pupil_id, since)", 3, &self.regulars)
    }
}

fn many(tx: &mut Tx<'_>, into: &str, width: usize, values: &[Value]) -> Result<()> {
    for values in values.chunks(100 * width) {
        let mut sql = format!("INSERT INTO {into} VALUES ");
        for row in 0..values.len() / width {
            let comma = if row == 0 { "" } else { "," };
            let _ = write!(sql, "{comma}({})", super::marks(row * width + 1, width));
        }
        sql.push_str(" ON CONFLICT DO NOTHING");
        tx.execute(&sql, values)?;
    }
    Ok(())
}
