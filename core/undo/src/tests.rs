//! What is undone is as it was; what changed since, or came into use, stays: on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{DAYS, Deed, DeedId, Watch, deed, merge, undo};
use db::{Db, Migration, Tx, Value, params};
use kernel::{Id, Moment, PersonId};
use proptest::prelude::*;

const TABLES: &str = "
CREATE TABLE place (id BYTEA NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE seat (place_id BYTEA NOT NULL, person_id BYTEA NOT NULL, until BIGINT, PRIMARY KEY (place_id, person_id));
CREATE TABLE note (id BYTEA NOT NULL PRIMARY KEY, place_id BYTEA, text TEXT NOT NULL);
";
const NOW: Moment = Moment(1_800_000_000_000);
const BY: u8 = 99;

fn steps() -> Vec<Migration> {
    [crate::MIGRATIONS, &[Migration { name: "test/0001", sql: TABLES }]].concat()
}

fn id<K>(n: u8) -> Id<K> {
    Id::from_bytes(&[n; 16]).unwrap()
}

fn a_deed(n: u8) -> Deed<'static> {
    Deed { id: id(n), at: NOW, by: Some(id(BY)), kind: "test/deed", thing: id(1), unit: None }
}

fn place(tx: &mut Tx<'_>, n: u8, name: &str) {
    tx.execute("INSERT INTO place (id, name) VALUES (?1, ?2)", &params![id::<()>(n), name]).unwrap();
}

fn seat(tx: &mut Tx<'_>, place: u8, person: u8) {
    let sql = "INSERT INTO seat (place_id, person_id) VALUES (?1, ?2)";
    tx.execute(sql, &params![id::<()>(place), id::<()>(person)]).unwrap();
}

/// Every row of the tables of the test, as text.
fn all(tx: &mut Tx<'_>) -> Vec<String> {
    ["place", "seat", "note"]
        .iter()
        .flat_map(|table| tx.query(&format!("SELECT * FROM {table} ORDER BY 1, 2"), &[]).unwrap())
        .map(|row| db::line(&row))
        .collect()
}

