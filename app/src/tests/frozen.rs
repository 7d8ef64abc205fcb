//! Steps of the schema that have left for a house are frozen: never edited. What they made can always be brought up.
use super::house::NOW;
use crate::slices;
use db::{Column, Db, Migration, Place, Tx, Value};
use files::Files;
use std::{path::Path, sync::Arc};

/// The frozen steps with the SHA-256 of their texts, in the order in which they were frozen.
const KEPT: &str = "src/tests/frozen.txt";

fn line(step: &Migration) -> String {
    format!("{} {}", step.name, archive::step_digest(step.sql))
}

/// The lines of frozen steps that are not what they were.
fn edited<'k>(kept: &'k str, steps: &[Migration]) -> Vec<&'k str> {
    kept.lines().filter(|frozen| steps.iter().all(|step| line(step) != **frozen)).collect()
}

/// The lines of the steps that are not frozen yet.
fn unfrozen(kept: &str, steps: &[Migration]) -> Vec<String> {
    steps.iter().map(line).filter(|line| kept.lines().all(|frozen| frozen != line)).collect()
}

/// `UPDATE=1 cargo nextest run -p preau frozen` adds new steps at the end of the list; it never changes a line.
/// As long as nothing is frozen, every step may still be edited.
#[test]
fn a_frozen_step_is_never_edited() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(KEPT);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let steps = slices::migrations();
    assert_eq!(edited(&kept, &steps), Vec::<&str>::new(), "a house has run these: add a new step instead");
    let new = unfrozen(&kept, &steps);
    #[expect(clippy::disallowed_methods, reason = "a test is asked to write what it keeps")]
    let freeze = std::env::var("UPDATE").is_ok();
    if freeze {
        std::fs::write(&path, new.iter().fold(kept, |kept, line| kept + line + "\n")).unwrap();
    } else {
        assert!(kept.is_empty() || new.is_empty(), "freeze these with UPDATE=1: {new:?}");
    }
}

#[test]
fn an_edited_step_and_a_new_one_are_told_apart() {
    let step = |name, sql| Migration { name, sql };
    let kept = format!("{}\n{}\n", line(&step("a/0001", "one")), line(&step("b/0001", "two")));
    assert_eq!(edited(&kept, &[step("a/0001", "one"), step("b/0001", "two")]), Vec::<&str>::new());
    let steps = [step("b/0001", "TWO"), step("a/0001", "one"), step("a/0002", "three")];
    assert_eq!(edited(&kept, &steps), [line(&step("b/0001", "two"))]);
    assert_eq!(unfrozen(&kept, &steps), [line(&steps[0]), line(&steps[2])]);
}

/// Puts a row into every table, whatever its columns.
fn fill(tx: &mut Tx<'_>) -> db::Result<()> {
    for table in tx.tables()?.into_iter().filter(|table| table.name != "migration") {
        let columns: Vec<_> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let marks: Vec<_> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
        let value = |column: &Column| match column.kind.as_str() {
            "BIGINT" => Value::Int(1),
            "TEXT" => Value::Text("un".to_owned()),
            _ => Value::Bytes(vec![1; 16]),
        };
        let values: Vec<_> = table.columns.iter().map(value).collect();
        let sql = format!("INSERT INTO \"{}\" ({}) VALUES ({})", table.name, columns.join(", "), marks.join(", "));
        tx.execute(&sql, &values)?;
    }
    Ok(())
}

fn folder(name: &str) -> Files {
    let fresh = kernel::Id::<()>::new(NOW, &kernel::SystemChance);
    let folder = std::env::temp_dir().join("preau-tests").join(format!("{name}-{fresh}"));
    Files::open(&files::Place::Folder(folder)).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_an_earlier_schema_comes_up_to_this_one() {
    let steps = slices::migrations();
    let whole = db::testing::sqlite(&steps).await.schema().await.unwrap();
    let open = |place: &Place| Db::open(place, 2, Arc::new(|_| {})).unwrap();
    for first in [steps.len() / 2, steps.len() - 1] {
        for (from, db) in db::testing::both(&steps[..first]).await {
            db.write(fill).await.unwrap();
            let out = std::env::temp_dir()
                .join("preau-tests")
                .join(kernel::Id::<()>::new(NOW, &kernel::SystemChance).to_string());
            let taken = archive::backup(&db, &folder("from"), &out, NOW).await.unwrap();
            for (to, place) in db::testing::places().await {
                let (other, files) = (open(&place), folder("to"));
                let put = archive::restore(&out, &other, &files, &steps).await.unwrap();
                let later: Vec<_> = steps[first..].iter().map(|step| step.name).collect();
                assert_eq!(put.later, later, "{from} to {to}");
                assert_eq!(other.schema().await.unwrap(), whole, "{from} to {to}: the schema of a new house");
                let found = archive::digest(&other, &files).await.unwrap();
                let rows = |digest: &archive::Digest| digest.tables.iter().map(|part| part.count).sum::<u64>();
                assert_eq!(
                    rows(&found),
                    rows(&taken) + later.len() as u64,
                    "{from} to {to}: a row of each table, and the steps"
                );
            }
            std::fs::remove_file(out).unwrap();
        }
    }
}
