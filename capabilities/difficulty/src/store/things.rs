//! The things of a demonstration that addresses name.
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let home = stage.demo.home.id;
    let family = "SELECT id FROM difficulty WHERE school_id = ?1 AND audience = 'family' LIMIT 1";
    Ok(vec![
        Thing::found(tx, "difficulty", family, &params![home])?,
        Thing::found(tx, "photo", "SELECT id FROM difficulty_photo LIMIT 1", &[])?,
        Thing::found(tx, "loan", "SELECT id FROM difficulty_loan WHERE school_id = ?1 LIMIT 1", &params![home])?,
    ])
}
