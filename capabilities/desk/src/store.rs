//! All the SQL of the help desk.
mod ahead;
mod back;
mod closing;
mod count;
mod day;
mod desk;
mod duty;
mod leaving;
mod past;
mod person;
mod promised;
mod queue;
mod report;
mod tally;
mod things;
mod thread;
mod ticket;
mod week;
mod worked;

pub use ahead::evenings;
pub use back::{restore, withdraw};
pub use closing::close_evening;
pub use count::{Counts, all_counts, counts, of_school};
pub use day::DAYS;
pub use desk::{
    accept_school, add_desk, announce, change_desk, desk_for, desks_served, invitations, invite_school, schools_of,
    to_decide, to_join,
};
pub use duty::{add_duty, drop_duty, duties_of, duty_of, own_duties, set_state};
pub use leaving::{let_go, unended};
pub use past::{Past, record, record_duty};
pub use person::{erase, export};
pub use promised::LEAVING;
pub use queue::{Line, Tonight, before, group, history, next, queue, tonight};
pub use report::{Reported, handle, report, reports};
pub use tally::{PRESENCE, Tally, attended, helped, pupils_helped, tally};
pub use things::things;
pub use thread::{Attached, Spoken, answered, attach, attachment, files, group_threads, say, thread};
pub use ticket::{
    Asked, FullName, Helped, OfChild, RETURN, ask, ask_again, call, claim, come_back, end, face, find, follow,
    followups, give_back, hand_over, last_of, live_of, of_child, of_pupil, own, pause,
};
pub use week::DUTIES;
pub use worked::{Worked, worked};

use crate::model::{Call, Desk, Duty, DutyState, Face, Mode, Names, Outcome, State, Subject, Tag, Ticket};
use db::{Row, marks};
use kernel::{Evening, Moment};

/// The columns of a ticket, for a row read by [`to_ticket`].
const TICKET: &str =
    "t.id, t.desk_id, t.unit_id, t.pupil_id, t.evening, t.subject, t.blocks, t.mode, t.state, t.helped,
    t.asked_at, t.paused_until, t.group_id, t.helper_id, t.claimed_at, t.ended_at, t.outcome, t.tag, t.call_outcome,
    t.face, t.followed_at, t.phone,
    (SELECT max(a.media) FROM desk_attachment a WHERE a.ticket_id = t.id AND a.word_id IS NULL)";
/// How many they are.
const TICKET_COLUMNS: usize = 23;

fn to_ticket(row: &Row) -> Ticket {
    let school = row.get(2);
    Ticket {
        id: row.get(0),
        desk: row.get(1),
        school,
        pupil: row.get(3),
        evening: row.text(4).parse().unwrap_or_else(|_| row.get::<Moment>(10).evening()),
        subject: Subject::from_word(row.text(5)).unwrap_or(Subject::Other),
        blocks: row.get(6),
        mode: Mode::from_word(row.text(7)).unwrap_or(Mode::Writing),
        state: State::from_word(row.text(8)).unwrap_or(State::Done),
        helped: row.get(9),
        asked_at: row.get(10),
        paused_until: row.get(11),
        group: row.get(12),
        helper: row.get(13),
        claimed_at: row.get(14),
        ended_at: row.get(15),
        outcome: word(row, 16, Outcome::from_word),
        tag: word(row, 17, Tag::from_word),
        call: word(row, 18, Call::from_word),
        face: word(row, 19, Face::from_word),
        followed_at: row.get(20),
        phone: row.get::<Option<String>>(21).map(|kept| telephone::shown(&kept)),
        shown: row.get(22),
        lineage: vec![school],
    }
}

fn word<T>(row: &Row, at: usize, from: fn(&str) -> Option<T>) -> Option<T> {
    row.get::<Option<String>>(at).and_then(|word| from(&word))
}

/// The columns of a desk seen from a school, for a row read by [`to_desk`].
const DESK: &str = "d.id, d.name, d.names, d.announcement, d.pace, s.unit_id";

fn to_desk(row: &Row) -> Desk {
    let school = row.get(5);
    Desk {
        id: row.get(0),
        name: row.get(1),
        names: Names::from_word(row.text(2)).unwrap_or(Names::Hidden),
        announcement: row.get(3),
        pace: row.get(4),
        school,
        lineage: vec![school],
    }
}

/// The columns of a duty, for a row read by [`to_duty`].
const DUTY: &str = "u.id, u.desk_id, u.teacher_id, u.subjects, u.room, u.starts_at, u.ends_at, u.state";

fn to_duty(row: &Row, at: usize) -> Duty {
    Duty {
        id: row.get(at),
        desk: row.get(at + 1),
        teacher: row.get(at + 2),
        subjects: row.text(at + 3).split(' ').filter_map(Subject::from_word).collect(),
        room: row.get(at + 4),
        starts_at: row.get(at + 5),
        ends_at: row.get(at + 6),
        state: DutyState::from_word(row.text(at + 7)).unwrap_or(DutyState::Closed),
    }
}

/// The end of an evening: four o'clock the next morning.
pub(crate) fn night(evening: Evening) -> Moment {
    Moment::at_paris(evening.0, 4, 0).plus_days(1)
}

/// Gives a row once a duty was promised.
pub const PROMISED: &str = "SELECT 1 FROM desk_duty LIMIT 1";
