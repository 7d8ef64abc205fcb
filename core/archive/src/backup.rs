//! Taking the house away in one file, while people write.
use crate::{
    Digest, Error, Part, Result, aside,
    digest::{FILES, Sum},
    entry::{FORMAT, Manifest, Writer},
    store,
};
use data_encoding::HEXLOWER;
use db::{Db, Table, Tx};
use files::Files;
use kernel::Moment;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

/// Rows are written by pieces of about this size: what is held in memory at once.
const PIECE: usize = 1024 * 1024;

/// Takes everything into the file `out`, which appears only once it is whole, and gives back what it adds up to.
///
/// The rows come from one snapshot. The files are read after it: one that came meanwhile is taken too, one that was erased
/// meanwhile is not, as its row had been about to go.
pub async fn backup(db: &Db, files: &Files, out: &Path, now: Moment) -> Result<Digest> {
    let mut unfinished = out.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let unfinished = PathBuf::from(unfinished);
    let taken = whole(db, files, unfinished.clone(), now).await;
    let (from, to) = (unfinished, out.to_owned());
    aside(move || {
        if taken.is_ok() {
            std::fs::rename(from, to)?;
        } else {
            let _ = std::fs::remove_file(from);
        }
        taken
    })
    .await
}

async fn whole(db: &Db, files: &Files, path: PathBuf, now: Moment) -> Result<Digest> {
    let (mut writer, tables) = db.read_long(move |tx| rows(tx, &path, now)).await?;
    let mut sum = Sum::default();
    for name in files.list().await? {
        let Some(bytes) = files.get(&name).await? else { continue };
        sum.add_file(&name, &bytes);
        writer = aside(move || writer.file(&name, &bytes).map(|()| writer)).await?;
    }
    let digest = Digest { tables, files: sum.part(FILES) };
    aside(move || writer.end(&digest).map(|()| digest)).await
}

fn rows(tx: &mut Tx<'_>, path: &Path, now: Moment) -> Result<(Writer, Vec<Part>)> {
    let tables = tx.tables()?;
    let mut writer = Writer::begin(path, &manifest(tx, &tables, now)?)?;
    let mut parts = vec![];
    for table in &tables {
        let (mut sum, mut lines, mut number) = (Sum::default(), vec![], 0);
        store::each_row(tx, table, |row| {
            let line = db::line(&row);
            sum.add(line.as_bytes());
            lines.extend_from_slice(line.as_bytes());
            lines.push(b'\n');
            if lines.len() >= PIECE {
                writer.rows(&table.name, number, &lines)?;
                lines.clear();
                number += 1;
            }
            Ok::<_, Error>(())
        })?;
        if !lines.is_empty() {
            writer.rows(&table.name, number, &lines)?;
        }
        parts.push(sum.part(&table.name));
    }
    Ok((writer, parts))
}

/// The schema of this database, as an archive tells it.
fn manifest(tx: &mut Tx<'_>, tables: &[Table], now: Moment) -> Result<Manifest> {
    let steps = store::steps(tx)?.into_iter().map(|(name, text)| (name, step_digest(&text)));
    let tables = tables.iter().map(described).collect();
    Ok(Manifest { format: FORMAT, taken_at: now.0, steps: steps.collect(), tables })
}

/// A table's name and its columns, in the order in which rows give them.
pub fn described(table: &Table) -> (String, Vec<String>) {
    (table.name.clone(), table.columns.iter().map(|column| column.name.clone()).collect())
}

/// The SHA-256 of the text of a step of the schema, in hexadecimal.
pub fn step_digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text))
}
