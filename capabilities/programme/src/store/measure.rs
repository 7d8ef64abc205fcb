//! Indicators: written by the slices that know the traces, shown here.
use crate::{DispositifId, Measure};
use db::{Result, Row, Tx, params};
use kernel::{Moment, UnitId};

/// Writes an indicator of a school (or of the académie): `value` out of `of`, or a plain count when `of` is 0. `key` is the
/// key of its label in the writer's language files; one that ends with `-mean` is a sum over a number. Written again, it
/// replaces the last.
pub fn measure(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    school: UnitId,
    key: &str,
    value: i64,
    of: i64,
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO measure (dispositif_id, unit_id, key, value, whole, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (dispositif_id, unit_id, key) DO UPDATE SET value = excluded.value, whole = excluded.whole,
         at = excluded.at",
        &params![dispositif, school, key, value, of, now],
    )
    .map(drop)
}

fn to_measure(row: &Row) -> Measure {
    Measure { school: row.get(0), key: row.get(1), value: row.get(2), of: row.get(3), at: row.get(4) }
}

/// Every indicator of a dispositif, by key.
pub fn measures(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<Measure>> {
    let sql = "SELECT unit_id, key, value, whole, at FROM measure WHERE dispositif_id = ?1 ORDER BY key, unit_id";
    Ok(tx.query(sql, &params![dispositif])?.iter().map(to_measure).collect())
}

/// Those of one school.
pub fn measures_of(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Vec<Measure>> {
    let sql =
        "SELECT unit_id, key, value, whole, at FROM measure WHERE dispositif_id = ?1 AND unit_id = ?2 ORDER BY key";
    Ok(tx.query(sql, &params![dispositif, school])?.iter().map(to_measure).collect())
}
