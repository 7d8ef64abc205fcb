//! All the SQL of difficulties, of what a school owns and of what it lends.
mod change;
mod count;
mod day;
mod equipment;
mod leaving;
mod list;
mod opening;
mod person;
mod question;
mod things;
mod thread;

pub use change::{Candidate, assign, candidates, close, reopen, say};
pub use count::{Count, counts, counts_seen, median, schools_seen};
pub use day::DAYS;
pub use equipment::{Lent, Stock, late, lend, loans, set_stock, stock, take_back};
pub use leaving::LEAVING;
pub use list::{Line, Which, board, mine, of_pupil, oldest_open};
pub use opening::{Home, Opened, guardians, homes, is_open, open};
pub use person::{erase, export};
pub use question::{Answered, answered, find_answered, questions};
pub use things::things;
pub use thread::{Photo, Spoken, attach, files, find, photo, photos, thread};

use crate::{Audience, Difficulty, Entered, Kind, State};
use db::{Row, marks};

/// The columns of a difficulty, for a row read by [`to_difficulty`].
const DIFFICULTY: &str =
    "d.id, d.school_id, d.opened_by, d.person_id, d.child_id, d.audience, d.kind, d.text, d.entered,
    d.keeper_id, d.state, d.closing, d.opened_at, d.taken_at, d.closed_at";
/// How many they are.
const COLUMNS: usize = 15;

fn to_difficulty(row: &Row) -> Difficulty {
    let school = row.get(1);
    Difficulty {
        id: row.get(0),
        school,
        opened_by: row.get(2),
        person: row.get(3),
        child: row.get(4),
        audience: Audience::from_word(row.text(5)).unwrap_or(Audience::Family),
        kind: Kind::from_word(row.text(6)).unwrap_or(Kind::Other),
        text: row.get(7),
        entered: Entered::from_word(row.text(8)).unwrap_or(Entered::Page),
        keeper: row.get(9),
        state: State::from_word(row.text(10)).unwrap_or(State::New),
        closing: row.get(11),
        opened_at: row.get(12),
        taken_at: row.get(13),
        closed_at: row.get(14),
        lineage: vec![school],
    }
}
