#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Activities of other programs, on both databases: what they are told, what they say, and what is tried on both ways.
mod attacks;
mod launch;
mod marks;
mod once;
mod pages;
mod town;
