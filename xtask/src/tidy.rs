//! The rules of the house that no compiler knows.
mod chosen;
mod documents;
mod edges;
mod families;
mod guides;
mod icons;
mod jargon;
mod languages;
mod length;
mod lists;
mod notices;
mod packaging;
mod retention;
mod sql;
mod styles;
mod tables;
mod typography;
mod words;

use crate::tree::Tree;
use std::{fmt, path::Path};

/// Something to mend.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    path: String,
    line: usize,
    mend: String,
}

impl Finding {
    fn new(path: &str, line: usize, mend: impl Into<String>) -> Self {
        Self { path: path.into(), line, mend: mend.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.mend)
    }
}

/// The name that a text begins with.
fn first_word(text: &str) -> &str {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default()
}

type Check = fn(&Tree) -> Vec<Finding>;

const CHECKS: &[Check] = &[
    edges::check,
    sql::check,
    length::check,
    lists::check,
    chosen::check,
    notices::check,
    retention::check,
    languages::check,
    families::check,
    typography::check,
    jargon::check,
    icons::check,
    words::check,
    styles::check,
    tables::check,
    documents::check,
    guides::check,
    packaging::check,
];

/// Checks the project under `root` and prints what is to be mended.
pub fn run(root: &Path) -> Result<(), String> {
    let tree = Tree::read(root).map_err(|why| format!("the project cannot be read: {why}"))?;
    let findings: Vec<_> = CHECKS.iter().flat_map(|check| check(&tree)).collect();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("{} files, nothing to mend", tree.0.len());
            Ok(())
        }
        many => Err(format!("{many} to mend")),
    }
}

/// The number of the line that the byte `at` stands on.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
