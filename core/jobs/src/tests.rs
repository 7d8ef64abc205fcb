//! Work queued is done once, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{HowLong, Keep, MIGRATIONS, Runner, Task, Work, purge, queue};
use db::params;
use kernel::{Moment, Seeded, SetClock};
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
            Task { kind: "note", every_minutes: None, run: write_note },
            Task { kind: "fall", every_minutes: None, run: fall },
            Task { kind: "each-hour", every_minutes: Some(60), run: write_note },
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

#[tokio::test(flavor = "multi_thread")]
async fn what_is_past_its_time_is_counted_then_forgotten() {
    const KEEPS: &[Keep] = &[Keep { table: "note", how_long: HowLong::Days { column: "at", days: 2, why: "a test" } }];
    for (name, db) in db::testing::both(&[NOTES]).await {
        let (dry, wet, left) = db
            .write(|tx| {
                for day in [0, 1, 5, 6] {
                    tx.execute("INSERT INTO note (text, at) VALUES ('x', ?1)", &params![Moment(0).plus_days(day)])?;
                }
                tx.execute("INSERT INTO note (text, at) VALUES ('never', NULL)", &[])?;
                let now = Moment(0).plus_days(6);
                let dry = purge(tx, KEEPS, now, true)?;
                let wet = purge(tx, KEEPS, now, false)?;
                let left = tx.first("SELECT count(*) FROM note", &[])?.map(|row| row.get::<i64>(0));
                Ok::<_, db::Error>((dry, wet, left))
            })
            .await
            .unwrap();
        assert_eq!((dry, wet, left), (vec![("note", 2)], vec![("note", 2)], Some(3)), "{name}");
    }
}
