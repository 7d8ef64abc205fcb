#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The whole house: every route met by everybody, every page in every language, one schema on both databases.
mod battery;
mod bulk;
mod cards;
mod ended;
mod erasure;
mod family;
mod forms;
mod frame;
mod frozen;
mod guests;
mod house;
mod import;
mod isolation;
mod listen;
mod operator;
mod pages;
mod plans;
mod race;
mod relative;
mod schema;
mod secrets;
mod sessions;
mod templates;
mod turned;
mod walk;
mod year;
