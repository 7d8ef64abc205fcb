//! A slice's SQL is in its store, nowhere else.
use super::Finding;
use crate::{rust, tree::Tree};

/// Rooms whose matter is SQL itself: the database, rights read in SQL, retention.
const ROOMS: &[&str] = &["core/db/", "core/access/", "core/jobs/src/retention.rs"];

/// The rooms that keep and show a school's file of families. The others read what it means: the view `answering`, or `informed`.
const FAMILIES: &[&str] = &["core/access/", "capabilities/directory/", "app/", "bench/"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = families(tree);
    for file in tree.ending(".rs").filter(|file| !file.is_test() && !file.is_chore()) {
        let store = file.path.ends_with("/store.rs") || file.path.contains("/store/");
        if store || ROOMS.iter().any(|room| file.path.starts_with(room)) {
            continue;
        }
        for (line, _) in rust::read(&file.text).texts.iter().filter(|(_, text)| is_statement(text)) {
            findings.push(Finding::new(&file.path, *line, "move this SQL to the slice's store.rs"));
        }
    }
    findings
}

/// The bare table of guardianships says nothing of parental authority: nobody reads it by mistake.
fn families(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    let others = |path: &str| !FAMILIES.iter().any(|room| path.starts_with(room));
    for file in tree.ending(".rs").filter(|file| !file.is_test() && !file.is_chore() && others(&file.path)) {
        let texts = rust::read(&file.text).texts;
        for (line, _) in texts.iter().filter(|(_, text)| text.split_whitespace().any(|word| word == "guardianship")) {
            let mend = "read `answering` (who holds parental authority) or `informed`, not the bare table";
            findings.push(Finding::new(&file.path, *line, mend));
        }
    }
    findings
}

/// Whether the text holds a whole statement; a condition with a sub-select (`IN (SELECT …`) is only a part of one.
fn is_statement(text: &str) -> bool {
    let updates = |(_, rest): (&str, &str)| rest.split_whitespace().nth(1) == Some("SET");
    (text.trim_start().starts_with("SELECT ") && text.contains("FROM"))
        || text.contains("INSERT INTO ")
        || text.contains("DELETE FROM ")
        || text.split_once("UPDATE ").is_some_and(updates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slice_reads_the_bare_table_of_families() {
        let bare =
            "const S: &str = \"SELECT 1 FROM guardianship g\";\nconst T: &str = \"SELECT 1 FROM answering g\";\n";
        let tree = Tree::of(&[
            ("capabilities/desk/src/store.rs", bare),
            ("capabilities/directory/src/store.rs", bare),
            ("capabilities/desk/src/tests.rs", bare),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(places, [("capabilities/desk/src/store.rs".into(), 1)]);
    }

    #[test]
    fn only_stores_hold_statements() {
        let pages = "// SELECT me\nfn f() {\n    tx.query(\"SELECT id FROM ticket\", &[])\n}\nconst C: &str = \"id IN (SELECT 1)\";\nconst U: &str = \"x UPDATE ticket SET a = 1\";\n";
        let tree = Tree::of(&[
            ("capabilities/desk/src/pages.rs", pages),
            ("capabilities/desk/src/store.rs", pages),
            ("capabilities/desk/src/store/ticket.rs", pages),
            ("capabilities/desk/src/tests.rs", pages),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(
            places,
            [("capabilities/desk/src/pages.rs".into(), 3), ("capabilities/desk/src/pages.rs".into(), 6)]
        );
    }
}
