//! Languages: every sentence a person reads comes from a Fluent file of its slice.
use crate::{Lang, Number, foreign};
use fluent_bundle::{FluentArgs, FluentResource, bundle::FluentBundle};
use intl::Memoizer;
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    fmt,
    sync::{Mutex, OnceLock, PoisonError},
};

mod intl {
    pub use fluent_bundle::concurrent::FluentBundle as Bundle;
    pub type Memoizer = intl_memoizer::concurrent::IntlLangMemoizer;
}

/// The sentences of one slice, by language: `&[(Lang::Fr, include_str!("../lang/fr.ftl")), …]`.
pub type Sentences = &'static [(Lang, &'static str)];

/// All sentences of the house.
pub struct Words {
    /// In the order of [`Lang::ALL`].
    books: Vec<Book>,
    /// The keys that were asked for, where a test listens.
    heard: OnceLock<Mutex<BTreeSet<String>>>,
}

struct Book {
    bundle: FluentBundle<FluentResource, Memoizer>,
    /// Sentences without variables, formatted once: most of a page.
    plain: HashMap<String, String>,
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
        let books = Lang::ALL.into_iter().map(|lang| Book::read(lang, slices)).collect::<Result<_, _>>()?;
        Ok(Self { books, heard: OnceLock::new() })
    }

    /// Whether there is a sentence named `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.has(Lang::Fr, key)
    }

    /// Whether this very language has it.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.book(lang).is_some_and(|book| book.bundle.has_message(key))
    }

    /// The sentence named `key`.
    pub fn say<'w>(&'w self, lang: Lang, key: impl Into<Cow<'w, str>>) -> Phrase<'w> {
        let key = key.into();
        if let Some(heard) = self.heard.get() {
            heard.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone().into_owned());
        }
        Phrase { words: self, lang, key, args: None, on_page: false }
    }

    /// Keeps from now on the keys that are asked for, and gives those that were: for the test that says what families read.
    pub fn hear(&self) -> BTreeSet<String> {
        let heard = self.heard.get_or_init(Mutex::default);
        std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn book(&self, lang: Lang) -> Option<&Book> {
        self.books.get(lang as usize)
    }
}

impl Book {
    fn read(lang: Lang, slices: &[Sentences]) -> Result<Self, BadWords> {
        let id = lang.rules().parse().map_err(|_| BadWords { lang, why: "no such language".into() })?;
        let mut bundle = intl::Bundle::new_concurrent(vec![id]);
        // A Latin name in an Arabic sentence turns nothing round.
        bundle.set_use_isolating(lang.leftward());
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
        Ok(Self { bundle, plain })
    }

    /// The sentence with its variables, where this book has it.
    fn say<'b>(&'b self, key: &str, args: Option<&'b FluentArgs<'_>>) -> Option<Cow<'b, str>> {
        if args.is_none()
            && let Some(text) = self.plain.get(key)
        {
            return Some(Cow::Borrowed(text));
        }
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, args, &mut vec![]))
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

/// A sentence on its way to the page.
pub struct Phrase<'w> {
    words: &'w Words,
    lang: Lang,
    key: Cow<'w, str>,
    args: Option<FluentArgs<'w>>,
    on_page: bool,
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

    /// The page says of it that it is French, where its own language does not have it.
    #[must_use]
    pub(crate) fn on_page(mut self) -> Self {
        self.on_page = true;
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut books = self.lang.shelves().iter().filter_map(|lang| Some((*lang, self.words.book(*lang)?)));
        let said = books.find_map(|(lang, book)| Some((lang, book.say(&self.key, self.args.as_ref())?)));
        let Some((lang, said)) = said else { return write!(f, "[{}]", self.key) };
        let foreign = self.on_page && lang.tag() != self.lang.tag();
        if foreign {
            fmt::Write::write_char(f, foreign::OPEN)?;
        }
        // What begins by an isolated value has no direction of its own: put into another sentence, it would turn round.
        if lang.leftward() && said.starts_with('\u{2068}') {
            fmt::Write::write_char(f, '\u{200F}')?;
        }
        if lang.tag() == "fr" {
            elide(&said, f)?;
        } else {
            f.write_str(&said)?;
        }
        if foreign { fmt::Write::write_char(f, foreign::CLOSE) } else { Ok(()) }
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

    #[test]
    fn each_language_counts_by_its_own_rule() -> Result<(), BadWords> {
        let all = "a = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";
        let files = Lang::ALL.map(|lang| (lang, all));
        let files: Sentences = Box::leak(Box::new(files));
        let words = Words::read(&[files])?;
        let aloud = |lang| [0, 1, 2, 3, 11, 21, 100].map(|n| words.say(lang, "a").num("n", n).to_string()).join(" ");
        assert_eq!(aloud(Lang::Fr), "one one other other other other other");
        assert_eq!(aloud(Lang::Falc), aloud(Lang::Fr));
        assert_eq!(aloud(Lang::En), "other one other other other other other");
        assert_eq!(aloud(Lang::Ar), "zero one two few many many other");
        assert_eq!(aloud(Lang::Tr), "other one other other other other other");
        assert_eq!(aloud(Lang::Uk), "many one few few many one many");
        assert_eq!(aloud(Lang::Pt), aloud(Lang::En), "in Portugal none is a plural");
        Ok(())
    }

    #[test]
    fn what_is_not_yet_translated_is_said_in_easy_french_then_in_french() -> Result<(), BadWords> {
        let words = Words::read(&[&[
            (Lang::Fr, "a = Un\nb = Deux\n"),
            (Lang::Falc, "b = 2 pour { $who }\n"),
            (Lang::En, "a = One\nb = Two\n"),
            (Lang::Ar, "c = { $who }.\n"),
        ]])?;
        let say = |lang, key: &'static str| words.say(lang, key).text("who", "Ana");
        assert_eq!(say(Lang::Tr, "a").to_string(), "Un");
        assert_eq!(say(Lang::Ar, "b").on_page().to_string(), "\u{FDD0}2 pour Ana\u{FDD1}");
        assert_eq!(say(Lang::Falc, "a").on_page().to_string(), "Un", "it is French already");
        assert_eq!(say(Lang::Ar, "c").to_string(), "\u{200F}\u{2068}Ana\u{2069}.");
        assert!(words.has(Lang::Falc, "b") && !words.has(Lang::Ar, "b"));
        words.hear();
        say(Lang::Uk, "b").to_string();
        assert_eq!(words.hear().into_iter().collect::<Vec<_>>(), ["b"]);
        Ok(())
    }
}
