#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod care;
mod door;
mod nodes;
mod pages;
mod presence;
mod secret;
mod servers;
mod source;
mod tools;
mod town;
