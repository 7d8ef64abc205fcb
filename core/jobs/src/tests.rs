//! Work queued is done once, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod errand;
mod purge;

use crate::{MIGRATIONS, Run, Runner, TRIES, Task, Work, aside, figures, queue, retry};
use db::params;
use kernel::{Clock as _, Moment, Seeded, SetClock};
use std::sync::{Arc, Mutex};

const NOTES: db::Migration =
    db::Migration { name: "test/note", sql: "CREATE TABLE note (\n  text TEXT NOT NULL,\n  at BIGINT\n);" };

fn write_note(work: &mut Work<'_, '_>) -> db::Result<()> {
    work.tx.execute("INSERT INTO note (text, at) VALUES (?1, ?2)", &params![&work.payload, work.now]).map(drop)
}

fn fall(_: &mut Work<'_, '_>) -> db::Result<()> {
    panic!("as a job may")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_done_once_and_a_failed_one_comes_back() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([NOTES]).collect();
    for (name, db) in db::testing::both(&steps).await {
        let clock = Arc::new(SetClock::at(Moment(1_000_000)));
        let tasks = vec![
            Task::queued("note", write_note),
            Task::queued("fall", fall),
            Task::every(60, "each-hour", write_note),
        ];
        let runner = || Runner::new(db.clone(), clock.clone(), Arc::new(Seeded::new(1)), tasks.clone());
        db.write(|tx| {
            let chance = Seeded::new(2);
            let now = Moment(1_000_000);
            queue(tx, &chance, now, "note", "a", "one", now)?;
            queue(tx, &chance, now, "note", "a", "twice", now)?;
            queue(tx, &chance, now, "fall", "b", "", now)?;
            queue(tx, &chance, now, "note", "later", "later", now.plus_minutes(90))
        })
        .await
        .unwrap();
        let (one, other) = (runner(), runner());
        let (a, b) = tokio::join!(one.run_due(), other.run_due());
        a.unwrap();
        b.unwrap();
        let notes = |db: db::Db| async move {
            db.read(|tx| tx.query("SELECT text FROM note ORDER BY text", &[])).await.unwrap()
        };
        let texts = |rows: Vec<db::Row>| rows.iter().map(|row| row.get::<String>(0)).collect::<Vec<_>>();
        assert_eq!(texts(notes(db.clone()).await), ["", "one"], "{name}: the schedule and the job, once each");
        let failed = db
            .read(|tx| {
                tx.first(
                    "SELECT tries, error FROM jobs_queue
                     WHERE kind = 'fall'",
                    &[],
                )
            })
            .await
            .unwrap()
            .unwrap();
        assert!(failed.get::<i64>(0) >= 1 && failed.text(1).contains("panicked"), "{name}");
        clock.set(Moment(1_000_000).plus_minutes(91));
        runner().run_due().await.unwrap();
        assert_eq!(texts(notes(db.clone()).await), ["", "", "later", "one"], "{name}: an hour and a half later");
    }
}

