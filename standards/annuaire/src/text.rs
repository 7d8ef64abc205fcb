//! From bytes to text, and where a quotation mark goes wrong.
use std::borrow::Cow;

/// The text of a file.
pub struct Text<'b> {
    pub text: Cow<'b, str>,
    /// Whether the file is UTF-8 with bytes that are not: each stands as U+FFFD, and no cell may hold one.
    pub spoilt: bool,
}

/// UTF-8 with or without BOM; else Windows-1252, in which every byte is a letter.
///
/// One spoilt byte in a UTF-8 file must not turn every « é » of the file into two letters: a file without valid UTF-8, or
/// with less of it than of bytes that are not, is Windows-1252; any other is UTF-8, spoilt.
pub fn decode(bytes: &[u8]) -> Text<'_> {
    let (marked, bytes) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let (text, spoilt) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) if marked || mostly_utf8(bytes) => (String::from_utf8_lossy(bytes), true),
        Err(_) => (bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(), false),
    };
    // An old Macintosh ends its lines with a carriage return alone, and so may one line of a file put together.
    let alone = text.matches('\r').count() > text.matches("\r\n").count();
    let text = if alone { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text };
    Text { text, spoilt }
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    letters > wrong
}

/// The letter of a byte in Windows-1252: Latin-1, but for 0x80–0x9F. Five bytes are no letter there and stay controls.
fn windows_1252(byte: u8) -> char {
    const SIGNS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Which cell of this row, if any, a quotation mark opens and never closes, or closes only after it has swallowed rows: a
/// line may be broken within quotes, but a semicolon after the break says that a row was eaten.
pub fn swallowed(row: &str) -> Option<usize> {
    let mut cell = 0;
    let mut bytes = row.bytes().peekable();
    loop {
        if bytes.next_if_eq(&b'"').is_some() {
            let (mut broken, mut closed) = (false, false);
            while let Some(byte) = bytes.next() {
                match byte {
                    b'"' if bytes.next_if_eq(&b'"').is_none() => {
                        closed = true;
                        break;
                    }
                    b'\n' => broken = true,
                    b';' if broken => return Some(cell),
                    _ => {}
                }
            }
            if !closed {
                return Some(cell);
            }
        }
        bytes.find(|byte| *byte == b';')?;
        cell += 1;
    }
}
