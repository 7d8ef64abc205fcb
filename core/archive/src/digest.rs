//! What tables and files add up to, whatever the order in which a database gives its rows.
use crate::{Result, store};
use data_encoding::HEXLOWER;
use db::{Db, Tx};
use files::Files;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// What a house holds, in figures: two houses with the same digest hold the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Every table, in order of name.
    pub tables: Vec<Part>,
    /// The files, all together.
    pub files: Part,
}

/// One table, or the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The table's name, or `files`.
    pub name: String,
    /// How many rows, or files.
    pub count: u64,
    /// The sum, modulo 2²⁵⁶, of the SHA-256 of each.
    pub sha256: String,
}

impl Digest {
    /// What differs from `other`, a sentence each; nothing when both hold the same.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let parts = |digest: &Self| -> Vec<Part> { digest.tables.iter().chain([&digest.files]).cloned().collect() };
        let (mine, theirs) = (parts(self), parts(other));
        let changed = mine.iter().filter_map(|part| match theirs.iter().find(|p| p.name == part.name) {
            Some(same) if same == part => None,
            Some(other) => {
                Some(format!("{}: {} here, {} there, and they are not the same", part.name, part.count, other.count))
            }
            None => Some(format!("{}: not there", part.name)),
        });
        let absent = theirs.iter().filter(|part| !mine.iter().any(|p| p.name == part.name));
        changed.chain(absent.map(|part| format!("{}: not here", part.name))).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.tables.iter().chain([&self.files]) {
            writeln!(f, "{:<24} {:>10}  {}", part.name, part.count, part.sha256.get(..16).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// A sum of SHA-256 digests: the same in any order, and counting what comes twice twice.
#[derive(Clone, Default)]
pub struct Sum {
    count: u64,
    sum: [u8; 32],
}

impl Sum {
    pub fn add(&mut self, bytes: &[u8]) {
        self.add_hash(&Sha256::digest(bytes).into());
    }

    pub fn add_file(&mut self, name: &str, bytes: &[u8]) {
        let mut hash = Sha256::new();
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        hash.update(bytes);
        self.add_hash(&hash.finalize().into());
    }

    fn add_hash(&mut self, hash: &[u8; 32]) {
        self.count += 1;
        let mut carry = 0;
        for (mine, other) in self.sum.iter_mut().zip(hash).rev() {
            let [high, low] = (u16::from(*mine) + u16::from(*other) + carry).to_be_bytes();
            (*mine, carry) = (low, u16::from(high));
        }
    }

    pub fn part(&self, name: &str) -> Part {
        Part { name: name.to_owned(), count: self.count, sha256: HEXLOWER.encode(&self.sum) }
    }
}

/// The digest of a house as it is now.
pub async fn digest(db: &Db, files: &Files) -> Result<Digest> {
    let tables = db.read_long(tables).await?;
    let mut sum = Sum::default();
    for name in files.list().await? {
        // What was erased since the list was made is not there any more.
        if let Some(bytes) = files.get(&name).await? {
            sum.add_file(&name, &bytes);
        }
    }
    Ok(Digest { tables, files: sum.part(FILES) })
}

/// The name of the files' part.
pub const FILES: &str = "files";

/// The part of every table, as this transaction sees it.
pub fn tables(tx: &mut Tx<'_>) -> Result<Vec<Part>> {
    let mut parts = vec![];
    for table in tx.tables()? {
        let mut sum = Sum::default();
        store::each_row(tx, &table, |row| {
            sum.add(db::line(&row).as_bytes());
            Ok(())
        })?;
        parts.push(sum.part(&table.name));
    }
    Ok(parts)
}
