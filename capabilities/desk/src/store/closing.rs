//! Closing time: nothing a child asked is dropped.
use super::ticket::leave_room;
use crate::model::{GroupId, TicketId};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// For how many minutes after the last duty a conversation under way may still come to its end.
const GRACE: i64 = 15;

/// Ends the duties that are over, and where nobody will come any more tonight, ends what is still live: what an adult
/// answered, in writing, on the telephone or in a room, is done; anything else becomes a follow-up for the team. Where the last
/// duty ran out of time, who is being helped has [`GRACE`] to end; where it was closed by hand, none. Says how many
/// tickets were ended.
pub fn close_evening(tx: &mut Tx<'_>, now: Moment) -> Result<u64> {
    tx.execute(
        "UPDATE desk_duty SET state = 'closed', closed_at = ends_at WHERE state <> 'closed' AND ends_at <= ?1",
        &params![now],
    )?;
    // A line is for the evening on which it was said.
    let dawn = super::night(now.evening()).plus_days(-1);
    tx.execute("UPDATE desk SET announcement = '' WHERE announcement <> '' AND announced_at < ?1", &params![dawn])?;
    let left = tx.query(
        "SELECT t.id, t.desk_id, t.state, t.call_outcome = 'repondu' OR EXISTS (
           SELECT 1 FROM desk_word w WHERE w.ticket_id = t.id AND w.author_id <> t.pupil_id), t.pupil_id, t.group_id,
           t.unit_id
         FROM desk_ticket t WHERE t.state IN ('waiting', 'claimed') AND NOT EXISTS (
           SELECT 1 FROM desk_duty u WHERE u.desk_id = t.desk_id AND u.state <> 'closed'
             AND u.ends_at > ?1 AND u.starts_at < ?2)
         AND NOT (t.state = 'claimed' AND EXISTS (
           SELECT 1 FROM desk_duty u WHERE u.desk_id = t.desk_id AND u.teacher_id = t.helper_id
             AND u.closed_at = u.ends_at AND u.ends_at > ?3))",
        &params![now, super::night(now.evening()), now.plus_minutes(-GRACE)],
    )?;
    for row in &left {
        let (id, desk): (TicketId, crate::DeskId) = (row.get(0), row.get(1));
        // Unknown where no call was made and nothing was said.
        let answered = row.text(2) == "claimed"
            && (row.get::<Option<bool>>(3).unwrap_or(false) || spoken(tx, id, row.get(4), row.get(5), now)?);
        let state = if answered { "done" } else { "followup" };
        tx.execute(
            "UPDATE desk_ticket SET state = ?2, ended_at = ?3, phone = NULL WHERE id = ?1",
            &params![id, state, now],
        )?;
        leave_room(tx, id, row.get(5), now)?;
        tx.ring(format!("ticket:{id}"));
        tx.ring(format!("desk:{desk}"));
        tx.ring(format!("school:{}", row.get::<kernel::UnitId>(6)));
    }
    Ok(left.len() as u64)
}

/// Whether the pupil came to the room of the ticket, or of its group.
fn spoken(tx: &mut Tx<'_>, id: TicketId, pupil: PersonId, group: Option<GroupId>, now: Moment) -> Result<bool> {
    for source in [Some(id.cast()), group.map(GroupId::cast)].into_iter().flatten() {
        let attended = visio::store::attended(tx, visio::Kind::Ticket, source, now)?;
        if attended.iter().any(|one| one.person == pupil) {
            return Ok(true);
        }
    }
    Ok(false)
}
