//! A pupil of the home school and what was asked about another one's data, in the addresses.
use crate::{Hand, request::Asked, store};
use db::{Result, Tx, params};
use directory::demo::{Part, Stage, Thing};

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let hand = Hand { by: Some(stage.demo.head.id), now: stage.now, chance: stage.chance };
    let Some(pupil) = stage.demo.pupils.last() else { return Ok(()) };
    store::note(tx, &hand, (pupil.id, Asked::Access), stage.demo.home.id, stage.now.plus_days(-3)).map(drop)
}

fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let person = Thing::found(tx, "person", store::SOMEBODY, &params![stage.demo.home.id])?;
    let request = Thing::found(tx, "request", store::WAITING, &[])?;
    Ok(vec![person.under("/personnes/"), request.under("/demandes/")])
}
