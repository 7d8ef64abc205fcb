//! Languages: every sentence a person reads comes from a Fluent file of its slice.
use fluent_bundle::{FluentArgs, FluentResource, bundle::FluentBundle};
use intl::Memoizer;
use std::{borrow::Cow, collections::HashMap, fmt};

mod intl {
    pub use fluent_bundle::concurrent::FluentBundle as Bundle;
    pub type Memoizer = intl_memoizer::concurrent::IntlLangMemoizer;
}

/// A language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French, first.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// Its tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of this tag, or of the first one we know in an `Accept-Language` list.
    pub fn from_tags(tags: &str) -> Option<Self> {
        tags.split(',').find_map(|tag| {
            let tag = tag.trim();
            Self::ALL.into_iter().find(|lang| tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(lang.tag())))
        })
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The sentences of one slice, by language: `&[(Lang::Fr, include_str!("../lang/fr.ftl")), …]`.
pub type Sentences = &'static [(Lang, &'static str)];

/// All sentences of the house.
pub struct Words {
    books: [Book; 2],
}

struct Book {
    bundle: FluentBundle<FluentResource, Memoizer>,
    /// Sentences without variables, formatted once: most of a page.
    plain: HashMap<String, String>,
    lang: Lang,
}

/// A language file that Fluent cannot read.
#[derive(Debug, thiserror::Error)]
#[error("language file {lang}: {why}")]
pub struct BadWords {
    lang: Lang,
    why: String,
}

impl Words {
    /// Reads all slices' files. A key written twice or a line that is no Fluent is an error.
    pub fn read(slices: &[Sentences]) -> Result<Self, BadWords> {
        let book = |lang: Lang| -> Result<Book, BadWords> {
            let id = if lang == Lang::Fr { "fr" } else { "en" };
            let id = id.parse().map_err(|_| BadWords { lang, why: "no such language".into() })?;
            let mut bundle = intl::Bundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            // « 1st » and « 1er » are chosen by it.
            let number = bundle.add_function("NUMBER", fluent_bundle::builtins::NUMBER);
            number.map_err(|fault| BadWords { lang, why: format!("{fault:?}") })?;
            let mut keys = vec![];
            for (_, text) in slices.iter().flat_map(|slice| slice.iter()).filter(|(l, _)| *l == lang) {
                keys.extend(text.lines().filter_map(key).map(str::to_owned));
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, faults)| BadWords { lang, why: format!("{faults:?}") })?;
                bundle.add_resource(resource).map_err(|faults| BadWords { lang, why: format!("{faults:?}") })?;
            }
            let plain = keys.iter().filter_map(|key| Some((key.clone(), bare(&bundle, key)?))).collect();
            Ok(Book { bundle, plain, lang })
        };
        Ok(Self { books: [book(Lang::Fr)?, book(Lang::En)?] })
    }

    /// Whether there is a sentence named `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.books[Lang::Fr as usize].bundle.has_message(key)
    }

    /// The sentence named `key`.
    pub fn say<'w>(&'w self, lang: Lang, key: impl Into<Cow<'w, str>>) -> Phrase<'w> {
        Phrase { book: &self.books[lang as usize], key: key.into(), args: None }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// The key a line of a Fluent file opens, if it opens one.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    (key.starts_with(|c: char| c.is_ascii_alphabetic()) && !key.contains(' ')).then_some(key)
}

/// The sentence, when it wants no variable.
fn bare(bundle: &FluentBundle<FluentResource, Memoizer>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = vec![];
    let text = bundle.format_pattern(pattern, None, &mut faults).into_owned();
    faults.is_empty().then_some(text)
}

/// A whole number as pages have it: of any width, or behind a reference.
pub trait Number {
    /// The number; the largest we can write when it does not fit.
    fn number(&self) -> i64;
}

impl Number for i64 {
    fn number(&self) -> i64 {
        *self
    }
}

impl Number for u32 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for u16 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for i32 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for i8 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for usize {
    fn number(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<N: Number> Number for &N {
    fn number(&self) -> i64 {
        (**self).number()
    }
}

/// A sentence on its way to the page.
pub struct Phrase<'w> {
    book: &'w Book,
    key: Cow<'w, str>,
    args: Option<FluentArgs<'w>>,
}

impl<'w> Phrase<'w> {
    /// Gives a number, by which the sentence may choose its plural.
    #[must_use]
    pub fn num(mut self, name: &'w str, n: impl Number) -> Self {
        self.args.get_or_insert_default().set(name, n.number());
        self
    }

    /// Gives a text.
    #[must_use]
    pub fn text(mut self, name: &'w str, text: impl fmt::Display) -> Self {
        self.args.get_or_insert_default().set(name, text.to_string());
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.args.is_none()
            && let Some(text) = self.book.plain.get(&*self.key)
        {
            return f.write_str(text);
        }
        let pattern = self.book.bundle.get_message(&self.key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return write!(f, "[{}]", self.key) };
        let mut faults = vec![];
        let said = self.book.bundle.format_pattern(pattern, self.args.as_ref(), &mut faults);
        if self.book.lang == Lang::Fr { elide(&said, f) } else { f.write_str(&said) }
    }
}

/// The letters before which « de » and « que » lose their vowel, at the head of a name.
const VOWELS: &str = "AEIOUÀÂÄÉÈÊËÎÏÔÖŒÙÛÜ";

/// Writes a French sentence as it is said: « d’Odile » where a name that was put in begins with a vowel, never « de Odile ».
fn elide(said: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = said;
    while let Some(at) = rest.find("e ") {
        let (before, after) = rest.split_at(at);
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let small = matches!(word, "d" | "D" | "qu" | "Qu");
        f.write_str(before)?;
        f.write_str(if small && after[2..].starts_with(|c| VOWELS.contains(c)) { "’" } else { "e " })?;
        rest = &after[2..];
    }
    f.write_str(rest)
}

impl fmt::Debug for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vowel_is_lost_before_another() -> Result<(), BadWords> {
        let words = Words::read(&[&[
            (Lang::Fr, "a = De { $who }, de { $who } et que { $who } entre de loin.\n"),
            (Lang::En, "a = { $who } de { $who }\n"),
        ]])?;
        let say = |lang, who: &str| words.say(lang, "a").text("who", who).to_string();
        assert_eq!(say(Lang::Fr, "Odile"), "D’Odile, d’Odile et qu’Odile entre de loin.");
        assert_eq!(say(Lang::Fr, "Yann"), "De Yann, de Yann et que Yann entre de loin.");
        assert_eq!(say(Lang::En, "Odile"), "Odile de Odile");
        Ok(())
    }
}
