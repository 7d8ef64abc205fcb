//! What is not read, and what is said of it.
use super::{ALL, GUARDIANS, PUPILS, STS, changed};
use crate::{Exports, Fault, Kind, Limits, Reason};
use std::io::{self, Read};

fn fault_of(bytes: &[u8]) -> (u64, Reason) {
    let Fault { entry, line, reason } = Exports::new(Limits::default()).read("a.xml", bytes).unwrap_err();
    assert_eq!(entry, "a.xml");
    (line, reason)
}

#[test]
fn what_is_no_export_is_refused() {
    assert_eq!(fault_of(b""), (1, Reason::Empty));
    assert_eq!(fault_of(b" \r\n\t"), (1, Reason::Empty));
    assert_eq!(fault_of(b"<!-- nothing -->\n"), (2, Reason::Empty));
    assert_eq!(fault_of(b"Nom;Pr\xe9nom\n"), (1, Reason::NotXml));
    assert_eq!(fault_of(b"PK\x03\x04"), (1, Reason::NotXml));
    assert_eq!(fault_of(b"<!-- -->\nNom;"), (2, Reason::NotXml));
    assert_eq!(fault_of(b"<?xml version=\"1.0\"?>\n<BEE_COMMUN/>"), (2, Reason::Root("BEE_COMMUN".into())));
    assert_eq!(fault_of(b"<BEE_ELEVES/><BEE_ELEVES/>"), (1, Reason::Malformed("a second root".into())));
}

#[test]
fn a_definition_of_entities_is_refused_and_none_but_the_five_is_known() {
    let defined = b"<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<BEE_ELEVES/>";
    assert_eq!(fault_of(defined), (2, Reason::Doctype));
    let elsewhere: &[u8] = b"<!DOCTYPE BEE_ELEVES SYSTEM \"file:///etc/passwd\"><BEE_ELEVES/>";
    assert_eq!(Exports::new(Limits::default()).read("a.xml", elsewhere), Ok(Kind::Pupils), "it is never fetched");
    for (spelt, read) in
        [("&amp;", "&"), ("&lt;&gt;", "<>"), ("&apos;&quot;", "'\""), ("&#339;&#x153;", "œœ"), ("<![CDATA[<&]]>", "<&")]
    {
        let school = super::school(&[&changed(PUPILS, "PARISOT", spelt)]);
        assert_eq!(school.pupils[5].family_name, read);
        assert!(school.notes.is_empty());
    }
    assert_eq!(fault_of(&changed(PUPILS, "PARISOT", "&eacute;")), (90, Reason::Entity("eacute".into())));
    assert_eq!(fault_of(&changed(PUPILS, "PARISOT", "&#0;")), (90, Reason::Entity("#0".into())));
    assert_eq!(fault_of(&changed(PUPILS, "ELEVE_ID=\"9002\"", "ELEVE_ID=\"&b;\"")), (27, Reason::Entity("b".into())));
}

#[test]
fn unsound_xml_is_refused_at_its_line() {
    assert!(matches!(fault_of(&changed(PUPILS, "</PRENOM2>", "</PRENOM3>")), (18, Reason::Malformed(_))));
    assert!(matches!(fault_of(&changed(PUPILS, "PARISOT", "A & B")), (90, Reason::Malformed(_))));
    assert!(matches!(fault_of(&changed(PUPILS, "ELENOET=\"102\"", "ELENOET=102")), (27, Reason::Malformed(_))));
    for (_, file) in ALL {
        // The last bytes are the end of the root.
        for length in (120..file.len() - 2).step_by(97) {
            let (line, reason) = fault_of(&file[..length]);
            assert_eq!(reason, Reason::Cut);
            assert!(line <= super::spoilt::lines(&file[..length]));
        }
    }
}

#[test]
fn the_encoding_is_the_declared_one() {
    let utf8 = |declaration: &str| {
        let text: String = String::from_utf8(
            changed(PUPILS, "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", "")
                .iter()
                .map(|byte| if byte.is_ascii() { *byte } else { b'?' })
                .collect(),
        )
        .unwrap();
        format!("{declaration}{}", text.replace("PARISOT", "Œuvrard"))
    };
    let plain = ["", "\u{feff}", "<?xml version='1.0'?>", "<?xml version='1.0' encoding = 'utf-8' standalone='yes' ?>"];
    for declaration in plain.into_iter().chain(["\u{feff}<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>"]) {
        assert_eq!(super::school(&[utf8(declaration).as_bytes()]).pupils[5].family_name, "Œuvrard", "{declaration}");
    }
    for (label, byte) in [("iso-8859-15", "\u{bd}"), ("ISO-8859-1", "\u{9c}"), ("windows-1252", "\u{9c}")] {
        let file = changed(&changed(PUPILS, "PARISOT", byte), "ISO-8859-15", label);
        assert_eq!(super::school(&[&file]).pupils[5].family_name, "œ", "{label}");
    }
    // A comment right after the declaration, in letters that are no UTF-8.
    let early = changed(PUPILS, "?>", "?><!--\u{e9}-->");
    assert_eq!(super::school(&[&early]).pupils.len(), 9);
    assert_eq!(fault_of(&changed(PUPILS, "ISO-8859-15", "EBCDIC")), (1, Reason::Encoding("EBCDIC".into())));
    assert_eq!(fault_of(&changed(PUPILS, "ISO-8859-15", "UTF-16")), (1, Reason::Encoding("UTF-16".into())));
    assert_eq!(fault_of(b"\xff\xfe<\0a\0"), (1, Reason::Encoding("UTF-16".into())));
    assert_eq!(
        fault_of(&changed(PUPILS, "ISO-8859-15", "UTF-8")),
        (15, Reason::NotText),
        "the first letter with an accent"
    );
}

