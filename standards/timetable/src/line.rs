//! Content lines of iCalendar: unfolded, then cut into name, parameters and value.
use crate::{Fault, Reason, cells::MOST, fault::of_line};
use table::decode;

/// The longest line, unfolded, in bytes.
pub const LONGEST: usize = 64 << 10;

/// The lines of a file, none of them empty, each with its number in the file.
pub struct Lines {
    text: String,
    numbers: Vec<u32>,
}

impl Lines {
    /// Unfolds before it decodes: a program may fold within a letter.
    pub fn unfold(file: &str, bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MOST {
            return Err(of_line(file, 1, Reason::TooBig));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
        let (mut text, mut numbers, mut start) = (Vec::with_capacity(bytes.len()), Vec::new(), 0);
        for (number, line) in (1_u32..).zip(bytes.split(|byte| *byte == end)) {
            let folded = matches!(line.first(), Some(b' ' | b'\t')) && !numbers.is_empty();
            let line = if folded { line.get(1..).unwrap_or_default() } else { line };
            if !folded && !line.trim_ascii().is_empty() {
                if !text.is_empty() {
                    text.push(b'\n');
                }
                start = text.len();
                numbers.push(number);
            }
            text.extend(line.iter().filter(|byte| **byte != b'\r'));
            if text.len() - start > LONGEST {
                return Err(of_line(file, number.into(), Reason::TooLong));
            }
        }
        let at = |line: u64| usize::try_from(line - 1).ok().and_then(|line| numbers.get(line)).copied().unwrap_or(1);
        let text =
            decode(&text, MOST).map_err(|(line, reason)| of_line(file, at(line).into(), reason.into()))?.into_owned();
        Ok(Self { text, numbers })
    }

    /// Each line, with its number.
    pub fn each(&self) -> impl Iterator<Item = (u64, &str)> {
        self.numbers.iter().map(|number| u64::from(*number)).zip(self.text.split('\n'))
    }
}

/// `NAME;PARAMETER=value:value`.
pub struct Property<'t> {
    pub line: u64,
    pub name: &'t str,
    parameters: &'t str,
    pub value: &'t str,
}

impl<'t> Property<'t> {
    /// The property of this line, if it is one.
    pub fn of(line: u64, text: &'t str) -> Option<Self> {
        let mut quoted = false;
        let colon = text.find(|letter: char| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        })?;
        let (head, value) = (text.get(..colon)?, text.get(colon + 1..)?);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let name = name.trim();
        let named = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
        (named && !name.is_empty()).then(|| Self { line, name, parameters, value: value.trim() })
    }

    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// What this parameter says, without its quotation marks.
    pub fn parameter(&self, name: &str) -> Option<&'t str> {
        let mut quoted = false;
        let parts = self.parameters.split(move |letter: char| {
            quoted ^= letter == '"';
            letter == ';' && !quoted
        });
        let mut parts = parts.filter_map(|part| part.split_once('='));
        let (_, value) = parts.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }

    /// The value as a text: `\n`, `\,`, `\;` and `\\` are what they stand for.
    pub fn text(&self) -> String {
        let (mut text, mut letters) = (String::with_capacity(self.value.len()), self.value.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                letter => text.push(letter),
            }
        }
        text
    }
}
