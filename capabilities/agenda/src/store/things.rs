//! The things of a demonstration that addresses name.
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let home = stage.demo.home.id;
    let teacher = stage.demo.teachers.first().map(|(teacher, _)| teacher.id);
    Ok(vec![
        Thing::new("file", "AAAA.ics").under("/agenda"),
        Thing::found(tx, "feed", "SELECT id FROM agenda_feed LIMIT 1", &[])?,
        Thing::found(tx, "meeting", "SELECT id FROM agenda_meeting WHERE teacher_id = ?1 LIMIT 1", &params![teacher])?,
        Thing::found(tx, "slot", "SELECT id FROM agenda_slot WHERE unit_id = ?1 LIMIT 1", &params![home])?,
    ])
}
