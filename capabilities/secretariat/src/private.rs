//! What is known of a person, told to them; and their being forgotten: by a page or a command, for all slices.
use crate::Hand;
use db::{Result, Tx, Value};
use kernel::{PersonId, UnitId};
use serde_json::{Value as Json, json};
use web::Slice;

/// All that these slices know of a person: a list of `of`, `what` and `row`.
pub fn export(tx: &mut Tx<'_>, slices: &[&'static Slice], person: PersonId) -> Result<Json> {
    let mut told = vec![];
    for slice in slices {
        for (heading, row) in (slice.export)(tx, person)? {
            let row = row.into_iter().map(|(name, value)| (name, said(value))).collect();
            told.push(json!({ "of": slice.name, "what": heading, "row": Json::Object(row) }));
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

/// Forgets a person: every slice does, the index and what could be undone too; what the trail said of them goes, and it says when.
pub fn forget(
    tx: &mut Tx<'_>,
    slices: &[&'static Slice],
    hand: &Hand<'_>,
    person: PersonId,
    at: Option<UnitId>,
) -> Result<()> {
    for slice in slices {
        (slice.erase)(tx, person)?;
    }
    search::forget(tx, person)?;
    undo::forget(tx, person)?;
    access::audit::forget_reasons(tx, person)?;
    hand.tell(tx, "person/erase", (person, at), "")
}
