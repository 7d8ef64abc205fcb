//! The files that a school gives, read one after another.
use crate::{Fault, Kind, Note, Reason, Remark, School, fault::shown, part};
use std::io::{self, Read, Seek};
use zip::{ZipArchive, result::ZipError};

/// How much is read, whatever a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of one file, once unpacked.
    pub entry: u64,
    /// The most bytes of all files together, once unpacked.
    pub total: u64,
    /// The most entries of an archive.
    pub entries: usize,
    /// The most records of one file.
    pub records: usize,
}

/// Room for the largest school, whose guardians with their addresses are some ten megabytes.
impl Default for Limits {
    fn default() -> Self {
        Self { entry: 32 << 20, total: 64 << 20, entries: 100, records: 100_000 }
    }
}

/// What was read so far. A file is known by its root element, whatever its name; one of each kind, all of one school.
#[derive(Clone, Debug)]
pub struct Exports {
    limits: Limits,
    left: u64,
    school: School,
}

impl Exports {
    /// Nothing read yet.
    pub fn new(limits: Limits) -> Self {
        Self { limits, left: limits.total, school: School::default() }
    }

    /// Reads one file, which `entry` names in faults and notes. After a fault, all is as it was before.
    pub fn read(&mut self, entry: &str, input: impl Read) -> Result<Kind, Fault> {
        let (file, part, left) = part::read(entry, input, self.left, &self.limits)?;
        let fault = |reason: Reason| Fault { entry: file.entry.clone(), line: 1, reason };
        let kind = file.kind;
        if let Some(other) = self.school.files.iter().find(|other| other.kind == kind) {
            return Err(fault(Reason::Twice(other.entry.clone())));
        }
        if let (Some(first), Some(found)) = (self.school.uai(), file.uai)
            && first != found
        {
            return Err(fault(Reason::OtherSchool { first, found }));
        }
        self.school.add(file, part);
        self.left = left;
        Ok(kind)
    }

    /// Reads every export of an archive, which `archive` names in faults of its own. What is none of them is passed
    /// over and noted. After a fault, all is as it was before.
    pub fn read_zip(&mut self, archive: &str, mut input: impl Read + Seek) -> Result<Vec<Kind>, Fault> {
        let fault = |reason: Reason| Fault { entry: shown(archive), line: 1, reason };
        let mut all = self.clone();
        let unread = |error: io::Error| fault(Reason::Input(error.kind()));
        if entries(&mut input).map_err(unread)? > self.limits.entries {
            return Err(fault(Reason::TooManyEntries(self.limits.entries)));
        }
        let mut zip = ZipArchive::new(input).map_err(|error| fault(unsound(&error)))?;
        let mut kinds = vec![];
        for index in 0..zip.len() {
            let file = zip.by_index(index).map_err(|error| fault(unsound(&error)))?;
            if file.is_dir() {
                continue;
            }
            let name = file.name().ok().filter(|name| !name.trim().is_empty());
            let entry = shown(name.as_deref().unwrap_or(archive));
            match all.read(&entry, file) {
                Ok(kind) => kinds.push(kind),
                Err(Fault { line, reason: reason @ (Reason::Empty | Reason::NotXml | Reason::Root(_)), .. }) => {
                    all.school.notes.push(Note { entry, line, remark: Remark::PassedOver(reason) });
                }
                Err(fault) => return Err(fault),
            }
        }
        if kinds.is_empty() {
            return Err(fault(Reason::Empty));
        }
        *self = all;
        Ok(kinds)
    }

    /// All files brought together, with notes of what one names and none has.
    pub fn join(self) -> School {
        self.school.joined()
    }
}

/// How many entries an archive may have at most: their list is read whole before any, so they are counted first.
fn entries(input: &mut (impl Read + Seek)) -> io::Result<usize> {
    const SIGN: &[u8] = b"PK\x01\x02";
    let (mut count, mut window) = (0, vec![]);
    input.rewind()?;
    while input.by_ref().take(64 << 10).read_to_end(&mut window)? > 0 {
        count += window.windows(SIGN.len()).filter(|bytes| *bytes == SIGN).count();
        // A sign may begin in one chunk and end in the next.
        window.drain(..window.len().saturating_sub(SIGN.len() - 1));
    }
    Ok(count)
}

fn unsound(error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted,
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Reason::Input(error.kind()),
        error => Reason::Archive(shown(&error.to_string())),
    }
}
