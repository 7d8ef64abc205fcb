//! What a slice brings to the house.
use crate::{Routes, Sentences};
use db::{Migration, Row, Tx, Value, params};
use jobs::{Keep, Task};
use kernel::PersonId;

/// A slice's part of what is known of a person: a heading, and rows of named values.
pub type Export = Vec<(String, Vec<(String, Value)>)>;

/// What a slice tells of a person: for each part its heading, the statement that reads it (`?1` is the person), and the names of
/// its columns.
pub fn told(tx: &mut Tx<'_>, person: PersonId, parts: &[(&str, &str, &[&str])]) -> db::Result<Export> {
    let mut export = vec![];
    for (heading, sql, columns) in parts {
        let named = |Row(values): Row| columns.iter().map(|name| (*name).to_owned()).zip(values).collect();
        export.extend(tx.query(sql, &params![person])?.into_iter().map(|row| ((*heading).to_owned(), named(row))));
    }
    Ok(export)
}

/// Everything one slice brings. The binary lists the slices; nothing else names them all.
#[derive(Clone, Copy)]
pub struct Slice {
    /// Its name, as the folder's.
    pub name: &'static str,
    /// Its steps of the schema.
    pub migrations: &'static [Migration],
    /// How long each of its tables keeps a row.
    pub keeps: &'static [Keep],
    /// Its sentences.
    pub sentences: Sentences,
    /// Its rights, for the list.
    pub rights: &'static [access::Right],
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// Its work done later.
    pub tasks: fn() -> Vec<Task>,
    /// What it knows of a person.
    pub export: fn(&mut Tx<'_>, PersonId) -> db::Result<Export>,
    /// Forgets a person: no name stays, counts stay right.
    pub erase: fn(&mut Tx<'_>, PersonId) -> db::Result<()>,
    /// The names of the kept files that its rows show: what no slice names is swept away.
    pub files: fn(&mut Tx<'_>) -> db::Result<Vec<String>>,
}
