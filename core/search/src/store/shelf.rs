//! Shelves: what is of one kind and is found from one place.
use crate::{Doc, Place, Sees};
use db::{Result, Tx, Value, params};
use std::collections::{BTreeSet, HashMap, hash_map::Entry};

/// The numbers of shelves.
pub type Shelves = HashMap<(String, Place), i64>;

/// How many places one statement asks for.
const PLACES: usize = 256;

/// The numbers of the shelves that this person may look at.
pub fn open(tx: &mut Tx<'_>, sees: &Sees) -> Result<Vec<i64>> {
    let Some((condition, params)) = sees.filter() else { return Ok(vec![]) };
    let sql = format!("SELECT n FROM search_shelf WHERE {condition} ORDER BY n");
    Ok(tx.query(&sql, params)?.iter().map(|row| row.get(0)).collect())
}

/// The numbers of the shelves of these documents; what is not there yet is made.
pub fn numbers(tx: &mut Tx<'_>, docs: &[&Doc]) -> Result<Shelves> {
    let wanted: BTreeSet<(&str, Place)> =
        docs.iter().flat_map(|doc| doc.places.iter().map(|place| (doc.kind, *place))).collect();
    let places: Vec<Value> =
        wanted.iter().map(|(_, place)| *place).collect::<BTreeSet<_>>().iter().map(|p| p.bytes().into()).collect();
    let kinds: Vec<Value> =
        wanted.iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>().into_iter().map(Value::from).collect();
    let mut known = Shelves::new();
    for places in places.chunks(PLACES) {
        let sql = format!(
            "SELECT n, kind, place FROM search_shelf WHERE kind IN ({}) AND place IN ({})",
            db::marks(1, kinds.len()),
            db::marks(1 + kinds.len(), places.len())
        );
        for row in tx.query(&sql, &[&kinds, places].concat())? {
            let place = row.get::<kernel::Id<()>>(2).into();
            known.insert((row.get(1), place), row.get(0));
        }
    }
    for (kind, place) in wanted {
        if let Entry::Vacant(missing) = known.entry((kind.to_owned(), place)) {
            missing.insert(make(tx, kind, place)?);
        }
    }
    Ok(known)
}

/// The shelves of one document, in order.
pub fn of(doc: &Doc, shelves: &Shelves) -> Vec<i64> {
    let numbers = doc.places.iter().filter_map(|place| shelves.get(&(doc.kind.to_owned(), *place)).copied());
    numbers.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Makes a shelf. When another transaction takes the number first this one waits for it, then takes the next.
fn make(tx: &mut Tx<'_>, kind: &str, place: Place) -> Result<i64> {
    loop {
        tx.execute(
            "INSERT INTO search_shelf (n, kind, place) SELECT coalesce(max(n), 0) + 1, ?1, ?2 FROM search_shelf
             WHERE true ON CONFLICT DO NOTHING",
            &params![kind, place.bytes()],
        )?;
        let sql = "SELECT n FROM search_shelf WHERE kind = ?1 AND place = ?2";
        if let Some(row) = tx.first(sql, &params![kind, place.bytes()])? {
            return Ok(row.get(0));
        }
    }
}
