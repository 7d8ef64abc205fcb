//! What a person sent, and the same given back to them beside what is to be mended.
mod state;

pub use state::FormState;

use crate::{Error, Result, fields::Field, signs::plain};
use bytes::Bytes;
use files::Kind;
use std::{
    any::Any,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// A form as it arrived: fields in order, files already kept under opaque names.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// The files that came with it.
    pub uploads: Vec<Upload>,
    /// The files that were not taken: the field each came in, and the key of the sentence that says why.
    pub left_out: Vec<(String, &'static str)>,
    /// A piece of a file on its way.
    pub(crate) piece: Option<Bytes>,
    /// The files that came before the form, in pieces.
    pub(crate) sent: Vec<Sent>,
    /// The fields in which something came that cannot be kept as it is: what it was, and the sentence that says so.
    pub(crate) unfit: Vec<(String, Unfit, String)>,
    /// What names this very form: sent again, it is the same.
    pub(crate) key: Option<[u8; 32]>,
    /// Whether a page has cut what a field says.
    pub(crate) shortened: Arc<AtomicBool>,
    /// Whether it came before, and its answer showed a secret: it is to be shown again, and nothing else done.
    pub again: bool,
    /// What another server sent where it is no form: JSON, as it came.
    pub json: Option<Bytes>,
    /// What the route's `prepare` step found out (a verified password).
    pub prepared: Option<Arc<dyn Any + Send + Sync>>,
}

/// What cannot be kept of a text as it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A sign that no keyboard has.
    NoKey,
    /// Bytes that are no text.
    NoText,
    /// More than a form may hold.
    Long,
}

impl Unfit {
    /// The keys of the sentences that say it: beside a field, above a form that comes back, as the title and text of a page.
    pub(crate) const fn said(self) -> [&'static str; 4] {
        match self {
            Self::NoKey => ["shell-strange-field", "shell-again-strange", "shell-strange", "shell-strange-text"],
            Self::NoText => ["shell-no-text-field", "shell-again-no-text", "shell-no-text", "shell-no-text-text"],
            Self::Long => ["shell-long-field", "shell-again-long", "shell-long", "shell-long-text"],
        }
    }
}

/// A file that came with a form, admitted by its content and kept in the file store.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The field it came in.
    pub field: String,
    /// Its opaque name in the file store.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
    /// Under which name a page that refused it gives it back.
    pub(crate) token: String,
}

/// A file that came before its form, in pieces.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// What the device calls it.
    pub token: String,
    /// Its size as kept.
    pub size: u64,
    /// What it is.
    pub kind: Kind,
    /// Whether a form took it before: only the same form may name it again.
    pub spent: bool,
}

impl Upload {
    /// What a form says of it when it comes again: its field and its name.
    pub fn again(&self) -> String {
        format!("{} {}", self.field, self.token)
    }

    /// The word of what it is: `image`, `audio`, `video` or `application`.
    pub fn sort(&self) -> &'static str {
        self.kind.media().split('/').next().unwrap_or_default()
    }

    /// Where its person looks at it, until the form that names it is taken.
    pub fn seen_at(&self) -> String {
        format!("/envoi/{}/vue", self.token)
    }
}

