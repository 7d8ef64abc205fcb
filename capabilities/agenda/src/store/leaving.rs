//! What somebody promised who has left.
use crate::MeetingId;
use db::{Result, Tx, params};
use directory::Leaving;
use kernel::{Moment, PersonId, UnitId};

/// The meetings to come that they hold at this school wait for somebody else, or are the other's who helped; so do its slots.
pub const LEAVING: Leaving = Leaving { left };

fn left(tx: &mut Tx<'_>, person: PersonId, school: UnitId, now: Moment) -> Result<Vec<String>> {
    let mut meetings: Vec<(MeetingId, String)> = vec![];
    for column in ["teacher_id", "coteacher_id"] {
        let sql = format!(
            "SELECT id, title, starts_at FROM agenda_meeting WHERE {column} = ?1 AND starts_at > ?2 AND unit_id = ?3
             AND state = 'planned' ORDER BY starts_at, id"
        );
        for row in tx.query(&sql, &params![person, now, school])? {
            let at = row.get::<Moment>(2).paris().strftime("%d/%m/%Y %H:%M").to_string();
            meetings.push((row.get(0), format!("{}, {at}", row.text(1))));
        }
    }
    let mut said = vec![];
    for (meeting, about) in meetings {
        if super::meeting::give_up(tx, person, meeting, now)?.is_ok() {
            said.push(about);
        }
    }
    let helped = "UPDATE agenda_slot SET coteacher_id = NULL WHERE coteacher_id = ?1 AND unit_id = ?2";
    tx.execute(helped, &params![person, school])?;
    let held =
        "UPDATE agenda_slot SET teacher_id = coteacher_id, coteacher_id = NULL WHERE teacher_id = ?1 AND unit_id = ?2";
    tx.execute(held, &params![person, school])?;
    Ok(said)
}
