#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Training, on both databases.
mod counts;
mod day;
mod follow;
mod pages;
mod town;
