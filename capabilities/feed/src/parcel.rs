//! Files that came together as one archive: what was an archive stays as it is, anything else is packed.
use crate::{Form, files};
use bytes::Bytes;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::{self, Cursor, Read, Write as _},
    path::Path,
};
use zip::{ZipWriter, write::SimpleFileOptions};

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

/// Packs these files of a folder, for a feed of this form.
///
/// # Errors
/// Why they cannot be taken.
pub fn pack(form: Form, folder: &Path, names: &[String]) -> Result<Parcel, Trouble> {
    if let [name] = names
        && is_archive(&mut File::open(folder.join(name))?)?
    {
        let mut bytes = vec![];
        File::open(folder.join(name))?.take(MOST + 1).read_to_end(&mut bytes)?;
        return of(form, Bytes::from(bytes), name);
    }
    let open = |name: &String| Ok((name.clone(), File::open(folder.join(name))?));
    packed(form, names.iter().map(open))
}

/// Packs files that came together, each with its name.
///
/// # Errors
/// Why they cannot be taken.
pub fn packed<R: Read>(
    form: Form,
    files: impl IntoIterator<Item = io::Result<(String, R)>>,
) -> Result<Parcel, Trouble> {
    let (mut digest, mut read, mut names) = (Sha256::new(), 0_u64, vec![]);
    let mut packed = ZipWriter::new(Cursor::new(vec![]));
    let mut buffer = vec![0; 1 << 16];
    for file in files {
        let (name, mut file) = file?;
        packed.start_file(name.as_str(), SimpleFileOptions::default().large_file(true).compression_level(Some(1)))?;
        digest.update(name.as_bytes());
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
        names.push(name);
    }
    let bytes = packed.finish()?.into_inner();
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLarge);
    }
    let inside = names.clone();
    Ok(named(form, bytes.into(), HEXLOWER.encode(&digest.finalize()), (names, &inside)))
}

/// The archive of these bytes, sent under this name, for a feed of this form.
///
/// # Errors
/// Why it cannot be taken.
pub fn of(form: Form, bytes: Bytes, name: &str) -> Result<Parcel, Trouble> {
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLarge);
    }
    let digest = HEXLOWER.encode(&Sha256::digest(&bytes));
    let mut inside = vec![name.to_owned()];
    if files::is_archive(&bytes) {
        let archive = files::opened(&bytes)?;
        inside.extend(archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())));
    }
    Ok(named(form, bytes, digest, (vec![name.to_owned()], &inside)))
}

fn named(form: Form, bytes: Bytes, digest: String, (names, inside): (Vec<String>, &[String])) -> Parcel {
    let (made, complete) = form.about(&bytes, inside);
    Parcel { bytes, digest, names, made, complete }
}

fn is_archive(file: &mut File) -> io::Result<bool> {
    let mut first = vec![];
    file.take(4).read_to_end(&mut first)?;
    Ok(files::is_archive(&first) || first.starts_with(b"\x1f\x8b"))
}
