//! Documents lead somewhere, and name every room.
use super::{Finding, line_of};
use crate::tree::Tree;

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = rooms(tree);
    for file in tree.ending(".md") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (at, _) in file.text.match_indices("](") {
            let target = file.text[at + 2..].split([')', '#', ' ']).next().unwrap_or_default();
            if target.rsplit_once('.').is_none_or(|(_, ending)| ending != "md") || target.contains("://") {
                continue;
            }
            if tree.file(&join(folder, target)).is_none() {
                findings.push(Finding::new(&file.path, line_of(&file.text, at), format!("{target} does not exist")));
            }
        }
    }
    findings
}

/// Rooms that ARCHITECTURE.md does not name.
fn rooms(tree: &Tree) -> Vec<Finding> {
    let Some(document) = tree.file("ARCHITECTURE.md") else { return vec![] };
    let rooms = tree.ending("/Cargo.toml").filter_map(|file| file.path.strip_suffix("/Cargo.toml"));
    let unnamed = rooms.filter(|room| room.contains('/') && !document.text.contains(&format!("`{room}`")));
    unnamed.map(|room| Finding::new(&document.path, 1, format!("name `{room}` among the rooms"))).collect()
}

/// The path from the root of what a document in `folder` calls `target`.
fn join(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_is_named() {
        let tree = Tree::of(&[
            ("ARCHITECTURE.md", "| `core/db` |"),
            ("core/db/Cargo.toml", ""),
            ("core/web/Cargo.toml", ""),
            ("xtask/Cargo.toml", ""),
        ]);
        assert_eq!(check(&tree), [Finding::new("ARCHITECTURE.md", 1, "name `core/web` among the rooms")]);
    }

    #[test]
    fn links_lead_to_documents() {
        let tree = Tree::of(&[
            ("README.md", "[here](docs/operate.md#install) [there](docs/lost.md)"),
            ("docs/operate.md", "[up](../README.md)\n[beside](lost.md) [out](https://example.org/a.md)"),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(places, [("README.md".into(), 1), ("docs/operate.md".into(), 2)]);
    }
}
