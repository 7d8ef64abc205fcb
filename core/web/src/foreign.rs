//! French that is left on a page of another language: whoever reads it aloud is told, and it is set from left to right.
//!
//! A sentence does not know whether it lands in a text or in an attribute. It is written between two signs that no text has, and the
//! whole page is gone through once: a `span` in a text, nothing elsewhere.
use crate::Lang;

/// Where French begins: a code point that Unicode keeps for such use inside a program.
pub const OPEN: char = '\u{FDD0}';
/// Where it ends.
pub const CLOSE: char = '\u{FDD1}';

/// Elements that hold text only.
const BARE: &[&str] = &["title", "option", "textarea"];

/// The page with its French said to be French.
pub fn marked(html: String) -> String {
    if !html.contains(OPEN) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 256);
    // In a tag, and between which quotes; the element that holds text only.
    let (mut tag, mut quote, mut bare) = (false, None, None);
    for (at, c) in html.char_indices() {
        match c {
            OPEN | CLOSE if tag || bare.is_some() => {}
            OPEN => out.push_str("<span lang=\"fr\" dir=\"ltr\">"),
            CLOSE => out.push_str("</span>"),
            _ => {
                match (c, tag) {
                    ('<', false) => {
                        tag = true;
                        bare = element(&html[at + 1..]);
                    }
                    ('"' | '\'', true) if quote.is_none_or(|open| open == c) => {
                        quote = if quote.is_none() { Some(c) } else { None };
                    }
                    ('>', true) if quote.is_none() => tag = false,
                    _ => {}
                }
                out.push(c);
            }
        }
    }
    out
}

/// The element that this tag opens, where it holds text only.
fn element(tag: &str) -> Option<&'static str> {
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    BARE.iter().copied().find(|bare| *bare == name)
}

/// What somebody wrote in French, for a page of this language.
pub fn french(lang: Lang, text: &str) -> String {
    if lang.tag() == "fr" { text.to_owned() } else { format!("{OPEN}{text}{CLOSE}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_is_said_to_be_french_in_texts_and_not_in_attributes() {
        let page = format!(
            "<title>{OPEN}A{CLOSE}</title><p title=\"a > {OPEN}b{CLOSE}\">{OPEN}c{CLOSE}, d</p><option>{OPEN}e{CLOSE}</option>f"
        );
        let said =
            "<title>A</title><p title=\"a > b\"><span lang=\"fr\" dir=\"ltr\">c</span>, d</p><option>e</option>f";
        assert_eq!(marked(page), said);
        assert_eq!((french(Lang::Falc, "b"), french(Lang::Tr, "b")), ("b".to_owned(), format!("{OPEN}b{CLOSE}")));
    }
}
