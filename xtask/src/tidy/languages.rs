//! Language files say the same things in every language, and everything they say is said somewhere.
use super::{Finding, line_of};
use crate::{
    rust,
    tree::{File, Tree},
};
use std::collections::{BTreeMap, BTreeSet};

const USED: &str = "# used:";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    let mut all = BTreeMap::new();
    for fr in tree.ending("/lang/fr.ftl") {
        let path = fr.path.replace("fr.ftl", "en.ftl");
        let Some(en) = tree.file(&path) else {
            findings.push(Finding::new(&fr.path, 1, format!("{path} is missing")));
            continue;
        };
        let (of_fr, of_en) = (keys(fr), keys(en));
        for (here, there, other) in [(&of_fr, &of_en, en), (&of_en, &of_fr, fr)] {
            for (key, (file, line)) in here.iter().filter(|(key, _)| !there.contains_key(*key)) {
                findings.push(Finding::new(&file.path, *line, format!("`{key}` is missing in {}", other.path)));
            }
        }
        for (key, place) in of_fr {
            if let Some((file, line)) = all.insert(key, place) {
                findings.push(Finding::new(
                    &file.path,
                    line,
                    format!("`{key}` is also in {}: two slices, one key", fr.path),
                ));
            }
        }
    }
    let (texts, said) = uses(tree);
    let declared: Vec<&str> =
        tree.ending("/lang/fr.ftl").flat_map(|file| file.text.lines()).flat_map(declared).collect();
    for (key, (file, line)) in &all {
        let by_prefix = declared.iter().any(|prefix| key.starts_with(prefix));
        let within = tree.ending(".ftl").any(|file| file.text.contains(&format!("{{ {key} ")));
        if !by_prefix && !within && !texts.contains(*key) {
            let mend =
                format!("nothing says `{key}`: remove it, or declare `{USED} prefix-*` where it is put together");
            findings.push(Finding::new(&file.path, *line, mend));
        }
    }
    for (key, path, line) in said.iter().filter(|(key, ..)| !all.contains_key(key.as_str())) {
        findings.push(Finding::new(path, *line, format!("no language file has `{key}`")));
    }
    findings
}

/// The keys of a file, and where each stands.
fn keys(file: &File) -> BTreeMap<&str, (&File, usize)> {
    let lines = file.text.lines().enumerate();
    let key = |line: &'_ str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let keyed = lines.filter(|(_, line)| key(line)).filter_map(|(n, line)| Some((n, line.split_once('=')?.0.trim())));
    keyed.map(|(n, key)| (key, (file, n + 1))).collect()
}

/// The prefixes of keys put together while running: `# used: shell-day-* shell-month-*`.
fn declared(line: &str) -> impl Iterator<Item = &str> {
    line.strip_prefix(USED).into_iter().flat_map(str::split_whitespace).filter_map(|word| word.strip_suffix('*'))
}

/// Every text between quotes, and every key given to `say` or `sentence` with its place.
fn uses(tree: &Tree) -> (BTreeSet<&str>, Vec<(String, String, usize)>) {
    let (mut texts, mut said) = (BTreeSet::new(), vec![]);
    let ours = tree.ending(".rs").chain(tree.ending(".html")).filter(|file| !file.is_chore());
    for file in ours {
        texts.extend(file.text.split('"'));
        if file.is_test() {
            continue;
        }
        // In code only: a comment may speak of say("…").
        let code = if file.is("rs") { Some(rust::read(&file.text).code) } else { None };
        for call in [".say(", ".sentence("] {
            for (at, _) in file.text.match_indices(call) {
                if code.as_ref().is_some_and(|code| !is_code(code, &file.text, at, call)) {
                    continue;
                }
                let rest = file.text[at + call.len()..].trim_start();
                if let Some(key) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    said.push((key.to_owned(), file.path.clone(), line_of(&file.text, at)));
                }
            }
        }
    }
    (texts, said)
}

/// Whether the call stands in the code of its line, not in a comment or a text.
fn is_code(code: &str, text: &str, at: usize, call: &str) -> bool {
    let line = line_of(text, at);
    code.lines().nth(line - 1).is_some_and(|code| code.contains(call))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_all_used_all_there() {
        let tree = Tree::of(&[
            (
                "a/lang/fr.ftl",
                "# used: a-night-* a-day-*\na-one = Un\na-two = Deux { a-part }\na-part = x\na-day-1 = lundi\na-idle = Rien\n",
            ),
            ("a/lang/en.ftl", "a-one = One\na-two = Two { a-part }\na-part = x\na-day-1 = Monday\n"),
            (
                "a/src/pages.rs",
                "// x.say(\"a-never\")\nfn f() {\n    visit.sentence(\n        \"a-lost\",\n    );\n    let key = \"a-two\";\n}\n",
            ),
            ("a/templates/a.html", "{{ shell.say(\"a-one\") }}{{ shell.say(\"a-none\") }}"),
        ]);
        let mut mends: Vec<_> =
            check(&tree).iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect();
        mends.sort();
        assert_eq!(mends, ["a/lang/fr.ftl:6", "a/lang/fr.ftl:6", "a/src/pages.rs:3", "a/templates/a.html:1"]);
    }
}
