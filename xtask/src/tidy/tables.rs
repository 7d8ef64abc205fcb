//! A table says whose it is: its name begins with its room's, and an index's with its table's.
use super::{Finding, first_word};
use crate::tree::Tree;

/// Rooms whose tables every slice reads: people, units and what ties them are the house's own words.
const COMMON: &[&str] = &["core/access"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for file in tree.ending(".sql") {
        let Some((folder, _)) = file.path.split_once("/migrations/") else { continue };
        let room = folder.rsplit('/').next().unwrap_or(folder);
        for (n, line) in file.text.lines().enumerate() {
            let mend = if let Some(name) = made(line, &["CREATE TABLE ", "CREATE VIEW "]) {
                let common = COMMON.contains(&folder);
                (!common && !begins(name, room)).then(|| format!("`{name}` is of `{room}`: name it `{room}_{name}`"))
            } else if let Some(name) = made(line, &["CREATE INDEX ", "CREATE UNIQUE INDEX "]) {
                let table = line.split_once(" ON ").map_or("", |(_, rest)| first_word(rest));
                (!begins(name, table)).then(|| format!("`{name}` is an index of `{table}`: begin its name with that"))
            } else {
                None
            };
            findings.extend(mend.map(|mend| Finding::new(&file.path, n + 1, mend)));
        }
    }
    findings
}

/// What this line makes.
fn made<'l>(line: &'l str, words: &[&str]) -> Option<&'l str> {
    words.iter().find_map(|word| line.strip_prefix(word)).map(first_word)
}

/// Whether a name is this one, or this one and more words.
fn begins(name: &str, with: &str) -> bool {
    name.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_begins_with_its_room_and_an_index_with_its_table() {
        let sql = "CREATE TABLE desk (\n);\nCREATE TABLE desk_duty (\n);\nCREATE TABLE deskduty (\n);\n\
                   CREATE INDEX desk_duty_at ON desk_duty (at);\nCREATE UNIQUE INDEX duty_at ON desk_duty (at);\n";
        let tree = Tree::of(&[
            ("capabilities/desk/migrations/0001_desk.sql", sql),
            ("core/access/migrations/0001_territory.sql", "CREATE TABLE unit (\n);\n"),
        ]);
        let lines: Vec<_> = check(&tree).into_iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [5, 8]);
    }
}
