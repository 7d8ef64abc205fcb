//! Putting the house back, whole or not at all.
use crate::{
    Digest, Error, Result, aside,
    backup::{self, step_digest},
    digest::{self, FILES, Sum},
    entry::{self, Entry, Manifest},
    store,
};
use db::{Db, Migration, Table, Tx, Value};
use files::Files;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The table of the schema's steps, which says which version this is: made by running them, never restored.
const STEPS: &str = "migration";

/// What was put back.
#[derive(Debug)]
pub struct Restored {
    /// What the archive adds up to.
    pub digest: Digest,
    /// The steps of the schema that ran afterwards, because the archive was taken before they were written.
    pub later: Vec<&'static str>,
}

/// Puts the archive `from` into an empty database and an empty file store, and brings it up to the last of `migrations`.
///
/// The archive is first read through and compared with its own digest. Then the files are put in place, then, in one
/// transaction: the schema as it was when the archive was taken, all rows, and the later steps. It is committed only if the
/// rows, read back before those steps, add up to the archive's digest.
pub async fn restore(from: &Path, db: &Db, files: &Files, migrations: &[Migration]) -> Result<Restored> {
    let path = from.to_owned();
    let (manifest, digest) = aside(move || verified(&path)).await?;
    let schema = Schema::of(&manifest, migrations)?;
    db.read_long(|tx| empty(tx).map(drop)).await?;
    if !files.list().await?.is_empty() {
        return Err(Error::NotEmpty("the file store".to_owned()));
    }
    let put = put(from.to_owned(), db, files, schema, digest.clone()).await;
    if put.is_err() {
        forget(files).await;
    }
    put.map(|later| Restored { digest, later })
}

/// What an archive adds up to: it is read through, and it is an error when it is not what was written.
pub async fn digest_of(archive: &Path) -> Result<Digest> {
    let path = archive.to_owned();
    aside(move || verified(&path).map(|(_, digest)| digest)).await
}

/// Leaves no file behind, as far as the store lets itself be cleared: what is told is why nothing was restored.
async fn forget(files: &Files) {
    for name in files.list().await.unwrap_or_default() {
        let _ = files.delete(&name).await;
    }
}

async fn put(path: PathBuf, db: &Db, files: &Files, schema: Schema, digest: Digest) -> Result<Vec<&'static str>> {
    let (again, store, here) = (path.clone(), files.clone(), tokio::runtime::Handle::current());
    let put_files = move || {
        entry::read(&again, |entry| {
            let Entry::File { name, bytes } = entry else { return Ok(()) };
            Ok(here.block_on(store.put(&name, bytes.into()))?)
        })
    };
    aside(put_files).await?;
    db.write_alone(move |tx| rows(tx, &path, &schema, &digest)).await
}

/// Reads the archive through: what is in it adds up to what it says.
fn verified(path: &Path) -> Result<(Manifest, Digest)> {
    let (mut manifest, mut digest) = (None, None);
    let (mut tables, mut files) = (BTreeMap::<String, Sum>::new(), Sum::default());
    entry::read(path, |entry| {
        match entry {
            Entry::Manifest(read) => manifest = Some(read),
            Entry::Digest(read) => digest = Some(read),
            Entry::File { name, bytes } => files.add_file(&name, &bytes),
            Entry::Rows { table, lines } => {
                let sum = tables.entry(table).or_default();
                each_line(&lines).for_each(|line| sum.add(line));
            }
        }
        Ok(())
    })?;
    let (Some(manifest), Some(digest)) = (manifest, digest) else { return Err(Error::Cut) };
    for (name, _) in &manifest.tables {
        tables.entry(name.clone()).or_default();
    }
    let tables = tables.iter().map(|(name, sum)| sum.part(name)).collect();
    compare(&Digest { tables, files: files.part(FILES) }, &digest)?;
    Ok((manifest, digest))
}

fn compare(found: &Digest, said: &Digest) -> Result<()> {
    found.differences(said).into_iter().next().map_or(Ok(()), |what| Err(Error::Damaged(what)))
}

/// The schema of an archive, and what has come since.
struct Schema {
    /// The steps that had run when the archive was taken, in the order of this program.
    then: Vec<Migration>,
    /// Every step of this program.
    now: Vec<Migration>,
    /// The tables that `then` makes, with their columns.
    tables: Vec<(String, Vec<String>)>,
}

impl Schema {
    /// The archive's, if this program knows each of its steps, and knows it with the same text.
    fn of(archived: &Manifest, migrations: &[Migration]) -> Result<Self> {
        for (name, digest) in &archived.steps {
            match migrations.iter().find(|step| step.name == name) {
                Some(step) if step_digest(step.sql) == *digest => {}
                Some(_) => return Err(Error::Edited(name.clone())),
                None => return Err(Error::Newer(name.clone())),
            }
        }
        let had_run = |step: &&Migration| archived.steps.iter().any(|(name, _)| name == step.name);
        let then = migrations.iter().filter(had_run).copied().collect();
        Ok(Self { then, now: migrations.to_vec(), tables: archived.tables.clone() })
    }

    /// Makes the archive's schema in this database, where nothing is yet, and gives its tables.
    fn make(&self, tx: &mut Tx<'_>) -> Result<BTreeMap<String, Table>> {
        match tx.migrate(&self.then) {
            Err(db::Error::Newer(step)) => return Err(Error::NotEmpty(format!("the database, which has run {step},"))),
            made => made?,
        };
        let tables = empty(tx)?;
        let told: Vec<_> = tables.iter().map(backup::described).collect();
        if told != self.tables {
            return Err(Error::OtherTables);
        }
        Ok(tables.into_iter().map(|table| (table.name.clone(), table)).collect())
    }
}

/// The tables of this database, in which nothing may be.
fn empty(tx: &mut Tx<'_>) -> Result<Vec<Table>> {
    let tables = tx.tables()?;
    for table in tables.iter().filter(|table| table.name != STEPS) {
        if !store::is_empty(tx, table)? {
            return Err(Error::NotEmpty(format!("the table {}", table.name)));
        }
    }
    Ok(tables)
}

/// The one transaction.
fn rows(tx: &mut Tx<'_>, path: &Path, schema: &Schema, digest: &Digest) -> Result<Vec<&'static str>> {
    let tables = schema.make(tx)?;
    entry::read(path, |entry| {
        let Entry::Rows { table, lines } = entry else { return Ok(()) };
        if table == STEPS {
            return Ok(());
        }
        let damaged = || Error::Damaged(table.clone());
        let table = tables.get(&table).ok_or_else(damaged)?;
        let width = table.columns.len();
        let read = |line| db::read_line(line).filter(|row| row.len() == width).ok_or_else(damaged);
        let rows: Vec<Vec<Value>> = each_line(&lines).map(read).collect::<Result<_>>()?;
        store::insert(tx, table, &rows)
    })?;
    let restored = Digest { tables: digest::tables(tx)?, files: digest.files.clone() };
    compare(&restored, digest)?;
    Ok(tx.migrate(&schema.now)?)
}

fn each_line(lines: &[u8]) -> impl Iterator<Item = &[u8]> {
    lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}
