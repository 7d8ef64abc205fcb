//! Any bytes, any cells.
use super::{NORMANDIE, SAMPLE_2024};
use crate::{Reason, read};
use proptest::prelude::*;

/// A checked code of these digits.
fn uai(number: usize) -> String {
    format!("{number:07}{}", char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]))
}

/// A cell as a careful spreadsheet writes it.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn sound(bytes: &[u8]) {
    match read(bytes) {
        Ok(schools) => assert!(!schools.is_empty()),
        Err(faults) => {
            assert!((1..=1_000).contains(&faults.len()));
            assert!(
                faults.iter().all(|f| f.line >= 1 && !f.column.is_empty() && Reason::KEYS.contains(&f.reason.key()))
            );
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        sound(&bytes);
    }

    /// Any text under real headings.
    #[test]
    fn no_text_makes_it_panic(rows in "([;\"\r\n0-9A-Zé. ]|0140004D;){0,400}", published in any::<bool>()) {
        let real = if published { SAMPLE_2024 } else { NORMANDIE };
        let head = real.split_inclusive(|b| *b == b'\n').next().unwrap();
        sound(&[head, rows.as_bytes()].concat());
    }

    /// What is written is what is read, whatever the names hold and however lines end.
    #[test]
    fn what_is_written_is_read(
        names in proptest::collection::btree_map(0_usize..9_999_999, "[a-zéÉœ’;\"][a-zé ;\"’]{0,30}[a-zé;\"]", 1..20),
        pupils in proptest::option::of(0_u32..5_000),
        degrees in -90_000_000_i64..=90_000_000,
        windows in any::<bool>(),
        marked in any::<bool>(),
    ) {
        let end = if windows { "\r\n" } else { "\n" };
        let mark = if marked { "\u{feff}" } else { "" };
        let count = pupils.map(|n| n.to_string()).unwrap_or_default();
        let mut text = format!("{mark}UAI;Nom;Type;Code postal;Commune;Département;Académie;Effectif;Latitude{end}");
        for (number, name) in &names {
            let sign = if degrees < 0 { "-" } else { "" };
            let (whole, part) = (degrees.abs() / 1_000_000, degrees.abs() % 1_000_000);
            text.extend([format!("{};{};Collège;;Caen;;Normandie;{count};{sign}{whole}.{part:06}{end}", uai(*number), quoted(name))]);
        }
        let schools = read(text.as_bytes()).unwrap();
        prop_assert_eq!(schools.len(), names.len());
        for ((school, (number, name)), line) in schools.iter().zip(&names).zip(2..) {
            prop_assert_eq!(school.uai.as_str(), uai(*number));
            prop_assert_eq!(&school.name, name.trim());
            prop_assert_eq!((school.line, school.pupils, school.latitude), (line, pupils, Some(degrees)));
        }
    }
}
