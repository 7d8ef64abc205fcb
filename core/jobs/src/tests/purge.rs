//! What is past its time goes: some rows at a time, by one node, and again within the hour where it fails.
use super::{NIGHT, notes};
use crate::{
    HowLong, Keep, MIGRATIONS, Outside, Run, Runner, Task, past, purge,
    purge::{Error, each_night, last, refused},
};
use db::{Db, Migration, params};
use kernel::{Moment, Seeded, SetClock};
use std::sync::Arc;

const DATED: Migration = Migration {
    name: "test/dated",
    sql: "CREATE TABLE dated (\n  day BIGINT NOT NULL,\n  n BIGINT NOT NULL,\n  at BIGINT,\n  PRIMARY KEY (day, n)\n);",
};

const KEEPS: &[Keep] = &[Keep { table: "dated", how_long: HowLong::Days { column: "at", days: 2, why: "a test" } }];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_past_its_time_is_counted_then_forgotten_lot_by_lot() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([DATED]).collect();
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
        let before = db.figures().commits;
        assert_eq!(each_night(&db, KEEPS, now).await.unwrap(), [("dated", 700)], "{name}");
        assert_eq!(db.figures().commits - before, 3, "{name}: five hundred, two hundred, and how many it was");
        let left = db.read(|tx| tx.query("SELECT day FROM dated ORDER BY day", &[])).await.unwrap();
        assert_eq!(left.iter().map(|row| row.get::<i64>(0)).collect::<Vec<_>>(), [5, 6], "{name}");
        assert_eq!(db.read(last).await.unwrap(), [("dated".to_owned(), now, 700)], "{name}");
        // A clock that jumped forgets nothing, until somebody says that it is right.
        let ahead = now.plus_days(400);
        let said = |at| db.read(move |tx| Ok::<_, db::Error>(refused(tx, at)?.map(|why| why.to_string())));
        assert_eq!(said(ahead.plus_days(-390)).await.unwrap(), None, "{name}");
        let told = said(ahead).await.unwrap().unwrap_or_default();
        assert!(told.contains("400 days ago") && told.contains("preau purge"), "{name}: {told}");
        let refused = each_night(&db, KEEPS, ahead).await;
        assert!(matches!(refused, Err(Error::Jumped { days: 400 })), "{name}: {refused:?}");
        assert_eq!(purge(&db, KEEPS, ahead).await.unwrap(), [("dated", 1)], "{name}: asked for");
        assert!(each_night(&db, KEEPS, ahead.plus_days(1)).await.is_ok(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn others_write_while_much_is_forgotten() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([DATED]).collect();
    for (name, db) in db::testing::both(&steps).await {
        const ROWS: i64 = 20_000;
        db.write(|tx| {
            let sql = "INSERT INTO dated (day, n, at) VALUES (?1, ?2, ?3)";
            (0..ROWS).try_for_each(|n| tx.execute(sql, &params![0, n, Moment(0)]).map(drop))
        })
        .await
        .unwrap();
        let purging = db.clone();
        let purging = tokio::spawn(async move { each_night(&purging, KEEPS, Moment(0).plus_days(6)).await });
        let mut between = 0;
        while !purging.is_finished() {
            // A write that also looks how much is left: with the purge in one transaction it would see all, or nothing.
            let left = db.write_alone(|tx| {
                tx.execute("UPDATE dated SET at = NULL WHERE day = 9", &[])?;
                Ok::<_, db::Error>(tx.first("SELECT count(*) FROM dated", &[])?.map_or(0, |row| row.get::<i64>(0)))
            });
            let left = left.await.unwrap();
            between += i64::from(left > 0 && left < ROWS);
        }
        assert_eq!(purging.await.unwrap().unwrap(), [("dated", 20_000)], "{name}");
        assert!(between > 0, "{name}: nobody wrote between two lots");
    }
}

const KEYED: Migration = Migration {
    name: "test/keyed",
    sql: "CREATE TABLE note (\n  text TEXT NOT NULL,\n  at BIGINT NOT NULL,\n  PRIMARY KEY (text, at)\n);",
};

/// As [`KEEPS`], and a table whose rows cannot go until `mended` is there.
const BROKEN: &[Keep] =
    &[KEEPS[0], Keep { table: "note", how_long: HowLong::Rows { condition: MENDED, why: "a test" } }];
const MENDED: &str = "text = 'old' AND at < ?1 AND EXISTS (SELECT 1 FROM mended)";

/// The night's purge, which leaves a note each time it begins.
fn night(db: Db, now: Moment) -> Outside {
    Box::pin(async move {
        let note = db.write(move |tx| tx.execute("INSERT INTO note (text, at) VALUES ('begun', ?1)", &params![now]));
        note.await?;
        each_night(&db, BROKEN, now).await?;
        Ok(())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_nodes_one_purges_and_what_failed_is_tried_again_within_the_hour() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([KEYED, DATED]).collect();
    for (name, db) in db::testing::both(&steps).await {
        db.write(|tx| {
            tx.execute("INSERT INTO note (text, at) VALUES ('old', 1)", &[])?;
            tx.execute("INSERT INTO dated (day, n, at) VALUES (0, 0, 1)", &[])
        })
        .await
        .unwrap();
        let clock = Arc::new(SetClock::at(NIGHT));
        let tasks = vec![Task::nightly("purge", Run::Apart(night))];
        let runner = || Runner::new(db.clone(), clock.clone(), Arc::new(Seeded::new(1)), tasks.clone());
        let both = async || {
            let (one, other) = (runner(), runner());
            let (one, other) = tokio::join!(one.run_due(), other.run_due());
            one.unwrap() + other.unwrap()
        };
        assert_eq!(
            (both().await, notes(&db).await),
            (0, vec!["begun".into(), "old".into()]),
            "{name}: once, and it fails"
        );
        let went = db.read(last).await.unwrap();
        assert_eq!(went, [("dated".to_owned(), NIGHT, 1)], "{name}: what came before the failure is gone");
        db.write(|tx| {
            tx.execute("CREATE TABLE mended (n BIGINT)", &[])?;
            tx.execute("INSERT INTO mended (n) VALUES (1)", &[])
        })
        .await
        .unwrap();
        clock.set(NIGHT.plus_minutes(59));
        assert_eq!((both().await, notes(&db).await.len()), (0, 2), "{name}: not yet");
        clock.set(NIGHT.plus_minutes(60));
        assert_eq!(
            (both().await, notes(&db).await),
            (1, vec!["begun".into(), "begun".into()]),
            "{name}: an hour later"
        );
        clock.set(NIGHT.plus_minutes(24 * 60 - 1));
        assert_eq!(both().await, 0, "{name}: it is done for this night");
    }
}
