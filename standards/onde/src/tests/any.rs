//! Any bytes; and what is written is what is read.
use super::{
    GUARDIANS, PUPILS, TEACHERS,
    spoilt::{holds_together, lines},
    uai,
};
use crate::{Extractions, Match, Pupil};
use encoding_rs::WINDOWS_1252;
use proptest::{collection::vec, option::of, prelude::*};
use table::fold;

fn answer(bytes: &[u8]) {
    let mut extractions = Extractions::new(uai());
    match extractions.read("a.csv", bytes) {
        Ok(_) => holds_together(&extractions.join(), lines(bytes)),
        Err(fault) => assert!((1..=lines(bytes)).contains(&fault.line)),
    }
}

/// A name without spaces at its ends, or two in a row.
fn name() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÖØ-öø-ÿŒœ’;\"-]{1,12}( [A-ZÉ']{1,8})?"
}

/// A cell as a careful spreadsheet writes it.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..2_000)) {
        answer(&bytes);
    }

    /// Any text under real headings.
    #[test]
    fn no_text_makes_it_panic(rows in "([;\"\r\n0-9A-Zé. ]|CE1;|2020-11-09;){0,200}", which in 0_usize..3) {
        let file = [PUPILS, GUARDIANS, TEACHERS][which];
        let head = file.split_inclusive(|byte| *byte == b'\n').next().unwrap();
        answer(&[head, rows.as_bytes()].concat());
    }

    #[test]
    fn what_is_written_is_read(
        pupils in vec((name(), of(name()), name(), (1990_u16..2030, 1_u8..=12, 1_u8..=28), of("C[MPE][12]?")), 1..20),
        utf8 in any::<bool>(),
    ) {
        let mut file = "Prénom élève;Nom élève;Nom d’usage élève;Date naissance;Classe\r\n".to_owned();
        let mut guardians = "Nom responsable;Prénom responsable".to_owned();
        guardians += &";Classes enfants;Prénom enfant;Nom d'usage enfant;Nom de famille enfant".repeat(2);
        guardians += "\n\"QUI\";\"DE DROIT\"";
        for (family, used, given, (year, month, day), class) in &pupils {
            let (used, class) = (used.as_deref().unwrap_or_default(), class.as_deref().unwrap_or_default());
            let names = [given, family, used].map(quoted).join(";");
            file.extend([&names, &format!(";{day:02}/{month:02}/{year};{class}\r\n")].map(String::as_str));
            guardians.extend([";", class, ";", &quoted(given), ";", &quoted(used), ";", &quoted(family)]);
        }
        let bytes = if utf8 { file.into_bytes() } else { WINDOWS_1252.encode(&file).0.into_owned() };
        let mut extractions = Extractions::new(uai());
        extractions.read("p.csv", &bytes).unwrap();
        extractions.read("g.csv", guardians.as_bytes()).unwrap();
        let school = extractions.join();
        let [guardian] = &school.guardians[..] else { panic!("{:?}", school.guardians) };
        prop_assert_eq!(guardian.children.len(), pupils.len());
        for child in &guardian.children {
            match child.pupil {
                Match::One(place) => {
                    prop_assert!(same(&school.pupils[place].family_name, &child.family_name));
                    prop_assert!(same(school.pupils[place].class.as_ref().unwrap(), child.class.as_ref().unwrap()));
                }
                Match::OtherClass(_) => prop_assert_eq!(&child.class, &None),
                Match::Several => {
                    let named = |pupil: &&Pupil| same(&pupil.family_name, &child.family_name);
                    prop_assert!(school.pupils.iter().filter(named).count() > 1);
                }
                Match::Nobody => panic!("{child:?}"),
            }
        }
        let twice = school.notes.iter().filter(|note| note.remark.key() == "twice").count();
        prop_assert_eq!(school.pupils.len() + twice, pupils.len());
        if school.pupils.len() == pupils.len() {
            for (pupil, (family, used, given, (year, month, day), class)) in school.pupils.iter().zip(&pupils) {
                prop_assert_eq!((&pupil.family_name, &pupil.used_name, &pupil.given_name), (family, used, given));
                prop_assert_eq!(&pupil.class, class);
                prop_assert_eq!(pupil.born.clone(), Some(format!("{year}-{month:02}-{day:02}")));
            }
        }
    }
}
