//! How a text is cut into words, and how a word is written in the index.
use frostem::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The longest a word is read, in characters.
pub const LONGEST: usize = 40;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A space, a full stop, the beginning.
    Apart,
    /// An apostrophe.
    Apostrophe,
    /// A hyphen.
    Hyphen,
}

/// One word as it stands in a text: lower case, accents kept, neither apostrophe nor hyphen inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its letters.
    pub word: String,
    /// What ties it to the one before.
    pub link: Link,
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut letters = text.nfkc().flat_map(char::to_lowercase).peekable();
    let mut link = Link::Apart;
    std::iter::from_fn(move || {
        while let Some(other) = letters.next_if(|c| !c.is_alphanumeric()) {
            link = match other {
                '\'' | '’' | '‘' | 'ʼ' | '`' => Link::Apostrophe,
                '-' | '\u{2010}' | '\u{2011}' => Link::Hyphen,
                _ => Link::Apart,
            };
        }
        let mut word = String::new();
        while let Some(letter) = letters.next_if(|c| c.is_alphanumeric() || is_combining_mark(*c)) {
            match letter {
                'œ' => word.push_str("oe"),
                'æ' => word.push_str("ae"),
                'ß' => word.push_str("ss"),
                letter => word.push(letter),
            }
        }
        let before = std::mem::replace(&mut link, Link::Apart);
        (!word.is_empty()).then_some(Piece { word, link: before })
    })
}

/// The words of a text as they are asked for: what an apostrophe cuts off (`l’`, `qu’`) is a word of its own, and an apostrophe
/// that cuts nothing off (`aujourd’hui`, `O’Neil`) is left out.
pub fn words(text: &str) -> impl Iterator<Item = Piece> {
    let mut pieces = pieces(text).peekable();
    std::iter::from_fn(move || {
        let mut piece = pieces.next()?;
        let mut last_is_elided = is_elided(&piece.word);
        while let Some(next) = pieces.next_if(|next| next.link == Link::Apostrophe && !last_is_elided) {
            last_is_elided = is_elided(&next.word);
            piece.word.push_str(&next.word);
        }
        Some(piece)
    })
}

/// A word as two spellings of it have in common: without accents, at most [`LONGEST`] characters.
pub fn fold(word: &str) -> String {
    let plain = |letter| match letter {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        letter => letter,
    };
    word.nfd().filter(|c| !is_combining_mark(*c)).map(plain).take(LONGEST).collect()
}

/// The stem of a word, as the index writes it (`élèves` and `élève` are one); `None` for a word that says nothing by itself.
pub fn stem(word: &str) -> Option<String> {
    let plain = fold(word);
    let says_nothing = STOP.binary_search(&plain.as_str()).is_ok();
    let one_letter = plain.chars().nth(1).is_none() && !plain.chars().all(|c| c.is_ascii_digit());
    if plain.is_empty() || says_nothing || one_letter {
        return None;
    }
    // Snowball wants accents, so they are taken away after it.
    let read: String = word.chars().take(LONGEST).collect();
    Some(format!("{STEM}{}", fold(&Stemmer::new(Algorithm::French).stem(&read))))
}

/// What begins a stem in the index, so that it is never taken for a word of a name.
pub const STEM: char = '=';
/// What begins a word of a text in the index, followed by its stem (`~eleves=elev`): what a mistyped word is compared with.
pub const WORD: char = '~';

/// Whether an apostrophe after this word stands for a vowel left out.
fn is_elided(word: &str) -> bool {
    const ELIDED: &[&str] =
        &["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quelqu", "quoiqu", "s", "t"];
    ELIDED.binary_search(&word).is_ok()
}

/// Words that are in every text, folded, in order.
const STOP: &[&str] = &[
    "ai", "ainsi", "as", "au", "aussi", "aux", "avec", "ayant", "ce", "cela", "ces", "cet", "cette", "ceux", "chez",
    "ci", "comme", "dans", "de", "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "est", "et", "eu", "eux",
    "il", "ils", "je", "jusqu", "la", "le", "les", "leur", "leurs", "lorsqu", "lui", "ma", "mais", "me", "meme", "mes",
    "moi", "mon", "ne", "nos", "notre", "nous", "on", "ont", "or", "ou", "par", "pas", "pour", "puisqu", "qu", "que",
    "quel", "quelle", "quelqu", "qui", "quoiqu", "sa", "sans", "se", "ses", "si", "son", "sont", "sous", "sur", "ta",
    "te", "tes", "toi", "ton", "tu", "un", "une", "vos", "votre", "vous",
];
