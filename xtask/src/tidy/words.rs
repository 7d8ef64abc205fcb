//! Words that must not stand in the code, and names that say nothing.
use super::{Finding, line_of};
use crate::{rust, tree::Tree};

const WORDS: &[(&str, &str)] = &[
    ("todo!", "finish it, or leave it out"),
    ("unimplemented!", "finish it, or leave it out"),
    ("#[allow(", "write #[expect(lint, reason = \"…\")], which is noticed once it is needless"),
    ("#![allow(", "write #![expect(lint, reason = \"…\")], which is noticed once it is needless"),
    ("%error", CAUSES),
];
const CAUSES: &str = "an error is told with all its causes: `kernel::causes(&error)`";
/// What tells a trouble in the log.
const LOUD: &[&str] = &["tracing::error!(", "tracing::warn!("];
const NAMES: &[&str] = &["common", "utils", "util", "shared", "services", "helpers", "helper", "manager", "misc"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for file in tree.ending(".rs") {
        let code = rust::read(&file.text).code;
        for (word, mend) in WORDS {
            findings
                .extend(code.match_indices(word).map(|(at, _)| Finding::new(&file.path, line_of(&code, at), *mend)));
        }
        findings.extend(told_short(&code).map(|at| Finding::new(&file.path, line_of(&code, at), CAUSES)));
        if let Some(name) = file.path.trim_end_matches(".rs").split('/').find(|name| NAMES.contains(name)) {
            findings.push(Finding::new(&file.path, 1, format!("`{name}` says nothing: name it after what it is")));
        }
    }
    findings
}

/// Where a trouble is logged by its own sentence alone: `%trouble`, whatever its name.
fn told_short(code: &str) -> impl Iterator<Item = usize> {
    let calls = LOUD.iter().flat_map(|macro_| code.match_indices(macro_));
    calls.flat_map(|(at, macro_)| {
        let from = at + macro_.len();
        let call = code[from..].split(';').next().unwrap_or_default();
        let parts = call.match_indices('%').filter(|(at, _)| !call[..*at].trim_end().ends_with('='));
        parts.map(move |(at, _)| from + at).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_code_are_found_and_words_in_texts_are_not() {
        let text = "// todo!\nfn f() {\n    todo!()\n}\nconst T: &str = \"todo!\";\n#[allow(dead_code)]\nfn g() {}\n";
        let tree = Tree::of(&[("core/web/src/a.rs", text), ("core/utils/src/b.rs", "")]);
        let logged = "fn f() {\n    tracing::error!(\n        %trouble,\n        \"a %\"\n    );\n    tracing::warn!(id = %id, \"a\");\n}\n";
        let alone = check(&Tree::of(&[("core/web/src/a.rs", logged)]));
        assert_eq!(alone.iter().map(|finding| finding.line).collect::<Vec<_>>(), [3]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        let wanted = [("core/web/src/a.rs", 3), ("core/web/src/a.rs", 6), ("core/utils/src/b.rs", 1)];
        assert_eq!(places, wanted.map(|(path, line)| (path.to_owned(), line)));
    }
}