impl Form {
    /// A form of these fields; for tests and for the dispatcher. The signs that nobody types are taken out, and said:
    /// no keyboard has them, and PostgreSQL keeps no text with a NUL. A letter and its accent are one, on whatever machine they were typed.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self::read(fields.into_iter().map(|(name, text)| Field::of(name.as_bytes(), text.as_bytes(), false)).collect())
    }

    /// The same of fields as they came.
    pub(crate) fn read(fields: Vec<Field>) -> Self {
        let mut form = Self::default();
        for Field { name, text, unfit } in fields {
            let name = plain(name);
            form.unfit.extend(unfit.map(|unfit| (name.clone(), unfit, String::new())));
            form.fields.push((name, kernel::composed(&plain(text))));
        }
        form
    }

    /// The field's text, trimmed; empty when absent.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text.trim())
    }

    /// The field's text, its lines ended in one way. Of one that is longer than `most` signs this is the beginning, and what is done
    /// with it is undone: nobody's words are cut unseen. The form comes back whole, to be shortened.
    pub fn short(&self, name: &str, most: usize) -> String {
        let text = self.text(name).replace("\r\n", "\n");
        let Some((end, _)) = text.char_indices().nth(most) else { return text };
        self.shortened.store(true, Ordering::Relaxed);
        text.get(..end).unwrap_or_default().to_owned()
    }

    /// Every value of a field that may come several times, trimmed.
    pub fn texts<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.trim())
    }

    /// Whether the field came with anything.
    pub fn has(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// What an optional field names: nothing, or something that has this kind of name. Anything else is hidden: it never counts as
    /// nothing.
    pub fn id<T: FromStr>(&self, name: &str) -> Result<Option<T>> {
        named(self.text(name))
    }

    /// Every thing that a field names.
    pub fn ids<T: FromStr>(&self, name: &str) -> Result<Vec<T>> {
        let said = self.texts(name).filter(|said| !said.is_empty());
        said.map(|said| said.parse().map_err(|_| Error::NotFound)).collect()
    }

    /// What an optional field names among those one may name; nothing when it is empty. Anything else is hidden.
    pub fn among<'t, T, I: FromStr + PartialEq>(
        &self,
        name: &str,
        those: &'t [T],
        id: impl Fn(&T) -> I,
    ) -> Result<Option<&'t T>> {
        among(self.text(name), those, id)
    }

    /// Takes every value of a field away.
    pub(crate) fn take(&mut self, name: &str) -> Vec<String> {
        self.fields.extract_if(.., |(field, _)| field == name).map(|(_, value)| value).collect()
    }

    /// Fields in order.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

/// What a text names: nothing where it is empty. What is no name is hidden.
fn named<T: FromStr>(said: &str) -> Result<Option<T>> {
    if said.is_empty() { Ok(None) } else { said.parse().map(Some).map_err(|_| Error::NotFound) }
}

/// What a text names among those one may name.
pub(crate) fn among<'t, T, I: FromStr + PartialEq>(
    said: &str,
    those: &'t [T],
    id: impl Fn(&T) -> I,
) -> Result<Option<&'t T>> {
    let Some(said) = named::<I>(said)? else { return Ok(None) };
    those.iter().find(|one| id(one) == said).map(Some).ok_or(Error::NotFound)
}

/// Whether what is typed in this field is never given back.
fn is_hidden(name: &str) -> bool {
    matches!(name, "pin" | "password" | "pin2" | "password2" | "password3")
}

/// Whether what is typed in this field opens something: a form that holds it is not kept for later.
pub(crate) fn is_secret(name: &str) -> bool {
    is_hidden(name) || matches!(name, "code" | "cle" | "secret")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_keyboard_has_is_not_typed() {
        let form = Form::of(vec![("mot".into(), "a\0b\u{7}é\n\tc".into())]);
        assert_eq!((form.text("mot"), form.unfit.len()), ("abé\n\tc", 1));
        assert!(FormState::of(&form).refused());
    }

    #[test]
    fn a_text_that_shows_nothing_is_empty() {
        for text in ["\u{200b}", "\u{2060}\u{3164}", " \u{202e}\u{a0}", "\u{2800}\n"] {
            assert!(!Form::of(vec![("mot".into(), text.into())]).has("mot"), "{text:?}");
        }
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(Form::of(vec![("mot".into(), family.into())]).text("mot"), family);
    }

    #[test]
    fn what_a_field_names_is_found_or_hidden_and_never_left_out() {
        let form = |said: &str| Form::of(vec![("enfant".into(), said.into())]);
        let child = |said: &str| form(said).among("enfant", &[7_u8, 9], |child| *child).map(Option::<&u8>::copied);
        assert!(matches!((child(" "), child("9")), (Ok(None), Ok(Some(9)))));
        for not in ["8", "x", "-1"] {
            assert!(matches!(child(not), Err(Error::NotFound)), "{not}");
        }
        assert!(
            matches!(form("9").ids::<u8>("enfant"), Ok(all) if all == [9]) && form("x").ids::<u8>("enfant").is_err()
        );
    }

    #[test]
    fn a_name_is_one_however_its_accents_were_typed() {
        let form = Form::of(vec![("nom".into(), "Ine\u{300}s".into())]);
        assert_eq!((form.text("nom"), form.unfit.len()), ("In\u{e8}s", 0));
    }
}
