//! How a file of people was read: a part of the page that takes such a file.
use crate::{
    faults,
    people_import::{Copied, Group, Reading},
};
use askama::Template;
use web::{Result, Shell};

/// How many things to mend are shown with a copy of their row: who mends them sends the file again.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "directory/reading.html")]
struct Panel<'r> {
    shell: &'r Shell,
    reading: &'r Reading,
    columns: Vec<(&'r str, String, &'r str)>,
    ignored: Option<String>,
    faults: Vec<Mend>,
    more: usize,
    notes: Vec<String>,
}

/// A thing to mend, its line, and the row of that line.
struct Mend {
    sentence: String,
    line: u64,
    row: Vec<Copied>,
}

/// How the file was read, in HTML: what each column was taken for, and what is to be mended beside the rows where it is.
pub fn panel(shell: &Shell, reading: &Reading) -> Result<String> {
    let (words, lang) = (shell.words(), shell.lang);
    let columns = reading.columns.iter().filter_map(|one| {
        Some((one.heading.as_str(), faults::say_taken(words, lang, &one.taken)?, one.example.as_str()))
    });
    let shown = reading.groups.get(..SHOWN).unwrap_or(&reading.groups);
    let mend = |group: &Group| Mend {
        sentence: faults::say_group(words, lang, Some(reading), group),
        line: group.fault.line,
        row: reading.copy(&group.fault),
    };
    let panel = Panel {
        shell,
        reading,
        columns: columns.collect(),
        ignored: faults::say_ignored(words, lang, reading),
        faults: shown.iter().map(mend).collect(),
        more: reading.groups.len() - shown.len(),
        notes: reading.notes.iter().map(|note| faults::say_note(words, lang, note)).collect(),
    };
    Ok(panel.render()?)
}
