//! What a slice brings to the house.
use crate::{Day, Door, Entry, Result, Routes, Sentences, Sheet, Shell, Topics, Treatment, Visit, Way};
use db::{Migration, Row, Tx, Value, params};
use jobs::{Keep, Task};
use kernel::PersonId;
use std::any::Any;

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

/// Something a slice shows whole on a page of the menu, beside the list of what waits there.
#[derive(Clone, Copy)]
pub struct Block {
    /// The pages it stands on.
    pub on: &'static [Entry],
    /// Whether it stands above what waits, or below it.
    pub above: bool,
    /// Who sees it.
    pub door: Door,
    /// The pages that the person's own device keeps with it, for an evening without a line.
    pub kept: &'static [&'static str],
    /// The style sheet it needs beside the common one.
    pub sheet: Option<Sheet>,
    /// Its HTML; nothing when there is nothing to show. It is asked for again whenever one of its topics rings.
    pub show: fn(&mut Visit<'_, '_>, &Shell) -> Result<Option<String>>,
    /// What rings for it.
    pub topics: Topics,
}

/// Everything one slice brings. The binary lists the slices; nothing else names them all.
///
/// A slice says what it has and leaves the rest: `Slice { routes, ..Slice::named("desk") }`.
#[derive(Clone, Copy)]
pub struct Slice {
    /// Its name, as the folder's; its tables begin with it.
    pub name: &'static str,
    /// Its steps of the schema.
    pub migrations: &'static [Migration],
    /// How long each of its tables keeps a row.
    pub keeps: &'static [Keep],
    /// What it does with what is known of people.
    pub treatments: &'static [Treatment],
    /// Its sentences.
    pub sentences: Sentences,
    /// Its parts of the style sheets.
    pub styles: &'static [(Sheet, &'static str)],
    /// Its rights, for the list.
    pub rights: &'static [access::Right],
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// Its pages that the menu leads to.
    pub menu: &'static [Way],
    /// What it puts on *Aujourd'hui*: what waits, what is on, what comes.
    pub days: &'static [Day],
    /// What it shows whole on a page of the menu: the desk on a pupil's *Aujourd'hui*.
    pub blocks: &'static [Block],
    /// Its work done later.
    pub tasks: fn() -> Vec<Task>,
    /// What it knows of a person.
    pub export: fn(&mut Tx<'_>, PersonId) -> db::Result<Export>,
    /// Forgets a person: no name stays, counts stay right.
    pub erase: fn(&mut Tx<'_>, PersonId) -> db::Result<()>,
    /// The names of the kept files that its rows show: what no slice names is swept away.
    pub files: fn(&mut Tx<'_>) -> db::Result<Vec<String>>,
    /// What it gives to another slice, which says the type: a chapter of the bilan, a part of the demonstration. See [`given`].
    pub gives: &'static [&'static (dyn Any + Send + Sync)],
}

impl Slice {
    /// A slice of this name that brings nothing yet.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            migrations: &[],
            keeps: &[],
            treatments: &[],
            sentences: &[],
            styles: &[],
            rights: &[],
            routes: Routes::new,
            menu: &[],
            days: &[],
            blocks: &[],
            tasks: Vec::new,
            export: |_, _| Ok(vec![]),
            erase: |_, _| Ok(()),
            files: |_| Ok(vec![]),
            gives: &[],
        }
    }
}

/// What these slices give of type `T`, in their order.
pub fn given<T: Any>(slices: &[&'static Slice]) -> impl Iterator<Item = &'static T> {
    slices.iter().flat_map(|slice| slice.gives).filter_map(|given| given.downcast_ref())
}
