//! Names of people, found in a text that is to be kept or published without them.
use kernel::fold;

/// Words that announce a name.
const CIVILITIES: [&str; 10] =
    ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "prof", "professeur", "eleve"];

/// The names found in `text`, as given in `people` (given name, family name): both names side by side in either order, an
/// initial and the family name, or the family name after a civility. A given name alone is not one: too many are also words.
pub fn names_in(text: &str, people: &[(String, String)]) -> Vec<String> {
    let text = words(text);
    let mut found: Vec<String> = people
        .iter()
        .filter(|(given, family)| is_named(&text, &words(given), &words(family)))
        .map(|(given, family)| format!("{given} {family}"))
        .collect();
    found.sort();
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
        let initial = given.first().and_then(|given| given.chars().next());
        CIVILITIES.contains(&last)
            || (!given.is_empty() && (before.ends_with(given) || after.starts_with(given)))
            || (initial.is_some() && last.chars().count() == 1 && last.chars().next() == initial)
    })
}

/// The words of a text, in plain lower-case letters.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
