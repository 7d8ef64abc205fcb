//! A whole académie, school by school: one lot for each, compressed by itself, so that one is compared while the others wait in their
//! file.
//!
//! The file: [`MAGIC`], the lots, their index (compressed too), and where the index begins in eight bytes.
mod lot;

use super::Rows;
use csv::{ReaderBuilder, WriterBuilder};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use std::io::{Read as _, Write as _};
use uai::Uai;

/// The first bytes of such a file, by which it is told from a table.
const MAGIC: &[u8] = b"preau lots 1\n";
/// The most that a lot may hold: twenty times a large school.
const MOST: u64 = 64 << 20;
/// The most schools.
const SCHOOLS: usize = 20_000;

/// Why a file of lots cannot be read: it was cut, or changed.
#[derive(Debug, thiserror::Error)]
pub enum Damaged {
    /// It does not begin or end as it should.
    #[error("this is no file of lots, or it was cut")]
    Cut,
    /// A lot cannot be opened.
    #[error("a lot cannot be opened")]
    Lot(#[from] std::io::Error),
    /// A line of a lot says what none says.
    #[error("a lot cannot be read")]
    Line(#[from] csv::Error),
    /// A lot holds what it cannot.
    #[error("a lot says {0:?}, which means nothing")]
    Word(String),
}

/// Where the lot of a school stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At {
    school: Uai,
    begins: usize,
    long: usize,
    people: usize,
}

/// A file of lots on its way.
#[derive(Debug)]
pub struct Packer {
    bytes: Vec<u8>,
    index: Vec<At>,
}

impl Default for Packer {
    fn default() -> Self {
        Self { bytes: MAGIC.to_vec(), index: vec![] }
    }
}

impl Packer {
    /// Adds the lot of a school, which has none yet.
    ///
    /// # Errors
    /// None that a file in memory has.
    pub fn add(&mut self, school: Uai, rows: &Rows) -> Result<(), Damaged> {
        let begins = self.bytes.len();
        self.bytes.extend(deflated(lot::written(rows)?)?);
        self.index.push(At { school, begins, long: self.bytes.len() - begins, people: rows.len() });
        Ok(())
    }

    /// How many schools there are by now.
    pub fn schools(&self) -> usize {
        self.index.len()
    }

    /// The file.
    ///
    /// # Errors
    /// None that a file in memory has.
    pub fn whole(mut self) -> Result<Vec<u8>, Damaged> {
        let mut lines = writer();
        for At { school, begins, long, people } in &self.index {
            lines.write_record([school.as_str(), &begins.to_string(), &long.to_string(), &people.to_string()])?;
        }
        let begins = self.bytes.len() as u64;
        self.bytes.extend(deflated(lines)?);
        self.bytes.extend(begins.to_be_bytes());
        Ok(self.bytes)
    }
}

/// A file of lots.
#[derive(Debug)]
pub struct Lots<B> {
    bytes: B,
    index: Vec<At>,
}

/// Whether a file is one of lots.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl<B: AsRef<[u8]>> Lots<B> {
    /// Opens the file of these bytes.
    ///
    /// # Errors
    /// It was cut, or is none.
    pub fn open(bytes: B) -> Result<Self, Damaged> {
        let all = bytes.as_ref();
        let body = all.len().checked_sub(8).filter(|_| is_one(all)).ok_or(Damaged::Cut)?;
        let end = all.get(body..).and_then(|end| end.try_into().ok()).map(u64::from_be_bytes);
        let end = end.and_then(|end| usize::try_from(end).ok()).and_then(|end| all.get(end..body));
        let mut index = vec![];
        for line in lines(&inflated(end.ok_or(Damaged::Cut)?)?).records() {
            let line = line?;
            let number = |at| line.get(at).and_then(|cell: &str| cell.parse().ok()).ok_or(Damaged::Cut);
            let school = line.get(0).and_then(|code| code.parse().ok()).ok_or(Damaged::Cut)?;
            index.push(At { school, begins: number(1)?, long: number(2)?, people: number(3)? });
            if index.len() > SCHOOLS {
                return Err(Damaged::Cut);
            }
        }
        Ok(Self { bytes, index })
    }

    /// How many schools it has.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Its schools, in its order.
    pub fn schools(&self) -> Vec<Uai> {
        self.index.iter().map(|at| at.school).collect()
    }

    /// How many rows all its lots have.
    pub fn people(&self) -> usize {
        self.index.iter().map(|at| at.people).sum()
    }

    /// The lot of a school.
    ///
    /// # Errors
    /// It is not there, or was damaged.
    pub fn rows(&self, school: Uai) -> Result<Rows, Damaged> {
        let at = self.index.iter().find(|at| at.school == school).ok_or(Damaged::Cut)?;
        let end = at.begins.checked_add(at.long).ok_or(Damaged::Cut)?;
        let lot = inflated(self.bytes.as_ref().get(at.begins..end).ok_or(Damaged::Cut)?)?;
        lot::read(school, &lot)
    }
}

type Lines = csv::Writer<Vec<u8>>;

fn writer() -> Lines {
    WriterBuilder::new().has_headers(false).flexible(true).delimiter(b'\t').from_writer(vec![])
}

fn lines(bytes: &[u8]) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(b'\t').from_reader(bytes)
}

fn deflated(lines: Lines) -> Result<Vec<u8>, Damaged> {
    let text = lines.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let mut packed = DeflateEncoder::new(vec![], Compression::fast());
    packed.write_all(&text)?;
    Ok(packed.finish()?)
}

fn inflated(bytes: &[u8]) -> Result<Vec<u8>, Damaged> {
    let mut text = vec![];
    DeflateDecoder::new(bytes).take(MOST + 1).read_to_end(&mut text)?;
    if text.len() as u64 > MOST { Err(Damaged::Cut) } else { Ok(text) }
}
