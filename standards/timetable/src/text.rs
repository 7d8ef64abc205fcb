//! Spellings brought together.

/// A text on one line, with single spaces between its words.
pub fn spaced(text: &str) -> String {
    text.replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in one cell or line, separated: `2GT1, 2GT2`.
pub fn several(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(spaced).filter(|one| !one.is_empty()).collect()
}
