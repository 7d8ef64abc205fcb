//! Bytes become fields: text in UTF-8, and no more of it than a form may hold. What is not so is said of its field, and the rest is
//! kept: what was typed comes back (ADR 0020).
use crate::{form::Unfit, signs::is_strange};

/// The most text of a form, in bytes, with the names of its fields.
pub(crate) const FORM: usize = 64 * 1024;
/// The most bytes of a form that are kept while it comes: three are needed to write one in an address.
pub(crate) const KEPT: usize = 4 * FORM;
/// The most bytes of one field that are kept.
const ONE: usize = 3 * FORM;
/// The most fields of a form.
pub(crate) const MANY: usize = 4_000;
/// A text that is not cut, however many others there are, in bytes.
const SHORT: usize = 1024;

/// A field as it came, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Field {
    pub name: String,
    pub text: String,
    pub unfit: Option<Unfit>,
}

impl Field {
    /// What these bytes say, as far as they are text; `cut` when more came than was kept.
    pub fn of(name: &[u8], text: &[u8], cut: bool) -> Self {
        let ((name, whole_name), (text, whole_text)) = (said(name), said(text));
        let unfit = if cut {
            Some(Unfit::Long)
        } else if !(whole_name && whole_text) {
            Some(Unfit::NoText)
        } else {
            (is_strange(&name) || is_strange(&text)).then_some(Unfit::NoKey)
        };
        Self { name, text, unfit }
    }
}

/// The text in these bytes, and whether they are text alone. Nothing takes the place of what is none.
fn said(bytes: &[u8]) -> (String, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), true),
        Err(_) => (bytes.utf8_chunks().map(|chunk| chunk.valid()).collect(), false),
    }
}

/// The fields of a form without files, as it comes.
#[derive(Default)]
pub(crate) struct Coming {
    whole: Vec<Field>,
    open: Vec<u8>,
    kept: usize,
    cut: bool,
}

impl Coming {
    /// Takes the next bytes; of a field that is too long, what follows is let go of. Gives how many are kept.
    pub fn take(&mut self, bytes: &[u8]) -> usize {
        for (at, part) in bytes.split(|byte| *byte == b'&').enumerate() {
            if at > 0 {
                self.close();
            }
            let room = ONE.saturating_sub(self.open.len()).min(KEPT.saturating_sub(self.kept));
            self.cut |= part.len() > room;
            let part = part.get(..room).unwrap_or(part);
            self.open.extend_from_slice(part);
            // An empty field takes its place too.
            self.kept += part.len() + usize::from(at > 0);
        }
        self.kept
    }

    fn close(&mut self) {
        let (mut pair, cut) = (std::mem::take(&mut self.open), std::mem::take(&mut self.cut));
        if cut && let Some(at) = pair.iter().rposition(|byte| *byte == b'%').filter(|at| at + 3 > pair.len()) {
            pair.truncate(at);
        }
        if self.whole.len() <= MANY {
            self.whole.extend(field(&pair, cut));
        }
    }

    /// Every field.
    pub fn end(mut self) -> Vec<Field> {
        self.close();
        self.whole
    }
}

/// The fields of the query of an address.
pub(crate) fn of_query(query: &str) -> Vec<Field> {
    query.split('&').filter_map(|pair| field(pair.as_bytes(), false)).collect()
}

fn field(pair: &[u8], cut: bool) -> Option<Field> {
    let (name, text) = match pair.iter().position(|byte| *byte == b'=') {
        Some(at) => (pair.get(..at)?, pair.get(at + 1..)?),
        None => (pair, &[][..]),
    };
    (!pair.is_empty()).then(|| Field::of(&plain(name), &plain(text), cut))
}

