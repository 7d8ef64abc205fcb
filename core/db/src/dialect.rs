//! The gaps between the two dialects, all in one place.

/// `?1` → `$1`, outside quotes: the one text as PostgreSQL wants it.
pub fn dollars(sql: &str) -> String {
    let mut quoted = false;
    sql.chars()
        .map(|c| match c {
            '\'' => {
                quoted = !quoted;
                c
            }
            '?' if !quoted => '$',
            c => c,
        })
        .collect()
}

/// A schema text as SQLite wants it: its own type names, and `STRICT` tables, so that SQLite too refuses a text in a number's place.
/// A table that ends with `); -- by key` is kept in the order of its key alone, which PostgreSQL has no word for.
pub fn for_sqlite(schema: &str) -> String {
    let schema = schema.replace("BIGINT", "INTEGER").replace("BYTEA", "BLOB");
    schema.replace("\n); -- by key", "\n) STRICT, WITHOUT ROWID;").replace("\n);", "\n) STRICT;")
}
