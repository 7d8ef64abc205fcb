//! Words of the house that nobody should have to learn: the sentences say « programme », « bureau d’aide », « pour le numérique ».
use super::Finding;
use crate::tree::Tree;

/// Each word, as it stands between others, and what to say instead. A capital at its beginning is the same word.
const WORDS: &[(&str, &str)] = &[
    ("dispositif", "a programme is « programme »"),
    ("dispositifs", "programmes are « programmes »"),
    ("RRUPN", "say what one asks them: « pour les questions de numérique »"),
    ("BAR", "say « bureau d’aide »"),
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for file in tree.ending(".ftl") {
        for (n, line) in file.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            let mut words = said.split(|c: char| !c.is_alphanumeric());
            let named = words.find_map(|word| WORDS.iter().find(|(one, _)| same(word, one)));
            findings.extend(named.map(|(word, mend)| Finding::new(&file.path, n + 1, format!("{word}: {mend}"))));
        }
    }
    findings
}

fn same(word: &str, known: &str) -> bool {
    word == known || (known.starts_with(char::is_lowercase) && word.to_lowercase() == known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_house_is_found_in_what_is_said_and_not_in_a_key() {
        let text = "a-dispositif = Programme\nb = Ce Dispositif s’arrête.\nc = Un barème\nd = Le BAR, le soir\n    *[other] les dispositifs\n";
        let found: Vec<_> = check(&Tree::of(&[("a/lang/fr.ftl", text)])).into_iter().map(|one| one.line).collect();
        assert_eq!(found, [2, 4, 5]);
    }
}
