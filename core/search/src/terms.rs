//! What the index keeps of a document: its terms, each with a weight.
use crate::words::{Link, STEM, WORD, fold, pieces, stem, words};
use std::collections::{BTreeMap, BTreeSet};

/// The most characters read of a title, of the words beside it, and of a text.
const TITLE: usize = 300;
const TEXT: usize = 400_000;
/// The most words kept of a name, and the most stems of a text.
const NAMES: usize = 64;
const STEMS: usize = 100;
/// How many times a title's word counts in a text.
const IN_TITLE: u32 = 3;
/// A text of this many words is neither short nor long. BM25 wants the average; a constant moves no other document's weight
/// when one is added.
const USUAL: f64 = 100.0;

/// One term of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As the index has it: a word of a name, [`STEM`] and a stem, or [`WORD`], a word of a text and its stem.
    pub written: String,
    /// How much a stem says of the document: its part of BM25 in hundredths; 0 for a word.
    pub weight: i64,
    /// For a stem, a word that has it, to be shown.
    pub shown: String,
}

/// The terms of a document, in order: the words of its names, and the stems of its text if it has one.
pub fn terms(title: &str, also: &str, text: &str) -> Vec<Term> {
    let name = |written| Term { written, weight: 0, shown: String::new() };
    let mut terms: Vec<_> = names(title, also).into_iter().map(name).collect();
    if !text.trim().is_empty() {
        // Counted to know how many texts there are.
        terms.push(Term { written: STEM.into(), weight: 0, shown: String::new() });
        terms.extend(stems(title, text));
    }
    terms
}

/// Every word of a name: alone, and tied to its neighbour where people write it both ways (`Jean-Luc`, `Le Goff`, `6 A`).
fn names(title: &str, also: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in [title, also] {
        let text: String = text.chars().take(TITLE).collect();
        let mut before: Option<String> = None;
        for piece in pieces(&text) {
            let word = fold(&piece.word);
            if let Some(before) = before.filter(|before| piece.link != Link::Apart || before.chars().count() <= 3) {
                names.insert(fold(&format!("{before}{word}")));
            }
            names.extend(parts(&word));
            before = Some(word);
        }
        names.extend(words(&text).map(|piece| fold(&piece.word)));
    }
    names.into_iter().filter(|name| !name.is_empty()).take(NAMES).collect()
}

/// A word, and where it is as short as a class's name (`6a`, `tg2`) its letters and its digits.
fn parts(word: &str) -> Vec<String> {
    let mut parts = vec![word.to_owned()];
    if word.len() <= 4 {
        let digits = |c: char| c.is_ascii_digit();
        parts.extend(word.split(digits).chain(word.split(|c| !digits(c))).map(str::to_owned));
    }
    parts
}

/// The heaviest stems of a text and its title, each with the first word that has it.
fn stems(title: &str, text: &str) -> Vec<Term> {
    let mut counts: BTreeMap<String, (u32, String)> = BTreeMap::new();
    let mut length = 0_u32;
    for (text, most, times) in [(title, TITLE, IN_TITLE), (text, TEXT, 1)] {
        let text: String = text.chars().take(most).collect();
        for piece in words(&text) {
            let Some(stem) = stem(&piece.word) else { continue };
            counts.entry(stem).or_insert((0, piece.word)).0 += times;
            length += 1;
        }
    }
    let mut heaviest: Vec<_> = counts.into_iter().collect();
    heaviest.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    heaviest.truncate(STEMS);
    let both = |(stem, (count, word)): (String, (u32, String))| {
        let plain = Term { written: format!("{WORD}{}{stem}", fold(&word)), weight: 0, shown: String::new() };
        [Term { written: stem, weight: weight(count, length), shown: shown(&word) }, plain]
    };
    heaviest.into_iter().flat_map(both).collect()
}

/// The part of BM25 that is the document's (k1 = 1.2, b = 0.75), in hundredths.
fn weight(count: u32, length: u32) -> i64 {
    let (count, length) = (f64::from(count), f64::from(length));
    #[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 220")]
    let weight = (220.0 * count / (count + 1.2 * (0.25 + 0.75 * length / USUAL))).round() as i64;
    weight.max(1)
}

fn shown(word: &str) -> String {
    word.chars().take(crate::words::LONGEST).collect()
}

/// The terms as one line, from which they are read again when the document goes: `word` or `=stem:weight:shown`.
pub fn line(terms: &[Term]) -> String {
    let one = |term: &Term| match term.weight {
        0 => term.written.clone(),
        weight => format!("{}:{weight}:{}", term.written, term.shown),
    };
    terms.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The terms of a line, without what else it says.
pub fn read(line: &str) -> impl Iterator<Item = &str> {
    line.split(' ').map(|term| term.split(':').next().unwrap_or_default()).filter(|term| !term.is_empty())
}

/// The word a line shows for a stem.
pub fn shown_for<'l>(line: &'l str, term: &str) -> Option<&'l str> {
    let whole = line.split(' ').find(|whole| whole.split(':').next() == Some(term))?;
    whole.split(':').nth(2)
}
