//! What the room promises, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod limits;

mod schema;

use crate::{Db, Error, Migration, Place, Result, Ringer, Tx, params, testing};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

const NOTES: Migration = Migration {
    name: "test/0001_note",
    sql: "CREATE TABLE note (\n  id BIGINT NOT NULL PRIMARY KEY,\n  text TEXT NOT NULL\n);\n\
          CREATE TABLE tally (\n  n BIGINT NOT NULL\n);\nINSERT INTO tally (n) VALUES (0);",
};

fn add(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    tx.execute("INSERT INTO note (id, text) VALUES (?1, ?2)", &params![id, format!("note {id}")]).map(drop)
}

async fn notes(db: &Db) -> i64 {
    let counted = db.read(|tx| Ok::<_, Error>(tx.first("SELECT count(*) FROM note", &[])?.unwrap().get(0)));
    counted.await.unwrap()
}

#[tokio::test]
async fn what_is_committed_is_read_back_and_an_error_leaves_nothing() {
    for (name, db) in testing::both(&[NOTES]).await {
        db.write(|tx| add(tx, 1)).await.unwrap();
        let refused: Result<()> = db
            .write(|tx| {
                add(tx, 2)?;
                tx.once_written(|| panic!("nothing was written"));
                Err(Error::Stopping)
            })
            .await;
        assert!(matches!(refused, Err(Error::Stopping)), "{name}");
        assert!(db.write(|tx| add(tx, 1)).await.is_err(), "{name}: the key is taken");
        assert_eq!(notes(&db).await, 1, "{name}");
    }
}

