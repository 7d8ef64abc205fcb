//! Work queued is done once, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod errand;

use crate::{HowLong, Keep, MIGRATIONS, Run, Runner, TRIES, Task, Work, aside, figures, past, purge, queue, retry};
use db::params;
use kernel::{Clock as _, Moment, Seeded, SetClock};
use std::sync::Arc;

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

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_ahead_puts_no_schedule_off() {
    let tasks = [Task::every(60, "note", write_note), Task::nightly("night", Run::Inside(write_note))];
    for (name, db, clock, runner) in houses(&tasks).await {
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}");
        clock.set(NIGHT.plus_days(400));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: it believes its clock");
        clock.set(NIGHT.plus_minutes(1));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: the clock is right again");
        assert_eq!(runner().run_due().await.unwrap(), 0, "{name}");
        clock.set(NIGHT.plus_minutes(62));
        assert_eq!((runner().run_due().await.unwrap(), notes(&db).await.len()), (1, 7), "{name}: the hour's alone");
        clock.set(NIGHT.plus_minutes(24 * 60));
        assert_eq!(runner().run_due().await.unwrap(), 2, "{name}: three o'clock");
    }
}

const KEEPS: &[Keep] = &[Keep { table: "dated", how_long: HowLong::Days { column: "at", days: 2, why: "a test" } }];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_past_its_time_is_counted_then_forgotten_lot_by_lot() {
    let dated =
        "CREATE TABLE dated (\n  day BIGINT NOT NULL,\n  n BIGINT NOT NULL,\n  at BIGINT,\n  PRIMARY KEY (day, n)\n);";
    let dated = db::Migration { name: "test/dated", sql: dated };
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([dated]).collect();
    for (name, db) in db::testing::both(&steps).await {
        db.write(|tx| {
            let sql = "INSERT INTO dated (day, n, at) VALUES (?1, ?2, ?3)";
            for n in 0..700 {
                tx.execute(sql, &params![0, n, Moment(0)])?;
            }
            tx.execute(sql, &params![5, 0, Moment(0).plus_days(5)])?;
            tx.execute(sql, &params![6, 0, None::<Moment>])
        })
        .await
        .unwrap();
        let now = Moment(0).plus_days(6);
        assert_eq!(db.read(move |tx| past(tx, KEEPS, now)).await.unwrap(), [("dated", 700)], "{name}");
        assert_eq!(crate::purge::each_night(&db, KEEPS, now).await.unwrap(), [("dated", 700)], "{name}");
        let left = db.read(|tx| tx.query("SELECT day FROM dated ORDER BY day", &[])).await.unwrap();
        assert_eq!(left.iter().map(|row| row.get::<i64>(0)).collect::<Vec<_>>(), [5, 6], "{name}");
        assert_eq!(db.read(crate::purge::last).await.unwrap(), [("dated".to_owned(), now, 700)], "{name}");
        // A clock that jumped forgets nothing, until somebody says that it is right.
        let ahead = now.plus_days(400);
        let refused = crate::purge::each_night(&db, KEEPS, ahead).await;
        assert!(matches!(refused, Err(crate::purge::Error::Jumped { days: 400 })), "{name}: {refused:?}");
        assert_eq!(purge(&db, KEEPS, ahead).await.unwrap(), [("dated", 1)], "{name}: asked for");
        assert!(crate::purge::each_night(&db, KEEPS, ahead.plus_days(1)).await.is_ok(), "{name}");
    }
}
