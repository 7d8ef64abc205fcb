//! The things of a demonstration that addresses name.
use db::{Result, Tx};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, _stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let wave = "SELECT id FROM survey_wave ORDER BY opens_on DESC LIMIT 1";
    Ok(vec![Thing::new("public", crate::Public::Pupil.word()), Thing::found(tx, "wave", wave, &[])?])
}
