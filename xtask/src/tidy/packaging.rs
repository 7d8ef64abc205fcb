//! What an operator copies: the document quotes the files that are shipped, and the unit, the package's program and the container's
//! recipe say the same.
use super::{Finding, line_of};
use crate::tree::Tree;

const DOCUMENT: &str = "docs/operate.md";
const UNIT: &str = "packaging/preau.service";
const RECIPE: &str = "packaging/Containerfile";
/// Files that the document must quote whole.
const QUOTED: &[&str] = &[
    "packaging/preau.toml",
    "packaging/post.toml",
    "packaging/preau.cron",
    "packaging/trial.sh",
    UNIT,
    "packaging/nginx.conf",
];
/// What a recipe may say, in the words of the OCI's common syntax.
const WORDS: &[&str] =
    &["FROM", "COPY", "RUN", "USER", "WORKDIR", "VOLUME", "ENV", "EXPOSE", "STOPSIGNAL", "ENTRYPOINT", "CMD", "LABEL"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for path in QUOTED {
        let (Some(document), Some(file)) = (tree.file(DOCUMENT), tree.file(path)) else { continue };
        match quoted(&document.text, path) {
            Some((_, text)) if text == file.text => {}
            Some((at, _)) => {
                let line = line_of(&document.text, at);
                findings.push(Finding::new(DOCUMENT, line, format!("{path} is quoted, and says something else")));
            }
            None => findings.push(Finding::new(DOCUMENT, 1, format!("quote {path} behind a link to it"))),
        }
    }
    if let (Some(unit), Some(recipe)) = (tree.file(UNIT), tree.file(RECIPE)) {
        findings.extend(alike(&unit.text, &recipe.text));
    }
    findings
}

/// The block that follows a link to this file, with where it begins.
fn quoted<'t>(document: &'t str, path: &str) -> Option<(usize, &'t str)> {
    let link = format!("](../{path}):\n\n```");
    let at = document.find(&link)? + link.len();
    let begin = at + document[at..].find('\n')? + 1;
    let end = document[begin..].find("\n```")?;
    Some((begin, &document[begin..=begin + end]))
}

/// What is amiss between the unit and the recipe.
fn alike(unit: &str, recipe: &str) -> Vec<Finding> {
    let mut findings = vec![];
    let said = |key: &str| unit.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')).unwrap_or_default();
    let mut told = vec![];
    for (number, line) in (1..).zip(recipe.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if !WORDS.contains(&word) {
            findings.push(Finding::new(RECIPE, number, format!("{word} is no word of a recipe")));
        }
        told.push((word, rest));
    }
    let of = |word: &str| told.iter().find(|(known, _)| *known == word).map_or("", |(_, rest)| *rest);
    if told.first().is_none_or(|(word, _)| *word != "FROM") {
        findings.push(Finding::new(RECIPE, 1, "begin with FROM"));
    }
    let command = [list(of("ENTRYPOINT")), list(of("CMD"))].concat().join(" ");
    for (what, ours, theirs) in [
        ("ENTRYPOINT and CMD", command.as_str(), said("ExecStart")),
        ("USER", of("USER"), said("User")),
        ("WORKDIR", of("WORKDIR"), said("WorkingDirectory")),
        ("VOLUME", of("VOLUME"), said("ReadWritePaths")),
    ] {
        if ours != theirs {
            findings.push(Finding::new(RECIPE, 1, format!("{what} says {ours:?}, the unit {theirs:?}")));
        }
    }
    findings
}

/// The words of `["a", "b"]`.
fn list(text: &str) -> Vec<&str> {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or_default();
    inside.split(',').map(|word| word.trim().trim_matches('"')).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_file_says_what_the_file_says() {
        let document = "x\n[a](../packaging/preau.toml):\n\n```toml\na = 1\nb = 2\n```\n";
        assert_eq!(quoted(document, "packaging/preau.toml").map(|(_, text)| text), Some("a = 1\nb = 2\n"));
        let told = |file: &str| check(&Tree::of(&[(DOCUMENT, document), ("packaging/preau.toml", file)])).len();
        assert_eq!((told("a = 1\nb = 2\n"), told("a = 1\n")), (0, 1));
        assert_eq!(check(&Tree::of(&[(DOCUMENT, ""), ("packaging/preau.toml", "")])).len(), 1);
    }

    #[test]
    fn the_recipe_starts_what_the_unit_starts() {
        let unit = "User=p\nExecStart=/b/p serve\nWorkingDirectory=/v\nReadWritePaths=/v\n";
        let recipe = "# why\nFROM d\nUSER p\nWORKDIR /v\nVOLUME /v\nENTRYPOINT [\"/b/p\"]\nCMD [\"serve\"]\n";
        assert_eq!(alike(unit, recipe), []);
        assert_eq!(alike(unit, &recipe.replace("USER p", "USER root")).len(), 1);
        assert_eq!(alike(unit, &recipe.replace("FROM d", "FORM d")).len(), 2);
    }
}
