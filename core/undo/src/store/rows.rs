//! Rows of tables known by their schema alone.
use db::{Result, Row, Table, Tx, Value, marks};
use std::collections::BTreeMap;

/// What names a row among those of its table.
pub type Key = String;
/// Rows by their key.
pub type Keyed = BTreeMap<Key, Row>;

/// The places of the columns of the primary key, in the key's order.
fn key_places(table: &Table) -> Vec<usize> {
    let mut places: Vec<(u32, usize)> =
        table.columns.iter().enumerate().filter(|(_, column)| column.key > 0).map(|(at, c)| (c.key, at)).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, at)| at).collect()
}

/// The key of a row, as text.
pub fn key(table: &Table, row: &Row) -> Key {
    db::line(&Row(super::at(row, &key_places(table))))
}

fn columns(table: &Table) -> String {
    table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
}

/// `"a" = ?1 AND "b" = ?2`, for the columns in these places.
fn same(table: &Table, places: &[usize], first: usize) -> String {
    let name = |at: &usize| table.columns.get(*at).map_or("", |column| column.name.as_str());
    let each = places.iter().enumerate().map(|(n, at)| format!("\"{}\" = ?{}", name(at), first + n));
    each.collect::<Vec<_>>().join(" AND ")
}

/// The rows whose column is one of these values.
pub fn under(tx: &mut Tx<'_>, table: &Table, column: &str, values: &[Value]) -> Result<Keyed> {
    let mut found = Keyed::new();
    for some in values.chunks(500) {
        let (all, name) = (columns(table), &table.name);
        let sql = format!("SELECT {all} FROM \"{name}\" WHERE \"{column}\" IN ({})", marks(1, some.len()));
        found.extend(tx.query(&sql, some)?.into_iter().map(|row| (key(table, &row), row)));
    }
    Ok(found)
}

/// The row of the same key as this one.
pub fn pick(tx: &mut Tx<'_>, table: &Table, row: &Row) -> Result<Option<Row>> {
    let places = key_places(table);
    let sql = format!("SELECT {} FROM \"{}\" WHERE {}", columns(table), table.name, same(table, &places, 1));
    tx.first(&sql, &super::at(row, &places))
}

/// Whether a row other than `but` bears one of the values that `row` may bear alone.
pub fn taken(tx: &mut Tx<'_>, table: &Table, row: &Row, but: Option<&Row>) -> Result<bool> {
    Ok(!takers(tx, table, row, but)?.is_empty())
}

/// The rows other than `but` that bear one of the values that `row` may bear alone: its key, or what a unique index covers.
pub fn takers(tx: &mut Tx<'_>, table: &Table, row: &Row, but: Option<&Row>) -> Result<Vec<Row>> {
    let mut takers = vec![];
    let indexes = table.indexes.iter().filter(|index| index.unique).map(|index| {
        index.columns.iter().map(|column| super::place(table, column)).collect::<Option<Vec<_>>>().unwrap_or_default()
    });
    for places in std::iter::once(key_places(table)).chain(indexes).filter(|places| !places.is_empty()) {
        let values = super::at(row, &places);
        if values.contains(&Value::Null) {
            continue;
        }
        let sql = format!("SELECT {} FROM \"{}\" WHERE {}", columns(table), table.name, same(table, &places, 1));
        takers.extend(tx.query(&sql, &values)?.into_iter().filter(|other| Some(other) != but));
    }
    Ok(takers)
}

/// Puts a row in.
pub fn insert(tx: &mut Tx<'_>, table: &Table, row: &Row) -> Result<()> {
    let sql = format!("INSERT INTO \"{}\" ({}) VALUES ({})", table.name, columns(table), marks(1, table.columns.len()));
    tx.execute(&sql, &row.0).map(drop)
}

/// Makes of the row `now` the row `then`, its key included.
pub fn replace(tx: &mut Tx<'_>, table: &Table, now: &Row, then: &Row) -> Result<()> {
    let places = key_places(table);
    let sets = table.columns.iter().enumerate().map(|(at, column)| format!("\"{}\" = ?{}", column.name, at + 1));
    let sets = sets.collect::<Vec<_>>().join(", ");
    let which = same(table, &places, table.columns.len() + 1);
    let values: Vec<Value> = then.0.iter().cloned().chain(super::at(now, &places)).collect();
    tx.execute(&format!("UPDATE \"{}\" SET {sets} WHERE {which}", table.name), &values).map(drop)
}

/// Takes a row away.
pub fn delete(tx: &mut Tx<'_>, table: &Table, row: &Row) -> Result<()> {
    let places = key_places(table);
    let sql = format!("DELETE FROM \"{}\" WHERE {}", table.name, same(table, &places, 1));
    tx.execute(&sql, &super::at(row, &places)).map(drop)
}

/// The rows of a table that name one of `ids` in a column of ids.
pub fn is_named(tx: &mut Tx<'_>, table: &Table, ids: &[Value]) -> Result<Vec<Row>> {
    let mut found = vec![];
    for column in table.columns.iter().filter(|column| column.kind == "BYTEA") {
        found.extend(under(tx, table, &column.name, ids)?.into_values());
    }
    Ok(found)
}
