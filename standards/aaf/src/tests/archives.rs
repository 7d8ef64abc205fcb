//! Zips and tar.gz: read entry by entry, bounded, nothing unpacked.
use super::{COMPLETE, DELTA, LIMITS, feed};
use crate::{Delivery, Fault, Feed, Kind, Limits};
use flate2::{Compression, write::GzEncoder};
use std::io::{Cursor, Write};

type Entry<'e> = (&'e str, &'e [u8]);

fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn tar_gz(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut tar = tar::Builder::new(GzEncoder::new(vec![], Compression::fast()));
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        tar.append(&header, *bytes).unwrap();
    }
    tar.into_inner().unwrap().finish().unwrap()
}

fn read(bytes: &[u8], limits: &Limits) -> Result<(Feed, Delivery), Fault> {
    let mut feed = Feed::default();
    feed.read("delivery", Cursor::new(bytes), limits).map(|delivery| (feed, delivery))
}

fn refusal(bytes: &[u8], limits: &Limits) -> &'static str {
    read(bytes, limits).unwrap_err().reason.key()
}

#[test]
fn an_archive_says_what_its_files_say_and_names_the_others() {
    let mut entries: Vec<Entry<'_>> = COMPLETE.iter().map(|(name, bytes)| (*name, *bytes)).collect();
    entries.push(("ficAlimMENESR.dtd", b"<!ELEMENT id (#PCDATA)>"));
    let odd = "../../etc/ENT_Complet_20260915_Rien_0000.xml";
    entries.push((odd, b"<ficAlimMENESR/>"));
    let plain = feed(&COMPLETE);
    for bytes in [zip(&entries), tar_gz(&entries)] {
        let (feed, delivery) = read(&bytes, &LIMITS).unwrap();
        assert_eq!(delivery.others, ["ficAlimMENESR.dtd"]);
        assert_eq!(delivery.files.len(), 7);
        assert!(delivery.files.iter().any(|file| file.name == "ENT_Complet_20260915_Rien_0000.xml"));
        assert_eq!(feed.touched_since(&plain).len(), 0);
        assert_eq!(Kind::ALL.map(|kind| feed.count(kind)), Kind::ALL.map(|kind| plain.count(kind)));
    }
}

#[test]
fn an_archive_that_grows_too_large_is_refused() {
    let blank = [b"<ficAlimMENESR>".as_slice(), &b"<!---->\n".repeat(40_000), b"</ficAlimMENESR>"].concat();
    let names: Vec<String> = (0..8).map(|n| format!("ENT_Complet_20260915_Eleve_{n:04}.xml")).collect();
    let bomb: Vec<Entry<'_>> = names.iter().map(|name| (name.as_str(), blank.as_slice())).collect();
    let other: Vec<Entry<'_>> = vec![("notes.txt", &blank), ("more.txt", &blank)];
    for (bytes, kept) in [(zip(&bomb), tar_gz(&other)), (tar_gz(&bomb), tar_gz(&other))] {
        assert_eq!(refusal(&bytes, &Limits { file: 300_000, total: 10_000_000 }), "too-large", "one file");
        assert_eq!(refusal(&bytes, &Limits { file: 400_000, total: 700_000 }), "too-large", "all of them");
        assert_eq!(read(&bytes, &Limits { file: 400_000, total: 10_000_000 }).unwrap().1.files.len(), 8);
        let total = Limits { file: 400_000, total: 500_000 };
        assert_eq!(refusal(&kept, &total), "too-large", "what is skipped is decompressed too");
    }
}

#[test]
fn a_damaged_archive_is_refused() {
    let entries = [DELTA, COMPLETE[1]];
    let whole = zip(&entries);
    assert_eq!(refusal(&whole[..whole.len() / 2], &LIMITS), "archive");
    let packed = tar_gz(&entries);
    assert!(["archive", "input"].contains(&refusal(&packed[..packed.len() / 2], &LIMITS)));
    let mut wrong = whole.clone();
    wrong[200] ^= 0x55;
    assert!(["archive", "input", "not-text", "xml", "unexpected"].contains(&refusal(&wrong, &LIMITS)));
    assert_eq!(refusal(&zip(&[("readme.txt", b"rien")]), &LIMITS), "no-file");
    assert_eq!(refusal(&tar_gz(&[]), &LIMITS), "no-file");
    assert_eq!(refusal(b"PK", &LIMITS), "archive");
}

#[test]
fn a_fault_names_the_file_in_the_archive() {
    let fault =
        read(&zip(&[("x/ENT_Delta_20260915_Eleve_0000.xml", b"<ficAlimMENESR>\n<oops/>")]), &LIMITS).unwrap_err();
    assert_eq!((fault.file.as_str(), fault.line), ("ENT_Delta_20260915_Eleve_0000.xml", 2));
}
