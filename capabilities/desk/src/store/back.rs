//! A demand that its pupil takes back, and puts back.
use super::{
    TICKET,
    ticket::{Done, changed, live_of, rung},
    to_ticket,
};
use crate::model::{DeskId, Refusal, Ticket, TicketId};
use access::Actor;
use db::{Result, Tx, params};
use kernel::Moment;

/// Takes the demand back.
pub fn withdraw(tx: &mut Tx<'_>, ticket: &Ticket, now: Moment) -> Done {
    let sql = "UPDATE desk_ticket SET state = 'withdrawn', ended_at = ?2, phone = NULL WHERE id = ?1
               AND state = 'waiting'";
    let rows = tx.execute(sql, &params![ticket.id, now])?;
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// Puts back in the queue, at its place, what this pupil took back on this evening at one of these desks; the number is gone. Says
/// whether it was: not beside another that is live.
pub fn restore(tx: &mut Tx<'_>, pupil: &Actor, id: TicketId, desks: &[DeskId], now: Moment) -> Result<bool> {
    let sql =
        format!("SELECT {TICKET} FROM desk_ticket t WHERE t.id = ?1 AND t.pupil_id = ?2 AND t.state = 'withdrawn'");
    let found = tx.first(&sql, &params![id, pupil.person])?.map(|row| to_ticket(&row));
    let back = found.filter(|ticket| ticket.evening == now.evening() && desks.contains(&ticket.desk));
    let (Some(ticket), None) = (back, live_of(tx, pupil)?) else { return Ok(false) };
    let sql = "UPDATE desk_ticket SET state = 'waiting', ended_at = NULL, paused_until = NULL,
               mode = CASE mode WHEN 'appel' THEN 'ecrit' ELSE mode END WHERE id = ?1 AND state = 'withdrawn'";
    let rows = tx.execute(sql, &params![ticket.id])?;
    rung(tx, &ticket);
    Ok(rows > 0)
}
