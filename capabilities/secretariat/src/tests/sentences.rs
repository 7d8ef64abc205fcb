//! Each deed that the code tells has its sentence.
use std::{collections::BTreeSet, fs, path::Path};
use web::Lang;

/// Every Rust file under a folder, the tests left out.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" && name != "target" {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && name != "tests.rs" && name != "testing.rs" {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// The functions that tell the trail of a deed, as they are called.
const TELLS: &[&str] = &[
    "audit::record",
    ".told(",
    ".told_at(",
    ".tell(",
    " told(visit",
    " record(visit, ",
    "record_in(visit",
    " deed(visit, ",
];
/// Kinds of jobs, and of what can be undone, which look like deeds of the trail and stand in the same files.
const OTHERS: &[&str] = &["agenda/agreement", "difficulty/open", "directory/import"];
/// What the first half of a type of files is.
const TYPES: &[&str] = &["application", "audio", "image", "multipart", "text", "video"];

/// The deeds of a file that tells the trail: the texts in the calls that tell it, and every text and constant of two words with a slash
/// between, for a deed chosen beforehand.
fn deeds_of(source: &str) -> BTreeSet<String> {
    let calls = TELLS.iter().flat_map(|tell| source.match_indices(tell)).map(|(at, _)| {
        let call = &source[at..];
        &call[..call.find(';').unwrap_or(call.len())]
    });
    let calls: Vec<&str> = calls.collect();
    if calls.is_empty() {
        return BTreeSet::new();
    }
    let constants = source.lines().filter(|line| line.contains("const ") && line.contains(": &str = \""));
    let named = constants.filter(|line| {
        let name = line.split("const ").nth(1).and_then(|rest| rest.split(':').next()).unwrap_or("?");
        calls.iter().any(|call| call.contains(name))
    });
    let slashed = source.lines().filter(|line| line.contains('/') && !line.trim_start().starts_with("//"));
    let told = calls.iter().copied().chain(named).flat_map(texts).filter(|text| text.contains(['/', '-']));
    let chosen = slashed.flat_map(texts).filter(|text| text.contains('/'));
    let is_deed = |text: &&str| {
        let plain = text.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '/' | '-'));
        let first = text.split('/').next().unwrap_or_default();
        plain && !first.is_empty() && !text.ends_with('/') && !TYPES.contains(&first) && !OTHERS.contains(text)
    };
    told.chain(chosen).filter(is_deed).map(str::to_owned).collect()
}

/// The texts in quotes, those of sentences left out.
fn texts(source: &str) -> impl Iterator<Item = &str> {
    let pieces: Vec<&str> = source.split('"').collect();
    let said = ["sentence(", "say(", "of(", "header("];
    let is_text = move |pair: &[&str]| !said.iter().any(|call| pair[0].ends_with(call));
    let found: Vec<&str> = pieces.chunks_exact(2).filter(|pair| is_text(pair)).map(|pair| pair[1]).collect();
    found.into_iter()
}

/// The sentences of the languages in which staff read.
fn whole() -> impl Iterator<Item = &'static (Lang, &'static str)> {
    crate::SLICE.sentences.iter().filter(|(lang, _)| Lang::WHOLE.contains(lang))
}

#[test]
fn each_deed_has_its_sentence_in_each_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = vec![];
    for folder in ["capabilities", "programmes", "app/src"] {
        sources(&root.join(folder), &mut all);
    }
    let deeds: BTreeSet<String> = all.iter().flat_map(|source| deeds_of(source)).collect();
    assert!(deeds.len() > 35 && deeds.contains("ticket/open") && deeds.contains("sign-in"), "{deeds:?}");
    for (lang, sentences) in whole() {
        let lacks = |deed: &&String| !sentences.contains(&format!("\n{} = ", crate::trail::key(deed)));
        assert_eq!(deeds.iter().filter(lacks).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang}");
    }
}

/// The names of the columns that the slices tell of a person: the texts in a list, in each function `export`.
fn columns_of(source: &str) -> BTreeSet<String> {
    let bodies = source.split("fn export(").skip(1).map(|rest| rest.split("\n}\n").next().unwrap_or(rest));
    let lists = bodies.flat_map(|body| body.split('[').skip(1)).map(|rest| rest.split(']').next().unwrap_or_default());
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    lists
        .filter(|list| !list.contains('('))
        .flat_map(|list| texts(list).filter(is_name).collect::<Vec<_>>())
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_column_that_is_told_has_its_word_in_each_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = vec![];
    for folder in ["capabilities", "programmes", "core"] {
        sources(&root.join(folder), &mut all);
    }
    let columns: BTreeSet<String> = all.iter().flat_map(|source| columns_of(source)).collect();
    assert!(columns.len() > 100 && columns.contains("born"), "{columns:?}");
    for (lang, sentences) in whole() {
        let lacks = |name: &&String| !sentences.contains(&format!("\nsecretariat-column-of-{name} = "));
        assert_eq!(columns.iter().filter(lacks).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang}");
    }
}
