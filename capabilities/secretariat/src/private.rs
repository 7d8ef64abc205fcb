//! What is known of a person, told to them; and their being forgotten: by a page or a command, for all slices.
use crate::Hand;
use db::{Result, Tx, Value};
use jobs::Work;
use kernel::{PersonId, UnitId};
use serde_json::{Value as Json, json};
use web::{Export, Slice};

/// All that these slices know of a person: of each that knows something its name, and its rows.
pub fn known(tx: &mut Tx<'_>, slices: &[&'static Slice], person: PersonId) -> Result<Vec<(&'static str, Export)>> {
    let mut all = vec![];
    for slice in slices {
        let rows = (slice.export)(tx, person)?;
        if !rows.is_empty() {
            all.push((slice.name, rows));
        }
    }
    Ok(all)
}

/// The same for a program: a list of `of`, `what` and `row`.
pub fn export(tx: &mut Tx<'_>, slices: &[&'static Slice], person: PersonId) -> Result<Json> {
    let mut told = vec![];
    for (of, rows) in known(tx, slices, person)? {
        for (heading, row) in rows {
            let row = row.into_iter().map(|(name, value)| (name, said(value))).collect();
            told.push(json!({ "of": of, "what": heading, "row": Json::Object(row) }));
        }
    }
    Ok(Json::Array(told))
}

fn said(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(n) => n.into(),
        Value::Text(text) => text.into(),
        Value::Bytes(bytes) => data_encoding::HEXLOWER.encode(&bytes).into(),
    }
}

/// Forgets a person, and those who were made one with them: every slice does, the index and what could be undone too; what the trail
/// said of them goes, and it says when.
pub fn forget(
    tx: &mut Tx<'_>,
    slices: &[&'static Slice],
    hand: &Hand<'_>,
    person: PersonId,
    at: Option<UnitId>,
) -> Result<()> {
    erase(tx, slices, person)?;
    hand.tell(tx, "person/erase", (person, at), "")
}

fn erase(tx: &mut Tx<'_>, slices: &[&'static Slice], person: PersonId) -> Result<()> {
    let mut all = vec![person];
    while let Some(next) = all.pop() {
        all.extend(directory::store::merged_into(tx, next)?);
        for slice in slices {
            (slice.erase)(tx, next)?;
        }
        search::forget(tx, next)?;
        undo::forget(tx, next)?;
        access::audit::forget_reasons(tx, next)?;
    }
    Ok(())
}

/// For how many days somebody may be nowhere before they are forgotten: who was just made has no place yet.
const NOWHERE: i64 = 60;
/// The most who are forgotten in one night.
const MOST: i64 = 200;

/// Forgets those who hold nothing any more, once what they held is past its time too. Done again it finds nothing.
pub fn forget_the_gone(work: &mut Work<'_, '_>, slices: &[&'static Slice]) -> Result<()> {
    for person in directory::store::are_nowhere(work.tx, work.now.plus_days(-NOWHERE), MOST)? {
        erase(work.tx, slices, person)?;
        access::audit::record(work.tx, work.chance, work.now, person, "person/gone", person, "")?;
    }
    Ok(())
}
