//! What goes on by itself: taken under a lease, told how far it is, settled.
use super::by_id;
use crate::{State, Turn, TurnId};
use db::{Result, Tx, params};
use kernel::Moment;

/// For how many minutes nobody else takes it up; told anew with each school.
const LEASE: i64 = 5;

/// Whether something waits to go on.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM rentree_turn WHERE state IN ('reading', 'applying', 'undoing') AND lease_at <= ?1 LIMIT 1";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// Takes up what waits.
pub fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Turn>> {
    let sql = "UPDATE rentree_turn SET lease_at = ?2
               WHERE state IN ('reading', 'applying', 'undoing') AND lease_at <= ?1 RETURNING id";
    let rows = tx.query(sql, &params![now, now.plus_minutes(LEASE)])?;
    let mut turns = vec![];
    for row in rows {
        turns.extend(by_id(tx, row.get(0))?);
    }
    Ok(turns)
}

/// Goes over into a state that goes on by itself.
pub fn begin(tx: &mut Tx<'_>, turn: TurnId, state: State) -> Result<()> {
    let sql = "UPDATE rentree_turn SET state = ?2, lease_at = 0, done = 0 WHERE id = ?1";
    tx.execute(sql, &params![turn, state.word()])?;
    tx.ring(topic(turn));
    Ok(())
}

/// Withdraws the lists of a source that wait: a later one says what they said. What was applied of one stays.
pub fn supersede(tx: &mut Tx<'_>, source: &str) -> Result<()> {
    let sql = "SELECT t.id, EXISTS (SELECT 1 FROM rentree_school s WHERE s.turn_id = t.id AND s.state = 'done')
               FROM rentree_turn t WHERE t.source = ?1 AND t.state IN ('ready', 'faulty')";
    for row in tx.query(sql, &params![source])? {
        let (turn, begun): (TurnId, bool) = (row.get(0), row.get(1));
        if begun {
            let sql = "UPDATE rentree_turn SET state = 'done', file = '' WHERE id = ?1";
            tx.execute(sql, &params![turn])?;
            let sql = "DELETE FROM rentree_school WHERE turn_id = ?1 AND state <> 'done'";
            tx.execute(sql, &params![turn])?;
        } else {
            super::forget(tx, turn)?;
        }
    }
    Ok(())
}

/// Says how many schools are done with, and keeps others away for a while longer.
pub fn progress(tx: &mut Tx<'_>, turn: TurnId, done: usize, total: usize, now: Moment) -> Result<()> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let sql = "UPDATE rentree_turn SET done = ?2, total = ?3, lease_at = ?4 WHERE id = ?1";
    tx.execute(sql, &params![turn, count(done), count(total), now.plus_minutes(LEASE)])?;
    tx.ring(topic(turn));
    Ok(())
}

/// Settles it, unless somebody asked for something else meanwhile. Once it is applied or undone its file is read no more: it goes.
pub fn settle(tx: &mut Tx<'_>, turn: TurnId, from: State, to: State) -> Result<()> {
    let sql = "UPDATE rentree_turn SET state = ?3, lease_at = 0,
               file = CASE WHEN ?3 IN ('done', 'undone', 'faulty') THEN '' ELSE file END WHERE id = ?1 AND state = ?2";
    tx.execute(sql, &params![turn, from.word(), to.word()])?;
    tx.ring(topic(turn));
    Ok(())
}

/// What rings when a turn has gone on.
pub fn topic(turn: TurnId) -> String {
    format!("rentree/{turn}")
}
