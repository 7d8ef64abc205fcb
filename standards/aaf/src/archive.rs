//! The files of an archive, one after the other: nothing is unpacked, and no path is used.
use crate::{Fault, FileName, Limits, Reason, fault::cut, name::last};
use flate2::read::MultiGzDecoder;
use std::io::{BufRead, BufReader, Read, Seek};

/// The most files of an archive.
const FILES: usize = 10_000;

/// What is done with each file of the feed: its name, its bytes, how many they may be; gives how many of these were
/// not needed.
pub(crate) type Each<'e> = dyn FnMut(&str, &mut dyn BufRead, u64) -> Result<u64, Fault> + 'e;

/// Reads a zip in the order of its names. Gives the names of the files that are none of the feed.
pub(crate) fn zip<R: Read + Seek>(
    name: &str,
    bytes: R,
    limits: &Limits,
    each: &mut Each<'_>,
) -> Result<Vec<String>, Fault> {
    let broken = |error: &zip::result::ZipError| Fault::new(name, 0, Reason::Archive(cut(&error.to_string())));
    let mut archive = zip::ZipArchive::new(bytes).map_err(|error| broken(&error))?;
    if archive.len() > FILES {
        return Err(Fault::new(name, 0, Reason::TooManyFiles));
    }
    let mut files = vec![];
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place).map_err(|error| broken(&error))?;
        if file.is_file() {
            files.push((last(&String::from_utf8_lossy(file.name_raw())).to_owned(), place));
        }
    }
    files.sort();
    let (mut left, mut others) = (limits.total, vec![]);
    for (file, place) in files {
        if FileName::of(&file).is_none() {
            others.push(file);
            continue;
        }
        let bytes = archive.by_index(place).map_err(|error| broken(&error))?;
        let most = left.min(limits.file);
        left -= most - each(&file, &mut BufReader::new(bytes), most)?.min(most);
    }
    Ok(others)
}

/// Reads a tar.gz in its own order, the only one it has. The limit in total is on all that comes out of it.
pub(crate) fn tar_gz<R: Read>(
    name: &str,
    bytes: R,
    limits: &Limits,
    each: &mut Each<'_>,
) -> Result<Vec<String>, Fault> {
    // Entries as they stand: the long names that an archive may add are read whole into memory, and no feed has any.
    let mut archive = tar::Archive::new(MultiGzDecoder::new(bytes).take(limits.total));
    let read = tar_entries(name, &mut archive, limits, each);
    match archive.into_inner().limit() {
        0 => Err(Fault::new(name, 0, Reason::TooLarge)),
        _ => read,
    }
}

fn tar_entries<R: Read>(
    name: &str,
    archive: &mut tar::Archive<R>,
    limits: &Limits,
    each: &mut Each<'_>,
) -> Result<Vec<String>, Fault> {
    let broken = |error: std::io::Error| Fault::new(name, 0, Reason::Archive(cut(&error.to_string())));
    let mut others = vec![];
    for (count, entry) in archive.entries().map_err(broken)?.raw(true).enumerate() {
        let entry = entry.map_err(broken)?;
        if count == FILES {
            return Err(Fault::new(name, 0, Reason::TooManyFiles));
        }
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let file = last(&String::from_utf8_lossy(&entry.path_bytes())).to_owned();
        if FileName::of(&file).is_none() {
            others.push(file);
            continue;
        }
        each(&file, &mut BufReader::new(entry), limits.file)?;
    }
    Ok(others)
}
