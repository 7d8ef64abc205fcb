//! A family name and a given name written in one cell, as « Mme DE LA TOUR Inès-Marie »: the family name is in capitals.
use super::{Reason, cell};

/// What may stand before a name.
const TITLES: [&str; 9] = ["m", "m.", "mr", "mme", "mme.", "mlle", "monsieur", "madame", "mademoiselle"];

/// The family name and the given name of a cell.
pub fn parted(cell: &str) -> Result<(String, String), Reason> {
    let mut words: Vec<&str> = cell.split_whitespace().collect();
    if words.first().is_some_and(|word| TITLES.contains(&word.to_lowercase().as_str())) {
        words.remove(0);
    }
    let capital = |word: &&&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let leading = words.iter().take_while(capital).count();
    let trailing = words.iter().rev().take_while(capital).count();
    let (family, given) = match (leading, trailing) {
        (at, _) if at > 0 && at < words.len() => words.split_at(at),
        (0, at) if at > 0 && at < words.len() => {
            let (given, family) = words.split_at(words.len() - at);
            (family, given)
        }
        _ => return Err(Reason::WholeName),
    };
    Ok((cell::name(&family.join(" "))?, cell::name(&given.join(" "))?))
}
