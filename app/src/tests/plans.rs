//! Every statement follows an index: no table that grows is read from end to end while somebody waits, or while a writer holds
//! the others.
//!
//! The house is walked through (each page as everybody, each form once, each schedule, the purge), every statement is written
//! down, and both databases are asked how they would run it in a big house.
mod lists;
mod postgres;
mod sqlite;
mod walk;

use std::collections::BTreeSet;

/// A table read from end to end.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Scan {
    table: String,
    /// The statement, its white space made one.
    by: String,
    /// The line of the plan.
    line: String,
}

impl Scan {
    fn new(table: &str, sql: &str, line: &str) -> Self {
        let by = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { table: table.to_owned(), by, line: line.to_owned() }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_follows_an_index() {
    let (mut wrong, mut allowed) = (vec![], BTreeSet::new());
    for (name, db) in db::testing::both(&[]).await {
        let asked = walk::all(db).await;
        assert!(asked.len() > 400, "{name}: {} statements", asked.len());
        let scans = if name == "sqlite" { Some(sqlite::scans(&asked).await) } else { postgres::scans(&asked).await };
        for scan in scans
            .iter()
            .flatten()
            .filter(|scan| lists::grows(&scan.table) && !lists::of_two_made_one(scan) && !lists::first_of_all(scan))
        {
            match lists::allowed(scan) {
                Some(at) => drop(allowed.insert(at)),
                None => wrong.push(format!("{name}: {} is read whole ({}) by {}", scan.table, scan.line, scan.by)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let idle: Vec<_> = lists::ALLOWED.iter().enumerate().filter(|(at, _)| !allowed.contains(at)).collect();
    assert!(idle.is_empty(), "nothing needs these any more: {idle:#?}");
}

#[tokio::test]
async fn a_table_read_whole_is_seen_under_any_name() {
    let whole = [
        "SELECT id FROM directory_person WHERE given = ?1",
        "SELECT count(*) FROM directory_person",
        "SELECT c.id FROM signin_card c JOIN directory_person p ON p.given = c.code WHERE c.id = ?1",
        "DELETE FROM directory_person WHERE id IN (SELECT p.id FROM directory_person p WHERE p.given < ?1 LIMIT 5)",
        "SELECT p.given FROM (SELECT p.given FROM directory_person p ORDER BY p.sort LIMIT 9) p ORDER BY p.given",
    ];
    let led = [
        "SELECT id FROM directory_person WHERE id = ?1",
        "SELECT c.id FROM signin_card c JOIN directory_person p ON p.id = c.person_id WHERE c.id = ?1",
        "SELECT p.given FROM (SELECT p.given FROM directory_person p WHERE p.id = ?1 LIMIT 9) p ORDER BY p.given",
    ];
    let asked = whole.iter().chain(&led).map(|sql| (*sql).to_owned()).collect();
    for scans in [Some(sqlite::scans(&asked).await), postgres::scans(&asked).await].into_iter().flatten() {
        let of = |sql: &str| scans.iter().any(|scan| scan.table == "directory_person" && scan.by == sql);
        assert_eq!(whole.iter().filter(|sql| !of(sql)).collect::<Vec<_>>(), Vec::<&&str>::new(), "not seen");
        assert_eq!(led.iter().filter(|sql| of(sql)).collect::<Vec<_>>(), Vec::<&&str>::new(), "follows an index");
    }
}

/// How many parameters a statement has.
fn marks(sql: &str) -> usize {
    let number = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    sql.split('?').skip(1).map(number).max().unwrap_or(0)
}
