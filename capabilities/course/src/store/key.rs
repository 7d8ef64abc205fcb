//! The keys of this house, sealed.
use crate::key::KeyId;
use db::{Result, Tx, params};
use kernel::Moment;

/// Those that began after an instant, the newest first.
pub fn since(tx: &mut Tx<'_>, after: Moment) -> Result<Vec<(KeyId, Vec<u8>, Moment)>> {
    let sql = "SELECT id, sealed, since FROM course_key WHERE since > ?1 ORDER BY since DESC, id DESC";
    Ok(tx.query(sql, &params![after])?.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect())
}

/// Keeps another one, unless one began after `due`.
pub fn add(tx: &mut Tx<'_>, (id, sealed): (KeyId, &[u8]), due: Moment, now: Moment) -> Result<()> {
    let sql = "INSERT INTO course_key (id, sealed, since) SELECT ?1, ?2, ?3
               WHERE NOT EXISTS (SELECT 1 FROM course_key WHERE since > ?4)";
    tx.execute(sql, &params![id, sealed, now, due]).map(drop)
}
