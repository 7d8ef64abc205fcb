//! An archive of an earlier schema is brought up while it is put back; one of a later schema is refused.
use super::{NOW, SCHEMA, empty_files, fill, some_files};
use crate::{Error, backup, digest, restore};
use db::{Db, Migration, Place, params, testing};
use std::sync::Arc;

/// A step written after [`SCHEMA`] was frozen: it changes rows that are there.
const COLOUR: Migration = Migration {
    name: "archive/0002_colour",
    sql: "ALTER TABLE thing ADD COLUMN colour TEXT;\nUPDATE thing SET colour = 'red' WHERE n % 2 = 0;",
};
/// A step of another slice, which comes before [`SCHEMA`] in the program's order.
const EARLY: Migration = Migration { name: "other/0001_early", sql: "CREATE TABLE early (\n  n BIGINT NOT NULL\n);" };

/// New databases, without any table.
async fn blank() -> Vec<(&'static str, Db)> {
    let open = |place: &Place| Db::open(place, 2, Arc::new(|_| {})).unwrap();
    testing::places().await.iter().map(|(name, place)| (*name, open(place))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_archive_is_brought_up_while_it_is_put_back() {
    let folder = tempfile::tempdir().unwrap();
    for (from, db) in testing::both(&[SCHEMA]).await {
        fill(&db).await;
        let out = folder.path().join(format!("{from}.tar"));
        let taken = backup(&db, &some_files(folder.path(), from).await, &out, NOW).await.unwrap();
        for (to, other) in blank().await {
            let there = empty_files(folder.path(), &format!("{from}-{to}")).await;
            let put = restore(&out, &other, &there, &[EARLY, SCHEMA, COLOUR]).await.unwrap();
            assert_eq!(put.digest, taken, "{from} to {to}");
            assert_eq!(put.later, [EARLY.name, COLOUR.name], "{from} to {to}");
            let red = "SELECT count(*) FROM thing WHERE colour = 'red'";
            let counts = other.read(move |tx| {
                let all = tx.first("SELECT count(*) FROM thing", &params![])?.unwrap().get::<i64>(0);
                Ok::<_, db::Error>((all, tx.first(red, &params![])?.unwrap().get::<i64>(0)))
            });
            assert_eq!(counts.await.unwrap(), (5_000, 2_500), "{from} to {to}: the step has met the rows");
            let (fresh, brought) = (testing::sqlite(&[EARLY, SCHEMA, COLOUR]).await, other.schema().await.unwrap());
            assert_eq!(brought, fresh.schema().await.unwrap(), "{from} to {to}: the schema of a new house");
            assert!(other.migrate(vec![EARLY, SCHEMA, COLOUR]).await.unwrap().is_empty(), "{from} to {to}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_archive_of_another_schema_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let source = testing::sqlite(&[SCHEMA, COLOUR]).await;
    fill(&source).await;
    let out = folder.path().join("newer.tar");
    backup(&source, &some_files(folder.path(), "files").await, &out, NOW).await.unwrap();
    let edited = Migration { sql: "ALTER TABLE thing ADD COLUMN colour BIGINT;", ..COLOUR };
    let broken = Migration { name: "archive/0003_broken", sql: "ALTER TABLE nowhere ADD COLUMN n BIGINT;" };
    for (name, db) in blank().await {
        let files = empty_files(folder.path(), name).await;
        let newer = restore(&out, &db, &files, &[SCHEMA]).await.unwrap_err();
        assert!(matches!(&newer, Error::Newer(step) if step == COLOUR.name), "{name}: {newer:?}");
        let other = restore(&out, &db, &files, &[SCHEMA, edited]).await.unwrap_err();
        assert!(matches!(&other, Error::Edited(step) if step == COLOUR.name), "{name}: {other:?}");
        let failed = restore(&out, &db, &files, &[SCHEMA, COLOUR, broken]).await.unwrap_err();
        assert!(matches!(failed, Error::Db(_)), "{name}: {failed:?}");
        assert_eq!(files.list().await.unwrap(), Vec::<String>::new(), "{name}");
        assert_eq!(db.schema().await.unwrap(), Vec::<String>::new(), "{name}: not even a table");
        // A database that is already past the archive cannot take it.
        db.migrate(vec![SCHEMA, COLOUR, EARLY]).await.unwrap();
        let past = restore(&out, &db, &files, &[SCHEMA, COLOUR, EARLY]).await.unwrap_err();
        assert!(matches!(&past, Error::NotEmpty(what) if what.contains(EARLY.name)), "{name}: {past:?}");
        assert_eq!(digest(&db, &files).await.unwrap().files.count, 0, "{name}");
    }
}
