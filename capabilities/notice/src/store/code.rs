//! Codes on their way to somebody's own channel; one that has left, or whose time is over, is forgotten.
use super::channel::{guarded, spelt};
use crate::model::Way;
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};
use signin::SentId;

/// Minutes during which a code taken is nobody else's to send.
const LEASE: i64 = 1;

/// A code to be sent.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its id, from which it is worked out.
    pub id: SentId,
    /// By e-mail or SMS.
    pub way: Way,
    /// Where to.
    pub address: String,
    /// The language of the person.
    pub lang: Option<String>,
}

/// A code was asked for: it goes by the channel that the person chose, if that leaves the house. Nobody may be that person.
pub fn wanted(tx: &mut Tx<'_>, id: SentId, person: PersonId, now: Moment) -> Result<()> {
    let channel = guarded(tx, person)?.filter(|channel| matches!(channel.way, Way::Email | Way::Sms));
    let Some((way, address)) = channel.and_then(|channel| Some((channel.way, channel.address?))) else { return Ok(()) };
    let until = id.made_at().plus_minutes(signin::store::forgot::MINUTES);
    let sql = "INSERT INTO notice_code (id, person_id, kind, address, due_at, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![id, person, way.word(), address, now, until]).map(drop)
}

/// Whether a code is to be sent.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM notice_code WHERE due_at <= ?1 AND until > ?1 LIMIT 1";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// Takes those that are due: for a while nobody else will.
pub fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Code>> {
    let sql = "UPDATE notice_code SET due_at = ?2 WHERE due_at <= ?1 AND until > ?1
               RETURNING id, kind, address,
                 (SELECT p.lang FROM directory_person p WHERE p.id = notice_code.person_id)";
    Ok(tx.query(sql, &params![now, now.plus_minutes(LEASE)])?.iter().map(code).collect())
}

fn code(row: &Row) -> Code {
    let way = Way::from_word(row.text(1)).unwrap_or(Way::Email);
    Code { id: row.get(0), way, address: spelt(way, row.get(2)), lang: row.get(3) }
}

/// It has left, or never will.
pub fn done(tx: &mut Tx<'_>, id: SentId) -> Result<()> {
    tx.execute("DELETE FROM notice_code WHERE id = ?1", &params![id]).map(drop)
}
