//! Names of people, found in a text that is to be kept or published without them.
use kernel::fold;
use std::collections::HashSet;

/// Words that announce a name.
const CIVILITIES: [&str; 11] =
    ["m", "m.", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "prof", "professeur", "eleve"];

/// The names found in `text`, as given in `people` (given name, family name): both names side by side in either order, an
/// initial with its full stop and the family name, or the family name after a civility. A given name alone is not one: too many are also words.
pub fn names_in(text: &str, people: &[(String, String)]) -> Vec<String> {
    let text = words(text);
    let known: HashSet<&str> = text.iter().map(String::as_str).collect();
    let mut found: Vec<String> = people
        .iter()
        .filter(|(given, family)| {
            let family = words(family);
            family.iter().all(|word| known.contains(word.as_str())) && is_named(&text, &words(given), &family)
        })
        .map(|(given, family)| format!("{given} {family}"))
        .collect();
    found.sort_by_cached_key(|name| (kernel::order(&[name]), name.clone()));
    found.dedup();
    found
}

fn is_named(text: &[String], given: &[String], family: &[String]) -> bool {
    if family.is_empty() {
        return false;
    }
    text.windows(family.len()).enumerate().filter(|(_, window)| *window == family).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + family.len()..).unwrap_or_default());
        let last = before.last().map(String::as_str).unwrap_or_default();
        let initial = given.first().and_then(|given| given.chars().next()).map(|letter| format!("{letter}."));
        CIVILITIES.contains(&last)
            || (!given.is_empty() && (before.ends_with(given) || after.starts_with(given)))
            || initial.is_some_and(|initial| initial == last)
    })
}

/// The words of a text, in plain lower-case letters; a single letter keeps its full stop, so that « C. Auvray » is not « c’est ».
fn words(text: &str) -> Vec<String> {
    let text = fold(text);
    let mut words = vec![];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_alphanumeric() {
            continue;
        }
        let mut word = String::from(letter);
        while let Some(letter) = letters.next_if(|letter| letter.is_alphanumeric()) {
            word.push(letter);
        }
        if word.chars().nth(1).is_none() && letters.next_if_eq(&'.').is_some() {
            word.push('.');
        }
        words.push(word);
    }
    words
}
