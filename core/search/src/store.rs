//! All the SQL of the index.
mod lookup;
mod shelf;

pub(crate) use lookup::{Wanted, Word, counts, hits, vocabulary};
pub(crate) use shelf::open;

use crate::{
    Doc,
    terms::{self, Term},
    words::{fold, pieces},
};
use db::{Dialect, Result, Row, Tx, Value, params};
use kernel::{Id, PersonId};
use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

/// Rows of one statement: few enough that its text is soon one that is prepared already.
const DOCS: usize = 32;
const POSTS: usize = 64;

/// How words are taken out of a text. Another number, and every document is read again.
const READING: u32 = 1;

/// What is kept of a document besides what is shown.
struct Kept {
    /// See [`terms::line`].
    terms: String,
    /// The numbers of its shelves.
    shelves: String,
    /// See [`seen`].
    seen: i64,
}

/// Puts these documents in place of what was known of them, once the rows they tell of are written. One that has not changed
/// costs a look.
pub fn put(tx: &mut Tx<'_>, docs: &[Doc]) -> Result<()> {
    beside_others(tx)?;
    // In one order, so that two transactions never wait for each other; of two that are the same the last counts.
    let docs: Vec<&Doc> =
        docs.iter().map(|doc| ((doc.id, doc.kind), doc)).collect::<BTreeMap<_, _>>().into_values().collect();
    let shelves = shelf::numbers(tx, &docs)?;
    for docs in docs.chunks(DOCS) {
        let ids: Vec<_> = docs.iter().map(|doc| doc.id).collect();
        let known = known(tx, &ids)?;
        let (mut rows, mut posts) = (vec![], vec![]);
        for doc in docs {
            let (of, seen) = (shelf::of(doc, &shelves), seen(doc));
            let old = known.get(&(doc.id, doc.kind.to_owned()));
            if old.is_some_and(|old| old.seen == seen) {
                continue;
            }
            let found = terms::terms(&doc.title, &doc.also, &doc.text);
            let shelves = of.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
            let new = Kept { terms: terms::line(&found), shelves, seen };
            let same_posts = old.is_some_and(|old| (&old.terms, &old.shelves) == (&new.terms, &new.shelves));
            if !same_posts {
                if let Some(old) = old {
                    clear(tx, doc.id, old)?;
                }
                posts.extend(of.iter().flat_map(|shelf| found.iter().map(|term| post(*shelf, doc.id, term))));
            }
            rows.push(row(doc, new));
        }
        insert_docs(tx, &rows)?;
        insert_posts(tx, &posts)?;
    }
    Ok(())
}

/// Removes a document, with all its words.
pub fn remove<K>(tx: &mut Tx<'_>, kind: &str, id: Id<K>) -> Result<()> {
    beside_others(tx)?;
    let id: Id<()> = id.cast();
    let Some(old) = known(tx, &[id])?.remove(&(id, kind.to_owned())) else { return Ok(()) };
    clear(tx, id, &old)?;
    tx.execute("DELETE FROM search_doc WHERE id = ?1 AND kind = ?2", &params![id, kind]).map(drop)
}

/// Forgets a person: every document that is theirs or about them goes, with all its words.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    beside_others(tx)?;
    let sql = "SELECT kind, id FROM search_doc WHERE owner_id = ?1 UNION SELECT kind, id FROM search_doc WHERE id = ?1";
    for row in tx.query(sql, &params![person])? {
        remove(tx, row.text(0), row.get::<Id<()>>(1))?;
    }
    Ok(())
}

/// Lets no other transaction put or remove until this one ends: a page read before an erasure must not be put after it.
pub(crate) fn alone(tx: &mut Tx<'_>) -> Result<()> {
    lock(tx, "LOCK TABLE search_doc IN SHARE ROW EXCLUSIVE MODE")
}

/// Waits for who is [`alone`], before anything is read; those who put and remove do not wait for each other.
fn beside_others(tx: &mut Tx<'_>) -> Result<()> {
    lock(tx, "LOCK TABLE search_doc IN ROW EXCLUSIVE MODE")
}

/// On SQLite there is one writer anyway.
fn lock(tx: &mut Tx<'_>, sql: &str) -> Result<()> {
    match tx.dialect() {
        Dialect::Postgres => tx.execute(sql, &[]).map(drop),
        Dialect::Sqlite => Ok(()),
    }
}

