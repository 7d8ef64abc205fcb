//! Requests: noted, followed, closed.
use crate::{
    Hand,
    policy::Follow,
    request::{Asked, Request, RequestId},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

const REQUEST: &str = "q.id, q.person_id, q.unit_id, q.kind, q.at, q.closed_at, q.outcome";

fn request(row: &Row) -> Request {
    Request {
        id: row.get(0),
        person: row.get(1),
        at: row.get(2),
        asked: Asked::from_word(row.text(3)).unwrap_or(Asked::Access),
        since: row.get(4),
        closed_at: row.get(5),
        outcome: row.text(6).to_owned(),
        lineage: vec![],
    }
}

/// Notes a request that came at an instant.
pub fn note(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    (person, asked): (PersonId, Asked),
    at: UnitId,
    since: Moment,
) -> Result<RequestId> {
    let id = hand.id();
    let by = hand.by.unwrap_or(person);
    tx.execute(
        "INSERT INTO secretariat_request (id, person_id, unit_id, kind, at, noted_by, outcome)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')",
        &params![id, person, at, asked.word(), since, by],
    )?;
    Ok(id)
}

/// The requests that this person follows, those that wait first, the oldest of them first.
pub fn requests(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Request>> {
    let seen = access::visible::<Follow, Request>(actor, 1);
    let from = format!("secretariat_request q WHERE {}", seen.sql);
    let order =
        "CASE WHEN q.closed_at IS NULL THEN 0 ELSE 1 END, CASE WHEN q.closed_at IS NULL THEN q.at ELSE -q.at END, q.id";
    pager.read(tx, List { columns: REQUEST, from: &from, order, params: &seen.params }, request)
}

/// Those about one person, the last first: whoever asks keeps that person.
pub fn of_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Request>> {
    let sql =
        format!("SELECT {REQUEST} FROM secretariat_request q WHERE q.person_id = ?1 ORDER BY q.at DESC, q.id DESC");
    Ok(tx.query(&sql, &params![person])?.iter().map(request).collect())
}

/// The request of this id, if this person follows it. Hidden and absent look the same.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: RequestId) -> Result<Option<Allowed<Follow, Request>>> {
    let sql = format!("SELECT {REQUEST} FROM secretariat_request q WHERE q.id = ?1");
    let Some(mut found) = tx.first(&sql, &params![id])?.as_ref().map(request) else { return Ok(None) };
    found.lineage = access::store::lineage(tx, found.at)?;
    Ok(access::check(actor, found).ok())
}

/// Closes a request, once; says whether it waited.
pub fn close(tx: &mut Tx<'_>, hand: &Hand<'_>, id: RequestId, outcome: &str) -> Result<bool> {
    let sql = "UPDATE secretariat_request SET closed_at = ?2, closed_by = ?3, outcome = ?4
               WHERE id = ?1 AND closed_at IS NULL";
    Ok(tx.execute(sql, &params![id, hand.now, hand.by, outcome])? > 0)
}

/// Closes what was asked of this kind about somebody: it is done.
pub fn close_all(tx: &mut Tx<'_>, hand: &Hand<'_>, person: PersonId, asked: Asked) -> Result<()> {
    let sql = "UPDATE secretariat_request SET closed_at = ?3, closed_by = ?4
               WHERE person_id = ?1 AND kind = ?2 AND closed_at IS NULL";
    tx.execute(sql, &params![person, asked.word(), hand.now, hand.by]).map(drop)
}

/// What is known of a person here: what was asked about them.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let sql = "SELECT kind, at, closed_at, outcome FROM secretariat_request WHERE person_id = ?1 ORDER BY at";
    web::told(tx, person, &[("request", sql, &["kind", "at", "closed_at", "outcome"])])
}

/// Forgets a person: that something was asked stays, without a word.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("UPDATE secretariat_request SET outcome = '' WHERE person_id = ?1", &params![person]).map(drop)
}

/// The request of a demonstration.
pub(crate) const WAITING: &str = "SELECT id FROM secretariat_request ORDER BY id LIMIT 1";