/// The bytes that are meant: a plus is a space, and what is written in percents is one byte.
fn plain(coded: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (mut plain, mut rest) = (Vec::with_capacity(coded.len()), coded);
    loop {
        let (byte, next) = match rest {
            [b'%', high, low, next @ ..] if let (Some(high), Some(low)) = (digit(*high), digit(*low)) => {
                (high << 4 | low, next)
            }
            [b'+', next @ ..] => (b' ', next),
            [byte, next @ ..] => (*byte, next),
            [] => return plain,
        };
        plain.push(byte);
        rest = next;
    }
}

/// Cuts the longest texts until a form may hold them; `false` when there are too many, or they are too many to be cut.
pub(crate) fn fit(fields: &mut [Field]) -> bool {
    let all = fields.iter().map(|field| field.name.len() + field.text.len() + 1).sum::<usize>();
    let mut over = all.saturating_sub(FORM);
    if fields.len() > MANY {
        return false;
    }
    while over > 0 {
        let longest = fields.iter_mut().max_by_key(|field| field.text.len()).filter(|field| field.text.len() > SHORT);
        let Some(Field { text, unfit, .. }) = longest else { return false };
        let whole = text.len();
        text.truncate(text.floor_char_boundary(whole.saturating_sub(over).max(SHORT)));
        over = over.saturating_sub(whole - text.len());
        *unfit = Some(Unfit::Long);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields of this body, come in pieces of so many bytes.
    fn came(body: &[u8], size: usize) -> Vec<Field> {
        let mut coming = Coming::default();
        for chunk in body.chunks(size) {
            coming.take(chunk);
        }
        coming.end()
    }

    #[test]
    fn a_form_is_read_as_browsers_write_it_however_it_comes() {
        let body = b"a=%C3%A9t%c3%a9+%2B&b&=c&&d=1=2&e=%zz%4";
        for size in 1..body.len() {
            let read: Vec<_> = came(body, size).into_iter().map(|one| (one.name, one.text, one.unfit)).collect();
            let wanted = [("a", "été +"), ("b", ""), ("", "c"), ("d", "1=2"), ("e", "%zz%4")];
            assert_eq!(read, wanted.map(|(name, text)| (name.to_owned(), text.to_owned(), None)), "{size}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_said_and_nothing_takes_their_place() {
        for body in [&b"mot=\xe9t\xe9&b=1"[..], b"mot=%E9t%e9&b=1", b"mot=%ED%A0%80t&b=1"] {
            let read = came(body, 4);
            assert_eq!((read[0].text.as_str(), read[0].unfit), ("t", Some(Unfit::NoText)), "{}", body.escape_ascii());
            assert_eq!((read[1].text.as_str(), read[1].unfit), ("1", None));
        }
        assert_eq!(of_query("q=%ff")[0].unfit, Some(Unfit::NoText));
        assert_eq!(of_query("q=%EF%BF%BD")[0], Field { name: "q".into(), text: "\u{fffd}".into(), unfit: None });
    }

    #[test]
    fn of_a_text_that_is_too_long_the_beginning_is_kept_and_all_of_the_others() {
        for long in [FORM + 10, 400_000, 3_000_000] {
            let body = format!("csrf=a&mot={}&b=%C3%A9&c=1", "%C3%A9".repeat(long / 2));
            let mut read = came(body.as_bytes(), 16_000);
            assert!(read.iter().map(|one| one.text.len()).sum::<usize>() <= KEPT, "{long}");
            assert!(fit(&mut read), "{long}");
            assert_eq!(read[1].unfit, Some(Unfit::Long), "{long}");
            assert!(read[1].text.len() > FORM - 100 && read[1].text.chars().all(|sign| sign == 'é'), "{long}");
            let others: Vec<_> = [0, 2, 3].map(|at| (read[at].text.as_str(), read[at].unfit)).into();
            assert_eq!(others, [("a", None), ("é", None), ("1", None)], "{long}");
        }
        for many in ["a=1&".repeat(30_000), format!("a={}&", "b".repeat(1_000)).repeat(200)] {
            assert!(!fit(&mut came(many.as_bytes(), 1_000)), "too many");
        }
    }
}
