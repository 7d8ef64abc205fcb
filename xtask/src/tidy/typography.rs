//! French is set as printers set it: a space that no line ends at stands before « : ; ? ! », inside « », and between a number and
//! its unit; the apostrophe is curved.
use super::Finding;
use crate::tree::{File, Tree};

/// The space of a colon, of quotation marks, of hours and units.
const WHOLE: char = '\u{a0}';
/// The narrow one, before « ; ? ! ».
const NARROW: char = '\u{202f}';
/// What a number is followed by, as a word of its own.
const UNITS: &[&str] = &["h", "min", "s", "%", "€", "Go", "Mo", "ko"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let french = |file: &&File| file.path.rsplit('/').next().is_some_and(|name| name.starts_with("fr"));
    let mut findings = vec![];
    for file in tree.ending(".ftl").filter(french) {
        for (n, line) in file.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            findings.extend(faults(line).into_iter().map(|fault| Finding::new(&file.path, n + 1, fault)));
        }
    }
    findings
}

/// What is set wrong in a line.
fn faults(line: &str) -> Vec<String> {
    let mut faults = vec![];
    let letters: Vec<char> = line.chars().collect();
    let at = |n: usize| letters.get(n).copied().unwrap_or(' ');
    for (n, letter) in letters.iter().enumerate().skip(1) {
        let (before, after) = (at(n - 1), at(n + 1));
        let ends = after.is_whitespace() || !after.is_alphanumeric();
        let space = match letter {
            ':' if ends => before.is_whitespace().then_some(WHOLE),
            ';' | '?' | '!' if ends => before.is_whitespace().then_some(NARROW),
            '»' => Some(WHOLE),
            _ if before == '«' => {
                if *letter != WHOLE {
                    faults.push("« is followed by U+00A0".to_owned());
                }
                None
            }
            '\'' if before.is_alphabetic() && after.is_alphabetic() => {
                faults.push("the apostrophe is ’".to_owned());
                None
            }
            _ => None,
        };
        if let Some(space) = space.filter(|space| before != *space) {
            faults.push(format!("{letter} comes after U+{:04X}, not {before:?}", u32::from(space)));
        }
    }
    let words: Vec<&str> = line.split(' ').collect();
    for pair in words.windows(2) {
        let [number, unit] = pair else { continue };
        let unit = unit.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '€'));
        if UNITS.contains(&unit) && number.ends_with(|c: char| c.is_ascii_digit() || c == '}') {
            faults.push(format!("U+00A0 stands between a number and « {unit} »"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_that_breaks_is_found_where_none_may() {
        for good in [
            "a = Oui\u{a0}: «\u{a0}non\u{a0}»\u{202f}?",
            "a = { $n ->",
            "a = 17\u{a0}h\u{a0}30, https://x",
            "   *[other] x",
        ] {
            assert_eq!(faults(good), Vec::<String>::new(), "{good}");
        }
        for wrong in
            ["a = Oui : x", "a = Oui ?", "a = Oui\u{a0}?", "a = «oui »", "a = l'eau", "a = 17 h", "a = { $n } min."]
        {
            assert!(!faults(wrong).is_empty(), "{wrong}");
        }
    }

    #[test]
    fn only_french_is_set_so() {
        let tree = Tree::of(&[("a/lang/fr.ftl", "# a : b\na = b : c\n"), ("a/lang/en.ftl", "a = b : c\n")]);
        let places: Vec<_> = check(&tree).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(places, [("a/lang/fr.ftl".to_owned(), 2)]);
    }
}
