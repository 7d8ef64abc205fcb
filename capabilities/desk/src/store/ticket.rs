//! Tickets, from the demand to its end. What a state does not allow changes no row, and is said as a refusal.
use super::{TICKET, TICKET_COLUMNS, queue::Line, to_ticket};
use crate::{
    model::{Call, DeskId, Face, GroupId, Mode, Outcome, PAUSE, Refusal, Subject, Tag, Ticket, TicketId},
    policy::{Follow, Help, Resume},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Tx, Value, params};
use kernel::{Chance, Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// Given and family name.
pub type FullName = (String, String);
/// A ticket, with the name of who helps or helped.
pub type Helped = (Ticket, Option<FullName>);
pub(super) type Done = Result<std::result::Result<(), Refusal>>;

pub(super) fn changed(rows: u64, refusal: Refusal) -> std::result::Result<(), Refusal> {
    if rows > 0 { Ok(()) } else { Err(refusal) }
}

pub(super) fn rung(tx: &mut Tx<'_>, ticket: &Ticket) {
    let Ticket { desk, id, pupil, .. } = ticket;
    for topic in [format!("desk:{desk}"), format!("ticket:{id}"), format!("person:{pupil}")] {
        tx.ring(topic);
    }
}

/// The room of a ticket is over with it; a room for a group, with the last of them.
pub(super) fn leave_room(tx: &mut Tx<'_>, ticket: TicketId, group: Option<GroupId>, now: Moment) -> Result<()> {
    visio::store::close_for(tx, visio::Kind::Ticket, ticket.cast(), now)?;
    let Some(group) = group else { return Ok(()) };
    let sql = "SELECT 1 FROM desk_ticket WHERE group_id = ?1 AND state = 'claimed' LIMIT 1";
    if tx.first(sql, &params![group])?.is_none() {
        visio::store::close_for(tx, visio::Kind::Ticket, group.cast(), now)?;
    }
    Ok(())
}

/// What a pupil asks.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The new ticket's id.
    pub id: TicketId,
    /// At which desk.
    pub desk: DeskId,
    /// From which school.
    pub school: UnitId,
    /// About what.
    pub subject: Subject,
    /// What blocks.
    pub blocks: String,
    /// How.
    pub mode: Mode,
    /// The number, in E.164.
    pub phone: Option<String>,
}

/// Adds the pupil's ticket, unless one is live.
pub fn ask(tx: &mut Tx<'_>, pupil: &Actor, asked: &Asked, now: Moment) -> Done {
    let added = tx.execute(
        "INSERT INTO desk_ticket (id, desk_id, unit_id, pupil_id, evening, subject, blocks, mode, phone, state, helped,
           asked_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'waiting',
           (SELECT count(*) FROM (SELECT 1 FROM desk_ticket h WHERE h.pupil_id = ?4 AND h.evening = ?5
              AND h.claimed_at IS NOT NULL LIMIT 1) x), ?10)
         ON CONFLICT DO NOTHING",
        &params![
            asked.id,
            asked.desk,
            asked.school,
            pupil.person,
            now.evening(),
            asked.subject.word(),
            &asked.blocks,
            asked.mode.word(),
            asked.phone.clone(),
            now
        ],
    )?;
    tx.ring(format!("desk:{}", asked.desk));
    Ok(changed(added, Refusal::One))
}

