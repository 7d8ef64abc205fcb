//! Three questions at three moments to pupils, families and teachers: what they think of it.
//!
//! Tables: `survey_wave`, `survey_answer`, `survey_paper`. Invariants: one answer per person, public and wave, changed as
//! long as the wave is open; once it is closed, nobody can tell whose an answer was; fewer than five answers to a question
//! are shown to nobody, nor can they be found by subtraction; free words come without author; erasing a person keeps the
//! counts.
mod chapter;
pub mod demo;
mod model;
mod pages;
pub mod policy;
pub mod store;
#[cfg(test)]
mod tests;
mod treatment;

pub use model::*;

use access::Audience;
use jobs::{HowLong, Keep, Task};
use web::{Door, Entry, Way};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    migrations: &[db::Migration { name: "survey/0001_survey", sql: include_str!("../migrations/0001_survey.sql") }],
    keeps: &[
        Keep {
            table: "survey_answer",
            how_long: HowLong::Rows {
                condition: "wave_id IN (SELECT id FROM survey_wave WHERE at < ?1 - 157680000000)",
                why: "five years, so that one year is compared with another; without names once the wave is closed",
            },
        },
        Keep { table: "survey_paper", how_long: HowLong::Forever("counts of sheets, no person but who entered them") },
        Keep { table: "survey_wave", how_long: HowLong::Forever("dates, no person but who set them") },
    ],
    treatments: treatment::TREATMENTS,
    sentences: web::seven!("lang"),
    rights: policy::RIGHTS,
    routes: pages::routes,
    tasks,
    export: store::export,
    erase: store::erase,
    menu: &[
        Way {
            under: Entry::Programmes,
            href: "/avis",
            icon: "smile",
            key: "survey-way-answer",
            door: Door::Audience(&[Audience::Pupil, Audience::Family, Audience::School]),
        },
        Way {
            under: Entry::School,
            href: "/avis/resultats",
            icon: "smile",
            key: "survey-way-results",
            door: Door::Staff(policy::ALL_READERS),
        },
        Way {
            under: Entry::School,
            href: "/avis/papier",
            icon: "pencil-line",
            key: "survey-way-paper",
            door: Door::Staff(policy::CLERKS),
        },
    ],
    gives: &[&chapter::CHAPTER, &demo::PART],
    days: store::DAYS,
    ..web::Slice::named("survey")
};

fn tasks() -> Vec<Task> {
    vec![Task::every(6 * 60, "survey/seal", |work| store::seal(work.tx, work.now.paris().date()).map(drop))]
}
