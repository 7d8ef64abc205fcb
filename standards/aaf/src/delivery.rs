//! A delivery as it is dropped: one file, a zip or a tar.gz.
use crate::{Applied, Fault, Feed, Header, Kind, Reason, Request, Requests, academie::named_in, archive, name::last};
use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
};

/// How much a delivery may be, in bytes, once decompressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// One file.
    pub file: u64,
    /// All of it.
    pub total: u64,
}

/// What a delivery was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// The files that were read.
    pub files: Vec<DeliveredFile>,
    /// The files of an archive that were not: they are not named like a feed.
    pub others: Vec<String>,
}

/// What one file was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeliveredFile {
    /// Its name, without its path.
    pub name: String,
    /// What it says of itself.
    pub header: Header,
    /// How many requests of each kind did what.
    pub done: BTreeMap<(Kind, Applied), usize>,
    /// What was to be modified or deleted and is not there: its kind, its id, its line.
    pub absent: Vec<(Kind, String, u64)>,
    /// How many requests were of a category that is not read, by category.
    pub ignored: BTreeMap<String, usize>,
}

impl Feed {
    /// Reads a delivery: a file of a feed, a zip or a tar.gz of such, told apart by their first bytes.
    pub fn read<R: Read + Seek>(&mut self, name: &str, mut bytes: R, limits: &Limits) -> Result<Delivery, Fault> {
        let name = last(name);
        let failed = |error: io::Error| Fault::new(name, 0, Reason::Input(error.kind()));
        let mut head = vec![];
        (&mut bytes).take(2).read_to_end(&mut head).map_err(failed)?;
        bytes.seek(SeekFrom::Start(0)).map_err(failed)?;
        let mut delivery = Delivery::default();
        let project = named_in(name);
        let mut each = |name: &str, bytes: &mut dyn BufRead, most: u64| {
            let (file, left) = self.read_file(name, project, bytes, most)?;
            delivery.files.push(file);
            Ok(left)
        };
        let others = match head.as_slice() {
            b"PK" => archive::zip(name, bytes, limits, &mut each)?,
            b"\x1F\x8B" => archive::tar_gz(name, BufReader::new(bytes), limits, &mut each)?,
            _ => {
                each(name, &mut BufReader::new(bytes), limits.file.min(limits.total))?;
                vec![]
            }
        };
        delivery.others = others;
        if delivery.files.is_empty() { Err(Fault::new(name, 0, Reason::NoFile)) } else { Ok(delivery) }
    }

    /// Reads one file; gives how many bytes it could still have had.
    fn read_file(
        &mut self,
        name: &str,
        project: Option<&str>,
        bytes: &mut dyn BufRead,
        most: u64,
    ) -> Result<(DeliveredFile, u64), Fault> {
        let mut requests = Requests::of(name, bytes, most)?;
        let mut file = DeliveredFile { name: name.chars().take(120).collect(), ..DeliveredFile::default() };
        let mut more = requests.advance()?;
        file.header = requests.header().clone();
        file.header.academie = file.header.academie.or_else(|| named_in(name).or(project).map(str::to_owned));
        self.admit(&file.header).map_err(|reason| Fault::new(name, 1, reason))?;
        while more {
            file.count(requests.request(), self.apply(requests.request()));
            more = requests.advance()?;
        }
        Ok((file, requests.left()))
    }
}

impl DeliveredFile {
    fn count(&mut self, request: &Request, applied: Applied) {
        let Some(kind) = request.kind() else {
            *self.ignored.entry(request.category().to_owned()).or_default() += 1;
            return;
        };
        if applied == Applied::Absent {
            self.absent.push((kind, request.id().to_owned(), request.line()));
        }
        *self.done.entry((kind, applied)).or_default() += 1;
    }
}
