//! What is taken away comes back the same, on either database, or does not come back at all.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod older;

use crate::{Error, backup, digest, digest_of, restore};
use db::{Db, Migration, params, testing};
use files::Files;
use kernel::Moment;
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

const NOW: Moment = Moment(1_795_542_000_000);

const SCHEMA: Migration = Migration {
    name: "archive/0001_test",
    sql: "CREATE TABLE thing (\n  id BYTEA NOT NULL PRIMARY KEY,\n  name TEXT,\n  n BIGINT\n);\n\
          CREATE TABLE \"left\" (\n  n BIGINT NOT NULL PRIMARY KEY\n);\nCREATE TABLE \"right\" (\n  n BIGINT NOT NULL\n);",
};

async fn fill(db: &Db) {
    db.write(|tx| {
        for n in 0..5_000_i64 {
            let name = if n % 7 == 0 { None } else { Some(format!("l’été n° {n} \"\\\n\u{0001} 🙂")) };
            let sql = "INSERT INTO thing (id, name, n) VALUES (?1, ?2, ?3)";
            tx.execute(sql, &params![n.to_le_bytes().to_vec(), name, i64::MAX - n])?;
        }
        Ok::<_, db::Error>(())
    })
    .await
    .unwrap();
}

async fn empty_files(folder: &Path, name: &str) -> Files {
    let files = Files::open(&files::Place::Folder(folder.join(name))).unwrap();
    assert!(files.list().await.unwrap().is_empty());
    files
}

async fn some_files(folder: &Path, name: &str) -> Files {
    let files = empty_files(folder, name).await;
    for n in 0..20_u8 {
        files.put(&format!("file-{n}"), vec![n; 1_000 * usize::from(n)].into()).await.unwrap();
    }
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_either_database_to_either() {
    let folder = tempfile::tempdir().unwrap();
    for (from, db) in testing::both(&[SCHEMA]).await {
        fill(&db).await;
        let files = some_files(folder.path(), from).await;
        let out = folder.path().join(format!("{from}.tar"));
        let taken = backup(&db, &files, &out, NOW).await.unwrap();
        assert_eq!(taken, digest(&db, &files).await.unwrap(), "{from}");
        assert_eq!(taken, digest_of(&out).await.unwrap(), "{from}");
        for (to, other) in testing::both(&[SCHEMA]).await {
            let there = empty_files(folder.path(), &format!("{from}-{to}")).await;
            assert_eq!(restore(&out, &other, &there, &[SCHEMA]).await.unwrap().digest, taken);
            let found = digest(&other, &there).await.unwrap();
            assert_eq!(found.differences(&taken), Vec::<String>::new(), "{from} to {to}");
            assert_eq!(found, taken, "{from} to {to}");
            assert_eq!(found.tables.iter().find(|part| part.name == "thing").unwrap().count, 5_000);
            assert_eq!(found.files.count, 20);
            // A second time there is something already.
            assert!(matches!(restore(&out, &other, &there, &[SCHEMA]).await, Err(Error::NotEmpty(_))));
            other.write(|tx| tx.execute("UPDATE thing SET n = 0 WHERE n = ?1", &params![i64::MAX])).await.unwrap();
            let changed = digest(&other, &there).await.unwrap().differences(&taken);
            assert_eq!(changed, ["thing: 5000 here, 5000 there, and they are not the same"]);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taken_while_eight_people_write() {
    let folder = tempfile::tempdir().unwrap();
    for (name, db) in testing::both(&[SCHEMA]).await {
        fill(&db).await;
        let (stop, next) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicI64::new(0)));
        let writers: Vec<_> = (0..8)
            .map(|_| {
                let (db, stop, next) = (db.clone(), Arc::clone(&stop), Arc::clone(&next));
                tokio::spawn(async move {
                    while !stop.load(Ordering::SeqCst) {
                        let n = next.fetch_add(1, Ordering::SeqCst);
                        let pair = db.write(move |tx| {
                            tx.execute("INSERT INTO \"left\" (n) VALUES (?1)", &params![n])?;
                            tx.execute("INSERT INTO \"right\" (n) VALUES (?1)", &params![n])
                        });
                        pair.await.unwrap();
                    }
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(100)).await;
        let before = next.load(Ordering::SeqCst);
        let out = folder.path().join(format!("{name}.tar"));
        let files = some_files(folder.path(), name).await;
        let taken = backup(&db, &files, &out, NOW).await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        let after = next.load(Ordering::SeqCst);
        stop.store(true, Ordering::SeqCst);
        for writer in writers {
            writer.await.unwrap();
        }
        assert!(before > 0 && after > before, "{name}: nobody wrote while it was taken ({before}, {after})");
        for (to, other) in testing::both(&[SCHEMA]).await {
            let there = empty_files(folder.path(), &format!("{name}-{to}")).await;
            restore(&out, &other, &there, &[SCHEMA]).await.unwrap();
            assert_eq!(digest(&other, &there).await.unwrap(), taken, "{name} to {to}");
            let odd =
                "SELECT count(*) FROM \"left\" l FULL JOIN \"right\" r ON r.n = l.n WHERE r.n IS NULL OR l.n IS NULL";
            let alone = other.read(|tx| tx.first(odd, &[])).await.unwrap().unwrap().get::<i64>(0);
            assert_eq!(alone, 0, "{name} to {to}: each pair is whole");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_whole_does_not_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let source = testing::sqlite(&[SCHEMA]).await;
    fill(&source).await;
    let out = folder.path().join("good.tar");
    backup(&source, &some_files(folder.path(), "files").await, &out, NOW).await.unwrap();
    let good = std::fs::read(&out).unwrap();
    let cut = good[..good.len() / 2].to_vec();
    let mut without_end = good.clone();
    let end = good.windows(11).rposition(|w| w == b"digest.json").unwrap();
    without_end.truncate(end);
    let mut changed = good.clone();
    let at = good.windows(6).position(|w| w == b"\xc3\xa9t\xc3\xa9 ").unwrap();
    changed[at + 2] = b'T';
    let mut less = good.clone();
    let at = good.windows(13).position(|w| w == b"files/file-13").unwrap();
    less[at + 11] = b'9';
    for (name, db) in testing::both(&[SCHEMA]).await {
        let files = empty_files(folder.path(), name).await;
        for (what, bytes) in [("cut", &cut), ("without end", &without_end), ("changed", &changed), ("less", &less)] {
            let path = folder.path().join("bad.tar");
            std::fs::write(&path, bytes).unwrap();
            let refused = restore(&path, &db, &files, &[SCHEMA]).await;
            let known = matches!(refused, Err(Error::Cut | Error::Damaged(_) | Error::Unknown(_)));
            assert!(known, "{name}, {what}: {refused:?}");
            assert!(digest_of(&path).await.is_err(), "{name}, {what}");
            let path = folder.path().join("nothing.tar");
            std::fs::write(&path, "not an archive at all".repeat(100)).unwrap();
            assert!(matches!(restore(&path, &db, &files, &[SCHEMA]).await, Err(Error::Unknown(_))), "{name}");
        }
        let found = digest(&db, &files).await.unwrap();
        let kept: u64 = found.tables.iter().filter(|part| part.name != "migration").map(|part| part.count).sum();
        assert_eq!((kept, found.files.count), (0, 0), "{name}");
    }
    let files = some_files(folder.path(), "others").await;
    let refused = restore(&out, &testing::sqlite(&[SCHEMA]).await, &files, &[SCHEMA]).await;
    assert!(matches!(refused, Err(Error::NotEmpty(_))));
    assert_eq!(files.list().await.unwrap().len(), 20, "and the files that were there stay");
}
