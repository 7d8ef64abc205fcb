//! What the schema is, told in the same words by both databases.
use crate::{Dialect, Result, Row, Tx, params};
use std::fmt;

/// A table as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its indexes, the primary key's left out; in order of their text.
    pub indexes: Vec<Index>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// `BIGINT`, `TEXT` or `BYTEA`.
    pub kind: String,
    /// Whether it always holds something.
    pub not_null: bool,
    /// Its place in the primary key, from 1; 0 outside.
    pub key: u32,
    /// What it holds when nothing is said.
    pub default: Option<String>,
}

/// An index, or a constraint kept by one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Index {
    /// Its columns, in order; `(…)` for an expression.
    pub columns: Vec<String>,
    /// Whether two rows may not be alike in them.
    pub unique: bool,
    /// Whether it covers some rows only.
    pub partial: bool,
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.kind)?;
        if self.not_null {
            f.write_str(" not null")?;
        }
        if self.key > 0 {
            write!(f, " key {}", self.key)?;
        }
        self.default.as_ref().map_or(Ok(()), |default| write!(f, " default {default}"))
    }
}

impl fmt::Display for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.unique { "unique" } else { "index" })?;
        write!(f, " ({})", self.columns.join(", "))?;
        f.write_str(if self.partial { " partial" } else { "" })
    }
}

/// One line for each column and each index, in order.
pub fn lines(tables: &[Table]) -> Vec<String> {
    let of = |table: &Table| {
        let columns = table.columns.iter().map(|column| format!("{}.{column}", table.name));
        let indexes = table.indexes.iter().map(|index| format!("{}: {index}", table.name));
        columns.chain(indexes).collect::<Vec<_>>()
    };
    tables.iter().flat_map(of).collect()
}

/// Every table, in order of name.
pub fn tables(tx: &mut Tx<'_>) -> Result<Vec<Table>> {
    let mut tables = vec![];
    for row in tx.query(dialect(tx).names, &[])? {
        tables.extend(table(tx, row.text(0))?);
    }
    Ok(tables)
}

/// The table of this name.
pub fn table(tx: &mut Tx<'_>, name: &str) -> Result<Option<Table>> {
    let columns: Vec<Column> = tx.query(dialect(tx).columns, &params![name])?.iter().map(column).collect();
    let mut indexes: Vec<Index> = vec![];
    let mut last = None;
    for row in tx.query(dialect(tx).indexes, &params![name])? {
        let index = row.text(0).to_owned();
        if last.as_ref() != Some(&index) {
            indexes.push(Index { columns: vec![], unique: row.get(2), partial: row.get(3) });
            last = Some(index);
        }
        let column = row.get::<Option<String>>(1).unwrap_or_else(|| "(…)".to_owned());
        indexes.iter_mut().rev().take(1).for_each(|index| index.columns.push(column.clone()));
    }
    indexes.sort();
    Ok((!columns.is_empty()).then(|| Table { name: name.to_owned(), columns, indexes }))
}

fn column(row: &Row) -> Column {
    let kind = match row.text(1).to_ascii_uppercase().as_str() {
        "INTEGER" => "BIGINT".to_owned(),
        "BLOB" => "BYTEA".to_owned(),
        other => other.to_owned(),
    };
    let key: u32 = row.get(3);
    // PostgreSQL repeats the type: `''::text`.
    let default = row.get::<Option<String>>(4).map(|text| text.split("::").next().unwrap_or_default().to_owned());
    Column { name: row.get(0), kind, not_null: row.get::<bool>(2) || key > 0, key, default }
}

/// The questions, in each dialect.
struct Questions {
    /// Names of tables.
    names: &'static str,
    /// Name, type, whether never null, place in the key, default.
    columns: &'static str,
    /// For each index and each of its columns: index, column, whether unique, whether partial.
    indexes: &'static str,
}

fn dialect(tx: &Tx<'_>) -> &'static Questions {
    match tx.dialect() {
        Dialect::Sqlite => &SQLITE,
        Dialect::Postgres => &POSTGRES,
    }
}

const SQLITE: Questions = Questions {
    names: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    columns: "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(?1) ORDER BY cid",
    indexes: "SELECT i.name, c.name, i.\"unique\", i.partial FROM pragma_index_list(?1) i, pragma_index_info(i.name) c \
              WHERE i.origin <> 'pk' ORDER BY i.name, c.seqno",
};

const POSTGRES: Questions = Questions {
    names: "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace \
            ORDER BY relname COLLATE \"C\"",
    columns: "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, \
              coalesce(array_position(k.conkey, a.attnum), 0), pg_get_expr(d.adbin, d.adrelid) \
              FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid \
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
              LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p' \
              WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ?1::text AND a.attnum > 0 \
              AND NOT a.attisdropped ORDER BY a.attnum",
    indexes: "SELECT c.relname::text, a.attname::text, i.indisunique, i.indpred IS NOT NULL \
              FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid \
              CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS part (at, seq) \
              LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = part.at AND part.at > 0 \
              WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ?1::text AND NOT i.indisprimary \
              ORDER BY c.relname COLLATE \"C\", part.seq",
};
