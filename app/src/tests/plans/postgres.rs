//! How PostgreSQL would run a statement, whatever its parameters, where reading a whole table is the last resort.
use super::Scan;
use crate::slices;
use db::{Column, Result, Table, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows each table is given: enough for an index to be worth its while.
const ROWS: u32 = 2_000;

/// How many statements are planned in one transaction, which holds what it looked at.
const AT_ONCE: usize = 20;

/// What makes a plan say whether an index can be followed at all.
const WITHOUT: &[&str] = &[
    "SET LOCAL plan_cache_mode = force_generic_plan",
    "SET LOCAL enable_seqscan = off",
    "SET LOCAL enable_hashjoin = off",
    "SET LOCAL enable_mergejoin = off",
];

/// The scans of these statements, where there is a PostgreSQL to ask.
pub async fn scans(asked: &BTreeSet<String>) -> Option<BTreeSet<Scan>> {
    let db = db::testing::postgres(&slices::migrations()).await?;
    for table in db.tables().await.unwrap().into_iter().filter(|table| table.name != "migration") {
        let sql = [filled(&table), format!("ANALYZE {}", table.name)];
        let done = db.write_alone(move |tx| sql.iter().try_for_each(|sql| tx.execute(sql, &[]).map(drop)));
        done.await.unwrap();
    }
    let mut scans = BTreeSet::new();
    let asked: Vec<_> = asked.iter().cloned().collect();
    for some in asked.chunks(AT_ONCE) {
        let some = some.to_vec();
        let planned = db.write_alone(move |tx| {
            for set in WITHOUT {
                tx.execute(set, &[])?;
            }
            // An index of the rows in hand is as good as a condition: it is left out.
            let indexes = "SELECT indexname::text, tablename::text FROM pg_indexes WHERE schemaname = current_schema()
                           AND (indexdef NOT LIKE '% WHERE %' OR indexdef LIKE '%IS NOT NULL)')";
            let indexes = tx.query(indexes, &[])?.iter().map(|row| (row.get(0), row.get(1))).collect();
            some.iter().map(|sql| whole(tx, &indexes, sql)).collect::<Result<Vec<_>>>()
        });
        scans.extend(planned.await.unwrap().into_iter().flatten());
    }
    Some(scans)
}

/// What fills a table: ids and instants are each another, words (a kind, a state) come back, unless they make rows unique.
fn filled(table: &Table) -> String {
    let last = |column: &Column| {
        let key = table.columns.iter().max_by_key(|column| column.key).is_some_and(|last| last == column);
        key || table.indexes.iter().any(|index| index.unique && index.columns.last() == Some(&column.name))
    };
    let value = |column: &Column| match column.kind.as_str() {
        "BYTEA" => "decode(md5(n::text), 'hex')",
        "TEXT" if !last(column) => "(n % 200)::text",
        "TEXT" => "n::text",
        _ => "n",
    };
    let (names, values): (Vec<_>, Vec<_>) =
        table.columns.iter().map(|column| (column.name.as_str(), value(column))).unzip();
    let (names, values) = (names.join(", "), values.join(", "));
    format!("INSERT INTO {} ({names}) SELECT {values} FROM generate_series(1, {ROWS}) AS n", table.name)
}

/// The tables that the statement reads from end to end: no index, or one without a condition.
fn whole(tx: &mut Tx<'_>, indexes: &BTreeMap<String, String>, sql: &str) -> Result<Vec<Scan>> {
    if !["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].iter().any(|verb| sql.trim_start().starts_with(verb)) {
        return Ok(vec![]);
    }
    tx.execute(&format!("PREPARE asked AS {sql}"), &[])?;
    let nulls = vec!["NULL"; super::marks(sql)].join(", ");
    let nulls = if nulls.is_empty() { nulls } else { format!("({nulls})") };
    let plan = tx.query(&format!("EXPLAIN EXECUTE asked{nulls}"), &[]);
    tx.execute("DEALLOCATE asked", &[])?;
    let plan: Vec<String> = plan?.iter().map(|row| row.get(0)).collect();
    let mut scans = vec![];
    for (at, line) in plan.iter().enumerate() {
        let mut below = plan.iter().skip(at + 1).take_while(|line| !line.contains("(cost="));
        if below.any(|line| line.trim_start().starts_with("Index Cond:")) {
            continue;
        }
        // `Seq Scan on table`, `Index Only Scan using index on table`, `Bitmap Index Scan on index`.
        let on = ["Seq Scan on ", "Index Scan on ", " Scan using ", " Scan Backward using "];
        let Some((_, rest)) = on.into_iter().find_map(|mark| line.split_once(mark)) else { continue };
        let name = rest.split(' ').next().unwrap_or_default();
        let table = if line.contains("Seq Scan") { Some(name) } else { indexes.get(name).map(String::as_str) };
        scans.extend(table.map(|table| Scan::new(table, sql, line.trim())));
    }
    Ok(scans)
}
