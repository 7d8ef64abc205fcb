//! What is not read, and what is said of it.
use super::{GUARDIANS, PUPILS, PUPILS_WITH_INE, TEACHERS, changed, together, uai};
use crate::{Extractions, Kind, Reason};

fn fault_of(bytes: &[u8]) -> (u64, String, Reason) {
    let fault = Extractions::new(uai()).read("a.csv", bytes).unwrap_err();
    assert_eq!(fault.file, "a.csv");
    (fault.line, fault.column, fault.reason)
}

fn whole(line: u64, reason: Reason) -> (u64, String, Reason) {
    (line, "-".to_owned(), reason)
}

#[test]
fn what_is_no_extraction_is_refused() {
    assert_eq!(fault_of(b""), whole(1, Reason::Empty));
    assert_eq!(fault_of(b"\xef\xbb\xbf\r\n ; ;\r\n"), whole(1, Reason::Empty));
    assert_eq!(fault_of(b"\r\nNom;Pr\xe9nom\r\nA;B\r\n"), whole(2, Reason::Headings));
    assert_eq!(fault_of(b"PK\x03\x04;\x00"), whole(1, Reason::Headings));
    let fault = Extractions::new(uai()).read("a.csv", &changed(PUPILS, "Nom élève", "Nom")).unwrap_err();
    assert_eq!(fault.to_string(), "a.csv, line 1, column nom eleve: the column is missing");
    let mut extractions = Extractions::new(uai());
    extractions.read("a.csv", PUPILS).unwrap();
    assert_eq!(extractions.read("b.csv", PUPILS_WITH_INE).unwrap_err().reason, Reason::Twice);
    extractions.read("c.csv", &changed(GUARDIANS, "Mme;;ABRICOT", "Mme;;ABRICOT\"")).unwrap();
}

#[test]
fn headings_are_known_however_they_are_spelt() {
    let spelt = |old: &str, new: &str| together(&[&changed(PUPILS, old, new)]);
    let expected = together(&[PUPILS]);
    assert_eq!(spelt("\"Nom d'usage élève\"", "NOM D\u{92}USAGE ELEVE "), expected);
    assert_eq!(spelt("\"Classe\"", "\"Libellé classe\""), expected);
    assert_eq!(spelt("\"Date naissance\"", "\"Date de  naissance\""), expected);
    assert_eq!(spelt("\"Décision de passage\"", "\"Décision de passage\";"), expected, "a semicolon too much");
    assert_eq!(fault_of(&changed(PUPILS, "\"Cp1\"", "\"Niveau\"")), (1, "Niveau".into(), Reason::TwiceColumn));
    assert_eq!(fault_of(&changed(GUARDIANS, "Pays", "Courriel")), (1, "Courriel".into(), Reason::TwiceColumn));
    assert_eq!(
        fault_of(&changed(GUARDIANS, "Classes enfants;", "")),
        whole(1, Reason::Headings),
        "children of unlike columns"
    );
    let between = changed(GUARDIANS, "Classes enfants;Nom", "Classes enfants;X;Nom");
    assert_eq!(fault_of(&between), whole(1, Reason::Headings), "a column between two children");
}

