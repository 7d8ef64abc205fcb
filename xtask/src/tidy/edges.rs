//! Who may name whom: floors go down only, and between slices only along the edges ARCHITECTURE.md declares.
use super::{Finding, line_of};
use crate::tree::{File, Tree};
use std::collections::{BTreeMap, BTreeSet};
use toml::Table;

const FLOORS: [&str; 5] = ["standards", "core", "capabilities", "programmes", "app"];
const DOCUMENT: &str = "ARCHITECTURE.md";
const OPEN: &str = "```edges\n";

struct Member<'t> {
    manifest: &'t File,
    floor: usize,
    /// What it is built with, and what its tests are.
    uses: Vec<String>,
    tests_use: Vec<String>,
}

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    let members = members(tree, &mut findings);
    let floor = |name: &String| members.get(name).map(|member| member.floor);
    let mut found = BTreeSet::new();
    for (name, member) in &members {
        let at = |used: &str| {
            let line = member
                .manifest
                .text
                .lines()
                .position(|line| line.strip_prefix(used).is_some_and(|rest| rest.starts_with(['.', ' ', '='])));
            line.map_or(1, |line| line + 1)
        };
        for used in member.uses.iter().chain(&member.tests_use) {
            if floor(used).is_some_and(|below| below > member.floor) {
                let mend =
                    format!("{name} names {used}, which is a floor above: turn the need into an event or move it");
                findings.push(Finding::new(&member.manifest.path, at(used), mend));
            }
        }
        let slices = member.uses.iter().filter(|used| floor(used).is_some_and(|below| below >= 2));
        if member.floor < 4 {
            found.extend(slices.map(|used| (name.clone(), used.clone())));
        }
    }
    let Some((declared, document)) = declared(tree) else {
        findings.push(Finding::new(DOCUMENT, 1, "declare the edges between slices in a block ```edges"));
        return findings;
    };
    for (from, to) in found.iter().filter(|edge| !declared.contains_key(*edge)) {
        let mend = format!("declare the edge `{from} -> {to}` in {DOCUMENT}, or do without it");
        findings.push(Finding::new(&members[from].manifest.path, 1, mend));
    }
    for ((from, to), line) in declared.iter().filter(|(edge, _)| !found.contains(*edge)) {
        findings.push(Finding::new(
            &document.path,
            *line,
            format!("`{from} -> {to}` is not in its Cargo.toml: remove it"),
        ));
    }
    findings
}

fn members<'t>(tree: &'t Tree, findings: &mut Vec<Finding>) -> BTreeMap<String, Member<'t>> {
    let mut members = BTreeMap::new();
    for manifest in tree.ending("Cargo.toml") {
        let Some(floor) = FLOORS.iter().position(|floor| manifest.path.starts_with(&format!("{floor}/"))) else {
            continue;
        };
        let Ok(table) = manifest.text.parse::<Table>() else {
            findings.push(Finding::new(&manifest.path, 1, "this is no TOML"));
            continue;
        };
        let names = |key: &str| -> Vec<String> {
            table
                .get(key)
                .and_then(toml::Value::as_table)
                .map(|uses| uses.keys().cloned().collect())
                .unwrap_or_default()
        };
        let name = table.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
        let uses = [names("dependencies"), names("build-dependencies")].concat();
        let member = Member { manifest, floor, uses, tests_use: names("dev-dependencies") };
        members.insert(name.unwrap_or_default().to_owned(), member);
    }
    members
}

type Edges = BTreeMap<(String, String), usize>;

/// The edges of the document, each with its line.
fn declared(tree: &Tree) -> Option<(Edges, &File)> {
    let document = tree.file(DOCUMENT)?;
    let begin = document.text.find(OPEN)? + OPEN.len();
    let block = document.text[begin..].split("```").next()?;
    let first = line_of(&document.text, begin);
    let mut edges = BTreeMap::new();
    for (n, line) in block.lines().enumerate() {
        if let Some((from, to)) = line.split_once("->") {
            edges.extend(to.split_whitespace().map(|to| ((from.trim().to_owned(), to.to_owned()), first + n)));
        }
    }
    Some((edges, document))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIRECTORY: (&str, &str) = (
        "capabilities/directory/Cargo.toml",
        "[package]\nname = \"directory\"\n[dependencies]\nweb.workspace = true\n",
    );
    const WEB: (&str, &str) = ("core/web/Cargo.toml", "[package]\nname = \"web\"\n");
    const DESK: &str = "[package]\nname = \"desk\"\n[dependencies]\ndirectory.workspace = true\n";

    #[test]
    fn the_block_and_the_manifests_say_the_same() {
        let block = "# Floors\n```edges\ndesk -> directory\n```\n";
        let tree = Tree::of(&[("ARCHITECTURE.md", block), DIRECTORY, ("capabilities/desk/Cargo.toml", DESK), WEB]);
        assert_eq!(check(&tree), []);
        let tree = Tree::of(&[
            ("ARCHITECTURE.md", "```edges\ndesk -> notice\n```\n"),
            DIRECTORY,
            ("capabilities/desk/Cargo.toml", DESK),
            WEB,
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(places, [("capabilities/desk/Cargo.toml".into(), 1), ("ARCHITECTURE.md".into(), 2)]);
    }

    #[test]
    fn nobody_names_a_floor_above() {
        let up = "[package]\nname = \"web\"\n[dev-dependencies]\ndirectory.workspace = true\n";
        let tree = Tree::of(&[("ARCHITECTURE.md", "```edges\n```\n"), DIRECTORY, ("core/web/Cargo.toml", up)]);
        assert_eq!(check(&tree).iter().map(|finding| finding.line).collect::<Vec<_>>(), [4]);
    }
}
