//! Documents lead somewhere.
use super::{Finding, line_of};
use crate::tree::Tree;

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
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
    fn links_lead_to_documents() {
        let tree = Tree::of(&[
            ("README.md", "[here](docs/operate.md#install) [there](docs/lost.md)"),
            ("docs/operate.md", "[up](../README.md)\n[beside](lost.md) [out](https://example.org/a.md)"),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(places, [("README.md".into(), 1), ("docs/operate.md".into(), 2)]);
    }
}
