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
    let used = used(tx, &tables, &changes, aside)?;
    let (order, kept) = order(tx, &tables, &changes, used)?;
    let alone = |changes: &[&Change]| changes.iter().filter(|change| change.subject.is_none()).count();
    let stayed = changes.iter().filter(|change| change.subject.is_none()).count() - alone(&order);
    let back = order.iter().filter_map(|change| change.subject).collect();
    for change in &order {
        let Some(table) = tables.get(&change.name) else { continue };
        match (&change.before, &change.after) {
            (Some(before), Some(after)) => store::replace(tx, table, after, before)?,
            (Some(before), None) => store::insert(tx, table, before)?,
            (None, Some(after)) => store::delete(tx, table, after)?,
            (None, None) => {}
        }
    }
    store::undone(tx, deed, by, now)?;
    Ok(Undone { rows: order.len(), stayed, kept, back })
}

/// The changes that are undone, in an order in which each finds its place free, and the subjects that stay as they are: a class of
/// last year has its name back once the class of this year, which bears it, is gone by the same deed.
fn order<'c>(
    tx: &mut Tx<'_>,
    tables: &HashMap<String, Table>,
    changes: &'c [Change],
    mut kept: BTreeSet<Id<()>>,
) -> Result<(Vec<&'c Change>, BTreeSet<Id<()>>)> {
    let leaving: HashMap<(&str, String), usize> = changes
        .iter()
        .enumerate()
        .filter_map(|(at, change)| Some(((change.name.as_str(), db::line(change.after.as_ref()?)), at)))
        .collect();
    // Of each change, those that make its place free; nothing where it cannot be undone.
    let mut first: Vec<Option<Vec<usize>>> = Vec::with_capacity(changes.len());
    for change in changes {
        let takers = takers(tx, tables, change)?;
        let frees = |taker: &Row| leaving.get(&(change.name.as_str(), db::line(taker))).copied();
        first.push(takers.and_then(|takers| takers.iter().map(frees).collect()));
    }
    loop {
        let lost = changes.iter().zip(&first).filter(|(_, first)| first.is_none());
        kept.extend(lost.filter_map(|(change, _)| change.subject));
        spread(changes, &mut kept);
        let stays = |at: &usize| first[*at].is_none() || changes[*at].subject.is_some_and(|one| kept.contains(&one));
        let blocked: Vec<usize> =
            (0..first.len()).filter(|at| first[*at].as_ref().is_some_and(|others| others.iter().any(&stays))).collect();
        if blocked.is_empty() {
            break;
        }
        for at in blocked {
            first[at] = None;
        }
    }
    let mut waiting: Vec<usize> = (0..changes.len()).collect();
    waiting.retain(|at| first[*at].is_some() && changes[*at].subject.is_none_or(|one| !kept.contains(&one)));
    let mut done = vec![false; changes.len()];
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let ready = |at: &usize| first[*at].iter().flatten().all(|other| done[*other]);
        let (now, later): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            return Err(db::Error::Panicked("the rows of a deed wait for one another".to_owned()));
        }
        for at in now {
            done[at] = true;
            order.push(&changes[at]);
        }
        waiting = later;
    }
    Ok((order, kept))
}

/// The rows that stand where this one was, if it is still as the deed left it.
fn takers(tx: &mut Tx<'_>, tables: &HashMap<String, Table>, change: &Change) -> Result<Option<Vec<Row>>> {
    // A later version has no such table any more, or another one.
    let Some(table) = tables.get(&change.name) else { return Ok(None) };
    let width = |row: &Option<Row>| row.as_ref().is_none_or(|row| row.0.len() == table.columns.len());
    if !width(&change.before) || !width(&change.after) {
        return Ok(None);
    }
    let now = match (&change.after, &change.before) {
        (Some(row), _) | (None, Some(row)) => store::pick(tx, table, row)?,
        (None, None) => None,
    };
    if now != change.after {
        return Ok(None);
    }
    match &change.before {
        Some(before) => Ok(Some(store::takers(tx, table, before, now.as_ref())?)),
        None => Ok(Some(vec![])),
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
