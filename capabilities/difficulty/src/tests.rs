#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Difficulties, on both databases.
mod day;
mod family;
mod forgetting;
mod lending;
mod log;
mod pages;
mod questions;
mod rights;
mod town;