#[test]
fn a_file_beyond_the_bounds_is_refused() {
    let most = |limits: Limits, file: &[u8]| Exports::new(limits).read("a.xml", file).map_err(|fault| fault.reason);
    let size = PUPILS.len() as u64;
    let limits = Limits::default();
    assert_eq!(most(Limits { entry: size, total: size, ..limits }, PUPILS), Ok(Kind::Pupils));
    assert_eq!(most(Limits { entry: size - 1, ..limits }, PUPILS), Err(Reason::TooBig(size - 1)));
    assert_eq!(most(Limits { total: size - 1, ..limits }, PUPILS), Err(Reason::TooMuch(size - 1)));
    assert_eq!(most(Limits { entry: 0, ..limits }, PUPILS), Err(Reason::TooBig(0)));
    assert_eq!(most(Limits { records: 17, ..limits }, PUPILS), Err(Reason::TooManyRecords(17)));
    assert_eq!(most(Limits { records: 18, ..limits }, PUPILS), Ok(Kind::Pupils));

    let odd = changed(PUPILS, "<ELEVES>", &format!("<ELEVES>{}", "<ELEVE/>".repeat(10_001)));
    assert_eq!(fault_of(&odd).1, Reason::TooOdd(10_000));

    let mut exports = Exports::new(Limits { total: size + 100, ..limits });
    exports.read("a.xml", PUPILS).unwrap();
    assert_eq!(exports.read("b.xml", GUARDIANS).unwrap_err().reason, Reason::TooMuch(size + 100));

    assert_eq!(fault_of(&changed(PUPILS, "PARISOT", &"A".repeat(5_000))), (90, Reason::TooLong));
    assert_eq!(fault_of(&changed(PUPILS, "<ADRESSES/>", &" ".repeat(200_000))).1, Reason::TooLong);
    assert_eq!(
        fault_of(&changed(PUPILS, "<ADRESSES/>", &format!("<!--{}-->", "a".repeat(200_000)))).1,
        Reason::TooLong
    );
    assert_eq!(
        fault_of(&changed(PUPILS, "<ADRESSES/>", &format!("<A B=\"{}\"/>", "a".repeat(200_000)))).1,
        Reason::TooLong
    );
    assert_eq!(fault_of(&changed(PUPILS, "<VILLE_NAISS/>", &"<A/>".repeat(10_000))).1, Reason::TooLong);
    assert_eq!(fault_of(&changed(PUPILS, "<VILLE_NAISS/>", &format!("<A{}/>", " B=''".repeat(33)))).1, Reason::TooLong);
    for place in ["<VILLE_NAISS/>", "<ADRESSES/>"] {
        assert_eq!(fault_of(&changed(PUPILS, place, &"<A>".repeat(100_000))).1, Reason::TooDeep);
    }
}

#[test]
fn files_of_two_schools_or_twice_the_same_are_refused_and_leave_no_trace() {
    let mut exports = Exports::new(Limits::default());
    exports.read("a.xml", PUPILS).unwrap();
    let other = changed(GUARDIANS, "0149901L", "0149902M");
    let fault = exports.read("b.xml", &other[..]).unwrap_err();
    assert_eq!(fault.to_string(), "b.xml, line 1: this is an export of 0149902M, and the others are of 0149901L");
    assert_eq!(exports.read("c.xml", PUPILS).unwrap_err().reason, Reason::Twice("a.xml".into()));
    exports.read("d.xml", &STS[..STS.len() - 20]).unwrap_err();
    assert_eq!(exports.join(), super::school(&[PUPILS]).renamed("a.xml"));
}

impl crate::School {
    /// The same, read under another name.
    fn renamed(mut self, entry: &str) -> Self {
        self.files.iter_mut().for_each(|file| entry.clone_into(&mut file.entry));
        self
    }
}

/// A reader that fails, or gives a byte at a time.
struct Odd<'b>(&'b [u8], Option<io::ErrorKind>);

impl Read for Odd<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match (self.0.split_first(), self.1) {
            (Some((byte, rest)), _) => {
                let Some(first) = buffer.first_mut() else { return Ok(0) };
                (*first, self.0) = (*byte, rest);
                Ok(1)
            }
            (None, Some(kind)) => Err(kind.into()),
            (None, None) => Ok(0),
        }
    }
}

#[test]
fn a_reader_may_be_slow_or_fail() {
    let mut exports = Exports::new(Limits::default());
    exports.read("0.xml", Odd(PUPILS, None)).unwrap();
    assert_eq!(exports.join(), super::school(&[PUPILS]));
    let failing = Odd(&PUPILS[..6_000], Some(io::ErrorKind::TimedOut));
    let fault = Exports::new(Limits::default()).read("a.xml", failing).unwrap_err();
    assert_eq!(fault.reason, Reason::Input(io::ErrorKind::TimedOut));
}
