//! How SQLite would run a statement, with the figures of a big house and without any (nobody asks it to count).
use super::{Scan, lists};
use crate::slices;
use db::{Db, Place, Result, Table, Tx, Value, params};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// How many rows a table that grows holds.
const ROWS: u32 = 600_000;
/// One of how many is in an index of some rows only.
const IN_HAND: u32 = 100;
/// How many of them are alike in the first column of an index, in the first two, in the first three…
const ALIKE: &[u32] = &[12, 4, 2];

/// What opens a cursor.
const OPENS: &[&str] = &["OpenRead", "OpenWrite", "ReopenIdx", MADE];
/// A table that the statement makes for itself.
const MADE: &str = "OpenEphemeral";

/// What begins a loop; the last one over what another part of the statement gives.
const LOOPS: &[&str] = &["Rewind", "Last", GIVEN];
const GIVEN: &str = "Yield";
/// What goes to a place in an index.
const SEEKS: &[&str] = &["SeekGE", "SeekGT", "SeekLE", "SeekLT"];
/// Columns that hold a few words: an index of which nothing else is asked leads to a good part of the table.
const WORDS: &[&str] = &["kind", "role", "state", "live", "current", "way", "source", "word", "mode", "template"];
/// What counts all rows without a loop.
const COUNTS: &[&str] = &["Count"];

/// The scans of these statements.
pub async fn scans(asked: &BTreeSet<String>) -> BTreeSet<Scan> {
    let mut scans = BTreeSet::new();
    for figures in [true, false] {
        let db = house(figures).await;
        // A filter through which nobody passes is tried before the first row, and the plan does not say so.
        let asked: Vec<_> = asked.iter().filter(|sql| !sql.contains("(FALSE)")).cloned().collect();
        let read = db.read_long(move |tx| {
            // An index of the rows in hand is as good as a condition: its pages are left out.
            let roots = "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0 AND sql IS NULL
                         OR sql NOT LIKE '% WHERE %' OR sql LIKE '%IS NOT NULL'";
            let roots = tx.query(roots, &[])?.iter().map(|row| (row.get(0), row.get(1))).collect();
            let of = |tx: &mut Tx<'_>, sql: &String| whole(tx, &roots, sql);
            asked.iter().map(|sql| of(tx, sql)).collect::<Result<Vec<_>>>()
        });
        scans.extend(read.await.unwrap().into_iter().flatten());
    }
    scans
}

/// A house without a row, that is told it is big, or is told nothing.
async fn house(figures: bool) -> Db {
    let (_, place) = db::testing::places().await.into_iter().next().unwrap();
    assert!(matches!(place, Place::Sqlite(_)), "SQLite is the first");
    let open = || Db::open(&place, 1, Arc::new(|_| {})).unwrap();
    let db = open();
    db.migrate(slices::migrations()).await.unwrap();
    if !figures {
        return db;
    }
    let told = db.write_alone(|tx| {
        // Makes the table of figures.
        tx.execute("ANALYZE", &[])?;
        tx.execute("DELETE FROM sqlite_stat1", &[])?;
        for table in tx.tables()? {
            for (index, figures) in figures_of(tx, &table)? {
                let sql = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)";
                tx.execute(sql, &params![&table.name, index, figures])?;
            }
        }
        Ok::<_, db::Error>(())
    });
    told.await.unwrap();
    db.close().await;
    // They are read when a file is opened.
    open()
}

/// The figures of a table and of each of its indexes.
fn figures_of(tx: &mut Tx<'_>, table: &Table) -> Result<Vec<(Option<String>, String)>> {
    let rows = lists::rows(&table.name).unwrap_or(ROWS);
    let mut all = vec![(None, rows.to_string())];
    let indexes = "SELECT l.name, l.\"unique\", l.partial, count(*)
                   FROM pragma_index_list(?1) l, pragma_index_info(l.name) GROUP BY 1, 2, 3";
    for row in tx.query(indexes, &params![&table.name])? {
        let (unique, partial, columns): (bool, bool, u32) = (row.get(1), row.get(2), row.get(3));
        let rows = if partial { rows / IN_HAND } else { rows };
        let mut figures = rows.to_string();
        for (at, alike) in (1..=columns).zip(ALIKE.iter().chain(std::iter::repeat(&2))) {
            let alike = if unique && at == columns { 1 } else { *alike };
            figures = format!("{figures} {}", alike.min(rows));
        }
        all.push((Some(row.get(0)), figures));
    }
    Ok(all)
}

/// Whether a line of a plan looks rows up by columns of a few words alone: `SEARCH k USING INDEX … (kind=?)`.
fn by_a_word(told: &str) -> bool {
    let asked = told.starts_with("SEARCH ").then(|| told.rsplit_once('(')).flatten();
    let asked = asked.map(|(_, asked)| asked.trim_end_matches(" LEFT-JOIN").trim_end_matches(')'));
    asked.is_some_and(|asked| asked.split(" AND ").all(|one| WORDS.contains(&one.trim_end_matches("=?"))))
}

/// The tables that the statement reads from end to end.
///
/// The plan calls them by the names they have in the statement, where one name may stand for several. So the program of the
/// statement is asked too: after each line of the plan comes the loop it tells of, over a cursor opened on the page of a table or of
/// one of its indexes.
fn whole(tx: &mut Tx<'_>, roots: &BTreeMap<i64, String>, sql: &str) -> Result<Vec<Scan>> {
    let marks = vec![Value::Null; super::marks(sql)];
    let program = tx.query(&format!("EXPLAIN {sql}"), &marks)?;
    let mut plan = tx.query(&format!("EXPLAIN QUERY PLAN {sql}"), &marks)?;
    plan.sort_by_key(|line| line.get::<i64>(0));
    // A line of the plan is numbered by its place in the program, where the lines before it have places too.
    let place = |at: usize| plan.get(at).map_or(program.len(), |line| line.get::<u32>(0) as usize - at);
    let mut scans = vec![];
    for (at, line) in plan.iter().enumerate() {
        let told = line.text(3);
        let before = (at.checked_sub(1).map_or(0, place), place(at));
        let after = (place(at), place(at + 1));
        let first = |(from, to): (usize, usize), begins: &[&str]| {
            program.iter().take(to).skip(from).find(|step| begins.contains(&step.text(1)))
        };
        let step = if told.contains(" AUTOMATIC ") {
            // An index made for the moment, out of all the rows, before the loop.
            first(before, LOOPS)
        } else if told.contains("CONSTANT ROW") || told.contains("VALUES CLAUSE") {
            None
        } else if told.starts_with("SCAN ") || told.contains("(ANY(") {
            first(before, COUNTS).or_else(|| first(after, LOOPS))
        } else if by_a_word(told) {
            first(after, SEEKS)
        } else {
            None
        };
        let Some(step) = step else { continue };
        let cursor: i64 = step.get(2);
        let opens = |step: &&db::Row| OPENS.contains(&step.text(1)) && step.get::<i64>(2) == cursor;
        let opened = program.iter().take(after.1).rev().find(opens).filter(|_| step.text(1) != GIVEN);
        let table = opened.filter(|open| open.text(1) != MADE).and_then(|open| roots.get(&open.get(3)));
        scans.extend(table.map(|table| Scan::new(table, sql, told)));
    }
    Ok(scans)
}
