//! All the SQL of the questions.
mod answer;
mod day;
mod paper;
mod person;
mod result;
mod things;
mod wave;

pub use answer::{answer, asked, record, say, seal};
pub use day::DAYS;
pub use paper::{Sheets, enter, sheets};
pub use person::{erase, export};
pub use result::{BySchool, answering, by_school, results, words};
pub use things::things;
pub use wave::{begun, open, wave, waves};

use crate::model::Place;
use access::{Actor, Allowed, Permission};
use kernel::UnitId;

/// The school or académie, under the right `P`, if this person has it.
pub fn place<P: Permission<Place>>(actor: &Actor, unit: UnitId) -> Option<Allowed<P, Place>> {
    access::check(actor, Place::at(unit)).ok()
}

use db::marks;
