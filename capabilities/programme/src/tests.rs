#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Tests of programmes.
mod day;
mod demo;
mod dispositif;
mod find;
mod forms;
mod map;
mod model;
mod numbers;
mod pages;
mod protocol;
mod rights;
mod several;
mod town;
