//! All the SQL of hours.
mod batch;
mod before;
mod collected;
mod count;
mod day;
mod decision;
mod ledger;
mod line;
mod person;
mod rule;
mod things;

pub use batch::{Batch, Sent, batch, batches, make_batch, sent};
pub use before::{before, set_before};
pub use collected::{Found, Known, Origin, add, follow, known};
pub use count::{
    Counted, MonthCount, Territory, counts, months, months_of, territory, territory_by_month, territory_together,
};
pub use day::DAYS;
pub use decision::{Decision, approve, can_take_back, refuse, take_back, take_back_all};
pub use ledger::{
    Due, Line, Named, Standing, TeacherMonth, Together, approve_all, confirm_all, lines, of_school, overlapping, own,
    standing, teachers,
};
pub use line::{Corrected, Correction, Entry, OfTeacher, confirm, correct, enter, find, history, month_of, unconfirm};
pub use person::{erase, export};
pub use rule::{Rules, SetRule, academie_of, rules, rules_of, set_rule};
pub use things::things;

use crate::model::{EmptyRule, Hour, Source, State};
use access::{Actor, Allowed, Permission};
use db::{Row, marks};
use kernel::UnitId;

use crate::model::Place;

/// The school or académie, under the right `P`, if this person has it.
pub fn place<P: Permission<Place>>(actor: &Actor, unit: UnitId) -> Option<Allowed<P, Place>> {
    access::check(actor, Place::at(unit)).ok()
}

/// The columns of a line, for a row read by [`to_hour`].
const HOUR: &str =
    "h.id, h.source, h.unit_id, h.teacher_id, h.dispositif_id, h.on_site, h.starts_at, h.ends_at, h.minutes,
    h.expected, h.came, h.rule, h.due, h.state, h.source_id";
/// How many they are.
const HOUR_COLUMNS: usize = 15;

fn to_hour(row: &Row) -> Hour {
    let school = row.get(2);
    Hour {
        id: row.get(0),
        source: Source::from_word(row.text(1)).unwrap_or(Source::Entry),
        school,
        teacher: row.get(3),
        dispositif: row.get(4),
        on_site: row.get(5),
        starts_at: row.get(6),
        ends_at: row.get(7),
        minutes: row.get(8),
        expected: row.get(9),
        came: row.get(10),
        rule: EmptyRule::from_word(row.text(11)).unwrap_or_default(),
        due: row.get(12),
        state: State::from_word(row.text(13)).unwrap_or(State::Proposed),
        source_id: row.get(14),
        lineage: vec![school],
    }
}
