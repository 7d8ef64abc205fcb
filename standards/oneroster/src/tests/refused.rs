//! What is refused, in which file, line and column, and why.
use super::{LIMITS, OLD, read, with, zip};
use crate::{Limits, Reason, Roster};
use std::io::Cursor;

/// The place and the reason of the refusal, when one file of 1.1 is this instead.
fn refusal(name: &str, text: &str) -> (String, u64, String, &'static str) {
    let fault = read(&mut Roster::default(), &zip(&with(&OLD, name, text))).unwrap_err();
    assert!(Reason::KEYS.contains(&fault.reason.key()) && !fault.to_string().is_empty());
    let key = fault.reason.key();
    (fault.file, fault.line, fault.column, key)
}

#[test]
fn each_refusal_has_its_file_line_column_and_reason() {
    let orgs = "sourcedId,name,type\n";
    let manifest = |line: &str| format!("propertyName,value\n{line}\n");
    let table = [
        ("manifest.csv", String::new(), (1, "-", "empty")),
        ("manifest.csv", "name,value\n".to_owned(), (1, "propertyName", "missing-column")),
        ("manifest.csv", manifest("file.orgs,bulk"), (2, "value", "version")),
        ("manifest.csv", manifest("oneroster.version,2.0"), (2, "value", "version")),
        ("manifest.csv", manifest("file.orgs,some"), (2, "value", "mode")),
        ("manifest.csv", manifest("oneroster.version,1.1\nfile.roles,bulk"), (0, "-", "missing-file")),
        ("orgs.csv", String::new(), (1, "-", "empty")),
        ("orgs.csv", "sourcedId,name\n".to_owned(), (1, "type", "missing-column")),
        ("orgs.csv", "sourcedId,name,type,NAME\n".to_owned(), (1, "NAME", "twice-column")),
        ("orgs.csv", format!("{orgs}\ns1,A\n"), (3, "-", "cells")),
        ("orgs.csv", format!("{orgs}s1,A,school\n\n,B,school\n"), (4, "sourcedId", "empty-cell")),
        ("orgs.csv", format!("{orgs}s1, ,school\n"), (2, "name", "empty-cell")),
        ("orgs.csv", format!("{orgs}s1,A\u{1},school\n"), (2, "name", "not-text")),
        ("orgs.csv", format!("{orgs}s1,A,\"school\ns2,B,school\n"), (2, "type", "quote")),
        ("orgs.csv", format!("{orgs}s1,A,\"school"), (2, "type", "quote")),
        ("orgs.csv", format!("{orgs}s1,{},school\n", "x".repeat(300_000)), (2, "-", "too-long")),
        ("orgs.csv", "x,".repeat(200) + "y\n", (1, "-", "too-many-columns")),
        ("users.csv", "sourcedId,role,givenName,familyName\n".to_owned(), (1, "orgSourcedIds", "missing-column")),
    ];
    for (name, text, (line, column, key)) in table {
        let (file, at, head, why) = refusal(name, &text);
        let expected = if key == "missing-file" { "roles.csv" } else { name };
        assert_eq!((file.as_str(), at, head.as_str(), why), (expected, line, column, key), "{text:.80}");
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_refused_with_their_column() {
    let mut files = with(&OLD, "orgs.csv", "sourcedId,name,type\n\ns1,Coll@ge,school\n");
    let orgs = files.iter_mut().find(|(name, _)| name == "orgs.csv").unwrap();
    orgs.1.iter_mut().filter(|byte| **byte == b'@').for_each(|byte| *byte = 0xE8);
    let fault = read(&mut Roster::default(), &zip(&files)).unwrap_err();
    assert_eq!((fault.line, fault.column.as_str(), fault.reason), (3, "name", Reason::NotText));
}

#[test]
fn an_archive_is_refused_when_damaged_too_large_or_without_manifest() {
    let key = |bytes: &[u8], limits| {
        Roster::default().read("delivery.zip", Cursor::new(bytes), limits).unwrap_err().reason.key()
    };
    let whole = zip(&OLD);
    assert_eq!(key(&whole[..whole.len() / 2], LIMITS), "archive");
    assert_eq!(key(&zip(&OLD[1..]), LIMITS), "no-manifest");
    assert_eq!(key(&zip(&[OLD[0], ("other/manifest.csv", OLD[0].1)]), LIMITS), "twice-file");
    assert_eq!(key(&zip(&[OLD[0], OLD[1], ("x/ACADEMICSESSIONS.CSV", OLD[1].1)]), LIMITS), "twice-file");
    assert_eq!(key(&whole, Limits { file: 500, ..LIMITS }), "too-large");
    assert_eq!(key(&whole, Limits { file: 1_200, total: 1_500 }), "too-large");
    let rows = format!("sourcedId,name,type\n{}", "s1,A,school\n".repeat(100_000));
    assert_eq!(key(&zip(&with(&OLD, "orgs.csv", &rows)), LIMITS), "too-large");
    let many: Vec<(String, &[u8])> = (0..1_001).map(|n| (format!("{n}.txt"), b"".as_slice())).collect();
    assert_eq!(key(&zip(&many), LIMITS), "too-many-files");
}
