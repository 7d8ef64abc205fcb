//! Small rules of writing.
use std::borrow::Cow;

/// The text in plain lower-case letters, without accents: what two spellings of one name have in common.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' | 'æ' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' | 'ì' => 'i',
            'ñ' => 'n',
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'œ' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'ÿ' | 'ý' => 'y',
            '’' | '\'' | '-' | '_' => ' ',
            c => c,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
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
