//! Small rules of writing.

/// The text in plain lower-case letters, without accents: what two spellings of one name have in common.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => Some('a'),
            'ç' => Some('c'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'î' | 'ï' | 'í' | 'ì' => Some('i'),
            'ñ' => Some('n'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => Some('o'),
            'ù' | 'û' | 'ü' | 'ú' => Some('u'),
            'ÿ' | 'ý' => Some('y'),
            'œ' => Some('o'),
            'æ' => Some('a'),
            '’' | '\'' | '-' | '_' => Some(' '),
            c => Some(c),
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Two letters for a face: the first of each name.
pub fn initials(given: &str, family: &str) -> String {
    given.chars().take(1).chain(family.chars().take(1)).flat_map(char::to_uppercase).collect()
}
