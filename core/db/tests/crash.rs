//! Killed again and again while it writes: nothing that was answered is lost, nothing is doubled.
//!
//! The test starts itself as another process, which writes with 32 tasks and says each number once its write was answered;
//! kills it without warning (SIGKILL); starts it again; until ten thousand writes were answered.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic and talk")]
#![expect(
    clippy::disallowed_methods,
    reason = "it measures a duration, and tells its other process by the environment"
)]
use db::{Db, Error, Migration, Place, params, testing};
use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

const PLACE: &str = "PREAU_CRASH_PLACE";
const FROM: &str = "PREAU_CRASH_FROM";
const TASKS: usize = 32;
const ANSWERED: usize = 10_000;
const DEATHS: usize = 5;

// Neither table has a key: a doubled row would show.
const SLIPS: Migration = Migration {
    name: "crash/0001_slip",
    sql: "CREATE TABLE slip (\n  n BIGINT NOT NULL\n);\nCREATE TABLE stub (\n  n BIGINT NOT NULL\n);",
};

fn open(place: &Place) -> Db {
    Db::open(place, 8, Arc::new(|_| {})).unwrap()
}

async fn write(db: &Db, n: i64) -> Result<(), Error> {
    db.write(move |tx| {
        tx.execute("INSERT INTO slip (n) VALUES (?1)", &params![n])?;
        tx.execute("INSERT INTO stub (n) VALUES (?1)", &params![n]).map(drop)
    })
    .await
}

/// The process that will be killed. Run by the test below, never by itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writer() {
    let Some(place) = told(PLACE) else { return };
    let place = match place.strip_prefix("sqlite:") {
        Some(path) => Place::Sqlite(path.into()),
        None => Place::Postgres(place),
    };
    let db = open(&place);
    let next = Arc::new(AtomicI64::new(told(FROM).unwrap().parse().unwrap()));
    for _ in 0..TASKS {
        let (db, next) = (db.clone(), Arc::clone(&next));
        tokio::spawn(async move {
            loop {
                let n = next.fetch_add(1, Ordering::SeqCst);
                write(&db, n).await.unwrap();
                let mut out = std::io::stdout().lock();
                writeln!(out, "answered {n}").and_then(|()| out.flush()).unwrap();
            }
        });
    }
    std::future::pending::<()>().await;
}

fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Lets a writer write until `enough` answers, kills it, and gives back every number it said was answered.
fn one_life(place: &str, from: i64, enough: usize) -> Vec<i64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["writer", "--exact", "--nocapture", "--test-threads=1"])
        .envs([(PLACE, place), (FROM, &from.to_string())])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut answered = vec![];
    let mut killed = false;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let Ok(line) = line else { break };
        // The last line may have been cut: it is not counted as said.
        answered.extend(line.strip_prefix("answered ").and_then(|n| n.parse::<i64>().ok()));
        if answered.len() >= enough && !killed {
            child.kill().unwrap();
            killed = true;
        }
    }
    child.wait().unwrap();
    assert!(killed, "it died by itself after {} answers", answered.len());
    answered
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_writing_nothing_answered_is_lost_or_doubled() {
    for (name, place) in testing::places().await {
        let db = open(&place);
        db.migrate(vec![SLIPS]).await.unwrap();
        drop(db);
        let said = match &place {
            Place::Sqlite(path) => format!("sqlite:{}", path.display()),
            Place::Postgres(url) => url.clone(),
        };
        let answered = tokio::task::spawn_blocking(move || {
            let mut answered: Vec<i64> = vec![];
            for life in 0..DEATHS {
                // Each life counts from its own million: a number is never asked twice.
                answered.extend(one_life(&said, i64::try_from(life).unwrap() * 1_000_000, ANSWERED / DEATHS));
            }
            answered
        });
        let answered = answered.await.unwrap();
        let db = open(&place);
        let kept = |table: &'static str| {
            db.read_long(move |tx| {
                let rows = tx.query(&format!("SELECT n FROM {table}"), &[])?;
                Ok::<_, Error>(rows.iter().map(|row| row.get::<i64>(0)).collect::<Vec<_>>())
            })
        };
        let (slips, stubs) = (kept("slip").await.unwrap(), kept("stub").await.unwrap());
        let distinct: HashSet<i64> = slips.iter().copied().collect();
        let lost = answered.iter().filter(|n| !distinct.contains(n)).count();
        let doubled = slips.len() - distinct.len();
        println!(
            "{name}: {} answered over {DEATHS} kills, {} kept, {lost} lost, {doubled} doubled",
            answered.len(),
            slips.len()
        );
        assert!(answered.len() >= ANSWERED, "{name}");
        assert_eq!((lost, doubled), (0, 0), "{name}");
        assert_eq!(distinct, stubs.into_iter().collect(), "{name}: a transaction is whole");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writes_per_second() {
    for (name, place) in testing::places().await {
        let db = open(&place);
        db.migrate(vec![SLIPS]).await.unwrap();
        let begun = Instant::now();
        let until = begun + Duration::from_secs(1);
        let next = Arc::new(AtomicI64::new(0));
        let tasks = (0..TASKS).map(|_| {
            let (db, next) = (db.clone(), Arc::clone(&next));
            tokio::spawn(async move {
                while Instant::now() < until {
                    write(&db, next.fetch_add(1, Ordering::SeqCst)).await.unwrap();
                }
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap();
        }
        let (figures, seconds) = (db.figures(), begun.elapsed().as_secs_f64());
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let (rate, batch) = (figures.writes as f64 / seconds, figures.writes as f64 / figures.commits as f64);
        println!("{name}: {rate:.0} durable writes/s from {TASKS} askers, {batch:.1} to a commit");
        assert!(figures.commits > 0 && figures.busy == 0, "{name}");
    }
}
