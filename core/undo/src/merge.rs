//! Two things that are one: whatever names the one names the other from now on.
use crate::{
    ASIDE, Deed, Watch,
    store::{self, Change},
};
use db::{Result, Row, Tx, Value};
use kernel::Id;

/// Makes every row that names `gone` name `kept` instead, in any table, and keeps that as a deed, with what `watch` saw. A row that
/// would then be the same as one of `kept` stays with `gone`: both were teachers of one school. Says how many rows follow.
pub fn merge<K>(tx: &mut Tx<'_>, watch: Watch, deed: &Deed<'_>, gone: Id<K>, kept: Id<K>) -> Result<usize> {
    let (from, to) = (Value::from(gone), Value::from(kept));
    let mut changes = watch.changes(tx)?;
    let before = changes.len();
    for table in tx.tables()?.iter().filter(|table| !ASIDE.contains(&table.name.as_str())) {
        let mut rows = store::is_named(tx, table, std::slice::from_ref(&from))?;
        rows.dedup();
        for row in rows {
            // A row that names it twice is found twice.
            let Some(row) = store::pick(tx, table, &row)?.filter(|now| *now == row) else { continue };
            let then = Row(row.0.iter().map(|value| if *value == from { to.clone() } else { value.clone() }).collect());
            if store::taken(tx, table, &then, Some(&row))? {
                continue;
            }
            store::replace(tx, table, &row, &then)?;
            let name = table.name.clone();
            changes.push(Change { name, subject: None, before: Some(row), after: Some(then) });
        }
    }
    let moved = changes.len() - before;
    store::keep(tx, deed, &changes)?;
    Ok(moved)
}
