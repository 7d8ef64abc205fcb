//! The things of a demonstration that addresses name.
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let home = stage.demo.home.id;
    let code = crate::demo::paper(tx, stage)?.unwrap_or_default();
    let guardian = stage.demo.guardian.id;
    Ok(vec![
        Thing::new("key", code).under("/reponse"),
        Thing::found(tx, "told", "SELECT id FROM agreement_told WHERE guardian_id = ?1 LIMIT 1", &params![guardian])?,
        Thing::found(tx, "answer", "SELECT id FROM agreement_answer WHERE school_id = ?1 LIMIT 1", &params![home])?,
        Thing::found(tx, "concern", "SELECT id FROM agreement_concern WHERE school_id = ?1 LIMIT 1", &params![home])?,
        Thing::found(tx, "proposal", "SELECT id FROM agreement_proposal LIMIT 1", &[])?,
    ])
}
