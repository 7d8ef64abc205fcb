//! What each guardian was told.
use super::{marks, with_ids};
use crate::{
    model::{Told, ToldId},
    policy::Reply,
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId, order};
use notice::Way;
use programme::DispositifId;
use web::Secret;

/// The columns of what was told, for a row read by [`to_told`].
pub(super) const TOLD: &str = "t.id, t.dispositif_id, n.name, t.protocol_id, t.school_id, u.name, t.guardian_id, p.given,
    p.family, p.lang, t.child_id, c.given, c.family, g.authority, t.notice_id, t.way, t.informed_at, t.received_at, t.read_at,
    t.failed, t.selector";

/// The tables it is read from: who neither answers for the child nor is informed any more is told nothing any more. `?1` is the present.
pub(super) const FROM: &str = "agreement_told t JOIN agreement_announcement n ON n.protocol_id = t.protocol_id
    JOIN informed g ON g.guardian_id = t.guardian_id AND g.child_id = t.child_id
      AND g.since <= ?1 AND (g.until IS NULL OR g.until > ?1)
    JOIN unit u ON u.id = t.school_id JOIN directory_person p ON p.id = t.guardian_id JOIN directory_person c
    ON c.id = t.child_id";

/// The condition that the dispositif of row `alias` has not ended on the day bound as `day`: its letters end with it.
pub(super) fn runs(alias: &str, day: &str) -> String {
    format!("EXISTS (SELECT 1 FROM programme_dispositif d WHERE d.id = {alias}.dispositif_id AND d.ends_on >= {day})")
}

/// The day of an instant, as the end of a dispositif is written.
fn day(now: Moment) -> String {
    now.paris().date().to_string()
}

pub(super) fn to_told(row: &Row) -> Told {
    let school: UnitId = row.get(4);
    Told {
        id: row.get(0),
        dispositif: row.get(1),
        name: row.get(2),
        protocol: row.get(3),
        school,
        school_name: row.get(5),
        guardian: row.get(6),
        guardian_name: (row.get(7), row.get(8)),
        lang: row.get(9),
        child: row.get(10),
        child_name: (row.get(11), row.get(12)),
        authority: row.get(13),
        notice: row.get(14),
        way: Way::from_word(row.text(15)).unwrap_or(Way::Paper),
        informed_at: row.get(16),
        received_at: row.get(17),
        read_at: row.get(18),
        failed: row.get(19),
        selector: row.get(20),
        lineage: vec![school],
    }
}

/// What was told, if this person may do `P` with it, as long as the dispositif runs. Hidden and absent look the same.
pub fn find<P: Permission<Told>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ToldId,
    now: Moment,
) -> Result<Option<Allowed<P, Told>>> {
    let sql = format!("SELECT {TOLD} FROM {FROM} WHERE t.id = ?2 AND {}", runs("t", "?3"));
    let row = tx.first(&sql, &params![now, id, day(now)])?;
    Ok(row.and_then(|row| access::check(actor, to_told(&row)).ok()))
}

/// What a code or a link's key opens, with the guardian to whom it was written: who holds it stands in their place, for this
/// one thing.
pub fn opened(
    tx: &mut Tx<'_>,
    secret: &Secret,
    (selector, rest): &(String, String),
    now: Moment,
) -> Result<Option<(Actor, Allowed<Reply, Told>)>> {
    let sql = format!("SELECT {TOLD} FROM {FROM} WHERE t.selector = ?2 AND {} ORDER BY t.id", runs("t", "?3"));
    let rows = tx.query(&sql, &params![now, selector, day(now)])?;
    let Some(told) = rows.iter().map(to_told).find(|told| told.seal().is(secret, rest)) else { return Ok(None) };
    let children = told.authority.then_some(told.child).into_iter().collect();
    let actor = Actor { person: told.guardian, grants: vec![], children, groups: vec![] };
    Ok(access::check(&actor, told).ok().map(|told| (actor, told)))
}

/// What a guardian was last told about each child, by given name, of the dispositifs that have not ended.
pub fn of_guardian(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<Told>> {
    let seen = access::visible::<Reply, Told>(actor, 3);
    let runs = runs("t", "?2");
    let sql = format!("SELECT {TOLD} FROM {FROM} WHERE n.live = 1 AND {runs} AND {} ORDER BY c.id, t.id", seen.sql);
    let values: Vec<Value> = params![now, day(now)].into_iter().chain(seen.params).collect();
    let mut all: Vec<Told> = tx.query(&sql, &values)?.iter().map(to_told).collect();
    all.sort_by_cached_key(|told| (order(&[&told.child_name.0]), told.child, order(&[&told.name])));
    Ok(all)
}

/// This one has arrived: it was handed over, or shown.
pub fn mark_received(tx: &mut Tx<'_>, told: &[ToldId], now: Moment) -> Result<()> {
    let set = "informed_at = CASE WHEN informed_at IS NULL OR informed_at > ?1 THEN ?1 ELSE informed_at END,
               received_at = COALESCE(received_at, ?1)";
    mark(tx, set, told, now)
}

/// This one was read by who it was written to.
pub fn mark_read(tx: &mut Tx<'_>, told: &[ToldId], now: Moment) -> Result<()> {
    mark_received(tx, told, now)?;
    mark(tx, "read_at = COALESCE(read_at, ?1)", told, now)
}

fn mark(tx: &mut Tx<'_>, set: &str, told: &[ToldId], now: Moment) -> Result<()> {
    for told in told.chunks(100) {
        let sql = format!("UPDATE agreement_told SET {set} WHERE id IN ({})", marks(2, told.len()));
        tx.execute(&sql, &with_ids(&params![now], told))?;
    }
    Ok(())
}

/// One who was told on paper, holds parental authority and has not answered; for a demonstration.
pub fn unanswered(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    school: UnitId,
    but: &[PersonId],
    now: Moment,
) -> Result<Option<Told>> {
    let sql = format!(
        "SELECT {TOLD} FROM {FROM} WHERE n.live = 1 AND t.dispositif_id = ?2 AND t.school_id = ?3 AND t.way = 'paper'
           AND g.authority = 1 AND NOT EXISTS (SELECT 1 FROM agreement_answer a WHERE a.dispositif_id = t.dispositif_id
             AND a.guardian_id = t.guardian_id AND a.child_id = t.child_id AND a.current = 1)
         ORDER BY t.id LIMIT {}",
        but.len() + 1
    );
    let rows = tx.query(&sql, &params![now, dispositif, school])?;
    Ok(rows.iter().map(to_told).find(|told| !but.contains(&told.guardian)))
}
