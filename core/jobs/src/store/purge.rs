//! What is past its time, and what the last purge took.
use db::{Result, Table, Tx, Value, params};
use kernel::Moment;
use std::collections::HashMap;

/// How many rows of each table are past their time: its name, the condition of these rows, and the value of `?1` in it.
pub fn count(tx: &mut Tx<'_>, asked: &[(&'static str, String, Moment)]) -> Result<Vec<(&'static str, u64)>> {
    if asked.is_empty() {
        return Ok(vec![]);
    }
    // Each instant is one parameter, whatever the number of tables that are asked about with it.
    let mut instants: Vec<Moment> = vec![];
    let mut parts = vec![];
    for (table, condition, before) in asked {
        let at = instants.iter().position(|instant| instant == before).unwrap_or_else(|| {
            instants.push(*before);
            instants.len() - 1
        });
        let condition = condition.replace("?1", &format!("?{}", at + 1));
        parts.push(format!("SELECT '{table}', count(*) FROM {table} WHERE {condition}"));
    }
    tx.plan_for_values()?;
    let params: Vec<_> = instants.into_iter().map(Value::from).collect();
    let rows = tx.query(&parts.join(" UNION ALL "), &params)?;
    let counted: HashMap<&str, i64> = rows.iter().map(|row| (row.text(0), row.get(1))).collect();
    let of = |table| counted.get(table).map_or(0, |count| u64::try_from(*count).unwrap_or(0));
    Ok(asked.iter().map(|(table, ..)| (*table, of(*table))).collect())
}

/// The deletion of so many rows, by the key of their table.
pub fn lot(table: &Table, condition: &str, most: u64) -> String {
    let mut key: Vec<_> = table.columns.iter().filter(|column| column.key > 0).collect();
    key.sort_by_key(|column| column.key);
    let key = key.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
    let name = &table.name;
    format!("DELETE FROM {name} WHERE ({key}) IN (SELECT {key} FROM {name} WHERE {condition} LIMIT {most})")
}

/// Deletes one of these lots; how many rows it was.
pub fn delete(tx: &mut Tx<'_>, lot: &str, before: Moment) -> Result<u64> {
    tx.plan_for_values()?;
    tx.execute(lot, &params![before])
}

/// Writes down what went of a table.
pub fn remember(tx: &mut Tx<'_>, table: &str, gone: u64, now: Moment) -> Result<()> {
    let sql = "INSERT INTO jobs_purged (name, at, gone) VALUES (?1, ?2, ?3)
               ON CONFLICT (name) DO UPDATE SET at = excluded.at, gone = excluded.gone";
    tx.execute(sql, &params![table, now, i64::try_from(gone).unwrap_or(i64::MAX)]).map(drop)
}

/// When something was last purged.
pub fn last_time(tx: &mut Tx<'_>) -> Result<Option<Moment>> {
    Ok(tx.first("SELECT max(at) FROM jobs_purged", &[])?.and_then(|row| row.get(0)))
}

/// What the last purge took of each table, and when.
pub fn last(tx: &mut Tx<'_>) -> Result<Vec<(String, Moment, i64)>> {
    let rows = tx.query("SELECT name, at, gone FROM jobs_purged ORDER BY name", &[])?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect())
}
