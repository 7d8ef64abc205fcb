//! Every table says how long it keeps a row.
use super::{Finding, first_word};
use crate::{rust, tree::Tree};
use std::collections::{BTreeMap, BTreeSet};

const CREATE: &str = "CREATE TABLE ";
const DROP: &str = "DROP TABLE ";
const ALTER: &str = "ALTER TABLE ";
const RENAMED: &str = " RENAME TO ";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut tables = BTreeMap::new();
    for file in tree.ending(".sql").filter(|file| file.path.contains("/migrations/")) {
        for (n, line) in file.text.lines().enumerate() {
            if let Some(name) = line.strip_prefix(CREATE).map(first_word) {
                tables.insert(name, (file, n + 1));
            } else if let Some(name) = line.strip_prefix(DROP).map(first_word) {
                tables.remove(name);
            } else if let Some((was, name)) = line.strip_prefix(ALTER).and_then(|line| line.split_once(RENAMED)) {
                let place = tables.remove(was).unwrap_or((file, n + 1));
                tables.insert(first_word(name), place);
            }
        }
    }
    let kept = kept(tree);
    let mut findings = vec![];
    for (table, (file, line)) in tables.iter().filter(|(table, _)| !kept.iter().any(|(kept, ..)| kept == *table)) {
        let mend = format!("say how long `{table}` keeps a row: a `Keep` in its slice's lib.rs");
        findings.push(Finding::new(&file.path, *line, mend));
    }
    for (table, path, line) in kept.iter().filter(|(table, ..)| !tables.contains_key(table.as_str())) {
        findings.push(Finding::new(path, *line, format!("no migration makes a table `{table}`")));
    }
    findings
}

/// The tables that have an answer, and where it stands.
fn kept(tree: &Tree) -> BTreeSet<(String, String, usize)> {
    let mut kept = BTreeSet::new();
    for file in tree.ending(".rs").filter(|file| !file.is_test() && !file.is_chore()) {
        let source = rust::read(&file.text);
        let lines: Vec<&str> = source.code.lines().collect();
        for (line, text) in source.texts {
            if lines.get(line - 1).is_some_and(|code| code.contains("table: \"")) {
                let named = file.text.lines().nth(line - 1).is_some_and(|l| l.contains(&format!("table: \"{text}\"")));
                if named {
                    kept.insert((text, file.path.clone(), line));
                }
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_an_answer_and_each_answer_a_table() {
        let lib = "keeps: &[\n    Keep { table: \"ticket\", how_long: HowLong::Forever(\"why\") },\n    Keep {\n        table: \"gone\",\n    },\n]";
        let tree = Tree::of(&[
            (
                "capabilities/desk/migrations/0001_desk.sql",
                "CREATE TABLE old (\n);\nALTER TABLE old RENAME TO ticket;\nCREATE TABLE duty (\n);\n",
            ),
            ("capabilities/desk/src/lib.rs", lib),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        let wanted = [("capabilities/desk/migrations/0001_desk.sql", 4), ("capabilities/desk/src/lib.rs", 4)];
        assert_eq!(places, wanted.map(|(path, line)| (path.to_owned(), line)));
    }
}
