//! Putting back what a deed changed, where it is still as the deed left it.
use crate::{
    ASIDE, DeedId,
    store::{self, Change},
};
use db::{Result, Row, Table, Tx, Value};
use kernel::{Id, Moment, PersonId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many rows were put back.
    pub rows: usize,
    /// How many rows without a subject stay, because they changed since.
    pub stayed: usize,
    /// The subjects that stay as they are, because something of theirs changed since, or they came into use.
    pub kept: BTreeSet<Id<()>>,
    /// The subjects that were put back.
    pub back: BTreeSet<Id<()>>,
}

/// Undoes a deed, once: the caller has seen that it may be. Rows of one subject go together. What the tables `aside` name is no use of
/// it: the caller's own account of the deed.
pub fn undo(tx: &mut Tx<'_>, deed: DeedId, (by, now): (Option<PersonId>, Moment), aside: &[&str]) -> Result<Undone> {
    let changes = store::changes(tx, deed)?;
    let tables: HashMap<String, Table> = tx.tables()?.into_iter().map(|table| (table.name.clone(), table)).collect();
    let mut undone = Undone { kept: used(tx, &tables, &changes, aside)?, ..Undone::default() };
    for change in changes.iter().filter(|change| change.subject.is_some()) {
        if !fits(tx, &tables, change)? {
            undone.kept.extend(change.subject);
        }
    }
    spread(&changes, &mut undone.kept);
    for change in &changes {
        match change.subject {
            Some(subject) if undone.kept.contains(&subject) => continue,
            None if !fits(tx, &tables, change)? => {
                undone.stayed += 1;
                continue;
            }
            subject => undone.back.extend(subject),
        }
        let Some(table) = tables.get(&change.name) else { continue };
        match (&change.before, &change.after) {
            (Some(before), Some(after)) => store::replace(tx, table, after, before)?,
            (Some(before), None) => store::insert(tx, table, before)?,
            (None, Some(after)) => store::delete(tx, table, after)?,
            (None, None) => {}
        }
        undone.rows += 1;
    }
    store::undone(tx, deed, by, now)?;
    Ok(undone)
}

/// Whether the row is still as the deed left it, and may be as it was.
fn fits(tx: &mut Tx<'_>, tables: &HashMap<String, Table>, change: &Change) -> Result<bool> {
    // A later version has no such table any more, or another one.
    let Some(table) = tables.get(&change.name) else { return Ok(false) };
    let width = |row: &Option<Row>| row.as_ref().is_none_or(|row| row.0.len() == table.columns.len());
    if !width(&change.before) || !width(&change.after) {
        return Ok(false);
    }
    let now = match (&change.after, &change.before) {
        (Some(row), _) | (None, Some(row)) => store::pick(tx, table, row)?,
        (None, None) => None,
    };
    if now != change.after {
        return Ok(false);
    }
    match &change.before {
        Some(before) => Ok(!store::taken(tx, table, before, now.as_ref())?),
        None => Ok(true),
    }
}

/// The subjects that the deed made and that something else names by now.
fn used(
    tx: &mut Tx<'_>,
    tables: &HashMap<String, Table>,
    changes: &[Change],
    aside: &[&str],
) -> Result<BTreeSet<Id<()>>> {
    let made: BTreeSet<Id<()>> =
        changes.iter().filter(|change| is_made(tables, change)).filter_map(|change| change.subject).collect();
    if made.is_empty() {
        return Ok(BTreeSet::new());
    }
    let ids: Vec<Value> = made.iter().map(|id| Value::from(*id)).collect();
    let own: HashSet<(&str, String)> =
        changes.iter().filter_map(|change| Some((change.name.as_str(), db::line(change.after.as_ref()?)))).collect();
    let mut used = BTreeSet::new();
    let counts = |table: &&Table| ![ASIDE, aside].iter().any(|names| names.contains(&table.name.as_str()));
    for table in tables.values().filter(counts) {
        for row in store::is_named(tx, table, &ids)? {
            if !own.contains(&(table.name.as_str(), db::line(&row))) {
                used.extend(row.0.iter().filter_map(id).filter(|id| made.contains(id)));
            }
        }
    }
    Ok(used)
}

/// Whether the deed made the very thing that is its subject: a person, a class.
fn is_made(tables: &HashMap<String, Table>, change: &Change) -> bool {
    let alone = |table: &Table| table.columns.iter().filter(|column| column.key > 0).count() == 1;
    let (None, Some(after)) = (&change.before, &change.after) else { return false };
    tables.get(&change.name).is_some_and(alone) && after.0.first().and_then(id) == change.subject
}

/// What a subject that stays names stays too: the class of a pupil who has a ticket by now.
fn spread(changes: &[Change], kept: &mut BTreeSet<Id<()>>) {
    let subjects: BTreeSet<Id<()>> = changes.iter().filter_map(|change| change.subject).collect();
    loop {
        let staying = changes.iter().filter(|change| change.subject.is_some_and(|subject| kept.contains(&subject)));
        let named = staying.filter_map(|change| change.after.as_ref()).flat_map(|row| row.0.iter().filter_map(id));
        let more: Vec<Id<()>> = named.filter(|id| subjects.contains(id) && !kept.contains(id)).collect();
        if more.is_empty() {
            return;
        }
        kept.extend(more);
    }
}

fn id(value: &Value) -> Option<Id<()>> {
    if let Value::Bytes(bytes) = value { Id::from_bytes(bytes) } else { None }
}