#[tokio::test]
async fn a_read_changes_nothing() {
    for (name, db) in testing::both(&[NOTES]).await {
        assert!(db.read(|tx| add(tx, 1)).await.is_err(), "{name}");
        assert_eq!(notes(&db).await, 0, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_is_one_snapshot() {
    for (name, db) in testing::both(&[NOTES]).await {
        let (begun, wait) = tokio::sync::oneshot::channel();
        let (resume, resumed) = std::sync::mpsc::channel();
        let reader = db.clone();
        let read = tokio::spawn(async move {
            let both = reader.read_long(move |tx| {
                let before: i64 = tx.first("SELECT count(*) FROM note", &[])?.unwrap().get(0);
                begun.send(()).unwrap();
                resumed.recv().unwrap();
                let after: i64 = tx.first("SELECT count(*) FROM note", &[])?.unwrap().get(0);
                Ok::<_, Error>((before, after))
            });
            both.await.unwrap()
        });
        wait.await.unwrap();
        db.write(|tx| add(tx, 1)).await.unwrap();
        resume.send(()).unwrap();
        assert_eq!(read.await.unwrap(), (0, 0), "{name}");
        assert_eq!(notes(&db).await, 1, "{name}");
    }
}

#[tokio::test]
async fn a_panic_is_an_error_and_the_next_write_works() {
    for (name, db) in testing::both(&[NOTES]).await {
        let fell: Result<()> = db
            .write(|tx| {
                add(tx, 1)?;
                panic!("ouch");
            })
            .await;
        assert!(matches!(fell, Err(Error::Panicked(ref said)) if said == "ouch"), "{name}: {fell:?}");
        let fell: Result<()> = db.read(|_| panic!("ouch")).await;
        assert!(matches!(fell, Err(Error::Panicked(_))), "{name}: {fell:?}");
        db.write(|tx| add(tx, 1)).await.unwrap();
        assert_eq!(notes(&db).await, 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_asker_who_leaves_poisons_nothing() {
    for (name, db) in testing::both(&[NOTES]).await {
        for id in 0..40 {
            let writer = db.clone();
            let task = tokio::spawn(async move { writer.write(move |tx| add(tx, id)).await });
            let reader = db.clone();
            let other = tokio::spawn(async move { notes(&reader).await });
            if id % 2 == 0 {
                tokio::task::yield_now().await;
            }
            task.abort();
            other.abort();
        }
        let before = notes(&db).await;
        db.write(|tx| add(tx, 1_000)).await.unwrap();
        assert!(notes(&db).await > before, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_two_writers_count_right() {
    for (name, db) in testing::both(&[NOTES]).await {
        let tasks = (0..32).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                for _ in 0..20 {
                    db.write(|tx| tx.execute("UPDATE tally SET n = n + 1", &[])).await.unwrap();
                }
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap();
        }
        let n: i64 = db.read(|tx| tx.first("SELECT n FROM tally", &[])).await.unwrap().unwrap().get(0);
        assert_eq!(n, 640, "{name}");
    }
}

/// Runs `work` eight times at once, twenty times over, and counts how often it answered `true`.
async fn crowd(db: &Db, work: impl Fn(&mut Tx<'_>) -> Result<bool> + Clone + Send + 'static) -> usize {
    let mut yes = 0;
    for _ in 0..20 {
        let at_once: Vec<_> = (0..8)
            .map(|_| {
                let (db, work) = (db.clone(), work.clone());
                tokio::spawn(async move { db.write(work).await })
            })
            .collect();
        for one in at_once {
            yes += usize::from(one.await.unwrap().unwrap());
        }
    }
    yes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_read_is_still_true_when_it_is_written() {
    for (name, db) in testing::both(&[NOTES]).await {
        let told = Arc::new(AtomicU32::new(0));
        let tell = Arc::clone(&told);
        let raised = crowd(&db, move |tx| {
            let n: i64 = tx.first("SELECT n FROM tally", &[])?.map_or(0, |row| row.get(0));
            let tell = Arc::clone(&tell);
            tx.once_written(move || {
                tell.fetch_add(1, Ordering::SeqCst);
            });
            Ok(tx.execute("UPDATE tally SET n = ?1", &params![n + 1])? == 1)
        });
        assert_eq!(raised.await, 160, "{name}");
        assert_eq!(told.load(Ordering::SeqCst), 160, "{name}: once each, however often it ran");
        let n: i64 = db.read(|tx| tx.first("SELECT n FROM tally", &[])).await.unwrap().unwrap().get(0);
        assert_eq!(n, 160, "{name}: none was lost");
        // Five at most, although no row says so.
        let seated = crowd(&db, |tx| {
            let taken: i64 = tx.first("SELECT count(*) FROM note", &[])?.map_or(0, |row| row.get(0));
            if taken >= 5 {
                return Ok(false);
            }
            let next = tx.first("SELECT coalesce(max(id), 0) + 1 FROM note", &[])?.map_or(0, |row| row.get(0));
            add(tx, next).map(|()| true)
        });
        assert_eq!((seated.await, notes(&db).await), (5, 5), "{name}");
        assert_eq!(db.figures().busy, 0, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failure_that_is_passed_over_leaves_nothing_behind() {
    for (name, db) in testing::both(&[NOTES]).await {
        db.write(|tx| add(tx, 1)).await.unwrap();
        let passed_over = db.write(|tx| {
            add(tx, 2)?;
            let _ = add(tx, 1);
            Ok::<_, Error>(())
        });
        assert!(matches!(passed_over.await, Err(Error::PassedOver)), "{name}");
        assert_eq!(notes(&db).await, 1, "{name}");
    }
}

#[tokio::test]
async fn a_text_that_one_of_them_cannot_hold_is_held_by_neither() {
    for (name, db) in testing::both(&[NOTES]).await {
        let put = db.write(|tx| tx.execute("INSERT INTO note (id, text) VALUES (1, ?1)", &params!["a\0b"]));
        assert!(matches!(put.await, Err(Error::Nul)), "{name}");
        assert_eq!(notes(&db).await, 0, "{name}");
    }
}

/// A ringer that remembers.
fn ear() -> (Ringer, Arc<Mutex<Vec<String>>>) {
    let heard = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&heard);
    (Arc::new(move |topic: &str| kept.lock().unwrap().push(topic.to_owned())), heard)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ring_is_heard_after_the_commit_only_and_on_every_node() {
    for (name, place) in testing::places().await {
        let ((here, heard_here), (there, heard_there)) = (ear(), ear());
        let db = Db::open(&place, 4, here).unwrap();
        let other = Db::open(&place, 4, there).unwrap();
        db.migrate(vec![NOTES]).await.unwrap();
        let id = testing::fresh();
        let (lost, kept) = (format!("lost-{id}"), format!("kept-{id}"));
        let mut tries = 0;
        loop {
            let (lost, ring) = (lost.clone(), kept.clone());
            let undone = db.write(move |tx| {
                tx.ring(lost.as_str());
                Err::<(), _>(Error::Stopping)
            });
            undone.await.unwrap_err();
            db.write(move |tx| {
                tx.ring(ring.as_str());
                Ok::<_, Error>(())
            })
            .await
            .unwrap();
            // Nodes hear each other on PostgreSQL only, and a little later.
            let ears = if name == "sqlite" { vec![&heard_here] } else { vec![&heard_here, &heard_there] };
            if ears.iter().all(|ear| ear.lock().unwrap().contains(&kept)) {
                break;
            }
            tries += 1;
            assert!(tries < 100, "{name}: nobody heard");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(!heard_here.lock().unwrap().contains(&lost), "{name}");
        assert!(!heard_there.lock().unwrap().contains(&lost), "{name}");
        drop(other);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_line_between_nodes_breaks_everyone_looks_again() {
    let Some(Place::Postgres(url)) = testing::places().await.into_iter().map(|(_, place)| place).nth(1) else { return };
    let name = testing::fresh();
    let (mark, (here, heard)) = (if url.contains('?') { '&' } else { '?' }, ear());
    let db = Db::open(&Place::Postgres(format!("{url}{mark}application_name={name}")), 2, here).unwrap();
    let times = || heard.lock().unwrap().iter().filter(|topic| *topic == "*").count();
    for wanted in 1..=2 {
        let mut patience = 200;
        while times() < wanted {
            patience -= 1;
            assert!(patience > 0, "the line is not there");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let (name, kill) = (
            name.clone(),
            "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
             WHERE application_name = ?1 AND query LIKE 'LISTEN%'",
        );
        let killed = db.read(move |tx| tx.query(kill, &params![name])).await.unwrap();
        assert_eq!(killed.len(), 1);
    }
}

#[tokio::test]
async fn a_broken_connection_is_replaced() {
    let Some(db) = testing::postgres(&[NOTES]).await else { return };
    let pid = db.read(|tx| tx.first("SELECT pg_backend_pid()", &[])).await.unwrap().unwrap().get::<i64>(0);
    let Some(other) = testing::postgres(&[]).await else { return };
    other.read(move |tx| tx.query("SELECT pg_terminate_backend(?1)", &params![pid])).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    for id in 0..4 {
        db.write(move |tx| add(tx, id)).await.unwrap();
    }
    assert_eq!(notes(&db).await, 4);
    // In the middle of a transaction it is an error, and the next one works.
    let cut: Result<()> = db
        .write(|tx| {
            add(tx, 9)?;
            tx.query("SELECT pg_terminate_backend(pg_backend_pid())", &[]).map(drop)
        })
        .await;
    assert!(cut.is_err());
    db.write(|tx| add(tx, 10)).await.unwrap();
    assert_eq!(notes(&db).await, 5);
}

#[tokio::test]
async fn a_step_of_the_schema_runs_once_and_is_never_edited() {
    for (name, db) in testing::both(&[]).await {
        let more = Migration { name: "test/0002_more", sql: "CREATE TABLE more (\n  id BIGINT NOT NULL\n);" };
        assert_eq!(db.migrate(vec![NOTES]).await.unwrap(), ["test/0001_note"], "{name}");
        assert_eq!(db.migrate(vec![NOTES, more]).await.unwrap(), ["test/0002_more"], "{name}");
        assert!(db.migrate(vec![NOTES, more]).await.unwrap().is_empty(), "{name}");
        let edited = Migration { sql: "CREATE TABLE note (id BIGINT);", ..NOTES };
        let refused = db.migrate(vec![edited, more]).await;
        assert!(matches!(&refused, Err(Error::Edited(step)) if step == "test/0001_note"), "{name}: {refused:?}");
        let refused = db.migrate(vec![NOTES]).await;
        assert!(matches!(&refused, Err(Error::Newer(step)) if step == "test/0002_more"), "{name}: {refused:?}");
        let broken = Migration { name: "test/0003", sql: "CREATE TABLE half (\n  id BIGINT\n);\nCREATE NONSENSE;" };
        assert!(db.migrate(vec![NOTES, more, broken]).await.is_err(), "{name}");
        assert!(db.read(|tx| tx.query("SELECT id FROM half", &[])).await.is_err(), "{name}: all or nothing");
    }
}

#[tokio::test]
async fn values_come_back_as_they_went() {
    for (name, place) in testing::places().await {
        let Ok(db) = Db::open(&place, 2, Arc::new(|_| {})) else { panic!("{name} opens") };
        let kinds = "CREATE TABLE kind (\n  i BIGINT,\n  t TEXT,\n  b BYTEA\n);";
        db.migrate(vec![Migration { name: "test/kind", sql: kinds }]).await.unwrap();
        let sent = params![i64::MIN, "l’été — ?1 $1 '", vec![0u8, 255]];
        let (put, nothing) = (sent.clone(), params![None::<i64>, None::<String>, None::<Vec<u8>>]);
        let rows = db.write(move |tx| {
            let sql = "INSERT INTO kind (i, t, b) VALUES (?1, ?2, ?3)";
            tx.execute(sql, &put)?;
            tx.execute(sql, &nothing)?;
            tx.query("SELECT i, t, b FROM kind ORDER BY i IS NULL", &[])
        });
        let rows = rows.await.unwrap();
        assert_eq!(rows[0].0, sent, "{name}");
        assert_eq!(rows[1].get::<Option<String>>(1), None, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_keeps_what_was_asked_and_refuses_what_comes_after() {
    for (name, place) in testing::places().await {
        let db = Db::open(&place, 4, Arc::new(|_| {})).unwrap();
        db.migrate(vec![NOTES]).await.unwrap();
        let writes: Vec<_> = (0..50)
            .map(|id| {
                tokio::spawn({
                    let db = db.clone();
                    async move { db.write(move |tx| add(tx, id)).await }
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(5)).await;
        db.close().await;
        let mut kept = 0;
        for write in writes {
            kept += i64::from(write.await.unwrap().is_ok());
        }
        assert!(matches!(db.write(|tx| add(tx, 99)).await, Err(Error::Stopping)), "{name}");
        assert!(matches!(db.read(|tx| tx.query("SELECT 1", &[])).await, Err(Error::Stopping)), "{name}");
        let again = Db::open(&place, 4, Arc::new(|_| {})).unwrap();
        assert_eq!(notes(&again).await, kept, "{name}");
        let figures = again.figures();
        assert_eq!((figures.reads, figures.writes, figures.busy), (1, 0, 0), "{name}");
    }
}
