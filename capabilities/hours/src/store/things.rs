//! The things of a demonstration that addresses name.
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let home = stage.demo.home.id;
    let teacher = stage.demo.teachers.first().map(|(teacher, _)| teacher.id);
    Ok(vec![
        Thing::found(tx, "hour", "SELECT id FROM hours_entry WHERE teacher_id = ?1 LIMIT 1", &params![teacher])?,
        Thing::found(tx, "batch", "SELECT id FROM hours_batch WHERE unit_id = ?1 LIMIT 1", &params![home])?,
    ])
}
