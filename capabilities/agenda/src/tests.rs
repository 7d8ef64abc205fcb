#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The agenda, on both databases.
mod day;
mod demo;
mod enrolment;
mod feed;
mod pages;
mod presence;
mod pupil;
mod rights;
mod room;
mod slots;
mod told;
mod town;
