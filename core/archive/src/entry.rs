//! What the archive is made of, written and read one piece after the other.
use crate::{Digest, Error, Result};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write},
    path::Path,
};

/// The format this version writes and reads.
pub const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
const DIGEST: &str = "digest.json";
const TABLES: &str = "tables/";
const FILES: &str = "files/";
/// The largest piece that is read: far above the largest that is written.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Which schema the rows belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of the archive.
    pub format: u32,
    /// When it was taken, in milliseconds since 1970 UTC.
    pub taken_at: i64,
    /// The steps of the schema that had run, with the SHA-256 of each one's text.
    pub steps: Vec<(String, String)>,
    /// Every table with its columns, in the order in which rows give them.
    pub tables: Vec<(String, Vec<String>)>,
}

/// One piece.
pub enum Entry {
    Manifest(Manifest),
    /// Some rows of a table, a line each.
    Rows {
        table: String,
        lines: Vec<u8>,
    },
    File {
        name: String,
        bytes: Vec<u8>,
    },
    Digest(Digest),
}

/// An archive being written.
pub struct Writer {
    tar: tar::Builder<BufWriter<File>>,
    seconds: u64,
}

impl Writer {
    /// Begins an archive, readable by its owner only: it holds what children wrote.
    pub fn begin(path: &Path, manifest: &Manifest) -> Result<Self> {
        let mut options = File::options();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let tar = tar::Builder::new(BufWriter::new(options.open(path)?));
        let mut writer = Self { tar, seconds: u64::try_from(manifest.taken_at / 1000).unwrap_or_default() };
        writer.json(MANIFEST, manifest)?;
        Ok(writer)
    }

    pub fn rows(&mut self, table: &str, number: u32, lines: &[u8]) -> Result<()> {
        self.piece(&format!("{TABLES}{table}/{number:06}.jsonl"), lines)
    }

    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.piece(&format!("{FILES}{name}"), bytes)
    }

    /// Says what all of it adds up to, and waits until it is on disk.
    pub fn end(mut self, digest: &Digest) -> Result<()> {
        self.json(DIGEST, digest)?;
        let mut out = self.tar.into_inner()?;
        out.flush()?;
        Ok(out.get_ref().sync_all()?)
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        let text = serde_json::to_vec_pretty(value).map_err(std::io::Error::from)?;
        self.piece(name, &text)
    }

    fn piece(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_mtime(self.seconds);
        Ok(self.tar.append_data(&mut header, name, bytes)?)
    }
}

/// Reads an archive from its beginning; the manifest comes first, the digest last, or it is an error.
pub fn read(path: &Path, mut take: impl FnMut(Entry) -> Result<()>) -> Result<()> {
    let mut archive = tar::Archive::new(BufReader::new(File::open(path)?));
    let (mut begun, mut ended) = (false, false);
    for piece in archive.entries()? {
        let mut piece = piece.map_err(|error| broken(begun, &error))?;
        let name = String::from_utf8_lossy(&piece.path_bytes()).into_owned();
        if piece.size() > LARGEST {
            return Err(Error::Damaged(name));
        }
        let mut bytes = vec![];
        piece.read_to_end(&mut bytes)?;
        if (bytes.len() as u64) < piece.size() {
            return Err(Error::Cut);
        }
        let entry = parse(&name, bytes)?;
        if begun == matches!(entry, Entry::Manifest(_)) || ended {
            return Err(Error::Unknown(format!("{name} is not where it belongs")));
        }
        begun = true;
        ended = matches!(entry, Entry::Digest(_));
        take(entry)?;
    }
    match (begun, ended) {
        (_, true) => Ok(()),
        (true, false) => Err(Error::Cut),
        (false, false) => Err(Error::Unknown("it is empty".to_owned())),
    }
}

/// A piece whose head cannot be read: the file is another thing altogether, or it ends here.
fn broken(begun: bool, error: &std::io::Error) -> Error {
    if begun { Error::Cut } else { Error::Unknown(error.to_string()) }
}

fn parse(name: &str, bytes: Vec<u8>) -> Result<Entry> {
    if name == MANIFEST {
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| Error::Damaged(name.to_owned()))?;
        if manifest.format != FORMAT {
            return Err(Error::Unknown(format!("its format is {}, this version reads {FORMAT}", manifest.format)));
        }
        return Ok(Entry::Manifest(manifest));
    }
    if name == DIGEST {
        return serde_json::from_slice(&bytes).map(Entry::Digest).map_err(|_| Error::Damaged(name.to_owned()));
    }
    if let Some((table, _)) = name.strip_prefix(TABLES).and_then(|rest| rest.split_once('/')) {
        return Ok(Entry::Rows { table: table.to_owned(), lines: bytes });
    }
    let Some(name) = name.strip_prefix(FILES) else { return Err(Error::Unknown(format!("it holds {name}"))) };
    Ok(Entry::File { name: name.to_owned(), bytes })
}
