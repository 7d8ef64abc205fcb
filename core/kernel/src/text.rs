//! Small rules of writing.
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text in plain lower-case letters, without accents: what two spellings of one name have in common. `œ` is `oe`, `æ` is `ae`,
/// as French dictionaries have it; apostrophes and hyphens are spaces, and spaces are single.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match letter {
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'þ' => plain.push_str("th"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            '’' | '\'' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '-' | '\u{2010}' | '\u{2011}' | '–' | '_' => {
                plain.push(' ');
            }
            other => plain.push(other),
        }
    }
    single_spaces(&plain)
}

/// Where a name stands among others, as French people look for it: bytes to be compared, the same on every database. The first
/// part counts before the second; accents, capitals, apostrophes and hyphens do not count; a particle stands where the school
/// writes it (de Villiers under D).
pub fn order(parts: &[&str]) -> Vec<u8> {
    parts.iter().map(|part| fold(part)).collect::<Vec<_>>().join("\u{1}").into_bytes()
}

/// Sorts a short list by name, in that order; what bears one name stays as it stood.
pub fn sort_by_name<T>(list: &mut [T], name: impl for<'a> Fn(&'a T) -> &'a str) {
    list.sort_by_cached_key(|one| order(&[name(one)]));
}

/// The text in the one spelling that is kept: an accent is part of its letter (Unicode's NFC), whatever machine it was typed on.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The text with single spaces, and none around it.
pub fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with each line ended by a line feed. An old Macintosh ends them with a carriage return alone, and so may one line of
/// a file put together; who counts lines then says which line it is.
pub fn line_feeds(text: &str) -> Cow<'_, str> {
    let alone = text.matches('\r').count() > text.matches("\r\n").count();
    if alone { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Two letters for a face: the first of each name.
pub fn initials(given: &str, family: &str) -> String {
    given.chars().take(1).chain(family.chars().take(1)).flat_map(char::to_uppercase).collect()
}
