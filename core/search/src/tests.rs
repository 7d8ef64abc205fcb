//! What is found, and what is not, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod figures;
mod found;
mod french;
mod rights;
mod upkeep;

use crate::{Ask, Doc, Found, MIGRATIONS, Place, Sees, find, put};
use db::{Db, Migration, Tx};
use kernel::Id;

/// The schema of this room and of the jobs it queues.
fn steps() -> Vec<Migration> {
    MIGRATIONS.iter().chain(jobs::MIGRATIONS).copied().collect()
}

async fn both() -> Vec<(&'static str, Db)> {
    db::testing::both(&steps()).await
}

/// Ids by number, the same in every run and in order.
fn id<K>(n: u32) -> Id<K> {
    Id::from_bytes(&[&n.to_be_bytes()[..], &[1; 12]].concat()).unwrap()
}

/// A document without text, found from `place`.
fn doc(kind: &'static str, n: u32, title: &str, place: Place) -> Doc {
    Doc {
        kind,
        id: id(n),
        title: title.into(),
        detail: String::new(),
        path: format!("/{kind}/{n}"),
        also: String::new(),
        text: String::new(),
        places: vec![place],
        owner: None,
    }
}

/// Documents for the whole house, of a kind each.
fn house(titles: &[&str]) -> Vec<Doc> {
    (1..).zip(titles).map(|(n, title)| doc("thing", n, title, Place::HOUSE)).collect()
}

fn ask(tx: &mut Tx<'_>, sees: &Sees, text: &str) -> Found {
    find(tx, sees, Ask { text, limit: 20, page: 0 }).unwrap()
}

/// The titles found by `text` among `docs`, best first.
async fn titles(db: &Db, docs: Vec<Doc>, text: &'static str) -> Vec<String> {
    let found = db.write(move |tx| {
        put(tx, &docs)?;
        Ok::<_, db::Error>(ask(tx, &everything(), text))
    });
    found.await.unwrap().hits.into_iter().map(|hit| hit.title).collect()
}

fn everything() -> Sees {
    Sees::nothing().at("thing", [Place::HOUSE])
}