/// Works in a transaction of each database that is undone at the end.
async fn each(work: fn(&mut Tx<'_>)) {
    for (_, db) in db::testing::both(&steps()).await {
        in_one(&db, work).await;
    }
}

async fn in_one(db: &Db, work: fn(&mut Tx<'_>)) {
    let done = db.write_alone(move |tx| {
        work(tx);
        Ok::<_, db::Error>(())
    });
    done.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_changed_since_stays_with_all_of_its_subject() {
    each(|tx| {
        place(tx, 1, "6A");
        seat(tx, 1, 11);
        seat(tx, 1, 12);
        let mut watch = Watch::default();
        watch.over(tx, ("seat", "place_id"), Some("person_id"), &[id::<()>(1)]).unwrap();
        tx.execute("UPDATE seat SET until = 5", &[]).unwrap();
        assert_eq!(watch.close(tx, &a_deed(50)).unwrap(), 2);
        tx.execute("UPDATE seat SET until = 6 WHERE person_id = ?1", &params![id::<()>(12)]).unwrap();
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!((undone.rows, undone.kept.into_iter().collect::<Vec<_>>()), (1, vec![id(12)]));
        let until = |n: u8| params![id::<()>(n)];
        let read = |tx: &mut Tx<'_>, n| {
            let row = tx.first("SELECT until FROM seat WHERE person_id = ?1", &until(n)).unwrap().unwrap();
            row.get::<Option<i64>>(0)
        };
        assert_eq!((read(tx, 11), read(tx, 12)), (None, Some(6)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_into_use_stays_and_what_it_stands_on() {
    each(|tx| {
        let mut watch = Watch::default();
        watch.over_new(tx, ("place", "id"), Some("id"), &[id::<()>(1), id(2)]).unwrap();
        watch.over_new(tx, ("note", "id"), Some("id"), &[id::<()>(31), id(32)]).unwrap();
        place(tx, 1, "6A");
        place(tx, 2, "6B");
        for (note, place) in [(31, 1), (32, 2)] {
            let sql = "INSERT INTO note (id, place_id, text) VALUES (?1, ?2, 'x')";
            tx.execute(sql, &params![id::<()>(note), id::<()>(place)]).unwrap();
        }
        watch.close(tx, &a_deed(50)).unwrap();
        // Somebody sits on the note of the first place since.
        seat(tx, 31, 11);
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!(undone.kept.into_iter().collect::<Vec<_>>(), vec![id(1), id(31)]);
        assert_eq!(undone.back.into_iter().collect::<Vec<_>>(), vec![id(2), id(32)]);
        assert_eq!(all(tx).len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_goes_back_to_who_left_it_once_who_took_it_is_gone() {
    fn year(tx: &mut Tx<'_>) {
        place(tx, 1, "6A");
        let mut watch = Watch::default();
        watch.over(tx, ("place", "id"), Some("id"), &[id::<()>(1)]).unwrap();
        watch.over_new(tx, ("place", "id"), Some("id"), &[id::<()>(2)]).unwrap();
        tx.execute("UPDATE place SET name = '6A of last year'", &[]).unwrap();
        place(tx, 2, "6A");
        watch.close(tx, &a_deed(50)).unwrap();
    }
    each(|tx| {
        year(tx);
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!((undone.rows, undone.kept.len()), (2, 0));
        let names = tx.query("SELECT name FROM place", &[]).unwrap();
        assert_eq!(names.iter().map(|row| row.text(0)).collect::<Vec<_>>(), ["6A"]);
    })
    .await;
    // Who took it has come into use: both stay.
    each(|tx| {
        year(tx);
        seat(tx, 2, 11);
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!((undone.rows, undone.kept.len()), (0, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_are_one_are_named_by_one_and_can_be_parted() {
    each(|tx| {
        for (n, name) in [(1, "6A"), (2, "6ème A")] {
            place(tx, n, name);
        }
        seat(tx, 1, 11);
        seat(tx, 2, 11);
        seat(tx, 2, 12);
        let before = all(tx);
        let moved = merge(tx, Watch::default(), &a_deed(50), id::<()>(2), id(1)).unwrap();
        let sat = |tx: &mut Tx<'_>, place: u8| {
            tx.query("SELECT person_id FROM seat WHERE place_id = ?1", &params![id::<()>(place)]).unwrap().len()
        };
        // One sat in both: that seat stays where it was.
        assert_eq!((moved, sat(tx, 1), sat(tx, 2)), (1, 2, 1));
        assert_eq!(undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap().rows, 1);
        assert_eq!(all(tx), before);
        let kept = deed(tx, id(50)).unwrap().unwrap();
        assert!(kept.undone_at == Some(NOW) && !kept.can_be_undone(NOW));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_is_in_no_kept_row() {
    each(|tx| {
        place(tx, 1, "6A");
        seat(tx, 1, 11);
        let mut watch = Watch::default();
        watch.over(tx, ("seat", "place_id"), None, &[id::<()>(1)]).unwrap();
        tx.execute("DELETE FROM seat", &[]).unwrap();
        watch.close(tx, &a_deed(50)).unwrap();
        let person: PersonId = id(11);
        crate::forget(tx, person).unwrap();
        assert!(tx.query("SELECT 1 FROM undo_row", &[]).unwrap().is_empty());
        let deed: DeedId = id(50);
        assert!(crate::deed(tx, deed).unwrap().unwrap().can_be_undone(NOW.plus_days(DAYS - 1)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_takes_nothing_of_the_others_away() {
    each(|tx| {
        place(tx, 1, "6A");
        let mut watch = Watch::default();
        watch.over(tx, ("seat", "place_id"), Some("person_id"), &[id::<()>(1)]).unwrap();
        for person in 11..14 {
            seat(tx, 1, person);
        }
        watch.close(tx, &a_deed(50)).unwrap();
        crate::forget(tx, id(12)).unwrap();
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!(undone.back, [id(11), id(13)].into());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deed_that_was_kept_row_by_row_is_undone_all_the_same() {
    each(|tx| {
        place(tx, 1, "6A");
        let before = all(tx);
        let mut watch = Watch::default();
        watch.over(tx, ("place", "id"), Some("id"), &[id::<()>(1)]).unwrap();
        tx.execute("UPDATE place SET name = '5A'", &[]).unwrap();
        watch.close(tx, &a_deed(50)).unwrap();
        let lot = tx.first("SELECT after FROM undo_row", &[]).unwrap().unwrap();
        let rows: Vec<&str> = lot.text(0).split('\t').skip(1).collect();
        let (sql, place) = ("UPDATE undo_row SET subject = ?1, before = ?2, after = ?3", id::<()>(1));
        tx.execute(sql, &params![place, rows[0], rows[1]]).unwrap();
        let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[]).unwrap();
        assert_eq!((undone.back, all(tx)), ([place].into(), before));
    })
    .await;
}

/// A change of the seats of a few people in a few places.
#[derive(Clone, Debug)]
enum Step {
    Sit(u8, u8),
    Rise(u8, u8),
    Until(u8, i64),
    Open(u8),
    Rename(u8, u8),
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1_u8..4, 11_u8..16).prop_map(|(place, person)| Step::Sit(place, person)),
        (1_u8..4, 11_u8..16).prop_map(|(place, person)| Step::Rise(place, person)),
        (11_u8..16, 0_i64..3).prop_map(|(person, until)| Step::Until(person, until)),
        (1_u8..6).prop_map(Step::Open),
        (1_u8..6, 0_u8..200).prop_map(|(place, name)| Step::Rename(place, name)),
    ]
}

fn take(tx: &mut Tx<'_>, step: &Step) {
    let of = |n: u8| Value::from(id::<()>(n));
    let (sql, values): (&str, Vec<Value>) = match step {
        Step::Sit(place, person) => (
            "INSERT INTO seat (place_id, person_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            vec![of(*place), of(*person)],
        ),
        Step::Rise(place, person) => {
            ("DELETE FROM seat WHERE place_id = ?1 AND person_id = ?2", vec![of(*place), of(*person)])
        }
        Step::Until(person, until) => {
            ("UPDATE seat SET until = ?2 WHERE person_id = ?1", vec![of(*person), (*until).into()])
        }
        Step::Open(place) => (
            "INSERT INTO place (id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            vec![of(*place), format!("{place}").into()],
        ),
        Step::Rename(place, name) => (
            "UPDATE place SET name = ?2 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM place WHERE name = ?2)",
            vec![of(*place), format!("n{name}").into()],
        ),
    };
    tx.execute(sql, &values).unwrap();
}

/// Does `first`, then `then` under watch, undoes it, and says whether all is as it was.
async fn comes_back(db: &Db, first: Vec<Step>, then: Vec<Step>) -> bool {
    let done = db.write_alone(move |tx| {
        for table in ["place", "seat", "note", "undo_deed", "undo_row"] {
            tx.execute(&format!("DELETE FROM {table}"), &[])?;
        }
        for step in &first {
            take(tx, step);
        }
        let before = all(tx);
        let mut watch = Watch::default();
        watch.over(tx, ("seat", "person_id"), None, &(11..16).map(id::<()>).collect::<Vec<_>>())?;
        watch.over(tx, ("place", "id"), None, &(1..6).map(id::<()>).collect::<Vec<_>>())?;
        for step in &then {
            take(tx, step);
        }
        if watch.close(tx, &a_deed(50))? > 0 {
            let undone = undo(tx, id(50), (Some(id(BY)), NOW), &[])?;
            assert_eq!(undone.stayed, 0);
        }
        Ok::<_, db::Error>(all(tx) == before)
    });
    done.await.unwrap()
}

#[test]
fn whatever_was_done_comes_back_as_it_was() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for (_, db) in runtime.block_on(db::testing::both(&steps())) {
        let steps = || prop::collection::vec(a_step(), 0..25);
        let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(db::testing::cases(64)) };
        proptest!(config, |(first in steps(), then in steps())| {
            prop_assert!(runtime.block_on(comes_back(&db, first, then)));
        });
    }
}
