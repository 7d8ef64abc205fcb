//! Signs that nobody types: they are taken out of what comes.

/// Whether this sign shows nothing: a text of these alone is empty, as one of spaces is.
fn is_unseen(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
}

/// Whether no keyboard has this sign: a control character that neither ends a line nor is a tab.
fn is_no_key(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')
}

/// Whether a sign that no keyboard has is in the text.
pub(crate) fn is_strange(text: &str) -> bool {
    text.contains(is_no_key)
}

/// Whether this sign turns what stands around it: it comes with what is copied (a telephone number from a list), and would let a name be
/// read otherwise than it is written.
fn is_turning(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without the signs that nobody types; nothing where all that is left shows nothing.
pub(crate) fn plain(mut text: String) -> String {
    text.retain(|sign| !is_no_key(sign) && !is_turning(sign));
    if text.chars().all(is_unseen) {
        text.clear();
    }
    text
}
