//! The schema, on both databases.
use crate::{Migration, testing};

#[tokio::test]
async fn the_schema_is_told_in_the_same_words() {
    let sql = "CREATE TABLE thing (\n  id BYTEA NOT NULL PRIMARY KEY,\n  kind TEXT NOT NULL DEFAULT 'plain',\n  \
               code TEXT NOT NULL,\n  n BIGINT DEFAULT 3,\n  UNIQUE (kind, code)\n);\n\
               CREATE TABLE pair (\n  right_id BIGINT NOT NULL,\n  left_id BIGINT NOT NULL,\n  PRIMARY KEY (left_id, right_id)\n);\n\
               CREATE UNIQUE INDEX thing_once ON thing (lower(code), n) WHERE n IS NOT NULL;\n\
               CREATE INDEX pair_right ON pair (right_id);";
    for (name, db) in testing::both(&[Migration { name: "test/thing", sql }]).await {
        let told = [
            "migration.name TEXT not null key 1",
            "migration.text TEXT not null",
            "pair.right_id BIGINT not null key 2",
            "pair.left_id BIGINT not null key 1",
            "pair: index (right_id)",
            "thing.id BYTEA not null key 1",
            "thing.kind TEXT not null default 'plain'",
            "thing.code TEXT not null",
            "thing.n BIGINT default 3",
            "thing: unique ((…), n) partial",
            "thing: unique (kind, code)",
        ];
        assert_eq!(db.schema().await.unwrap(), told, "{name}");
    }
}

#[tokio::test]
async fn a_table_by_key_is_the_same_table_and_sqlite_keeps_it_once() {
    let plain = "CREATE TABLE heap (\n  a BIGINT NOT NULL,\n  b BYTEA NOT NULL,\n  PRIMARY KEY (a, b)\n);\n";
    let keyed = plain.replace("heap", "keyed").replace("\n);", "\n); -- by key");
    let sql: &'static str = format!("{plain}{keyed}{}", plain.replace("heap", "last")).leak();
    for (name, db) in testing::both(&[Migration { name: "test/0001_keyed", sql }]).await {
        let lines = db.schema().await.unwrap();
        let of = |table: &str| lines.iter().filter_map(|line| line.strip_prefix(table)).collect::<Vec<_>>();
        assert_eq!((of("heap"), of("heap").len()), (of("keyed"), 2), "{name}");
        if name == "sqlite" {
            let rowid = |table: &'static str| db.read(move |tx| tx.query(&format!("SELECT rowid FROM {table}"), &[]));
            let (heap, keyed, last) = (rowid("heap").await, rowid("keyed").await, rowid("last").await);
            assert!(heap.is_ok() && keyed.is_err() && last.is_ok(), "only the one that says so has no row numbers");
        }
    }
}
