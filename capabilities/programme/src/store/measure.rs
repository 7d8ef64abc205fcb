//! The numbers of a bilan, as they were last counted.
use crate::{DispositifId, Numbers, Pair};
use db::{Result, Tx, Value, marks, params};
use kernel::{Moment, UnitId};
use std::collections::{BTreeMap, HashMap};

/// How many rows go into one statement.
const ROWS: usize = 100;

/// Replaces every number of a dispositif by these: of which unit (a school, or the académie for all together), the key, and the
/// number.
pub fn set_measures(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    rows: &[(UnitId, String, Pair)],
    now: Moment,
) -> Result<()> {
    tx.execute("DELETE FROM programme_measure WHERE dispositif_id = ?1", &params![dispositif])?;
    tx.execute("UPDATE programme_dispositif SET counted_at = ?2 WHERE id = ?1", &params![dispositif, now])?;
    for rows in rows.chunks(ROWS) {
        let row = |n: usize| format!("(?1, ?{}, ?{}, ?{}, ?{})", n * 4 + 2, n * 4 + 3, n * 4 + 4, n * 4 + 5);
        let places: Vec<String> = (0..rows.len()).map(row).collect();
        let sql = format!(
            "INSERT INTO programme_measure (dispositif_id, unit_id, key, value, whole)
             VALUES {}",
            places.join(", ")
        );
        let mut values: Vec<Value> = params![dispositif].into();
        for (unit, key, (value, of)) in rows {
            values.extend(params![*unit, key, *value, *of]);
        }
        tx.execute(&sql, &values)?;
    }
    Ok(())
}

/// The numbers of one school in a dispositif, or, for its académie, of all together.
pub fn numbers(tx: &mut Tx<'_>, dispositif: DispositifId, unit: UnitId) -> Result<Numbers> {
    let sql = "SELECT key, value, whole FROM programme_measure WHERE dispositif_id = ?1 AND unit_id = ?2";
    let rows = tx.query(sql, &params![dispositif, unit])?;
    Ok(Numbers(rows.iter().map(|row| (row.get(0), (row.get(1), row.get(2)))).collect()))
}

/// The numbers under these keys of these units of a dispositif, or of every one.
pub fn numbers_of(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    keys: &[&str],
    units: Option<&[UnitId]>,
) -> Result<HashMap<UnitId, Numbers>> {
    let mut all: HashMap<UnitId, Numbers> = HashMap::new();
    if keys.is_empty() || units.is_some_and(<[UnitId]>::is_empty) {
        return Ok(all);
    }
    let among =
        units.map_or_else(String::new, |units| format!("AND unit_id IN ({})", marks(2 + keys.len(), units.len())));
    let sql = format!(
        "SELECT unit_id, key, value, whole FROM programme_measure WHERE dispositif_id = ?1 AND key IN ({}) {among}",
        marks(2, keys.len())
    );
    let mut values: Vec<Value> = params![dispositif].into();
    values.extend(keys.iter().map(|key| Value::from(*key)));
    values.extend(units.unwrap_or_default().iter().map(|unit| Value::from(*unit)));
    for row in tx.query(&sql, &values)? {
        let numbers = all.entry(row.get(0)).or_insert_with(|| Numbers(BTreeMap::new()));
        numbers.0.insert(row.get(1), (row.get(2), row.get(3)));
    }
    Ok(all)
}
