//! The bytes of a file as text, and spellings brought together.
use crate::Reason;
use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;

/// The text of a file of at most so many bytes, or the line from which it is none.
///
/// # Errors
/// It is too big, or no text from that line on.
pub fn decode(bytes: &[u8], most: usize) -> Result<Cow<'_, str>, (u64, Reason)> {
    if bytes.len() > most {
        return Err((1, Reason::TooBig));
    }
    let (bytes, marked) = bytes.strip_prefix(b"\xef\xbb\xbf").map_or((bytes, false), |rest| (rest, true));
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // A few wrong bytes among letters of UTF-8 are a spoilt file: as Windows-1252 every name would be spoilt.
        Err(wrong) if marked || mostly_utf8(bytes) => {
            let sound = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
            return Err((sound.split(|byte| *byte == b'\n').count() as u64, Reason::NotText));
        }
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    // An old Macintosh ends its lines with a carriage return alone, and so may one line of a file put together.
    let alone = text.matches('\r').count() > text.matches("\r\n").count();
    Ok(if alone { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text })
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    letters > wrong
}

/// One spelling for the many of a heading, a name or a class: small letters without accents, words between single
/// spaces. What has neither letter nor digit stays as it is: « - » and « . » are two.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            // Accents that stand apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    let words = folded.trim();
    if words.is_empty() { text.trim().to_owned() } else { words.to_owned() }
}
