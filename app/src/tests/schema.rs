//! One text of SQL, the same schema on both databases; every table with an answer to how long.
use crate::slices;
use std::collections::BTreeSet;

#[tokio::test]
async fn both_databases_hold_the_same_schema() {
    let mut told: Option<Vec<String>> = None;
    for (name, db) in db::testing::both(&slices::migrations()).await {
        let lines = db.schema().await.unwrap();
        assert!(lines.len() > 100, "{name}: {} lines", lines.len());
        if let Some(other) = told.replace(lines.clone()) {
            assert_eq!(lines, other, "{name}");
        }
    }
}

#[tokio::test]
async fn every_table_says_how_long_it_keeps_a_row() {
    let db = db::testing::sqlite(&slices::migrations()).await;
    let tables =
        db.read(|tx| Ok::<_, db::Error>(tx.tables()?.into_iter().map(|table| table.name).collect::<BTreeSet<_>>()));
    let answered: BTreeSet<String> = slices::keeps().iter().map(|keep| keep.table.to_owned()).collect();
    let tables: BTreeSet<String> = tables.await.unwrap().into_iter().filter(|name| name != "migration").collect();
    assert_eq!(tables, answered);
}

#[tokio::test]
async fn what_is_past_its_time_is_counted_then_forgotten() {
    for (name, db) in db::testing::both(&slices::migrations()).await {
        let now = super::house::NOW;
        let put = db.write(move |tx| {
            let form = db::params![[1_u8; 16], now.plus_days(-40)];
            tx.execute("INSERT INTO web_once (key, at, location) VALUES (?1, ?2, '')", &form)
        });
        put.await.unwrap();
        let count = |gone: Vec<jobs::Gone>| gone.iter().map(|(_, count)| count).sum::<u64>();
        let dry = count(db.read(move |tx| jobs::past(tx, &slices::keeps(), now)).await.unwrap());
        let done = count(jobs::purge(&db, &slices::keeps(), now).await.unwrap());
        let again = count(jobs::purge(&db, &slices::keeps(), now).await.unwrap());
        assert_eq!((dry, done, again), (1, 1, 0), "{name}");
    }
}
