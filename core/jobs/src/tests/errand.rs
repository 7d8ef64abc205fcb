//! What waits on something outside: taken by one node, settled, and left to the next when its node falls.
use super::NOTES;
use crate::errand::{self, Errand};
use db::{Result, Tx, params};
use kernel::{Clock as _, Moment, SetClock};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Notes that are told outside, once each; one that says `bad` cannot be settled.
#[derive(Default)]
struct Tell(AtomicUsize);

impl Errand for Tell {
    type Thing = String;
    type Outcome = usize;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
        Ok(tx.first("SELECT 1 FROM note WHERE at <= ?1 LIMIT 1", &params![now])?.is_some())
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<String>> {
        let sql = "UPDATE note SET at = ?2 WHERE at <= ?1 RETURNING text";
        let taken = tx.query(sql, &params![now, now.plus_minutes(1)])?;
        Ok(taken.iter().map(|row| row.get(0)).collect())
    }

    async fn act(&self, _: &String, _: Moment) -> usize {
        self.0.fetch_add(1, Ordering::Relaxed)
    }

    fn settle(tx: &mut Tx<'_>, text: &String, _: &usize, _: Moment) -> Result<()> {
        if text == "bad" {
            return Err(db::Error::Panicked("as a settling may".to_owned()));
        }
        tx.execute("UPDATE note SET at = NULL WHERE text = ?1", &params![text]).map(drop)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_tell_each_thing_once_and_what_was_not_settled_comes_back() {
    for (name, db) in db::testing::both(&[NOTES]).await {
        let clock = SetClock::at(Moment(1_000_000));
        db.write(|tx| {
            for text in ["one", "two", "bad", "three"] {
                tx.execute("INSERT INTO note (text, at) VALUES (?1, 1)", &params![text])?;
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
        let tell = Tell::default();
        let (one, other) = tokio::join!(errand::run(&tell, &db, &clock), errand::run(&tell, &db, &clock));
        assert!(one.is_err() != other.is_err(), "{name}: whoever took the bad one says so");
        let told = async |wanted, why| assert_eq!(tell.0.load(Ordering::Relaxed), wanted, "{name}: {why}");
        told(4, "each once, whoever looked").await;
        assert_eq!(errand::run(&tell, &db, &clock).await.unwrap(), 0, "{name}: it is somebody's, for a minute");
        clock.set(clock.now().plus_minutes(2));
        assert!(errand::run(&tell, &db, &clock).await.is_err(), "{name}");
        told(5, "the bad one again, and no other").await;
    }
}
