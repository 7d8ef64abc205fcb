//! Files that came together as one archive: what was an archive stays as it is, anything else is packed.
use bytes::Bytes;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::{self, Cursor, Read, Write as _},
    path::Path,
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The most bytes of an archive.
const MOST: u64 = 60 << 20;
/// The most bytes of files that are packed.
const OPEN: u64 = 8 << 30;

/// Files that came together.
#[derive(Debug)]
pub struct Parcel {
    /// The archive.
    pub bytes: Bytes,
    /// The digest of what came.
    pub digest: String,
    /// The names of the files.
    pub names: Vec<String>,
    /// The day that they name, `2026-09-15`.
    pub made: Option<String>,
    /// Whether they are complete, and not a change to what came before.
    pub complete: bool,
}

/// Why files cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// More than is kept.
    #[error("the files are larger than what is taken")]
    TooLarge,
    /// They cannot be read.
    #[error("the files cannot be read")]
    Read(#[from] io::Error),
    /// They cannot be packed, or opened.
    #[error("the archive cannot be opened")]
    Archive(#[from] zip::result::ZipError),
}

/// Packs these files of a folder.
///
/// # Errors
/// Why they cannot be taken.
pub fn pack(folder: &Path, names: &[String]) -> Result<Parcel, Trouble> {
    if let [name] = names
        && is_archive(&mut File::open(folder.join(name))?)?
    {
        let mut bytes = vec![];
        File::open(folder.join(name))?.take(MOST + 1).read_to_end(&mut bytes)?;
        return of(Bytes::from(bytes), name);
    }
    let (mut digest, mut read) = (Sha256::new(), 0_u64);
    let mut packed = ZipWriter::new(Cursor::new(vec![]));
    let mut buffer = vec![0; 1 << 16];
    for name in names {
        packed.start_file(name.as_str(), SimpleFileOptions::default().large_file(true).compression_level(Some(1)))?;
        digest.update(name.as_bytes());
        let mut file = File::open(folder.join(name))?;
        loop {
            let count = file.read(&mut buffer)?;
            let some = buffer.get(..count).unwrap_or_default();
            if some.is_empty() {
                break;
            }
            read += some.len() as u64;
            if read > OPEN {
                return Err(Trouble::TooLarge);
            }
            digest.update(some);
            packed.write_all(some)?;
        }
    }
    let bytes = packed.finish()?.into_inner();
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLarge);
    }
    Ok(named(bytes.into(), HEXLOWER.encode(&digest.finalize()), names.to_vec(), names))
}

/// The archive of these bytes, sent under this name.
///
/// # Errors
/// Why it cannot be taken.
pub fn of(bytes: Bytes, name: &str) -> Result<Parcel, Trouble> {
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLarge);
    }
    let digest = HEXLOWER.encode(&Sha256::digest(&bytes));
    let mut inside = vec![name.to_owned()];
    if bytes.starts_with(b"PK\x03\x04") {
        let archive = ZipArchive::new(Cursor::new(&bytes))?;
        inside.extend(archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())));
    }
    Ok(named(bytes, digest, vec![name.to_owned()], &inside))
}

fn named(bytes: Bytes, digest: String, names: Vec<String>, inside: &[String]) -> Parcel {
    let known = inside.iter().find_map(|name| aaf::FileName::of(name));
    let complete = known.as_ref().is_none_or(|known| known.complete);
    Parcel { bytes, digest, names, made: known.and_then(|known| known.made), complete }
}

fn is_archive(file: &mut File) -> io::Result<bool> {
    let mut first = vec![];
    file.take(4).read_to_end(&mut first)?;
    Ok(first.starts_with(b"PK\x03\x04") || first.starts_with(b"\x1f\x8b"))
}
