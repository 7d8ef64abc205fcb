//! Nobody writes to a person without a delivery: notices and deliveries are made in one place, together.
use super::Finding;
use crate::{rust, tree::Tree};

/// The one way to write to somebody, `notify_many`.
const PLACE: &str = "capabilities/notice/src/store/delivery.rs";
const TABLES: [&str; 2] = ["notice", "notice_delivery"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for file in tree.ending(".rs").filter(|file| !file.is_test() && !file.is_chore()) {
        let texts = rust::read(&file.text).texts;
        let made = || texts.iter().flat_map(|(line, text)| tables(text).map(move |table| (*line, table)));
        if file.path != PLACE {
            let mend = "write to people by `notice::store::notify` or `notify_many`, which makes the delivery too";
            findings.extend(made().map(|(line, _)| Finding::new(&file.path, line, mend)));
            continue;
        }
        let found: Vec<&str> = made().map(|(_, table)| table).collect();
        if found != TABLES {
            let mend = format!("a notice and its delivery are made here together, once: {found:?}");
            findings.push(Finding::new(&file.path, 1, mend));
        }
    }
    findings
}

/// Those of the two tables to which a text adds rows.
fn tables(text: &str) -> impl Iterator<Item = &'static str> {
    let words: Vec<&str> = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
    let into: Vec<&str> = words.windows(2).filter(|pair| pair[0] == "INTO").map(|pair| pair[1]).collect();
    TABLES.into_iter().filter(move |table| into.contains(table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_made_with_its_delivery_and_nowhere_else() {
        let (notice, delivery) = (
            "const A: &str = \"INSERT INTO notice (id) VALUES (?1)\";\n",
            "const B: &str = \"INSERT INTO notice_delivery (notice_id) VALUES (?1)\";\n",
        );
        let both = [notice, delivery].concat();
        let places = |files: &[(&str, &str)]| {
            check(&Tree::of(files)).into_iter().map(|found| (found.path, found.line)).collect::<Vec<_>>()
        };
        let elsewhere = "capabilities/desk/src/store.rs";
        assert_eq!(places(&[(PLACE, &both), (elsewhere, "// INSERT INTO notice\n")]), []);
        assert_eq!(places(&[(PLACE, &both), (elsewhere, &both)]), [(elsewhere.into(), 1), (elsewhere.into(), 2)]);
        assert_eq!(places(&[(PLACE, notice)]), [(PLACE.into(), 1)]);
        assert_eq!(places(&[(PLACE, &[&*both, notice].concat())]), [(PLACE.into(), 1)]);
        assert_eq!(places(&[("capabilities/desk/src/tests/followup.rs", notice)]), []);
    }
}
