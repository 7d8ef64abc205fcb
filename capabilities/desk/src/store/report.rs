//! Messages a child has reported.
use crate::model::{Ticket, TicketId, WordId};
use crate::policy::Inspect;
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::{Id, Moment, UnitId};
use web::{List, Paged, Pager};

/// A report waiting for an adult.
#[derive(Clone, Debug)]
pub struct Reported {
    /// Its id.
    pub id: crate::model::ReportId,
    /// In which ticket.
    pub ticket: TicketId,
    /// Of which school.
    pub school: UnitId,
    /// When.
    pub at: Moment,
}

/// Reports a message of this ticket that somebody else wrote; twice is once. Says whether there is such a message.
pub fn report(
    tx: &mut Tx<'_>,
    ticket: &Ticket,
    word: WordId,
    by: &Actor,
    id: crate::model::ReportId,
    now: Moment,
) -> Result<bool> {
    let theirs = "SELECT 1 FROM desk_word WHERE id = ?1 AND ticket_id = ?2 AND author_id <> ?3";
    if tx.first(theirs, &params![word, ticket.id, by.person])?.is_none() {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO desk_report (id, word_id, ticket_id, person_id, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        &params![id, word, ticket.id, by.person, now],
    )?;
    tx.ring(format!("ticket:{}", ticket.id));
    tx.ring(format!("school:{}", ticket.school));
    Ok(true)
}

/// The reports this person has to look into; nobody looks into a report of their own words.
pub fn reports(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Reported>> {
    let seen = access::visible::<Inspect, Ticket>(actor, 2);
    let from = format!(
        "desk_report r JOIN desk_ticket t ON t.id = r.ticket_id
         JOIN desk_word w ON w.id = r.word_id AND w.author_id <> ?1 WHERE r.handled_at IS NULL AND {}",
        seen.sql
    );
    let params: Vec<Value> = params![actor.person].into_iter().chain(seen.params).collect();
    let list =
        List { columns: "r.id, r.ticket_id, t.unit_id, r.at", from: &from, order: "r.at, r.id", params: &params };
    pager.read(tx, list, |row| Reported { id: row.get(0), ticket: row.get(1), school: row.get(2), at: row.get(3) })
}

/// Notes that a report was looked into. Says whether there was one to this person.
pub fn handle(tx: &mut Tx<'_>, actor: &Actor, id: Id<crate::model::kind::Report>, now: Moment) -> Result<bool> {
    let seen = access::visible::<Inspect, Ticket>(actor, 4);
    let sql = format!(
        "UPDATE desk_report SET handled_at = ?2, handled_by = ?3 WHERE id = ?1 AND handled_at IS NULL
         AND EXISTS (SELECT 1 FROM desk_word w WHERE w.id = desk_report.word_id AND w.author_id <> ?3)
         AND EXISTS (SELECT 1 FROM desk_ticket t WHERE t.id = desk_report.ticket_id AND {})",
        seen.sql
    );
    let mut values: Vec<Value> = params![id, now, actor.person].into();
    values.extend(seen.params);
    Ok(tx.execute(&sql, &values)? > 0)
}
