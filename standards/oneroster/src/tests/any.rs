//! Any bytes.
use super::{OLD, read, with, zip};
use crate::{Reason, Roster};
use proptest::prelude::*;

fn sound(bytes: &[u8]) {
    let mut roster = Roster::default();
    match read(&mut roster, bytes) {
        Ok(_) => assert!(roster.index().rolls().all(|roll| !roll.org.id.is_empty())),
        Err(fault) => assert!(Reason::KEYS.contains(&fault.reason.key()) && !fault.column.is_empty()),
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        sound(&bytes);
        sound(&[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    /// Any text under real headings.
    #[test]
    fn no_text_makes_it_panic(file in 0..OLD.len(), rows in "([,\"\r\n0-9a-zé. -]|s1,|student,|,,,){0,300}") {
        let (name, bytes) = OLD[file];
        let head = String::from_utf8_lossy(bytes.split(|byte| *byte == b'\n').next().unwrap()).into_owned();
        sound(&zip(&with(&OLD, name, &format!("{head}\n{rows}"))));
    }

    /// What is written is what is read, whatever the names hold and however lines end.
    #[test]
    fn what_is_written_is_read(
        names in proptest::collection::btree_map("[a-z0-9]{1,8}", "[a-zéŒ’,\"][a-z é,\"’]{0,30}[a-zé\"]", 1..20),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        last in any::<bool>(),
    ) {
        let mut text = format!("type,name,sourcedId{end}");
        for (id, name) in &names {
            text.extend([format!("school,\"{}\",{id}{end}", name.replace('"', "\"\""))]);
        }
        let text = if last { text.as_str() } else { text.trim_end() };
        let mut roster = Roster::default();
        read(&mut roster, &zip(&with(&OLD, "orgs.csv", text))).unwrap();
        let read: Vec<_> = roster.orgs().map(|org| (org.id.clone(), org.name.clone())).collect();
        prop_assert_eq!(read, names.into_iter().collect::<Vec<_>>());
    }
}
