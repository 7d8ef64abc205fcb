#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Families told and heard, on both databases.
mod announcing;
mod answering;
mod concerns;
mod day;
mod demonstration;
mod letters;
mod pages;
mod rights;
mod town;
