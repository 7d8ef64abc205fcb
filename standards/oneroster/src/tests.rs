//! One made-up collège and one lycée in both versions, and a delta. Every person is invented.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod any;
mod reading;
mod refused;
mod spoilt;

use crate::{Delivery, Fault, Limits, Roster};
use std::io::{Cursor, Write};

pub(super) const LIMITS: Limits = Limits { file: 1 << 20, total: 4 << 20 };

/// A file and its name.
pub(super) type Entry = (&'static str, &'static [u8]);

macro_rules! fixtures {
    ($folder:literal: $($name:literal),*) => {
        [$(($name, include_bytes!(concat!("../fixtures/", $folder, "/", $name)))),*]
    };
}

pub(super) const OLD: [Entry; 8] = fixtures!(
    "1.1": "manifest.csv", "academicSessions.csv", "classes.csv", "courses.csv", "demographics.csv",
    "enrollments.csv", "orgs.csv", "users.csv"
);
pub(super) const NEW: [Entry; 8] = fixtures!(
    "1.2": "manifest.csv", "academicSessions.csv", "classes.csv", "courses.csv", "enrollments.csv", "orgs.csv",
    "roles.csv", "users.csv"
);
pub(super) const DELTA: [Entry; 4] =
    fixtures!("delta": "manifest.csv", "demographics.csv", "enrollments.csv", "users.csv");

pub(super) fn zip<N: AsRef<str>, B: AsRef<[u8]>>(entries: &[(N, B)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in entries {
        zip.start_file(name.as_ref(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes.as_ref()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn read(roster: &mut Roster, bytes: &[u8]) -> Result<Delivery, Fault> {
    roster.read("delivery.zip", Cursor::new(bytes), LIMITS)
}

/// The roster of these files.
pub(super) fn roster(files: &[Entry]) -> Roster {
    let mut roster = Roster::default();
    read(&mut roster, &zip(files)).unwrap();
    roster
}

/// These files, one of them with another text.
pub(super) fn with(files: &[Entry], name: &str, text: &str) -> Vec<(String, Vec<u8>)> {
    let other = |(file, bytes): &Entry| {
        let bytes = if *file == name { text.as_bytes().to_vec() } else { bytes.to_vec() };
        ((*file).to_owned(), bytes)
    };
    files.iter().map(other).collect()
}
