//! A guide names what stands on the page: each word between « guillemets » is one that the house says.
use super::{Finding, line_of};
use crate::tree::Tree;
use std::collections::BTreeSet;

/// The French guides.
const GUIDES: &str = "docs/guides/";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let said: BTreeSet<_> = tree.ending("/fr.ftl").flat_map(|file| file.text.lines()).filter_map(sentence).collect();
    let mut findings = vec![];
    for file in tree.ending(".md").filter(|file| file.path.starts_with(GUIDES)) {
        for (at, _) in file.text.match_indices('«') {
            let Some((named, _)) = file.text[at + '«'.len_utf8()..].split_once('»') else { continue };
            if !said.contains(&plain(named)) {
                let mend = format!("no page says « {} »: name the button or the page as it is", plain(named));
                findings.push(Finding::new(&file.path, line_of(&file.text, at), mend));
            }
        }
    }
    findings
}

/// What a line of a language file says.
fn sentence(line: &str) -> Option<String> {
    let said = line.split_once(" = ").map(|(_, said)| said).or_else(|| line.split_once("] ").map(|(_, said)| said))?;
    Some(plain(said))
}

/// The words, one space between them, without what ends a question.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !["?", ":"].contains(word));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_that_is_nowhere_is_found() {
        let book = ("capabilities/desk/lang/fr.ftl", "desk-next = Prendre le suivant\ndesk-who = Qui m’aide ?\n");
        let found = |guide: &str| check(&Tree::of(&[book, ("docs/guides/professeur.md", guide)])).len();
        assert_eq!(found("Puis « Prendre le\n   suivant » : « Qui m’aide ? »"), 0);
        assert_eq!(found("Puis « Prendre la suivante »."), 1);
    }
}
