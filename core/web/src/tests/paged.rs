//! A list that grows: turned from page to page, nothing is lost and nothing comes twice.
use super::{NOW, houses, person};
use crate::{List, Paged, Pager, Reply, Result, Shell, Visit, store};
use db::Row;

/// Every form remembered, by its key.
const KEYS: List<'static> = List { columns: "key", from: "web_once", order: "key", params: &[] };

#[derive(askama::Template)]
#[template(source = r#"{% import "parts.html" as p %}{{ p::pages(shell, keys, "main") }}"#, ext = "html")]
struct Keys {
    shell: Shell,
    keys: Paged<u8>,
}

fn key(row: &Row) -> u8 {
    row.get::<Vec<u8>>(0)[0]
}

pub fn list(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let keys = visit.pager().read(visit.tx, KEYS, key)?;
    Reply::page(&Keys { shell: visit.shell(), keys })
}

#[tokio::test]
async fn every_row_stands_on_one_page() {
    for (name, house) in houses().await {
        for n in 0..125_u8 {
            let page = house.db.write(move |tx| {
                store::claim(tx, &[n; 32], NOW)?;
                Pager::FIRST.read(tx, KEYS, key)
            });
            let page = page.await.unwrap();
            let (rows, last) = (page.count(), page.last());
            assert_eq!((rows, last), (i64::from(n) + 1, i64::from(n) / 50 + 1), "{name}");
        }
        house
            .db
            .read(move |tx| {
                let mut ask = |said: Option<&str>| Pager::new("page", said).read(tx, KEYS, key);
                let mut found = vec![];
                for (said, (begins, ends)) in [("1", (1, 50)), ("2", (51, 100)), ("3", (101, 125))] {
                    let page = ask(Some(said))?;
                    assert_eq!((page.begins(), page.ends(), page.count(), page.last()), (begins, ends, 125, 3));
                    found.extend(Vec::from(page));
                }
                assert_eq!(found, (0..125).collect::<Vec<_>>(), "{name}");
                for strange in [None, Some(""), Some("0"), Some("-3"), Some("deux"), Some("99999999999999999999")] {
                    assert_eq!(ask(strange)?.page(), 1, "{name}: {strange:?}");
                }
                assert_eq!((ask(Some("40"))?.page(), ask(Some("40"))?.len()), (3, 25), "{name}: the last there is");
                let whole = Pager::whole().read(tx, KEYS, key)?;
                assert_eq!((whole.len(), whole.last()), (125, 1), "{name}");
                Ok::<_, db::Error>(())
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn the_ways_to_the_pages_around_keep_what_was_asked_for() {
    for (name, house) in houses().await {
        let fill = house.db.write(|tx| (0..125).try_for_each(|n| store::claim(tx, &[n; 32], NOW).map(drop)));
        fill.await.unwrap();
        let mut ines = person(&house, 1, true).browser;
        for (path, rows, before, after) in [
            ("/liste?vue=closes", "1 à 50 sur 125", None, Some("2")),
            ("/liste?page=2&vue=closes", "51 à 100 sur 125", Some("1"), Some("3")),
            ("/liste?vue=closes&page=7", "101 à 125 sur 125", Some("2"), None),
        ] {
            let said = ines.get(path).await.text.clone();
            assert!(said.contains(&format!("aria-label=\"Pages, {rows}\"")), "{name} {path}: {said}");
            for (rel, page) in [("prev", before), ("next", after)] {
                let way = page.map(|page| format!("/liste?vue=closes&#38;page={page}#main\" rel=\"{rel}\""));
                let there = way.as_ref().is_some_and(|way| said.contains(way));
                assert_eq!((there, said.contains(rel)), (page.is_some(), page.is_some()), "{name} {path}: {said}");
            }
        }
    }
}
