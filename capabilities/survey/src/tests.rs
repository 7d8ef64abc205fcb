#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The questions, on both databases.
mod answer;
mod day;
mod pages;
mod result;
mod town;
