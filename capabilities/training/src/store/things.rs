//! The things of a demonstration that addresses name.
use db::{Result, Tx};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, _stage: &Stage<'_>) -> Result<Vec<Thing>> {
    Ok(vec![Thing::found(tx, "course", "SELECT id FROM training_course LIMIT 1", &[])?])
}
