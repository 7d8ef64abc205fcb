//! A delivery: a zip, or its files one by one.
use crate::{Fault, File, Manifest, Mode, Reason, Roster, file::last, table::Table};
use std::io::{Read, Seek};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

/// The most files of an archive.
const FILES: usize = 1_000;
const MANIFEST: &str = "manifest.csv";

/// How much a delivery may be, in bytes, once decompressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// One file.
    pub file: u64,
    /// All of it.
    pub total: u64,
}

/// What a delivery was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The files that were read.
    pub files: Vec<DeliveredFile>,
    /// The files that were not: of no use here, or absent according to the manifest.
    pub others: Vec<String>,
}

/// What one file was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveredFile {
    /// Which.
    pub file: File,
    /// Whether it held everything.
    pub mode: Mode,
    /// How many rows.
    pub rows: usize,
    /// How many of these said that something is no more.
    pub removed: usize,
    /// What was odd without being refused, the first thousand.
    pub odd: Vec<Fault>,
}

/// A delivery being read, file by file.
pub struct Reading<'r> {
    roster: &'r mut Roster,
    limits: Limits,
    left: u64,
    done: Delivery,
}

impl Roster {
    /// Begins a delivery with its manifest.
    pub fn begin<R: Read>(&mut self, manifest: R, limits: Limits) -> Result<Reading<'_>, Fault> {
        let manifest = Manifest::read(MANIFEST, manifest, limits.file.min(limits.total))?;
        let done = Delivery { manifest, files: vec![], others: vec![] };
        Ok(Reading { roster: self, limits, left: limits.total, done })
    }

    /// Reads a zip: entry by entry, nothing is unpacked, and no path is used.
    pub fn read<R: Read + Seek>(&mut self, name: &str, bytes: R, limits: Limits) -> Result<Delivery, Fault> {
        let Entries { mut archive, manifest, files } = Entries::of(name, bytes)?;
        let mut reading = self.begin(entry(name, &mut archive, manifest)?, limits)?;
        for (file, place) in files {
            reading.file(&file, entry(name, &mut archive, place)?)?;
        }
        reading.end()
    }
}

impl Manifest {
    /// Reads what a zip says of itself, and nothing else of it.
    pub fn of<R: Read + Seek>(name: &str, bytes: R, limits: Limits) -> Result<Self, Fault> {
        let Entries { mut archive, manifest, .. } = Entries::of(name, bytes)?;
        Self::read(MANIFEST, entry(name, &mut archive, manifest)?, limits.file.min(limits.total))
    }
}

/// What is in a zip: where its manifest is, and each other file with its name.
struct Entries<R> {
    archive: ZipArchive<R>,
    manifest: usize,
    files: Vec<(String, usize)>,
}

impl<R: Read + Seek> Entries<R> {
    fn of(name: &str, bytes: R) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(bytes).map_err(|error| broken(name, &error))?;
        if archive.len() > FILES {
            return Err(Fault::of_file(last(name), Reason::TooManyFiles));
        }
        let (mut manifest, mut files) = (None, vec![]);
        for place in 0..archive.len() {
            let file = archive.by_index_raw(place).map_err(|error| broken(name, &error))?;
            let path = String::from_utf8_lossy(file.name_raw()).into_owned();
            if last(&path).eq_ignore_ascii_case(MANIFEST) {
                if manifest.replace(place).is_some() {
                    return Err(Fault::of_file(MANIFEST, Reason::TwiceFile));
                }
            } else if file.is_file() {
                files.push((last(&path).to_owned(), place));
            }
        }
        let manifest = manifest.ok_or_else(|| Fault::of_file(last(name), Reason::NoManifest))?;
        Ok(Self { archive, manifest, files })
    }
}

fn entry<'a, R: Read + Seek>(
    name: &str,
    archive: &'a mut ZipArchive<R>,
    place: usize,
) -> Result<ZipFile<'a, R>, Fault> {
    archive.by_index(place).map_err(|error| broken(name, &error))
}

fn broken(name: &str, error: &ZipError) -> Fault {
    Fault::of_file(last(name), Reason::Archive(error.to_string()))
}

impl Reading<'_> {
    /// Reads a file by its name (`users.csv`), in whatever order.
    pub fn file<R: Read>(&mut self, name: &str, bytes: R) -> Result<(), Fault> {
        let file = File::of(name).filter(|file| self.done.manifest.mode(*file) != Mode::Absent);
        let Some(file) = file else {
            self.done.others.push(name.to_owned());
            return Ok(());
        };
        let name = format!("{}.csv", file.name());
        if self.done.files.iter().any(|done| done.file == file) {
            return Err(Fault::of_file(&name, Reason::TwiceFile));
        }
        let most = self.left.min(self.limits.file);
        let mut table = Table::of(&name, bytes, most)?;
        let (mode, version) = (self.done.manifest.mode(file), self.done.manifest.version);
        let done = self.roster.fill(file, mode, version, &mut table)?;
        self.left = (self.left + table.left()).saturating_sub(most);
        self.done.files.push(done);
        Ok(())
    }

    /// Ends the delivery: every file that the manifest promises must have come.
    pub fn end(self) -> Result<Delivery, Fault> {
        let come = |file: &File| self.done.files.iter().any(|done| done.file == *file);
        let promised = self.done.manifest.modes.iter().filter(|(_, mode)| **mode != Mode::Absent);
        match promised.map(|(file, _)| file).find(|file| !come(file)) {
            Some(file) => Err(Fault::of_file(&format!("{}.csv", file.name()), Reason::MissingFile)),
            None => Ok(self.done),
        }
    }
}
