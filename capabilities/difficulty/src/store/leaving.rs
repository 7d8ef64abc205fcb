//! What somebody followed who has left.
use db::{Result, Tx, params};
use directory::Leaving;
use kernel::{GroupId, Moment, PersonId, UnitId};

/// The difficulties that are theirs at this school wait for another owner.
pub const LEAVING: Leaving = Leaving { left };

fn left(tx: &mut Tx<'_>, person: PersonId, school: UnitId, now: Moment) -> Result<Vec<String>> {
    let sql = "SELECT id, opened_at FROM difficulty WHERE keeper_id = ?1 AND state <> 'closed' AND school_id = ?2
               ORDER BY opened_at, id";
    let mut said = vec![];
    for row in tx.query(sql, &params![person, school])? {
        let id: GroupId = row.get(0);
        tx.execute("UPDATE difficulty SET keeper_id = NULL WHERE id = ?1", &params![id])?;
        access::store::group::leave(tx, id, person, now)?;
        said.push(format!("difficulté, {}", row.get::<Moment>(1).paris().strftime("%d/%m/%Y")));
    }
    Ok(said)
}
