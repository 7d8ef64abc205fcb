//! Marks on their way back to platforms.
use crate::portal::{PortalId, Score, ScoreId};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// A mark is to go back.
pub fn queue(tx: &mut Tx<'_>, score: &Score, person: PersonId) -> Result<()> {
    let Score { id, portal, sealed, mark, most, at, .. } = score;
    tx.execute(
        "INSERT INTO signin_score (id, portal_id, person_id, sealed, mark, most, at, tries, next_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?7)",
        &params![*id, *portal, person, sealed.clone(), *mark, *most, *at],
    )
    .map(drop)
}

/// Whether one is to be sent.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM signin_score WHERE next_at IS NOT NULL AND next_at <= ?1 LIMIT 1";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// How many are taken at once, and for how many minutes nobody else takes them.
const SOME: i64 = 20;
const LEASE: i64 = 2;

/// Takes those that are to be sent, the oldest first: of two of one person the later one is sent last.
pub fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Score>> {
    let sql = "SELECT id, portal_id, sealed, mark, most, at, tries FROM signin_score
               WHERE next_at IS NOT NULL AND next_at <= ?1 ORDER BY at, id LIMIT ?2";
    let rows = tx.query(sql, &params![now, SOME])?;
    let due: Vec<Score> = rows
        .iter()
        .map(|row| Score {
            id: row.get(0),
            portal: row.get(1),
            sealed: row.get(2),
            mark: row.get(3),
            most: row.get(4),
            at: row.get(5),
            tries: row.get(6),
        })
        .collect();
    for score in &due {
        let sql = "UPDATE signin_score SET next_at = ?2 WHERE id = ?1";
        tx.execute(sql, &params![score.id, now.plus_minutes(LEASE)])?;
    }
    Ok(due)
}

/// It went.
pub fn sent(tx: &mut Tx<'_>, id: ScoreId, now: Moment) -> Result<()> {
    tx.execute("UPDATE signin_score SET sent_at = ?2, next_at = NULL WHERE id = ?1", &params![id, now]).map(drop)
}

/// It did not go; it is tried again at `next`, or no more.
pub fn waits(tx: &mut Tx<'_>, id: ScoreId, next: Option<Moment>) -> Result<()> {
    let sql = "UPDATE signin_score SET tries = tries + 1, next_at = ?2 WHERE id = ?1";
    tx.execute(sql, &params![id, next]).map(drop)
}

/// How a mark fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The mark and the best one, in thousandths.
    pub mark: (i64, i64),
    /// When it was given.
    pub at: Moment,
    /// When it went.
    pub sent_at: Option<Moment>,
    /// Whether it is still to go.
    pub waits: bool,
}

/// The marks that this person sent to a platform, the last first.
pub fn of_person(tx: &mut Tx<'_>, portal: PortalId, person: PersonId, pager: Pager) -> Result<Paged<Sent>> {
    let list = List {
        columns: "mark, most, at, sent_at, next_at",
        from: "signin_score WHERE person_id = ?2 AND portal_id = ?1",
        order: "at DESC, id DESC",
        params: &params![portal, person],
    };
    pager.read(tx, list, |row| Sent {
        mark: (row.get(0), row.get(1)),
        at: row.get(2),
        sent_at: row.get(3),
        waits: row.get::<Option<Moment>>(4).is_some(),
    })
}