/// Everything written so far, in order.
async fn notes(db: &db::Db) -> Vec<String> {
    let rows = db.read(|tx| tx.query("SELECT text FROM note ORDER BY text", &[])).await.unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// A house with these tasks, on both databases.
async fn houses(tasks: &[Task]) -> Vec<(&'static str, db::Db, Arc<SetClock>, impl Fn() -> Runner)> {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([NOTES]).collect();
    let mut all = vec![];
    for (name, db) in db::testing::both(&steps).await {
        let (clock, tasks) = (Arc::new(SetClock::at(NIGHT)), tasks.to_vec());
        let (store, hands) = (db.clone(), clock.clone());
        let runner = move || Runner::new(store.clone(), hands.clone(), Arc::new(Seeded::new(1)), tasks.clone());
        all.push((name, db, clock, runner));
    }
    all
}

/// 26 November 2025, three o'clock in the morning in Paris.
const NIGHT: Moment = Moment(1_764_122_400_000);

async fn queued(db: &db::Db, kind: &'static str, key: &'static str) {
    let put = db.write(move |tx| queue(tx, &Seeded::new(2), NIGHT, kind, key, key, NIGHT));
    put.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_always_fails_is_set_aside_and_taken_up_when_asked() {
    for (name, db, clock, runner) in houses(&[Task::queued("fall", fall)]).await {
        queued(&db, "fall", "a").await;
        let mut passes = 0;
        while db.read(|tx| aside(tx, 9)).await.unwrap().is_empty() {
            runner().run_due().await.unwrap();
            passes += 1;
            assert!(passes <= TRIES, "{name}: it is tried for ever");
            clock.set(clock.now().plus_minutes(24 * 60));
        }
        assert_eq!(passes, TRIES, "{name}");
        assert_eq!(runner().run_due().await.unwrap(), 0, "{name}: nobody takes it any more");
        let told = db.read(|tx| aside(tx, 9)).await.unwrap();
        assert!(told[0].kind == "fall" && told[0].error.contains("panicked"), "{name}: {told:?}");
        let now = clock.now();
        let counted = db.read(move |tx| figures(tx, now)).await.unwrap();
        assert_eq!((counted.due, counted.aside), (0, 1), "{name}");
        assert_eq!(db.write(move |tx| retry(tx, None, now)).await.unwrap(), 1, "{name}");
        assert_eq!(runner().run_due().await.unwrap(), 1, "{name}: tried again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_node_took_before_it_died_is_done_by_another() {
    for (name, db, clock, runner) in houses(&[Task::queued("note", write_note)]).await {
        queued(&db, "note", "a").await;
        let taken = db.write(|tx| crate::store::take(tx, NIGHT, NIGHT.plus_minutes(10))).await.unwrap();
        let dead = taken.unwrap();
        assert_eq!(runner().run_due().await.unwrap(), 0, "{name}: it is taken");
        clock.set(NIGHT.plus_minutes(11));
        assert_eq!((runner().run_due().await.unwrap(), notes(&db).await.len()), (1, 1), "{name}");
        let late = db.write(move |tx| crate::store::done(tx, &dead, NIGHT)).await.unwrap();
        assert!(!late, "{name}: who comes back from the dead does it no more");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backlog_does_not_keep_a_schedule_from_its_time() {
    fn more(work: &mut Work<'_, '_>) -> db::Result<()> {
        write_note(work)?;
        let left: i64 = work.payload.parse().unwrap_or(0);
        if left > 0 {
            let rest = (left - 1).to_string();
            queue(work.tx, work.chance, work.now, "more", &rest, &rest, work.now)?;
        }
        Ok(())
    }
    fn look(work: &mut Work<'_, '_>) -> db::Result<()> {
        work.tx.execute("INSERT INTO note (text, at) SELECT 'seen after ' || count(*), 0 FROM note", &[]).map(drop)
    }
    for (name, db, _, runner) in houses(&[Task::queued("more", more), Task::every(0, "look", look)]).await {
        db.write(|tx| queue(tx, &Seeded::new(2), NIGHT, "more", "120", "120", NIGHT)).await.unwrap();
        runner().run_due().await.unwrap();
        let looks = notes(&db).await.iter().filter(|text| text.starts_with("seen")).count();
        assert!(looks >= 3, "{name}: {looks} looks among 121 jobs");
    }
}

/// What was logged.
static LOG: Mutex<Vec<u8>> = Mutex::new(vec![]);

fn log() -> String {
    String::from_utf8(LOG.lock().unwrap().clone()).unwrap()
}

struct Ear;

impl std::io::Write for Ear {
    fn write(&mut self, said: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(said);
        Ok(said.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_ahead_puts_no_schedule_off() {
    tracing_subscriber::fmt().with_writer(|| Ear).with_ansi(false).init();
    let tasks = [Task::every(60, "note", write_note), Task::nightly("night", Run::Inside(write_note))];
    for (name, db, clock, runner) in houses(&tasks).await {
        LOG.lock().unwrap().clear();
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}");
        clock.set(NIGHT.plus_days(400));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: it believes its clock");
        assert_eq!(log(), "", "{name}: nobody knows yet");
        clock.set(NIGHT.plus_minutes(1));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: the clock is right again");
        let warned = log();
        for kind in ["note", "night"] {
            let line = warned.lines().find(|line| line.contains(&format!("kind=\"{kind}\"")));
            let line = line.unwrap_or_else(|| panic!("{name}, {kind}: {warned}"));
            assert!(line.contains("WARN") && line.contains("a clock that was ahead"), "{name}: {line}");
        }
        assert_eq!(runner().run_due().await.unwrap(), 0, "{name}");
        clock.set(NIGHT.plus_minutes(62));
        assert_eq!((runner().run_due().await.unwrap(), notes(&db).await.len()), (1, 7), "{name}: the hour's alone");
        clock.set(NIGHT.plus_minutes(24 * 60));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: three o'clock");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_take_at_once_take_two_jobs_and_neither_waits() {
    // SQLite has one writer.
    let all = houses(&[]).await;
    let Some((_, db, ..)) = all.into_iter().find(|(name, ..)| *name == "postgres") else { return };
    let two = db.write(|tx| {
        let chance = Seeded::new(2);
        ["a", "b"].iter().try_for_each(|key| queue(tx, &chance, NIGHT, "note", key, "", NIGHT))
    });
    two.await.unwrap();
    let ((has, had), (go, going)) = (std::sync::mpsc::channel(), std::sync::mpsc::channel::<()>());
    let (going, slow) = (Mutex::new(going), db.clone());
    let slow = tokio::spawn(async move {
        let taken = slow.write(move |tx| {
            let job = crate::store::take(tx, NIGHT, NIGHT.plus_minutes(10))?;
            let _ = has.send(());
            // It holds its job until it is let go; a second try is not held.
            let _ = going.lock().unwrap().recv();
            Ok::<_, db::Error>(job)
        });
        taken.await.unwrap().unwrap()
    });
    tokio::task::spawn_blocking(move || had.recv()).await.unwrap().unwrap();
    let quick = db.write(|tx| crate::store::take(tx, NIGHT, NIGHT.plus_minutes(10)));
    let quick = tokio::time::timeout(std::time::Duration::from_secs(3), quick).await;
    drop(go);
    let (quick, slow) = (quick.expect("it waits for what another is taking").unwrap().unwrap(), slow.await.unwrap());
    assert_ne!(quick.id, slow.id);
}
