//! A pupil whom the desk admits no longer.
use super::{TICKET, ticket::leave_room, to_ticket};
use crate::model::Ticket;
use db::{Result, Tx, params};
use kernel::{Moment, PersonId, UnitId};

/// The demands of a pupil of a school that are not over: those that wait or are helped with, those left to the team.
pub fn unended(tx: &mut Tx<'_>, pupil: PersonId, school: UnitId) -> Result<Vec<Ticket>> {
    let sql = format!(
        "SELECT {TICKET} FROM desk_ticket t WHERE t.pupil_id = ?1 AND t.unit_id = ?2
         AND (t.state IN ('waiting', 'claimed') OR (t.state = 'followup' AND t.followed_at IS NULL))
         ORDER BY t.asked_at, t.id"
    );
    Ok(tx.query(&sql, &params![pupil, school])?.iter().map(to_ticket).collect())
}

/// Ends a demand that nobody goes on with: a live one as taken back, one left to the team as closed.
pub fn let_go(tx: &mut Tx<'_>, ticket: &Ticket, now: Moment) -> Result<()> {
    let live = "UPDATE desk_ticket SET state = 'withdrawn', ended_at = ?2, phone = NULL, paused_until = NULL
                WHERE id = ?1 AND state IN ('waiting', 'claimed')";
    let left = "UPDATE desk_ticket SET followed_at = ?2 WHERE id = ?1 AND state = 'followup' AND followed_at IS NULL";
    for sql in [live, left] {
        tx.execute(sql, &params![ticket.id, now])?;
    }
    leave_room(tx, ticket.id, ticket.group, now)?;
    for topic in [format!("desk:{}", ticket.desk), format!("ticket:{}", ticket.id), format!("school:{}", ticket.school)]
    {
        tx.ring(topic);
    }
    Ok(())
}