/// The ids known of one kind after `after`, up to `to` (to the end when it is not given).
pub(crate) fn between(tx: &mut Tx<'_>, kind: &str, after: Option<Id<()>>, to: Option<Id<()>>) -> Result<Vec<Id<()>>> {
    let first = after.map_or(vec![], |id| id.bytes().to_vec());
    let last = to.map_or(vec![u8::MAX; 17], |id| id.bytes().to_vec());
    let sql = "SELECT id FROM search_doc WHERE kind = ?1 AND id > ?2 AND id <= ?3 ORDER BY id";
    Ok(tx.query(sql, &params![kind, first, last])?.iter().map(|row| row.get(0)).collect())
}

/// A number made of all that a document says: another number, another document. It need not be the same in another release.
fn seen(doc: &Doc) -> i64 {
    let mut hasher = DefaultHasher::new();
    (READING, doc).hash(&mut hasher);
    hasher.finish().cast_signed()
}

fn known(tx: &mut Tx<'_>, ids: &[Id<()>]) -> Result<HashMap<(Id<()>, String), Kept>> {
    let sql =
        format!("SELECT id, kind, terms, shelves, seen FROM search_doc WHERE id IN ({})", db::marks(1, ids.len()));
    let kept = |row: &Row| Kept { terms: row.get(2), shelves: row.get(3), seen: row.get(4) };
    Ok(tx.query(&sql, &db::with_ids(&[], ids))?.iter().map(|row| ((row.get(0), row.get(1)), kept(row))).collect())
}

/// Takes a document's words off its shelves.
fn clear(tx: &mut Tx<'_>, id: Id<()>, old: &Kept) -> Result<()> {
    let terms: Vec<_> = terms::read(&old.terms).map(|term| Value::from(term.as_bytes())).collect();
    for shelf in old.shelves.split(' ').filter_map(|n| n.parse::<i64>().ok()) {
        for terms in terms.chunks(POSTS) {
            let sql = format!(
                "DELETE FROM search_post WHERE shelf = ?1 AND id = ?2 AND term IN ({})",
                db::marks(3, terms.len())
            );
            tx.execute(&sql, &[&params![shelf, id], terms].concat())?;
        }
    }
    Ok(())
}

fn post(shelf: i64, id: Id<()>, term: &Term) -> [Value; 4] {
    params![shelf, term.written.as_bytes(), id, term.weight]
}

fn row(doc: &Doc, kept: Kept) -> [Value; 10] {
    let sort = pieces(&doc.title).map(|piece| fold(&piece.word)).collect::<Vec<_>>().join(" ").into_bytes();
    let (title, detail, path) = (doc.title.as_str(), doc.detail.as_str(), doc.path.as_str());
    params![doc.id, doc.kind, title, detail, path, doc.owner, sort, kept.terms, kept.shelves, kept.seen]
}

fn insert_docs(tx: &mut Tx<'_>, rows: &[[Value; 10]]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO search_doc (id, kind, title, detail, path, owner_id, sort, terms, shelves, seen) VALUES {}
         ON CONFLICT (id, kind) DO UPDATE SET title = excluded.title, detail = excluded.detail, path = excluded.path,
         owner_id = excluded.owner_id, sort = excluded.sort, terms = excluded.terms, shelves = excluded.shelves,
         seen = excluded.seen",
        tuples(rows.len(), 10)
    );
    tx.execute(&sql, &rows.concat()).map(drop)
}

fn insert_posts(tx: &mut Tx<'_>, posts: &[[Value; 4]]) -> Result<()> {
    for posts in posts.chunks(POSTS) {
        let sql = format!(
            "INSERT INTO search_post (shelf, term, id, weight) VALUES {}
             ON CONFLICT (shelf, term, id) DO UPDATE SET weight = excluded.weight",
            tuples(posts.len(), 4)
        );
        tx.execute(&sql, &posts.concat())?;
    }
    Ok(())
}

/// `(?1,?2),(?3,?4)`: so many rows of so many placeholders.
fn tuples(rows: usize, width: usize) -> String {
    let row = |n| format!("({})", db::marks(1 + n * width, width));
    (0..rows).map(row).collect::<Vec<_>>().join(",")
}
