//! Archives, sound and spoilt.
use super::{ALL, GUARDIANS, NOMENCLATURE, PUPILS, STRUCTURES, STS, notes};
use crate::{Exports, Fault, Kind, Limits, Reason};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, file) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(file).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(limits: Limits, bytes: &[u8]) -> Result<Exports, Fault> {
    let mut exports = Exports::new(limits);
    exports.read_zip("a.zip", Cursor::new(bytes)).map(|_| exports)
}

fn fault_of(limits: Limits, bytes: &[u8]) -> (String, Reason) {
    let fault = read(limits, bytes).unwrap_err();
    assert_eq!(fault.line, 1);
    (fault.entry, fault.reason)
}

#[test]
fn an_archive_is_read_by_what_is_in_it() {
    let files = [
        ("../../etc/passwd", PUPILS),
        ("dossier/sans extension", GUARDIANS),
        ("LISEZMOI.txt", b"Bonjour"),
        ("C:\\Nomenclature.xml", NOMENCLATURE),
        ("Communs.xml", b"<BEE_COMMUN VERSION=\"1\"/>"),
        ("vide.xml", b""),
        ("", b"sans nom"),
        ("s.xml", STRUCTURES),
        ("sts.xml", STS),
    ];
    let mut exports = Exports::new(Limits::default());
    let kinds = exports.read_zip("a.zip", Cursor::new(zipped(&files))).unwrap();
    assert_eq!(kinds, [Kind::Pupils, Kind::Guardians, Kind::Nomenclature, Kind::Structures, Kind::Sts]);
    let school = exports.join();
    let passed = [
        ("LISEZMOI.txt", 1, "passed-over"),
        ("Communs.xml", 1, "passed-over"),
        ("vide.xml", 1, "passed-over"),
        ("a.zip", 1, "passed-over"),
    ];
    assert_eq!(notes(&school), passed);
    assert_eq!(school.files[0].entry, "../../etc/passwd", "a name that is shown, and never a path");
    assert_eq!((school.pupils.len(), school.staff.len()), (9, 3));
}

#[test]
fn an_archive_beyond_the_bounds_is_refused() {
    let limits = Limits::default();
    let both = zipped(&[("a.xml", PUPILS), ("b.xml", GUARDIANS)]);
    let (first, second) = (PUPILS.len() as u64, GUARDIANS.len() as u64);
    assert!(read(Limits { entry: second, total: first + second, ..limits }, &both).is_ok());
    let found = fault_of(Limits { entries: 1, ..limits }, &both);
    assert_eq!(found, ("a.zip".into(), Reason::TooManyEntries(1)));
    let found = read(Limits { total: first + second - 1, ..limits }, &both).unwrap_err();
    assert_eq!((found.entry, found.reason), ("b.xml".into(), Reason::TooMuch(first + second - 1)));
    let bomb = zipped(&[("a.xml", &[b"<BEE_ELEVES>", &b"<A/>".repeat(1 << 20)[..]].concat())]);
    assert!(bomb.len() < 50_000);
    let found = fault_of(Limits { entry: 1 << 20, ..limits }, &bomb);
    assert_eq!(found, ("a.xml".into(), Reason::TooBig(1 << 20)));
    let many: Vec<_> = (0..101).map(|n| format!("{n}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(fault_of(limits, &zipped(&many)).1, Reason::TooManyEntries(100));
}

#[test]
fn an_archive_that_is_none_or_holds_nothing_is_refused() {
    let limits = Limits::default();
    assert!(matches!(fault_of(limits, b"").1, Reason::Archive(_)));
    assert!(matches!(fault_of(limits, PUPILS).1, Reason::Archive(_)));
    assert_eq!(fault_of(limits, &zipped(&[])).1, Reason::Empty);
    assert_eq!(fault_of(limits, &zipped(&[("a.txt", b"a")])), ("a.zip".into(), Reason::Empty));
    assert_eq!(
        fault_of(limits, &zipped(&[("a.xml", PUPILS), ("b.xml", PUPILS)])),
        ("b.xml".into(), Reason::Twice("a.xml".into()))
    );
    let whole = zipped(&[("a.xml", PUPILS)]);
    assert!(matches!(fault_of(limits, &whole[..whole.len() - 10]).1, Reason::Archive(_)));
    let mut encrypted = whole.clone();
    let central = encrypted.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    encrypted[6] |= 1;
    encrypted[central + 8] |= 1;
    assert_eq!(fault_of(limits, &encrypted), ("a.zip".into(), Reason::Encrypted));
    // One byte of the contents is another one.
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("a.xml", SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
    zip.write_all(PUPILS).unwrap();
    let mut stored = zip.finish().unwrap().into_inner();
    let name = stored.windows(7).position(|bytes| bytes == b"PARISOT").unwrap();
    stored[name] = b'B';
    let fault = read(limits, &stored).unwrap_err();
    assert!(matches!(fault.reason, Reason::Input(_)), "{fault}");
}

#[test]
fn after_a_fault_in_an_archive_nothing_of_it_is_kept() {
    let mut exports = Exports::new(Limits::default());
    exports.read("0.xml", PUPILS).unwrap();
    let spoilt = zipped(&[("a.xml", GUARDIANS), ("b.xml", &STS[..500])]);
    let fault = exports.read_zip("a.zip", Cursor::new(spoilt)).unwrap_err();
    assert_eq!((fault.entry.as_str(), fault.reason), ("b.xml", Reason::Cut));
    assert_eq!(exports.join(), super::school(&[PUPILS]));
    assert_eq!(ALL.len(), 6);
}
