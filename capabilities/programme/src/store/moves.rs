//! Several schools moved at once, and moves taken back.
use super::pilot;
use crate::{Dispositif, DispositifId, State, policy::Steer};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use kernel::{Moment, UnitId};

/// Where a school stands now.
pub fn state(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Option<State>> {
    let sql = "SELECT state FROM programme_engagement WHERE dispositif_id = ?1 AND unit_id = ?2";
    Ok(tx.first(sql, &params![dispositif, school])?.and_then(|row| State::from_word(row.text(0))))
}

/// Engages those of these schools that ask to take part or were in last year's. Says which, each with where it stood.
pub fn engage_all(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dispositif: &Allowed<Steer, Dispositif>,
    schools: &[UnitId],
    now: Moment,
) -> Result<Vec<(UnitId, State)>> {
    if schools.is_empty() || !pilot::hold(tx, dispositif.id)? {
        return Ok(vec![]);
    }
    let which =
        format!("dispositif_id = ?1 AND state IN ('applied', 'proposed') AND unit_id IN ({})", marks(2, schools.len()));
    let sql = format!("SELECT unit_id, state FROM programme_engagement WHERE {which} ORDER BY unit_id");
    let known = with_ids(&params![dispositif.id], schools);
    let before = |row: &Row| Some((row.get(0), State::from_word(row.text(1))?));
    let before: Vec<(UnitId, State)> = tx.query(&sql, &known)?.iter().filter_map(before).collect();
    let (by, at) = (schools.len() + 2, schools.len() + 3);
    let sql =
        format!("UPDATE programme_engagement SET state = 'engaged', moved_by = ?{by}, moved_at = ?{at} WHERE {which}");
    let values: Vec<Value> = known.into_iter().chain(params![actor.person, now]).collect();
    tx.execute(&sql, &values)?;
    Ok(before)
}

/// Puts these schools back where each stood before the move that somebody made at an instant, as long as none moved since and no
/// protocol was begun. Says how many.
pub fn put_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dispositif: DispositifId,
    before: &[(UnitId, Option<State>)],
    (at, now): (Moment, Moment),
) -> Result<i64> {
    if !pilot::hold(tx, dispositif)? {
        return Ok(0);
    }
    let which = "dispositif_id = ?1 AND unit_id = ?2 AND moved_by = ?3 AND moved_at = ?4
        AND NOT EXISTS (SELECT 1 FROM programme_protocol p WHERE p.dispositif_id = ?1 AND p.unit_id = ?2)";
    let mut back = 0_u64;
    for (school, state) in before {
        let known = params![dispositif, *school, actor.person, at];
        back += match state {
            Some(state) => {
                let sql =
                    format!("UPDATE programme_engagement SET state = ?5, moved_at = ?6 WHERE {which} AND state <> ?5");
                let values: Vec<Value> = known.into_iter().chain(params![state.word(), now]).collect();
                tx.execute(&sql, &values)?
            }
            None => tx.execute(&format!("DELETE FROM programme_engagement WHERE {which}"), &known)?,
        };
    }
    Ok(i64::try_from(back).unwrap_or(i64::MAX))
}
