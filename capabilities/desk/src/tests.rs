#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The help desk, on both databases.
mod admission;
mod asking;
mod closing;
mod crossing;
mod day;
mod evening;
mod followup;
mod forms;
mod group;
mod model;
mod pages;
mod phone;
mod pupil;
mod queue;
mod rights;
mod room;
mod schools;
mod tally;
mod thread;
mod town;
mod wait;
mod weeks;
mod worked;
