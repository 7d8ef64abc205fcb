//! What was reported in a room, for an adult who was not in it.
use super::topic;
use crate::{
    model::{LineId, ReportId, Room, RoomId, Seated},
    policy::Inspect,
};
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::Moment;
use web::{List, Paged, Pager};

/// A report waiting for an adult.
#[derive(Clone, Debug)]
pub struct Reported {
    /// Its id.
    pub id: ReportId,
    /// In which room.
    pub room: RoomId,
    /// What the room was called.
    pub title: String,
    /// When.
    pub at: Moment,
    /// What they said of it; may be empty.
    pub text: String,
    /// The line it is about, with who wrote it.
    pub line: Option<(String, String, String)>,
    /// Who reported.
    pub by: (String, String),
}

/// Reports a line, or what goes on.
pub fn report(
    tx: &mut Tx<'_>,
    seated: &Seated,
    id: ReportId,
    line: Option<LineId>,
    text: &str,
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO visio_report (id, room_id, person_id, line_id, at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, seated.room.id, seated.seat.person, line, now, text],
    )?;
    tx.ring(format!("school:{}", seated.room.school));
    tx.ring(topic(seated.room.id));
    Ok(())
}

/// The reports this person has to look into, the oldest first. Nobody looks into a room they hold.
pub fn reports(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Reported>> {
    let seen = access::visible::<Inspect, Room>(actor, 2);
    let columns = "a.id, r.id, r.title, a.at, a.text, l.text, w.given, w.family, p.given, p.family";
    let from = format!(
        "visio_report a JOIN visio_room r ON r.id = a.room_id JOIN directory_person p ON p.id = a.person_id
         LEFT JOIN visio_line l ON l.id = a.line_id AND l.room_id = a.room_id
         LEFT JOIN directory_person w ON w.id = l.person_id
         WHERE a.handled_at IS NULL AND r.host_id <> ?1 AND {}",
        seen.sql
    );
    let params: Vec<Value> = params![actor.person].into_iter().chain(seen.params).collect();
    pager.read(tx, List { columns, from: &from, order: "a.at, a.id", params: &params }, |row| {
        let line: Option<String> = row.get(5);
        Reported {
            id: row.get(0),
            room: row.get(1),
            title: row.get(2),
            at: row.get(3),
            text: row.get(4),
            line: line.map(|line| (line, row.get(6), row.get(7))),
            by: (row.get(8), row.get(9)),
        }
    })
}

/// Notes that a report was looked into. Says whether there was one to this person.
pub fn handle(tx: &mut Tx<'_>, actor: &Actor, id: ReportId, now: Moment) -> Result<bool> {
    let seen = access::visible::<Inspect, Room>(actor, 4);
    let sql = format!(
        "UPDATE visio_report SET handled_at = ?2, handled_by = ?3 WHERE id = ?1 AND handled_at IS NULL
         AND room_id IN (SELECT r.id FROM visio_room r WHERE r.host_id <> ?3 AND {})",
        seen.sql
    );
    let mut values: Vec<Value> = params![id, now, actor.person].into();
    values.extend(seen.params);
    Ok(tx.execute(&sql, &values)? > 0)
}
