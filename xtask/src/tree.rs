//! The texts of the project, read once.
use std::{fs, path::Path};

/// A text file: its path from the root, with `/`, and what it says.
pub struct File {
    pub path: String,
    pub text: String,
}

/// All of them, in the order of their paths.
pub struct Tree(pub Vec<File>);

/// Folders that hold nothing of ours.
const FOREIGN: &[&str] = &[".git", "target", "node_modules", "corpus", "artifacts", "preau-data", "test-results"];
const ENDINGS: &[&str] =
    &["rs", "toml", "html", "ftl", "sql", "md", "css", "svg", "js", "ts", "service", "conf", "cron", "sh"];
/// Texts whose name has no ending.
const NAMED: &[&str] = &["Containerfile"];

impl Tree {
    /// Reads the project under `root`.
    pub fn read(root: &Path) -> std::io::Result<Self> {
        let mut files = vec![];
        walk(root, "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self(files))
    }

    /// The files whose name ends so.
    pub fn ending<'t>(&'t self, ending: &'t str) -> impl Iterator<Item = &'t File> {
        self.0.iter().filter(move |file| file.path.ends_with(ending))
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.0.iter().find(|file| file.path == path)
    }

    /// Files made up by a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect())
    }
}

impl File {
    /// Whether its name ends with a dot and this.
    pub fn is(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == ending)
    }

    /// Whether only tests, benches and fuzzing build it.
    pub fn is_test(&self) -> bool {
        let inside = |folder: &str| self.path.contains(folder);
        inside("/tests/")
            || inside("/benches/")
            || self.path.starts_with("fuzz/")
            || self.path.starts_with("e2e/")
            || ["/tests.rs", "/testing.rs"].iter().any(|name| self.path.ends_with(name))
    }

    /// Whether it is one of these chores, whose own tests are full of faults.
    pub fn is_chore(&self) -> bool {
        self.path.starts_with("xtask/")
    }
}

/// Whether a file of this name is a text of ours.
fn is_text(name: &str) -> bool {
    NAMED.contains(&name) || name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() && !FOREIGN.contains(&name.as_str()) {
            walk(&entry.path(), &path, files)?;
        } else if kind.is_file() && is_text(&name) {
            files.push(File { path, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(())
}
