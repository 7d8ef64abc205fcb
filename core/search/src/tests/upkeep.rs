//! Putting, putting again, taking away.
use super::{ask, both, doc, everything, id, steps};
use crate::{Doc, JOB, Place, Source, forget, put, rebuild, remove};
use db::{Db, Row, Tx, params};
use jobs::{Runner, Task};
use kernel::{Id, Moment, Seeded, SetClock};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// Every row of the index, as text.
fn rows(tx: &mut Tx<'_>) -> db::Result<Vec<Row>> {
    tx.query("SELECT shelf, term, id, weight FROM search_post ORDER BY shelf, term, id", &[])
}

fn person(n: u32) -> Doc {
    let text = "Se plaint de la cantine.".into();
    Doc { owner: Some(id(n)), text, ..doc("thing", n, "Inès Nouvel", Place::HOUSE) }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_again_replaces_what_was_and_changes_nothing_when_it_is_the_same() {
    for (name, db) in both().await {
        let fresh = db.write(|tx| {
            put(tx, &[Doc { text: String::new(), ..doc("thing", 1, "Inès Martin", id::<()>(5).into()) }])?;
            rows(tx)
        });
        let fresh = fresh.await.unwrap();
        let (again, changed, queries) = db
            .write(|tx| {
                put(tx, &[person(1), person(2)])?;
                let moved = [doc("thing", 1, "Inès Martin", id::<()>(5).into())];
                put(tx, &moved)?;
                remove(tx, "thing", id::<()>(2))?;
                let (changed, before) = (rows(tx)?, tx.queries());
                put(tx, &moved)?;
                Ok::<_, db::Error>((rows(tx)?, changed, tx.queries() - before))
            })
            .await
            .unwrap();
        assert_eq!(changed, fresh, "{name}: nothing is left of what it was in between");
        assert_eq!(again, fresh, "{name}");
        let lock = u32::from(name == "postgres");
        assert_eq!(queries, 3 + lock, "{name}: its shelf, itself, and the count here");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_leaves_no_word() {
    for (name, db) in both().await {
        let left = db.write(|tx| {
            let words = |n| Doc { owner: Some(id(1)), id: id(n), ..person(n) };
            put(tx, &[person(1), words(7), doc("thing", 8, "Paul", Place::HOUSE), Doc { owner: None, ..person(9) }])?;
            forget(tx, id(1))?;
            forget(tx, id(9))?;
            let kept = tx.query("SELECT term FROM search_post", &[])?;
            let docs = tx.query("SELECT title FROM search_doc", &[])?;
            Ok::<_, db::Error>((kept, docs))
        });
        let (posts, docs) = left.await.unwrap();
        assert_eq!(docs, [Row(params!["Paul"].to_vec())], "{name}");
        assert_eq!(posts, [Row(params!["paul".as_bytes()].to_vec())], "{name}");
    }
}

/// The documents of the test's own table, as a slice gives them.
fn page(tx: &mut Tx<'_>, _: Moment, after: Option<Id<()>>, limit: usize) -> db::Result<Vec<Doc>> {
    let after = after.map_or(vec![], |id| id.bytes().to_vec());
    let limit = i64::try_from(limit).unwrap();
    let rows = tx.query("SELECT id, name FROM friend WHERE id > ?1 ORDER BY id LIMIT ?2", &params![after, limit])?;
    let of = |row: &Row| Doc { id: row.get(0), ..doc("thing", 0, row.text(1), Place::HOUSE) };
    Ok(rows.iter().map(of).collect())
}

const FRIEND: db::Migration = db::Migration {
    name: "test/friend",
    sql: "CREATE TABLE friend (\n  id BYTEA NOT NULL PRIMARY KEY,\n  name TEXT NOT NULL\n);",
};

fn quick(work: &mut jobs::Work<'_, '_>) -> db::Result<()> {
    rebuild(work, &[Source { kind: "thing", page }])
}

fn slow(work: &mut jobs::Work<'_, '_>) -> db::Result<()> {
    rebuild(work, &[Source { kind: "thing", page: slow_page }])
}

/// How many pages [`slow_page`] has read that held something.
static READ: AtomicU32 = AtomicU32::new(0);

/// The same, with time for others between the reading and what follows.
fn slow_page(tx: &mut Tx<'_>, now: Moment, after: Option<Id<()>>, limit: usize) -> db::Result<Vec<Doc>> {
    let docs = page(tx, now, after, limit)?;
    if !docs.is_empty() {
        READ.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(docs)
}

/// What the nightly pass of this day does.
async fn run_all(db: &Db, day: i64, run: fn(&mut jobs::Work<'_, '_>) -> db::Result<()>) -> usize {
    let clock = Arc::new(SetClock::at(Moment(0).plus_days(day)));
    let task = Task::every(1_440, JOB, run);
    let runner = Runner::new(db.clone(), clock, Arc::new(Seeded::new(1)), vec![task]);
    runner.run_due().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_put_again_page_by_page_and_what_is_gone_goes() {
    let steps: Vec<_> = steps().into_iter().chain([FRIEND]).collect();
    for (name, db) in db::testing::both(&steps).await {
        db.write(|tx| {
            for n in 1..=1_200 {
                let values = params![id::<()>(n), format!("Ami {n}")];
                tx.execute("INSERT INTO friend (id, name) VALUES (?1, ?2)", &values)?;
            }
            // One before the first, one between, one after the last; and one of a kind that is not put again.
            put(tx, &[doc("thing", 0, "Ami perdu", Place::HOUSE), doc("thing", 5_000, "Ami perdu", Place::HOUSE)])?;
            put(tx, &[doc("other", 600, "Ami gardé", Place::HOUSE)])?;
            tx.execute("DELETE FROM friend WHERE id = ?1", &params![id::<()>(600)]).map(drop)
        })
        .await
        .unwrap();
        assert_eq!(run_all(&db, 1, quick).await, 5, "{name}: the schedule, three pages, and the end");
        let (found, other) = db
            .write(|tx| {
                let other = everything().at("other", [Place::HOUSE]);
                Ok::<_, db::Error>((ask(tx, &everything(), "ami"), ask(tx, &other, "gardé")))
            })
            .await
            .unwrap();
        assert_eq!((found.total, other.total), (1_199, 1), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_while_everything_is_put_again_stays_forgotten() {
    let steps: Vec<_> = steps().into_iter().chain([FRIEND]).collect();
    for (name, db) in db::testing::both(&steps).await {
        for n in 1..=3_u32 {
            let read = READ.load(Ordering::SeqCst);
            let friend = "INSERT INTO friend (id, name) VALUES (?1, ?2)";
            db.write(move |tx| tx.execute(friend, &params![id::<()>(n), "Inès"])).await.unwrap();
            let forgetting = async {
                while READ.load(Ordering::SeqCst) == read {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                db.write(move |tx| {
                    tx.execute("DELETE FROM friend WHERE id = ?1", &params![id::<()>(n)])?;
                    forget(tx, id(n))
                })
                .await
            };
            let (_, forgotten) = tokio::join!(run_all(&db, 2 * i64::from(n), slow), forgetting);
            forgotten.unwrap();
            let left = db.read(|tx| tx.query("SELECT title FROM search_doc", &[])).await.unwrap();
            assert_eq!(left, [], "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_at_once_agree_on_the_shelves() {
    for (name, db) in both().await {
        let writes = (0..8).map(|n: u32| {
            let db = db.clone();
            tokio::spawn(async move {
                let docs: Vec<_> = (0..6).map(|k| doc("thing", 10 * n + k, "Inès", id::<()>(100 + k).into())).collect();
                db.write(move |tx| put(tx, &docs)).await
            })
        });
        for write in writes.collect::<Vec<_>>() {
            write.await.unwrap().unwrap();
        }
        let shelves = db.read(|tx| tx.query("SELECT n FROM search_shelf ORDER BY n", &[])).await.unwrap();
        assert_eq!(shelves.iter().map(|row| row.get::<i64>(0)).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6], "{name}");
    }
}
