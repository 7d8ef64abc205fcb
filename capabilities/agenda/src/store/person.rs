//! What the agenda knows of a person, and how it forgets them.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: their places, their presence, their bus, the meetings they hold, their addresses.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 7] = [
        (
            "enrolment",
            "SELECT m.day, m.starts_at, m.kind, m.title, e.state, e.at FROM agenda_enrolment e
             JOIN agenda_meeting m ON m.id = e.meeting_id WHERE e.pupil_id = ?1 ORDER BY m.starts_at",
            &["day", "starts_at", "kind", "title", "state", "at"],
        ),
        (
            "presence",
            "SELECT m.day, m.kind, r.mark, r.minutes, r.source, r.at FROM agenda_presence r
             JOIN agenda_meeting m ON m.id = r.meeting_id WHERE r.pupil_id = ?1 ORDER BY r.at",
            &["day", "kind", "mark", "minutes", "source", "at"],
        ),
        (
            "presence_change",
            "SELECT at, before_mark, before_minutes, after_mark, after_minutes FROM agenda_presence_change
             WHERE pupil_id = ?1 OR by_id = ?1 ORDER BY at",
            &["at", "before_mark", "before_minutes", "after_mark", "after_minutes"],
        ),
        ("bus", "SELECT minute, at FROM agenda_bus WHERE pupil_id = ?1", &["minute", "at"]),
        (
            "slot",
            "SELECT kind, title, place, weekday, from_minute, to_minute, rhythm, first_day, last_day FROM agenda_slot
             WHERE teacher_id = ?1 OR coteacher_id = ?1 OR made_by = ?1 ORDER BY first_day, id",
            &["kind", "title", "place", "weekday", "from_minute", "to_minute", "rhythm", "first_day", "last_day"],
        ),
        (
            "meeting",
            "SELECT day, starts_at, ends_at, kind, title, place, state, opened_at, closed_at FROM agenda_meeting
             WHERE teacher_id = ?1 OR coteacher_id = ?1 OR made_by = ?1 ORDER BY starts_at, id",
            &["day", "starts_at", "ends_at", "kind", "title", "place", "state", "opened_at", "closed_at"],
        ),
        (
            "feed",
            "SELECT made_at, revoked_at FROM agenda_feed WHERE person_id = ?1 ORDER BY made_at",
            &["made_at", "revoked_at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets a person: what they wrote goes, their secret addresses and their bus too. Places and presence stay, without a name,
/// so that counts stay right.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM agenda_bus WHERE pupil_id = ?1",
        "DELETE FROM agenda_feed WHERE person_id = ?1",
        "DELETE FROM agenda_slot_pupil WHERE pupil_id = ?1",
        "UPDATE agenda_slot SET title = '', spot = '', room = NULL WHERE made_by = ?1",
        "UPDATE agenda_meeting SET title = '', spot = '', room = NULL, sequence = sequence + 1 WHERE made_by = ?1",
        "UPDATE agenda_meeting SET reason = '' WHERE cancelled_by = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}
