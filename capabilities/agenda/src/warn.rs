//! What is to be known before one comes: two things at once, and the bus.
use crate::{Meeting, Place, Seat, State, minute_in_day, store::Mine};

/// Whether a meeting begins before a pupil is home. One at school is where they are before the bus.
pub fn early(meeting: &Meeting, bus: Option<i64>) -> bool {
    meeting.what.place != Place::School && bus.is_some_and(|home| minute_in_day(meeting.starts_at) < home)
}

/// The other meetings in which the same pupil has a place at the same time.
pub fn clashes<'m>(mine: &Mine, others: &'m [Mine]) -> Vec<&'m Meeting> {
    let counts = |one: &Mine| one.seat == Seat::Enrolled && one.line.meeting.state != State::Cancelled;
    if !counts(mine) {
        return vec![];
    }
    let meeting = &mine.line.meeting;
    others
        .iter()
        .filter(|other| other.pupil == mine.pupil && other.line.meeting.id != meeting.id && counts(other))
        .map(|other| &other.line.meeting)
        .filter(|other| other.overlaps(meeting.starts_at, meeting.ends_at))
        .collect()
}
