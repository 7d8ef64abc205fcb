//! Asking: three statements, four when a word is unknown.
use crate::{
    Sees,
    store::{self, Wanted, Word},
    terms,
    typo::{distance, forgiven, starts},
    words::{self, STEM, WORD, fold, stem},
};
use db::{Result, Tx};
use kernel::Id;
use std::collections::BTreeSet;

/// The most characters and the most words read of what is asked.
const CHARACTERS: usize = 200;
const WORDS: usize = 8;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// As it was typed; 200 characters and eight words are read of it.
    pub text: &'a str,
    /// How many are shown on a page.
    pub limit: u32,
    /// The page, from 0.
    pub page: u32,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: String,
    /// Its id.
    pub id: Id<()>,
    /// What it is called.
    pub title: String,
    /// The line under it.
    pub detail: String,
    /// The address it leads to; may be empty.
    pub path: String,
}

/// What is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The page's hits, the best first.
    pub hits: Vec<Hit>,
    /// What was searched instead, when a word is unknown and one like it is not.
    pub corrected: Option<String>,
    /// How many there are on all pages; 0 past the last.
    pub total: u32,
}

/// Finds what this person may see: whatever has a name with every word (each word by its beginning, in any order), and whatever
/// has a text with any of them. Nothing is asked of the database before two letters are typed.
pub fn find(tx: &mut Tx<'_>, sees: &Sees, ask: Ask<'_>) -> Result<Found> {
    let mut words = read(ask.text);
    if words.iter().map(|word| word.name.chars().count()).sum::<usize>() < 2 {
        return Ok(Found::default());
    }
    let shelves = store::open(tx, sees)?;
    if shelves.is_empty() {
        return Ok(Found::default());
    }
    let counts = store::counts(tx, &shelves, &words)?;
    let mut texts: Vec<i64> = counts.words.iter().map(|(_, texts)| *texts).collect();
    let unknown = |n: usize, word: &Word| counts.words.get(n) == Some(&(false, 0)) && forgiven(&word.name) > 0;
    let unknown: Vec<usize> = words.iter().enumerate().filter(|(n, word)| unknown(*n, word)).map(|(n, _)| n).collect();
    let mended = !unknown.is_empty() && mend(tx, &shelves, &mut words, &mut texts, &unknown)?;
    let weights = texts.iter().map(|found| rarity(counts.texts, *found)).collect();
    let wanted = Wanted { words, weights };
    let skip = i64::from(ask.page).saturating_mul(ask.limit.into());
    let (rows, total) = store::hits(tx, &shelves, &wanted, skip, ask.limit.into())?;
    let corrected = mended.then(|| shown(&wanted.words, &rows));
    let hits = rows.into_iter().map(|(hit, _)| hit).collect();
    Ok(Found { hits, corrected, total: u32::try_from(total).unwrap_or(u32::MAX) })
}

/// The words of what was typed.
pub(crate) fn read(text: &str) -> Vec<Word> {
    let text: String = text.chars().take(CHARACTERS).collect();
    let mut words: Vec<Word> = vec![];
    for piece in words::words(&text) {
        let name = fold(&piece.word);
        if words.len() < WORDS && !name.is_empty() && !words.iter().any(|word| word.name == name) {
            words.push(Word { stem: stem(&piece.word), shown: piece.word, name });
        }
    }
    words
}

/// How much a stem found in so many of the texts says (BM25's part that is the term's), in thousandths.
fn rarity(texts: i64, found: i64) -> i64 {
    #[expect(clippy::cast_precision_loss, reason = "no house has 2^52 texts")]
    let (texts, found) = (texts.max(found) as f64, found as f64);
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm of a count is small")]
    let rarity = ((1.0 + (texts - found + 0.5) / (found + 0.5)).ln() * 1000.0).round() as i64;
    rarity.max(1)
}

/// Puts in the place of each unknown word the nearest of those that stand on these shelves. Whether any was.
fn mend(tx: &mut Tx<'_>, shelves: &[i64], words: &mut [Word], texts: &mut [i64], unknown: &[usize]) -> Result<bool> {
    let names: Vec<&str> = unknown.iter().filter_map(|n| words.get(*n)).map(|word| word.name.as_str()).collect();
    let letters: BTreeSet<char> = names.iter().flat_map(|name| starts(name)).collect();
    let letters: Vec<char> = letters.into_iter().collect();
    // In bytes: a word that is nearest may be two letters longer, and of a text comes with its stem.
    let shortest = names.iter().map(|name| name.len()).min().unwrap_or(0).saturating_sub(8);
    let longest = 2 * (names.iter().map(|name| name.len()).max().unwrap_or(0) + 8);
    let vocabulary = store::vocabulary(tx, shelves, &letters, shortest, longest)?;
    let known: Vec<Known<'_>> = vocabulary.iter().map(|(term, found)| Known::read(term, *found)).collect();
    let mut mended = false;
    for n in unknown {
        let (Some(word), Some(texts)) = (words.get_mut(*n), texts.get_mut(*n)) else { continue };
        let Some(best) = nearest(&word.name, &known) else { continue };
        let told = known.iter().find(|known| known.word == best && known.stem.is_some());
        *texts = told.map_or(0, |told| told.found);
        *word = Word { shown: best.into(), name: best.into(), stem: told.and_then(|told| told.stem.clone()) };
        mended = true;
    }
    Ok(mended)
}

/// A word of the vocabulary.
struct Known<'v> {
    word: &'v str,
    /// Its stem, when it is a text's.
    stem: Option<String>,
    found: i64,
}

impl<'v> Known<'v> {
    fn read(term: &'v str, found: i64) -> Self {
        let told = term.strip_prefix(WORD).and_then(|told| told.split_once(STEM));
        let (word, stem) = told.map_or((term, None), |(word, stem)| (word, Some(format!("{STEM}{stem}"))));
        Self { word, stem, found }
    }
}

/// The word that is nearest to what was typed, the most frequent of those as near.
fn nearest<'v>(typed: &str, known: &[Known<'v>]) -> Option<&'v str> {
    let most = forgiven(typed);
    let near = known.iter().filter_map(|known| Some((distance(typed, known.word, most)?, -known.found, known.word)));
    near.min().map(|(_, _, word)| word)
}

/// The words searched, as a text that was found writes them.
fn shown(words: &[Word], rows: &[(Hit, String)]) -> String {
    let one = |word: &Word| {
        let title = |(hit, _): &(Hit, String)| words::words(&hit.title).find(|piece| fold(&piece.word) == word.name);
        if let Some(piece) = rows.iter().find_map(title) {
            return piece.word;
        }
        let stem = word.stem.as_deref().unwrap_or_default();
        let text = rows.iter().find_map(|(_, line)| terms::shown_for(line, stem));
        text.unwrap_or(&word.shown).to_owned()
    };
    words.iter().map(one).collect::<Vec<_>>().join(" ")
}
