//! A pupil of the home school, in the addresses.
use crate::store;
use db::params;
use directory::demo::{Part, Thing};

/// This slice's part of a demonstration: its people are there already.
pub const PART: Part = Part {
    fill: |_, _| Ok(()),
    things: |tx, stage| {
        let person = Thing::found(tx, "person", store::SOMEBODY, &params![stage.demo.home.id])?;
        Ok(vec![person.under("/personnes/")])
    },
};
