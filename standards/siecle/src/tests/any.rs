//! Any bytes; and what is written is what is read.
use super::spoilt::{holds_together, lines};
use crate::{Exports, Limits, School};
use encoding_rs::{Encoding, ISO_8859_15, UTF_8, WINDOWS_1252};
use proptest::{collection::vec, option::of, prelude::*};
use std::io::Cursor;

fn answer(bytes: &[u8]) {
    let mut exports = Exports::new(Limits { entries: 10, ..Limits::default() });
    let lines = lines(bytes);
    match exports.read("a.xml", bytes) {
        Ok(_) => holds_together(&exports.join(), lines),
        Err(fault) => assert!((1..=lines).contains(&fault.line) && fault.entry == "a.xml"),
    }
}

/// Text as a careful program writes it in this encoding: what it cannot write becomes a number.
fn written(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    encoding.encode(&escaped).0.into_owned()
}

/// A name without spaces at its ends, or two in a row.
fn name() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÿŒşı’&<\"-]{1,12}( [A-ZÉŁ'>]{1,8})?"
}

fn id() -> impl Strategy<Value = String> {
    "[0-9]{1,9}"
}

type Child = (String, String, Option<String>, (u16, u8, u8), Vec<String>);

fn file(pupils: &[Child], encoding: &'static Encoding, indented: bool) -> Vec<u8> {
    let end = if indented { "\r\n  " } else { "" };
    let element = |name: &str, text: &str| {
        [format!("<{name}>").as_bytes(), &written(text, encoding), format!("</{name}>{end}").as_bytes()].concat()
    };
    let mut bytes = format!("<?xml version=\"1.0\" encoding=\"{}\"?><BEE_ELEVES>{end}", encoding.name()).into_bytes();
    bytes.extend(b"<DONNEES><STRUCTURES>");
    for (n, (.., groups)) in pupils.iter().enumerate() {
        bytes.extend(format!("<STRUCTURES_ELEVE ELEVE_ID=\"{n}\">").bytes());
        for group in groups {
            bytes.extend(
                [
                    b"<STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE>".to_vec(),
                    element("CODE_STRUCTURE", group),
                    b"</STRUCTURE>".to_vec(),
                ]
                .concat(),
            );
        }
        bytes.extend(b"</STRUCTURES_ELEVE>");
    }
    bytes.extend(b"</STRUCTURES><ELEVES>");
    for (n, (family, given, used, (year, month, day), _)) in pupils.iter().enumerate() {
        bytes.extend(format!("<ELEVE ELEVE_ID='{n}'>{end}").bytes());
        bytes.extend(element("NOM_DE_FAMILLE", family));
        bytes.extend(element("PRENOM", given));
        bytes.extend(element("NOM_USAGE", used.as_deref().unwrap_or_default()));
        bytes.extend(element("DATE_NAISS", &format!("{day:02}/{month:02}/{year}")));
        bytes.extend(b"</ELEVE>");
    }
    bytes.extend(b"</ELEVES></DONNEES></BEE_ELEVES>");
    bytes
}

fn read(bytes: &[u8]) -> School {
    let mut exports = Exports::new(Limits::default());
    exports.read("a.xml", bytes).unwrap();
    exports.join()
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..2_000)) {
        answer(&bytes);
        answer(&[b"<BEE_ELEVES>", &bytes[..]].concat());
        let _ = Exports::new(Limits::default()).read_zip("a.zip", Cursor::new(bytes));
    }

    /// Tags of the exports in any order.
    #[test]
    fn no_elements_make_it_panic(
        root in "BEE_ELEVES|BEE_RESPONSABLES|BEE_STRUCTURES|STS_EDT",
        inner in "(</?(ELEVES?|STRUCTURES|PERSONNES?|UAJ|NOM)>|<ELEVE ELEVE_ID=\"[0-9]\">|[a-z é&;\n]){0,40}",
    ) {
        answer(format!("<{root}>{inner}</{root}>").as_bytes());
        answer(format!("<{root}>{inner}").as_bytes());
    }

    #[test]
    fn what_is_written_is_read(
        pupils in vec((name(), name(), of(name()), (1990_u16..2030, 1_u8..=12, 1_u8..=28), vec(id(), 0..4)), 0..20),
        encoding in prop_oneof![Just(UTF_8), Just(ISO_8859_15), Just(WINDOWS_1252)],
        indented in any::<bool>(),
    ) {
        let school = read(&file(&pupils, encoding, indented));
        prop_assert_eq!(school.pupils.len(), pupils.len());
        prop_assert_eq!(school.notes.len(), 1, "of which school is not said");
        for (pupil, (family, given, used, (year, month, day), groups)) in school.pupils.iter().zip(&pupils) {
            prop_assert_eq!(&pupil.family_name, family);
            prop_assert_eq!(&pupil.given_names, &vec![given.clone()]);
            prop_assert_eq!(&pupil.used_name, used);
            prop_assert_eq!(pupil.born.clone(), Some(format!("{year}-{month:02}-{day:02}")));
            prop_assert_eq!(&pupil.groups, groups);
        }
    }
}