/// Changes the number, while the ticket is live and the pupil's own; whoever asked otherwise would now be called.
pub fn ask_again(tx: &mut Tx<'_>, pupil: &Actor, phone: &str) -> Done {
    let Some((ticket, _)) = live_of(tx, pupil)? else { return Ok(Err(Refusal::Ended)) };
    let sql = "UPDATE desk_ticket SET phone = ?2, call_outcome = NULL, mode = 'appel'
               WHERE id = ?1 AND state IN ('waiting', 'claimed')";
    let rows = tx.execute(sql, &params![ticket.id, phone])?;
    rung(tx, &ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// The ticket, under the right `P`. Hidden and absent look the same.
pub fn find<P: Permission<Ticket>>(tx: &mut Tx<'_>, actor: &Actor, id: TicketId) -> Result<Option<Allowed<P, Ticket>>> {
    let row = tx.first(&format!("SELECT {TICKET} FROM desk_ticket t WHERE t.id = ?1"), &params![id])?;
    Ok(row.and_then(|row| access::check(actor, to_ticket(&row)).ok()))
}

/// The pupil's live ticket.
pub fn live_of(tx: &mut Tx<'_>, pupil: &Actor) -> Result<Option<Helped>> {
    last_where(tx, pupil, "t.state IN ('waiting', 'claimed')")
}

/// The pupil's live ticket, else the last that was not taken back: one put back in the queue is older than what came since.
pub fn last_of(tx: &mut Tx<'_>, pupil: &Actor) -> Result<Option<Helped>> {
    last_where(tx, pupil, "t.state <> 'withdrawn'")
}

/// That ticket, if it is the pupil's own and was not taken back.
pub fn own(tx: &mut Tx<'_>, pupil: &Actor, id: TicketId) -> Result<Option<Helped>> {
    one_of_pupil(tx, "t.state <> 'withdrawn' AND t.id = ?2", &params![pupil.person, id])
}

fn last_where(tx: &mut Tx<'_>, pupil: &Actor, which: &str) -> Result<Option<Helped>> {
    one_of_pupil(tx, which, &params![pupil.person])
}

fn one_of_pupil(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<Option<Helped>> {
    let sql = format!(
        "SELECT {TICKET}, p.given, p.family FROM desk_ticket t LEFT JOIN directory_person p ON p.id = t.helper_id
         WHERE t.pupil_id = ?1 AND {which}
         ORDER BY CASE WHEN t.state IN ('waiting', 'claimed') THEN 0 ELSE 1 END, t.asked_at DESC, t.id DESC LIMIT 1"
    );
    Ok(tx.first(&sql, values)?.map(|row| {
        let helper: Option<String> = row.get(TICKET_COLUMNS);
        (to_ticket(&row), helper.map(|given| (given, row.get(TICKET_COLUMNS + 1))))
    }))
}

/// Keeps the place out of the way for [`PAUSE`] minutes, or comes back at once. The queue is told of the end of a pause
/// when it comes.
pub fn pause(tx: &mut Tx<'_>, chance: &dyn Chance, ticket: &Ticket, resting: bool, now: Moment) -> Done {
    let until = resting.then(|| now.plus_minutes(PAUSE));
    let sql = "UPDATE desk_ticket SET paused_until = ?2 WHERE id = ?1 AND state = 'waiting'";
    let rows = tx.execute(sql, &params![ticket.id, until])?;
    if let (1.., Some(until)) = (rows, until) {
        let id = ticket.id.to_string();
        jobs::queue(tx, chance, now, RETURN, &format!("{id} {}", until.0), &id, until)?;
    }
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// The job of a pause that ends.
pub const RETURN: &str = "desk/return";

/// A pause has come to its end, unless it was ended or made again meanwhile: who watches looks again. Says
/// whether it has.
pub fn come_back(tx: &mut Tx<'_>, ticket: TicketId, now: Moment) -> Result<bool> {
    let sql = format!(
        "SELECT {TICKET} FROM desk_ticket t WHERE t.id = ?1 AND t.state = 'waiting'
         AND t.paused_until <= ?2"
    );
    let back = tx.first(&sql, &params![ticket, now])?.map(|row| to_ticket(&row));
    if let Some(ticket) = &back {
        rung(tx, ticket);
    }
    Ok(back.is_some())
}

/// Takes a waiting ticket, alone or with a group.
pub fn claim(
    tx: &mut Tx<'_>,
    actor: &Actor,
    ticket: &Allowed<Help, Ticket>,
    group: Option<GroupId>,
    now: Moment,
) -> Done {
    let sql =
        "UPDATE desk_ticket SET state = 'claimed', helper_id = ?2, claimed_at = ?3, paused_until = NULL, group_id = ?4
               WHERE id = ?1 AND state = 'waiting'";
    let rows = tx.execute(sql, &params![ticket.id, actor.person, now, group])?;
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Taken))
}

/// Gives it back to the queue, at its place.
pub fn give_back(tx: &mut Tx<'_>, ticket: &Allowed<Help, Ticket>, now: Moment) -> Done {
    let sql = "UPDATE desk_ticket SET state = 'waiting', helper_id = NULL, claimed_at = NULL, group_id = NULL
               WHERE id = ?1 AND state = 'claimed'";
    let rows = tx.execute(sql, &params![ticket.id])?;
    leave_room(tx, ticket.id, ticket.group, now)?;
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// Hands it over to a colleague of the team, who helps from now on.
pub fn hand_over(tx: &mut Tx<'_>, ticket: &Allowed<Help, Ticket>, to: PersonId, now: Moment) -> Done {
    let sql = "UPDATE desk_ticket SET helper_id = ?2, group_id = NULL WHERE id = ?1 AND state = 'claimed'";
    let rows = tx.execute(sql, &params![ticket.id, to])?;
    leave_room(tx, ticket.id, ticket.group, now)?;
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// Notes what became of the call. A wrong number is forgotten at once.
pub fn call(tx: &mut Tx<'_>, ticket: &Allowed<Help, Ticket>, outcome: Call) -> Done {
    let phone = if outcome == Call::WrongNumber { ", phone = NULL" } else { "" };
    let sql = format!("UPDATE desk_ticket SET call_outcome = ?2{phone} WHERE id = ?1 AND state = 'claimed'");
    let rows = tx.execute(&sql, &params![ticket.id, outcome.word()])?;
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// Ends help. « À suivre demain » goes to the team. The number is forgotten, the pace of the desk follows.
pub fn end(tx: &mut Tx<'_>, ticket: &Ticket, outcome: Outcome, tag: Option<Tag>, now: Moment) -> Done {
    let state = if outcome == Outcome::Tomorrow { "followup" } else { "done" };
    let rows = tx.execute(
        "UPDATE desk_ticket SET state = ?2, outcome = ?3, tag = ?4, ended_at = ?5, phone = NULL
         WHERE id = ?1 AND state = 'claimed'",
        &params![ticket.id, state, outcome.word(), tag.map(Tag::word), now],
    )?;
    if let (1, Some(since)) = (rows, ticket.claimed_at) {
        let seconds = ((now.0 - since.0) / 1000).clamp(60, 1_800);
        let sql = "UPDATE desk SET pace = (pace * 7 + ?2) / 8 WHERE id = ?1";
        tx.execute(sql, &params![ticket.desk, seconds])?;
    }
    if rows > 0 {
        leave_room(tx, ticket.id, ticket.group, now)?;
    }
    rung(tx, ticket);
    Ok(changed(rows, Refusal::Ended))
}

/// What the pupil says of the help.
pub fn face(tx: &mut Tx<'_>, ticket: &Ticket, face: Face) -> Result<()> {
    let sql = "UPDATE desk_ticket SET face = ?2 WHERE id = ?1 AND state IN ('done', 'followup')
               AND claimed_at IS NOT NULL";
    tx.execute(sql, &params![ticket.id, face.word()]).map(drop)
}

/// A demand as a guardian may know it, with who helped and how the school shows names.
pub type OfChild = (Ticket, Option<FullName>, String);

/// What a guardian may know of the children's evenings: each demand, the last first.
pub fn of_child(tx: &mut Tx<'_>, actor: &Actor, since: Moment, pager: Pager) -> Result<Paged<OfChild>> {
    if actor.children.is_empty() {
        return Ok(Paged::default());
    }
    let seen = access::visible::<Follow, Ticket>(actor, 2);
    let children = super::marks(2 + seen.params.len(), actor.children.len());
    let columns = format!("{TICKET}, p.given, p.family, d.names");
    let from = format!(
        "desk_ticket t JOIN desk d ON d.id = t.desk_id LEFT JOIN directory_person p ON p.id = t.helper_id
         WHERE t.asked_at >= ?1 AND {} AND t.pupil_id IN ({children})",
        seen.sql
    );
    let mut values: Vec<Value> = params![since].into();
    values.extend(seen.params);
    values.extend(actor.children.iter().map(|child| Value::from(*child)));
    let demand = |row: &db::Row| {
        let helper: Option<String> = row.get(TICKET_COLUMNS);
        let helper = helper.map(|given| (given, row.get(TICKET_COLUMNS + 1)));
        (to_ticket(row), helper, row.get(TICKET_COLUMNS + 2))
    };
    let list = List { columns: &columns, from: &from, order: "t.asked_at DESC, t.id", params: &values };
    pager.read(tx, list, demand)
}

/// What this pupil asked lately, newest first, of what this person may take up.
pub fn of_pupil(tx: &mut Tx<'_>, actor: &Actor, pupil: PersonId, pager: Pager) -> Result<Paged<Ticket>> {
    let seen = access::visible::<Resume, Ticket>(actor, 2);
    let from = format!("desk_ticket t WHERE t.pupil_id = ?1 AND t.state <> 'withdrawn' AND {}", seen.sql);
    let params: Vec<Value> = params![pupil].into_iter().chain(seen.params).collect();
    let list = List { columns: TICKET, from: &from, order: "t.asked_at DESC, t.id", params: &params };
    pager.read(tx, list, to_ticket)
}

/// What was left for the team, oldest first, with the pupils.
pub fn followups(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Line>> {
    let seen = access::visible::<Resume, Ticket>(actor, 1);
    let from = &format!(
        "desk_ticket t JOIN directory_person p ON p.id = t.pupil_id
         WHERE t.state = 'followup' AND t.followed_at IS NULL AND {}",
        seen.sql
    );
    let columns = &format!("{TICKET}, p.given, p.family");
    pager.read(tx, List { columns, from, order: "t.asked_at, t.id", params: &seen.params }, |row| {
        let (given, family) = (row.get(TICKET_COLUMNS), row.get(TICKET_COLUMNS + 1));
        Line { ticket: to_ticket(row), given, family, class: String::new() }
    })
}

/// The team has seen to it: it is closed.
pub fn follow(tx: &mut Tx<'_>, actor: &Actor, ticket: &Allowed<Resume, Ticket>, now: Moment) -> Done {
    let sql = "UPDATE desk_ticket SET followed_by = ?2, followed_at = ?3
               WHERE id = ?1 AND state = 'followup' AND followed_at IS NULL";
    let rows = tx.execute(sql, &params![ticket.id, actor.person, now])?;
    rung(tx, ticket);
    tx.ring(format!("school:{}", ticket.school));
    Ok(changed(rows, Refusal::Taken))
}
