//! The things of a demonstration that addresses name.
use crate::{
    Kind,
    store::{Wanted, open_for},
};
use db::{Result, Tx};
use directory::demo::{Stage, Thing};

/// A room that waits for a pupil, and a report. From then on another server serves the home school's rooms: there is one to open
/// for a ticket and for a meeting.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let (demo, chance, now) = (stage.demo, stage.chance, stage.now);
    let expected: Vec<_> = demo.pupils.get(1).map(|pupil| pupil.id).into_iter().collect();
    let wanted = Wanted {
        kind: Kind::Meeting,
        source: None,
        school: demo.home.id,
        host: demo.teachers.first().map_or(demo.head.id, |(teacher, _)| teacher.id),
        title: "Oral",
        expected: &expected,
        lobby: true,
    };
    let room = open_for(tx, chance, &wanted, now)?;
    crate::demo::elsewhere(tx, chance, demo.home.id, demo.head.id, now)?;
    let report = Thing::found(tx, "report", "SELECT id FROM visio_report LIMIT 1", &[])?;
    Ok(vec![Thing::new("room", room), report.under("/visio")])
}
