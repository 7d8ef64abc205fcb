//! The thread of a ticket: what both sides wrote, showed and said.
use super::queue::CLASS;
use crate::model::{AttachmentId, Desk, GroupId, Ticket, TicketId, WordId};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId};
use std::collections::HashMap;

/// A photo, a voice or a film.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its id.
    pub id: AttachmentId,
    /// Its opaque name in the file store.
    pub file: String,
    /// Its media type.
    pub media: String,
    /// A voice's or a film's length in milliseconds, 0 when unknown.
    pub millis: i64,
}

impl Attached {
    /// Whether it is a picture.
    pub fn picture(&self) -> bool {
        self.media.starts_with("image/")
    }

    /// Whether it is a film.
    pub fn film(&self) -> bool {
        self.media.starts_with("video/")
    }

    /// Whole seconds of a voice or a film.
    pub fn seconds(&self) -> i64 {
        (self.millis + 500) / 1_000
    }
}

/// One message.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Its id; `None` for the demand itself.
    pub id: Option<WordId>,
    /// Who.
    pub author: PersonId,
    /// Their given name.
    pub given: String,
    /// Their family name.
    pub family: String,
    /// Of the demand itself, the pupil's class; empty otherwise.
    pub class: String,
    /// When.
    pub at: Moment,
    /// What they wrote; may be empty beside a photo.
    pub text: String,
    /// What they showed or said.
    pub attached: Vec<Attached>,
    /// Whether it was reported.
    pub reported: bool,
}

/// Adds a message.
pub fn say(tx: &mut Tx<'_>, ticket: &Ticket, actor: &Actor, id: WordId, text: &str, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO desk_word (id, ticket_id, author_id, at, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        &params![id, ticket.id, actor.person, now, text],
    )?;
    tx.ring(format!("ticket:{}", ticket.id));
    Ok(())
}

/// Whether the team has the last word since the ticket was left to it.
pub fn answered(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<bool> {
    let sql = "SELECT author_id FROM desk_word WHERE ticket_id = ?1 AND at >= ?2 ORDER BY at DESC, id DESC LIMIT 1";
    let last = tx.first(sql, &params![ticket.id, ticket.ended_at])?;
    Ok(last.is_some_and(|row| row.get::<PersonId>(0) != ticket.pupil))
}

/// Adds a photo, a voice or a film, to the demand itself or to one of its messages.
pub fn attach(tx: &mut Tx<'_>, ticket: TicketId, word: Option<WordId>, attached: &Attached) -> Result<()> {
    tx.execute(
        "INSERT INTO desk_attachment (id, ticket_id, word_id, file, media, millis) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![attached.id, ticket, word, &attached.file, &attached.media, attached.millis],
    )
    .map(drop)
}

/// The messages of a ticket one may read, the demand first.
pub fn thread<P>(tx: &mut Tx<'_>, ticket: &Allowed<P, Ticket>) -> Result<Vec<Spoken>> {
    Ok(threads(tx, "= ?1", &params![ticket.id])?.remove(&ticket.id).unwrap_or_default())
}

/// The messages of each ticket of a group, each demand first.
pub fn group_threads<P>(
    tx: &mut Tx<'_>,
    desk: &Allowed<P, Desk>,
    group: GroupId,
) -> Result<HashMap<TicketId, Vec<Spoken>>> {
    threads(tx, "IN (SELECT id FROM desk_ticket WHERE group_id = ?1 AND desk_id = ?2)", &params![group, desk.id])
}

/// The messages of the tickets that `which` says.
fn threads(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<HashMap<TicketId, Vec<Spoken>>> {
    let sql = format!(
        "SELECT id, ticket_id, word_id, file, media, millis FROM desk_attachment WHERE ticket_id {which} ORDER BY id"
    );
    let mut attached: HashMap<(TicketId, Option<WordId>), Vec<Attached>> = HashMap::new();
    for row in tx.query(&sql, values)? {
        let one = Attached { id: row.get(0), file: row.get(3), media: row.get(4), millis: row.get(5) };
        attached.entry((row.get(1), row.get(2))).or_default().push(one);
    }
    // The demand is the first message: the same columns, read from the ticket.
    let sql = format!(
        "SELECT NULL AS id, t.pupil_id, p.given, p.family, t.asked_at AS at, t.blocks, NULL, t.id AS ticket, 0 AS place,
         {CLASS}
         FROM desk_ticket t JOIN directory_person p ON p.id = t.pupil_id WHERE t.id {which}
         UNION ALL SELECT w.id, w.author_id, p.given, p.family, w.at, w.text, r.id, w.ticket_id, 1, ''
         FROM desk_word w JOIN directory_person p ON p.id = w.author_id LEFT JOIN desk_report r
         ON r.word_id = w.id
         WHERE w.ticket_id {which} ORDER BY place, at, id"
    );
    let mut spoken: HashMap<TicketId, Vec<Spoken>> = HashMap::new();
    for row in tx.query(&sql, values)? {
        let (id, ticket): (Option<WordId>, TicketId) = (row.get(0), row.get(7));
        spoken.entry(ticket).or_default().push(Spoken {
            id,
            author: row.get(1),
            given: row.get(2),
            family: row.get(3),
            class: row.get(9),
            at: row.get(4),
            text: row.get(5),
            attached: attached.remove(&(ticket, id)).unwrap_or_default(),
            reported: row.get::<Option<Vec<u8>>>(6).is_some(),
        });
    }
    Ok(spoken)
}

/// A file of a thread, with the ticket it belongs to; the caller asks for the right to read that one.
pub fn attachment(tx: &mut Tx<'_>, id: AttachmentId) -> Result<Option<(TicketId, Attached)>> {
    let sql = "SELECT ticket_id, id, file, media, millis FROM desk_attachment WHERE id = ?1";
    Ok(tx
        .first(sql, &params![id])?
        .map(|row| (row.get(0), Attached { id: row.get(1), file: row.get(2), media: row.get(3), millis: row.get(4) })))
}

/// The opaque name of every file a thread shows, once each: what the sweep of files must keep.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(tx.query("SELECT DISTINCT file FROM desk_attachment", &[])?.iter().map(|row| row.get(0)).collect())
}
