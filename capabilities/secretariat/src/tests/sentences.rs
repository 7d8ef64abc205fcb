//! Each deed that the code tells has its sentence.
use std::{collections::BTreeSet, fs, path::Path};

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

/// The texts in quotes that stand as a deed beside one of these words.
fn deeds_of(source: &str) -> Vec<String> {
    let mut found = vec![];
    for call in ["audit::record", ".told(", ".told_at(", ".tell(", " record(visit, "] {
        for (at, _) in source.match_indices(call) {
            // The deed is the first text of the call, or a constant of this file.
            let call: String = source[at..].chars().take_while(|c| *c != ';').collect();
            let words = call.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '"' | '/' | '-')));
            for word in words {
                let text = word.strip_prefix('"').and_then(|word| word.strip_suffix('"'));
                let constant = || {
                    let is_one = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                    let line = source.lines().find(|line| line.contains(&format!("const {word}: &str = \"")));
                    line.filter(|_| is_one).and_then(|line| line.split('"').nth(1))
                };
                if let Some(deed) = text.or_else(constant) {
                    let plain = deed.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '/' | '-'));
                    found.extend(Some(deed.to_owned()).filter(|deed| plain && deed.contains(['/', '-'])));
                    break;
                }
            }
        }
    }
    found
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
    for (lang, sentences) in crate::SLICE.sentences {
        let lacks = |deed: &&String| !sentences.contains(&format!("\n{} = ", crate::trail::key(deed)));
        assert_eq!(deeds.iter().filter(lacks).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang}");
    }
}
