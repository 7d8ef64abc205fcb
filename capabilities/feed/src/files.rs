//! The files of a delivery, one by one: those of an archive, and of the archives in it; or the one that came by itself.
use crate::made::Stopped;
use bytes::Bytes;
use std::io::{Cursor, Read};
use zip::{ZipArchive, result::ZipError};

/// The most entries of an archive: their list is read whole before any, so they are counted first.
const ENTRIES: usize = 2_000;
/// The most files that are read.
const FILES: usize = 100;

/// How much is read, once it is opened.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most bytes of one file.
    pub file: u64,
    /// The most bytes of all.
    pub total: u64,
}

/// The files of a delivery with their names.
///
/// # Errors
/// The archive is none, or holds too much.
pub fn of(delivery: &Bytes, limits: Limits) -> Result<Vec<(String, Bytes)>, Stopped> {
    let mut files = vec![];
    let mut left = limits.total;
    add(&mut files, "livraison", delivery.clone(), (limits, &mut left), 0)?;
    Ok(files)
}

/// How deep an archive may lie in others.
const DEEP: usize = 1;

fn add(
    files: &mut Vec<(String, Bytes)>,
    name: &str,
    bytes: Bytes,
    (limits, left): (Limits, &mut u64),
    depth: usize,
) -> Result<(), Stopped> {
    if !is_archive(&bytes) || depth > DEEP {
        files.push((name.to_owned(), bytes));
        return if files.len() > FILES { Err(refused(name, "too-many-files")) } else { Ok(()) };
    }
    let mut archive = opened(&bytes).map_err(|error| refused(name, key(&error)))?;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|error| refused(name, key(&error)))?;
        let path = String::from_utf8_lossy(file.name_raw()).into_owned();
        let short = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        // What a Macintosh puts beside each file is none.
        if !file.is_file() || short.is_empty() || short.starts_with("._") {
            continue;
        }
        let most = limits.file.min(*left);
        let mut inside = vec![];
        file.take(most + 1).read_to_end(&mut inside).map_err(|_| refused(&short, "archive"))?;
        let long = inside.len() as u64;
        if long > most {
            return Err(refused(&short, "too-large"));
        }
        *left -= long;
        add(files, &short, inside.into(), (limits, left), depth + 1)?;
    }
    Ok(())
}

/// Whether these bytes are an archive.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The archive of these bytes, unless its list is longer than any is.
///
/// # Errors
/// It is none, or has too many entries.
pub fn opened(bytes: &Bytes) -> Result<ZipArchive<Cursor<&Bytes>>, ZipError> {
    let entries = bytes.windows(4).filter(|sign| *sign == b"PK\x01\x02").count();
    if entries > ENTRIES {
        return Err(ZipError::InvalidArchive("too many entries".into()));
    }
    ZipArchive::new(Cursor::new(bytes))
}

fn key(error: &ZipError) -> &'static str {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "encrypted",
        _ => "archive",
    }
}

fn refused(name: &str, key: &str) -> Stopped {
    Stopped::unreadable(name, 0, key, "")
}