#[test]
fn a_row_that_does_not_fit_the_headings_is_refused() {
    let cells = |expected: usize, found: usize| Reason::Cells { expected, found };
    assert_eq!(fault_of(&changed(PUPILS, "\"Oui\";\"Non\";\"Oui\";\"\"", "\"Oui\"")), whole(2, cells(20, 17)));
    assert_eq!(fault_of(&changed(PUPILS, "\"Oui\";\"\"\r\n", "\"Oui\";\"\";\"x\"\r\n")), whole(2, cells(20, 21)));
    assert_eq!(fault_of(&changed(TEACHERS, "\"oui\";", "\"oui\";\"x\";")), whole(3, cells(13, 14)));
    assert_eq!(fault_of(&changed(GUARDIANS, ";0639980004;;BONNEVAL;Tom;CM2", "")), whole(5, cells(24, 11)));
    assert_eq!(
        fault_of(&changed(GUARDIANS, "Mme;;BONNEVAL;Inès;1 rue", "Mme;;BONNEVAL\r\n1 rue")),
        whole(4, cells(24, 3))
    );
    assert_eq!(fault_of(&changed(GUARDIANS, "Éloïse;CM2", "Éloïse;CM2;x")), whole(2, cells(24, 25)));
    let school = together(&[&changed(PUPILS, "\"Oui\";\"\"\r\n", "\"Oui\";\"\";;\r\n\r\n;;;\r\n")]);
    assert_eq!((school.pupils.len(), school.pupils[1].line), (10, 5), "empty cells and empty rows say nothing");
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_refused() {
    let fault = fault_of(&changed(PUPILS, "\"Jeanne\"", "\"Jeanne"));
    assert_eq!(fault, whole(2, Reason::Cells { expected: 20, found: 19 }), "it swallowed a cell");
    let fault = fault_of(&changed(PUPILS, "\"Oui\";\"\"\r\n", "\"Oui\";\"\r\n"));
    assert_eq!(fault, whole(2, Reason::Cells { expected: 20, found: 39 }), "it swallowed the end of a row");
    let fault = fault_of(&changed(GUARDIANS, "Mme;;BONNEVAL", "Mme;;\"BONNEVAL"));
    assert_eq!(fault, (4, "Nom responsable".into(), Reason::Quote), "it swallowed all that follows");
}

#[test]
fn the_encoding_is_found() {
    let of = |bytes: &[u8]| together(&[bytes]);
    let text: String = PUPILS.iter().map(|byte| char::from(*byte)).collect();
    let expected = of(PUPILS);
    assert_eq!(of(text.as_bytes()), expected, "UTF-8");
    assert_eq!(of(format!("\u{feff}{text}").as_bytes()), expected, "with a mark");
    assert_eq!(of(text.replace("\r\n", "\n").as_bytes()), expected);
    assert_eq!(of(text.replace("\r\n", "\r").as_bytes()), expected);
    assert_eq!(of(text.replacen("\r\n", "\r", 4).as_bytes()), expected, "lines that end in two ways");
    assert_eq!(of(text.replace('"', "").as_bytes()), expected, "without quotation marks");
    assert_eq!(of(&changed(PUPILS, "Jeanne", "\u{8c}dipe")).pupils[0].given_name, "Œdipe", "Windows-1252");
    let spoilt = [format!("\u{feff}{text}").as_bytes(), b"\xff\n"].concat();
    assert_eq!(fault_of(&spoilt), whole(12, Reason::NotText));
    assert_eq!(fault_of(&spoilt[3..]), whole(12, Reason::NotText), "a few wrong bytes among letters of UTF-8");
}

#[test]
fn a_file_beyond_the_bounds_is_refused() {
    assert_eq!(fault_of(&vec![b'a'; (4 << 20) + 1]), whole(1, Reason::TooBig));
    let head = PUPILS.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    let row = b"A;;B;;;;;;;;;;;;;;;;;\n";
    let rows = |count: usize| [head, &row.repeat(count)].concat();
    assert_eq!(fault_of(&rows(5_001)), whole(5_002, Reason::TooMany));
    assert_eq!(Extractions::new(uai()).read("a.csv", &rows(5_000)), Ok(Kind::Pupils));
    assert_eq!(fault_of(&b";".repeat(200)), whole(1, Reason::TooWide));
    assert_eq!(fault_of(&changed(PUPILS, "Jeanne", &"é".repeat(501))), (2, "Prénom élève".into(), Reason::TooLong));
    assert_eq!(together(&[&changed(PUPILS, "Jeanne", &"é".repeat(500))]).pupils.len(), 10);
}

#[test]
fn a_thousand_pupils_of_one_name_are_no_burden() {
    let head = PUPILS.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    let pupils: String = (0..1_000).map(|n| format!("A;;B;;;;;;;;;;;{n};CP;CP;;;;\n")).collect::<Vec<_>>().concat();
    let line = GUARDIANS.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    let guardian = format!("M.;;C;D;;;;;;;;{}\n", ";;A;B;CP".repeat(40));
    let school =
        together(&[&[head, pupils.as_bytes()].concat(), &[line, &guardian.into_bytes().repeat(1_000)].concat()]);
    assert_eq!((school.pupils.len(), school.guardians.len(), school.notes.len()), (1_000, 1_000, 40_000));
}
