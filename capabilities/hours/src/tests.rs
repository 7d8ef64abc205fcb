#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The ledger of hours, on both databases.
mod collect;
mod day;
mod export;
mod line;
mod model;
mod pages;
mod property;
mod rights;
mod several;
mod town;
