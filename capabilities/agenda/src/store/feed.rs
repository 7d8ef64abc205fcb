//! Secret addresses of agendas. The secret itself is not kept, only its print.
use super::{MEETING, marks, to_meeting};
use crate::{FeedId, Meeting};
use access::Actor;
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId};

/// An address that was given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its id.
    pub id: FeedId,
    /// Since when.
    pub made_at: Moment,
}

/// A meeting of somebody's feed.
#[derive(Clone, Debug)]
pub struct FeedLine {
    /// The meeting.
    pub meeting: Meeting,
    /// The school's name.
    pub school: String,
    /// What this feed has told of it.
    pub told: Told,
}

/// What a feed has told of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many times what it tells has changed.
    pub sequence: i64,
    /// When it last did.
    pub changed_at: Moment,
    /// Whether the meeting concerns its owner no more: the place was given back.
    pub off: bool,
}

fn line(row: &Row) -> FeedLine {
    let meeting = to_meeting(row);
    let at = super::MEETING_COLUMNS;
    let changes = [row.get::<Option<Moment>>(at + 2), row.get(at + 3)].into_iter().flatten();
    let changed_at = changes.fold(meeting.id.made_at(), Moment::max);
    let told = Told { sequence: row.get(at + 1), changed_at, off: row.get(at + 4) };
    FeedLine { meeting, school: row.get(at), told }
}

/// Gives out an address, known by the SHA-256 of its secret.
pub fn make_feed(tx: &mut Tx<'_>, id: FeedId, person: PersonId, hash: [u8; 32], now: Moment) -> Result<()> {
    let sql = "INSERT INTO agenda_feed (id, person_id, token_hash, made_at) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, &params![id, person, hash, now]).map(drop)
}

/// How long an address works, in days; no longer than it is known that a card was revoked.
const LIVES: i64 = 365;

/// Since when the addresses made for a person still work: those made before their card was revoked are dead with it.
fn working(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<Moment> {
    Ok(signin::store::taken_back(tx, person)?.unwrap_or_default().max(now.plus_days(-LIVES)))
}

/// The addresses of a person that still work, oldest first.
pub fn feeds(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<Feed>> {
    let since = working(tx, actor.person, now)?;
    let sql = "SELECT id, made_at FROM agenda_feed WHERE person_id = ?1 AND revoked_at IS NULL AND made_at > ?2
               ORDER BY made_at, id";
    let feed = |row: &db::Row| Feed { id: row.get(0), made_at: row.get(1) };
    Ok(tx.query(sql, &params![actor.person, since])?.iter().map(feed).collect())
}

/// Whether this address, known by its print, is the person's and was not given back.
pub fn is_feed(tx: &mut Tx<'_>, actor: &Actor, hash: [u8; 32]) -> Result<bool> {
    let sql = "SELECT 1 FROM agenda_feed WHERE person_id = ?1 AND token_hash = ?2 AND revoked_at IS NULL";
    Ok(tx.first(sql, &params![actor.person, hash])?.is_some())
}

/// Makes an address dead. Says whether it was this person's and alive.
pub fn revoke_feed(tx: &mut Tx<'_>, actor: &Actor, id: FeedId, now: Moment) -> Result<bool> {
    let sql = "UPDATE agenda_feed SET revoked_at = ?3 WHERE id = ?1 AND person_id = ?2 AND revoked_at IS NULL";
    Ok(tx.execute(sql, &params![id, actor.person, now])? > 0)
}

/// What an address shows: the person's language, and the meetings they hold or have a place in, and their children's; a place
/// given back since `from` is shown as cancelled. A dead address shows nothing; nor does that of somebody who has left, or whose
/// card was revoked since.
pub fn of_feed(
    tx: &mut Tx<'_>,
    hash: [u8; 32],
    now: Moment,
    (from, to): (Moment, Moment),
) -> Result<Option<(Option<String>, Vec<FeedLine>)>> {
    let sql = "SELECT f.person_id, p.lang, f.made_at FROM agenda_feed f JOIN directory_person p ON p.id = f.person_id
               AND p.erased = 0
               WHERE f.token_hash = ?1 AND f.revoked_at IS NULL";
    let Some(row) = tx.first(sql, &params![hash])? else { return Ok(None) };
    let (person, lang): (PersonId, Option<String>) = (row.get(0), row.get(1));
    if row.get::<Moment>(2) <= working(tx, person, now)? || !access::store::belongs(tx, person, now)? {
        return Ok(None);
    }
    let actor = Actor::load(tx, person, now)?;
    let mut values: Vec<Value> = params![from, to, person].into();
    values.extend(actor.children.iter().map(|child| Value::from(*child)));
    let theirs = format!("e.pupil_id IN ({})", marks(3, values.len() - 2));
    let place = format!("FROM agenda_enrolment e WHERE e.meeting_id = m.id AND {theirs}");
    let sql = format!(
        "SELECT {MEETING}, u.name, m.sequence + COALESCE((SELECT CAST(sum(e.sequence) AS BIGINT) {place}), 0), m.changed_at,
           (SELECT max(e.at) {place}),
           CASE WHEN m.teacher_id = ?3 OR m.coteacher_id = ?3 OR EXISTS (SELECT 1 {place} AND e.state = 'enrolled')
             THEN 0 ELSE 1 END
         FROM agenda_meeting m JOIN unit u ON u.id = m.unit_id WHERE m.id IN (
           SELECT id FROM agenda_meeting WHERE teacher_id = ?3 AND starts_at >= ?1 AND starts_at < ?2
           UNION SELECT id FROM agenda_meeting WHERE coteacher_id = ?3 AND starts_at >= ?1 AND starts_at < ?2
           UNION SELECT e.meeting_id FROM agenda_enrolment e WHERE {theirs}
             AND (e.state = 'enrolled' OR (e.state = 'withdrawn' AND e.sequence > 0 AND e.at >= ?1))
             AND e.starts_at >= ?1 AND e.starts_at < ?2)
         ORDER BY m.starts_at, m.id"
    );
    Ok(Some((lang, tx.query(&sql, &values)?.iter().map(line).collect())))
}
