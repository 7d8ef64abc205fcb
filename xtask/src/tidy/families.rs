//! What families read says the same in each of their languages: the same keys, the same values put in, and each language's own plurals.
use super::Finding;
use crate::tree::{File, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Beside French and English, in which everything is written.
const FAMILIES: [&str; 5] = ["fr-falc", "ar", "tr", "uk", "pt"];

/// Each of these files begins with this, until somebody whose language it is has read it.
const DRAFT: &str = "not yet read by a native";

/// The plural categories of a language (CLDR), as far as people and hours are counted.
fn categories(lang: &str) -> &'static [&'static str] {
    match lang {
        "ar" => &["few", "many", "one", "other", "two", "zero"],
        "uk" => &["few", "many", "one", "other"],
        _ => &["one", "other"],
    }
}

/// A sentence of a file.
struct Said<'t> {
    line: usize,
    text: &'t str,
}

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for french in tree.ending("/fr.ftl") {
        let folder = french.path.trim_end_matches("fr.ftl");
        let of = |lang: &str| tree.file(&format!("{folder}{lang}.ftl"));
        let files: Vec<_> = FAMILIES.iter().filter_map(|lang| Some((*lang, of(lang)?))).collect();
        if files.is_empty() {
            continue;
        }
        for lang in FAMILIES.iter().filter(|lang| of(lang).is_none()) {
            findings.push(Finding::new(&french.path, 1, format!("{folder}{lang}.ftl is missing")));
        }
        let source = sentences(french);
        let letters = folder.ends_with("/letters/");
        let every: BTreeSet<&str> = files.iter().flat_map(|(_, file)| sentences(file).into_keys()).collect();
        let all = every.into_iter().chain(source.keys().copied().filter(|_| letters)).collect::<BTreeSet<_>>();
        for (lang, file) in files {
            let mut find = |line, why: String| findings.push(Finding::new(&file.path, line, why));
            if !file.text.lines().next().is_some_and(|first| first.contains(DRAFT)) {
                find(1, format!("say first that it is {DRAFT}"));
            }
            let here = sentences(file);
            for key in all.iter().filter(|key| !here.contains_key(*key)) {
                find(1, format!("`{key}` is missing: another language has it"));
            }
            for (key, said) in &here {
                match source.get(key) {
                    None => find(said.line, format!("`{key}` is not in French")),
                    Some(french) => {
                        if let Some(why) = unlike(french.text, said.text) {
                            find(said.line, format!("`{key}` {why}"));
                        }
                    }
                }
                if let Some(why) = miscounted(lang, said.text) {
                    find(said.line, format!("`{key}` {why}"));
                }
            }
        }
    }
    findings
}

/// Each key with its sentence, the lines that go on with it included.
fn sentences(file: &File) -> BTreeMap<&str, Said<'_>> {
    let opens = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let (mut all, mut at, mut line) = (BTreeMap::new(), 0, 0);
    let mut last: Option<(&str, usize, usize)> = None;
    for one in file.text.split_inclusive('\n') {
        line += 1;
        if opens(one) || one.starts_with('#') {
            if let Some((key, from, line)) = last.take() {
                all.insert(key, Said { line, text: &file.text[from..at] });
            }
            last = one.split_once('=').filter(|_| opens(one)).map(|(key, _)| (key.trim(), at, line));
        }
        at += one.len();
    }
    if let Some((key, from, line)) = last {
        all.insert(key, Said { line, text: &file.text[from..] });
    }
    all
}

/// Values, and whether each is put in or only chosen by.
fn values(text: &str) -> BTreeMap<&str, bool> {
    let mut all = BTreeMap::new();
    for rest in text.split('$').skip(1) {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        *all.entry(name).or_insert(false) |= !after.trim_start().starts_with("->");
    }
    all
}

/// What a sentence puts in that the French one does not, or leaves out.
fn unlike(french: &str, said: &str) -> Option<String> {
    let (there, here) = (values(french), values(said));
    let more = here.keys().find(|name| !there.contains_key(*name));
    let less = there.iter().find(|(name, put)| **put && !here.contains_key(*name));
    more.map(|name| format!("puts in `{name}`, which French does not"))
        .or_else(|| less.map(|(name, _)| format!("leaves out `{name}`")))
}

/// The plural categories it has and its language has not, or the reverse.
fn miscounted(lang: &str, text: &str) -> Option<String> {
    let words = ["zero", "one", "two", "few", "many"];
    let named = |word: &&str| text.contains(&format!("[{word}]"));
    let mut used: Vec<_> = words.into_iter().filter(named).collect();
    if used.is_empty() {
        return None;
    }
    used.push("other");
    used.sort_unstable();
    let wanted = categories(lang);
    (used != wanted).then(|| format!("counts {} and not {}", used.join(" "), wanted.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_sentences_in_each_language() {
        let draft = "# Draft, not yet read by a native.\n";
        let many = "[zero] a [one] b [two] c [few] d [many] e *[other] { $n } f";
        let good = |text: &str| format!("{draft}{text}");
        let (falc, ar) = (good("a = A { $who }\nb = { $n }\n"), good(&format!("a = x\nb = {{ $n -> {many}\n }}\n")));
        let (tr, uk) = (
            good("a = { $who } { $whom }\nb = { $n }\nc = { $n }\n"),
            good("a = { $who }\nb = { $n -> [one] x *[other] { $n } }\n"),
        );
        let tree = Tree::of(&[
            ("a/lang/fr.ftl", "a = A { $who }\nb = { $n ->\n   *[other] { $n }\n }\n"),
            ("a/lang/fr-falc.ftl", &falc),
            ("a/lang/ar.ftl", &ar),
            ("a/lang/tr.ftl", &tr),
            ("a/lang/uk.ftl", &uk),
            ("a/lang/pt.ftl", "a = { $who }\n"),
            ("b/lang/fr.ftl", "c = C\n"),
        ]);
        let told: Vec<_> =
            check(&tree).into_iter().map(|one| format!("{}:{}: {}", one.path, one.line, one.mend)).collect();
        assert_eq!(
            told,
            [
                "a/lang/fr-falc.ftl:1: `c` is missing: another language has it",
                "a/lang/ar.ftl:1: `c` is missing: another language has it",
                "a/lang/ar.ftl:2: `a` leaves out `who`",
                "a/lang/tr.ftl:2: `a` puts in `whom`, which French does not",
                "a/lang/tr.ftl:4: `c` is not in French",
                "a/lang/uk.ftl:1: `c` is missing: another language has it",
                "a/lang/uk.ftl:3: `b` counts one other and not few many one other",
                "a/lang/pt.ftl:1: say first that it is not yet read by a native",
                "a/lang/pt.ftl:1: `b` is missing: another language has it",
                "a/lang/pt.ftl:1: `c` is missing: another language has it",
            ]
        );
    }
}
