//! Rust read just closely enough to tell code, text and comments apart.

/// What a file says.
pub struct Source {
    /// The code, with comments and the inside of texts replaced by spaces; every line keeps its number.
    pub code: String,
    /// The texts between quotes, with the line each begins on.
    pub texts: Vec<(usize, String)>,
}

/// Takes a file apart; a `mod tests { … }` at its end is left out.
pub fn read(text: &str) -> Source {
    let text = without_tests(text);
    let bytes = text.as_bytes();
    let (mut code, mut texts, mut line, mut at) = (String::with_capacity(text.len()), vec![], 1, 0);
    while at < bytes.len() {
        let rest = &text[at..];
        let (length, said) = match bytes[at] {
            b'/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
            b'/' if rest.starts_with("/*") => (comment(rest), None),
            b'"' => quoted(rest),
            b'r' | b'b' if !after_name(bytes, at) && raw(rest).is_some() => raw(rest).unwrap_or((1, None)),
            b'\'' => (character(rest), None),
            _ => {
                let one = rest.chars().next().map_or(1, char::len_utf8);
                code.push_str(&rest[..one]);
                line += usize::from(bytes[at] == b'\n');
                at += one;
                continue;
            }
        };
        let whole = &rest[..length];
        if let Some(said) = said {
            texts.push((line, said));
        }
        code.extend(whole.chars().map(|c| if matches!(c, '\n' | '"') { c } else { ' ' }));
        line += whole.matches('\n').count();
        at += length;
    }
    Source { code, texts }
}

fn without_tests(text: &str) -> &str {
    let begins = ["\n#[cfg(test)]\nmod tests {", "\n#[cfg(test)]\nmod test {"];
    begins.iter().find_map(|begin| text.find(begin)).map_or(text, |end| &text[..=end])
}

fn after_name(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> (usize, Option<String>) {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (at + 1, Some(rest[1..at].to_owned())),
            _ => {}
        }
    }
    (rest.len(), None)
}

/// `r"…"`, `r#"…"#`, `br"…"`.
fn raw(rest: &str) -> Option<(usize, Option<String>)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let marks = after.len() - after.trim_start_matches('#').len();
    let inside = after[marks..].strip_prefix('"')?;
    let end = inside.find(&format!("\"{}", "#".repeat(marks)))?;
    let before = rest.len() - inside.len();
    Some((before + end + 1 + marks, Some(inside[..end].to_owned())))
}

/// A character between quotes; a lifetime is only its quote.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some(_)) => chars.find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_texts_and_comments_are_told_apart() {
        let source = read(
            "fn f<'a>(c: char) -> &'a str {\n    // \"not said\" /*\n    let q = '\"'; let e = '\\'';\n    r#\"a \"raw\" one\"#\n}\n/* \"nor\n   this\" */ const T: &str = \"two \\\" lines\n  long\";\n",
        );
        assert_eq!(source.texts, [(4, "a \"raw\" one".into()), (7, "two \\\" lines\n  long".into())]);
        assert!(source.code.contains("fn f<'a>(c: char)") || source.code.contains("fn f< a>(c: char)"));
        assert!(!source.code.contains("not said") && !source.code.contains("nor"));
        assert_eq!(source.code.lines().count(), 8);
    }

    #[test]
    fn tests_at_the_end_are_left_out() {
        let source = read("const A: &str = \"kept\";\n#[cfg(test)]\nmod tests {\n    const B: &str = \"left\";\n}\n");
        assert_eq!(source.texts, [(1, "kept".into())]);
    }
}
