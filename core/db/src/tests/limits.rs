//! What bounds a transaction on PostgreSQL: how long it runs, waits and rests, and how often it is tried.
use crate::{Error, Result, Row, testing};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

const SHOWN: &str = "SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),
                     current_setting('idle_in_transaction_session_timeout')";

/// The server's code for what went wrong.
fn code<T>(done: Result<T>) -> String {
    match done {
        Err(Error::Postgres(fault)) => fault.code().map_or_else(String::new, |code| code.code().to_owned()),
        other => format!("{:?}", other.map(drop)),
    }
}

#[tokio::test]
async fn whatever_is_asked_has_its_limits() {
    let Some(db) = testing::postgres(&[]).await else { return };
    let said = |row: Result<Option<Row>>| {
        let row = row.unwrap().unwrap();
        [0, 1, 2].map(|at| row.text(at).to_owned())
    };
    assert_eq!(said(db.read(|tx| tx.first(SHOWN, &[])).await), ["30s", "10s", "1min"]);
    assert_eq!(said(db.write(|tx| tx.first(SHOWN, &[])).await), ["30s", "10s", "1min"]);
    let long = ["0", "10s", "1min"];
    assert_eq!(said(db.read_long(|tx| tx.first(SHOWN, &[])).await), long, "a backup takes its time");
    assert_eq!(said(db.read(|tx| tx.first(SHOWN, &[])).await), ["30s", "10s", "1min"], "on the same connection");
}

#[tokio::test]
async fn what_goes_past_a_limit_is_an_error_that_passes() {
    let Some(db) = testing::postgres(&[]).await else { return };
    let slow = db.read(|tx| {
        tx.execute("SET LOCAL statement_timeout = 50", &[])?;
        tx.query("SELECT pg_sleep(20)", &[])
    });
    let slow = slow.await;
    assert!(slow.as_ref().is_err_and(Error::is_passing), "{slow:?}");
    assert_eq!(code(slow), "57014");
    let idle = db.read(|tx| {
        tx.execute("SET LOCAL idle_in_transaction_session_timeout = 50", &[])?;
        std::thread::sleep(Duration::from_millis(400));
        tx.query("SELECT 1", &[])
    });
    let idle = idle.await;
    assert!(idle.as_ref().is_err_and(Error::is_passing), "{idle:?}");
    db.read(|tx| tx.query("SELECT 1", &[])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_too_long_for_another_is_told_so() {
    let Some(db) = testing::postgres(&[super::NOTES]).await else { return };
    let ((holds, held), (go, going)) = (std::sync::mpsc::channel(), std::sync::mpsc::channel::<()>());
    let holder = db.clone();
    let holder = tokio::spawn(async move {
        let held = holder.write_alone(move |tx| {
            tx.execute("UPDATE tally SET n = n + 1", &[])?;
            let _ = holds.send(());
            let _ = going.recv();
            Ok::<_, Error>(())
        });
        held.await
    });
    tokio::task::spawn_blocking(move || held.recv()).await.unwrap().unwrap();
    let waits = db.read(|tx| {
        tx.execute("SET LOCAL lock_timeout = 50", &[])?;
        tx.execute("LOCK TABLE tally IN SHARE MODE", &[])
    });
    let waited = waits.await;
    drop(go);
    holder.await.unwrap().unwrap();
    assert!(waited.as_ref().is_err_and(Error::is_passing), "{waited:?}");
    assert_eq!(code(waited), "55P03");
}

#[tokio::test]
async fn a_write_that_others_always_cross_is_given_up_and_may_come_again() {
    let Some(db) = testing::postgres(&[]).await else { return };
    let tries = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&tries);
    let crossed: Result<()> = db
        .write(move |tx| {
            counted.fetch_add(1, Ordering::SeqCst);
            tx.query("DO 'BEGIN RAISE EXCEPTION ''crossed'' USING ERRCODE = ''40001''; END'", &[]).map(drop)
        })
        .await;
    assert!(matches!(crossed, Err(Error::Busy)), "{crossed:?}");
    assert!(Error::Busy.is_passing() && !Error::Busy.leaves_in_doubt());
    assert_eq!((tries.load(Ordering::SeqCst), db.figures().tried_again), (8, 7));
}

#[tokio::test]
async fn a_deadlock_is_tried_again_too() {
    let Some(db) = testing::postgres(&[]).await else { return };
    let tries = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&tries);
    let done: Result<()> = db
        .write(move |tx| match counted.fetch_add(1, Ordering::SeqCst) {
            0 => tx.query("DO 'BEGIN RAISE EXCEPTION ''locked'' USING ERRCODE = ''40P01''; END'", &[]).map(drop),
            _ => Ok(()),
        })
        .await;
    done.unwrap();
    assert_eq!((tries.load(Ordering::SeqCst), db.figures().tried_again), (2, 1));
}

#[tokio::test]
async fn a_statement_is_prepared_once_for_each_connection() {
    let Some(db) = testing::postgres(&[super::NOTES]).await else { return };
    for n in 0..20_i64 {
        db.read(move |tx| tx.query("SELECT n FROM tally WHERE n = ?1", &crate::params![n])).await.unwrap();
    }
    let sql = "SELECT count(*), CAST(sum(generic_plans + custom_plans) AS BIGINT) FROM pg_prepared_statements
               WHERE statement LIKE 'SELECT n FROM tally%'";
    // Whichever of the connections asks: the ones that read the tally prepared it once, and ran it more often.
    let mut most = 0;
    for _ in 0..20 {
        let row = db.read(move |tx| tx.first(sql, &[])).await.unwrap().unwrap();
        assert!(row.get::<i64>(0) <= 1, "twice on one connection");
        most = most.max(row.get::<Option<i64>>(1).unwrap_or(0));
    }
    assert!(most > 1, "prepared anew each time");
}
