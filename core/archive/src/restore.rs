//! Putting the house back, whole or not at all.
use crate::{
    Digest, Error, Result, aside, backup,
    digest::{self, FILES, Sum},
    entry::{self, Entry, Manifest},
    row, store,
};
use db::{Db, Table, Tx, Value};
use files::Files;
use kernel::Moment;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The table of the schema's steps, which says which version this is: compared, never restored.
const STEPS: &str = "migration";

/// Puts the archive `from` into an empty database (its schema in place) and an empty file store.
///
/// The archive is first read through and compared with its own digest. Then the files are put in place, then all rows in one
/// transaction, which is committed only once the rows read back add up to the archive's digest.
pub async fn restore(from: &Path, db: &Db, files: &Files) -> Result<Digest> {
    let path = from.to_owned();
    let (manifest, digest) = aside(move || verified(&path)).await?;
    let wanted = manifest.clone();
    db.read_long(move |tx| ready(tx, &wanted).map(drop)).await?;
    if !files.list().await?.is_empty() {
        return Err(Error::NotEmpty("the file store".to_owned()));
    }
    let restored = put(from.to_owned(), db, files, manifest, digest.clone()).await;
    if restored.is_err() {
        forget(files).await;
    }
    restored.map(|()| digest)
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

async fn put(path: PathBuf, db: &Db, files: &Files, manifest: Manifest, digest: Digest) -> Result<()> {
    let (again, store, here) = (path.clone(), files.clone(), tokio::runtime::Handle::current());
    let put_files = move || {
        entry::read(&again, |entry| {
            let Entry::File { name, bytes } = entry else { return Ok(()) };
            Ok(here.block_on(store.put(&name, bytes.into()))?)
        })
    };
    aside(put_files).await?;
    db.write(move |tx| rows(tx, &path, &manifest, &digest)).await
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

/// The tables of this database, when the archive may come in: the same schema, and nothing in it.
fn ready(tx: &mut Tx<'_>, archived: &Manifest) -> Result<BTreeMap<String, Table>> {
    let tables = tx.tables()?;
    let here = backup::manifest(tx, &tables, Moment(archived.taken_at))?;
    let only = |of: &Manifest, not: &Manifest| -> Vec<String> {
        of.steps.iter().filter(|step| !not.steps.contains(step)).map(|(name, _)| name.clone()).collect()
    };
    let (there, extra) = (only(archived, &here), only(&here, archived));
    if !there.is_empty() || !extra.is_empty() {
        return Err(Error::OtherSchema(format!(
            "in the archive only: {}; here only: {}",
            listed(&there),
            listed(&extra)
        )));
    }
    if here.tables != archived.tables {
        return Err(Error::OtherSchema("the same steps, and yet other tables".to_owned()));
    }
    for table in tables.iter().filter(|table| table.name != STEPS) {
        if !store::is_empty(tx, table)? {
            return Err(Error::NotEmpty(format!("the table {}", table.name)));
        }
    }
    Ok(tables.into_iter().map(|table| (table.name.clone(), table)).collect())
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

/// The one transaction.
fn rows(tx: &mut Tx<'_>, path: &Path, manifest: &Manifest, digest: &Digest) -> Result<()> {
    let tables = ready(tx, manifest)?;
    entry::read(path, |entry| {
        let Entry::Rows { table, lines } = entry else { return Ok(()) };
        if table == STEPS {
            return Ok(());
        }
        let damaged = || Error::Damaged(table.clone());
        let table = tables.get(&table).ok_or_else(damaged)?;
        let width = table.columns.len();
        let read = |line| row::read(line).filter(|row| row.len() == width).ok_or_else(damaged);
        let rows: Vec<Vec<Value>> = each_line(&lines).map(read).collect::<Result<_>>()?;
        store::insert(tx, table, &rows)
    })?;
    let restored = Digest { tables: digest::tables(tx)?, files: digest.files.clone() };
    compare(&restored, digest)
}

fn each_line(lines: &[u8]) -> impl Iterator<Item = &[u8]> {
    lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}
