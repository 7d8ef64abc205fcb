//! Statements on SQLite, prepared once per connection.
use crate::{Error, Result, Row, Value};
use rusqlite::{
    Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};

/// How many prepared statements a connection keeps.
pub const KEPT: usize = 512;

pub fn execute(tx: &Connection, sql: &str, params: &[Value]) -> Result<u64> {
    Ok(tx.prepare_cached(sql)?.execute(rusqlite::params_from_iter(params))? as u64)
}

pub fn each<E: From<Error>>(
    tx: &Connection,
    sql: &str,
    params: &[Value],
    take: &mut dyn FnMut(Row) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut statement = tx.prepare_cached(sql).map_err(Error::from)?;
    let width = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(params)).map_err(Error::from)?;
    while let Some(row) = rows.next().map_err(Error::from)? {
        let values = (0..width).map(|at| Ok(owned(row.get_ref(at)?))).collect::<rusqlite::Result<_>>();
        take(Row(values.map_err(Error::from)?))?;
    }
    Ok(())
}

pub fn query(tx: &Connection, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
    let mut statement = tx.prepare_cached(sql)?;
    let width = statement.column_count();
    let rows = statement.query_map(rusqlite::params_from_iter(params), |row| {
        (0..width).map(|at| Ok(owned(row.get_ref(at)?))).collect::<rusqlite::Result<_>>().map(Row)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn owned(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(v) => Value::Int(v),
        // No column of ours holds a fraction; an average is read as its whole part.
        #[expect(clippy::cast_possible_truncation, reason = "the whole part is what is asked for")]
        ValueRef::Real(v) => Value::Int(v as i64),
        ValueRef::Text(v) => Value::Text(String::from_utf8_lossy(v).into_owned()),
        ValueRef::Blob(v) => Value::Bytes(v.to_owned()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}
