//! What a card carries: a link in a QR code, a short code that a child can type, and a PIN kept in no one's hands but theirs.
use crate::words::WORDS;
use data_encoding::BASE32_NOPAD;
use directory::Person;
use kernel::{Chance, Id, fold};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use web::Secret;

/// What a card's id names.
#[derive(Debug)]
pub enum CardKind {}
/// The id of a card.
pub type CardId = Id<CardKind>;

/// The link's last part: 128 bits that only this server can work out again, so that the same card can be printed twice
/// although the database keeps nothing but a digest.
pub fn token(secret: &Secret, card: CardId, salt: &[u8]) -> String {
    BASE32_NOPAD.encode(&secret.sign("card", &[&card.bytes(), salt])[..16])
}

/// What the database keeps of a token.
pub fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The signs of a card's key: no letter that is taken for a digit.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// How many signs a key has: thirty bits.
const KEY: usize = 6;

/// The card's key, `k7r-2mf`: printed under the code, asked for with it as long as the card has no PIN, and where many guesses were
/// made. It is worked out like the token, and not kept.
pub fn printed(secret: &Secret, card: CardId, salt: &[u8]) -> String {
    let signed = secret.sign("card-key", &[&card.bytes(), salt]);
    let sign = |byte: &u8| char::from(SIGNS[usize::from(byte % 32)]);
    let signs: String = signed.iter().take(KEY).map(sign).collect();
    format!("{}-{}", &signs[..KEY / 2], &signs[KEY / 2..])
}

/// Whether this is the card's key as a child may type it, in the same time whatever it is: capitals, hyphens and spaces do not
/// count, nor an O for a zero.
pub fn is_printed(secret: &Secret, card: CardId, salt: &[u8], typed: &str) -> bool {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    plain(&printed(secret, card, salt)).as_bytes().ct_eq(plain(typed).replace('o', "0").as_bytes()).into()
}

/// The most letters of the two words of a code: a longer one would not fit the card.
pub const LETTERS: usize = 10;

/// A new short code, `pomme-42718-lune`: one of sixteen thousand million, easy to read aloud. Alone it opens nothing: it goes with
/// the PIN, or with the card's key.
pub fn short(chance: &dyn Chance) -> String {
    let word = || WORDS[chance.below(u32::try_from(WORDS.len()).unwrap_or(1)) as usize];
    let (mut one, mut other) = (word(), word());
    while one.len() + other.len() > LETTERS {
        (one, other) = (word(), word());
    }
    format!("{one}-{:05}-{other}", chance.below(100_000))
}

/// A code as it was meant: capitals, accents and spaces do not count.
pub fn typed(text: &str) -> String {
    fold(text).split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// What the database keeps of a PIN. Ten thousand PINs are soon tried by whoever has the key, hence a key that is not in the
/// database; and since guesses at the door are slowed, the digest itself may be fast.
pub fn pin_digest(secret: &Secret, card: CardId, pin: &str) -> [u8; 32] {
    secret.sign("pin", &[&card.bytes(), pin.as_bytes()])
}

/// Whether this is the PIN, in the same time whatever it is.
pub fn is_pin(secret: &Secret, card: CardId, pin: &str, kept: &[u8]) -> bool {
    pin_digest(secret, card, pin).ct_eq(kept).into()
}

/// Why a PIN cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPin {
    /// It is not four digits.
    Shape,
    /// The two are not the same.
    Differ,
    /// It is among the first that anybody tries.
    Common,
    /// It is one's day or year of birth.
    Birth,
}

impl BadPin {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shape => "signin-pin-shape",
            Self::Differ => "signin-pin-differ",
            Self::Common => "signin-pin-common",
            Self::Birth => "signin-pin-birth",
        }
    }
}

/// The first that anybody tries.
const COMMON: [&str; 22] = [
    "0000", "1111", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "9999", "1234", "4321", "0123", "2345",
    "1212", "1313", "1122", "2580", "1004", "2000", "6969", "1010",
];

/// Whether a PIN may be chosen by this person.
pub fn choose(pin: &str, again: &str, person: &Person) -> Result<(), BadPin> {
    if pin.len() != 4 || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadPin::Shape);
    }
    if pin != again {
        return Err(BadPin::Differ);
    }
    if COMMON.contains(&pin) {
        return Err(BadPin::Common);
    }
    let born = person.born.as_deref().unwrap_or("");
    let [year, month, day] = [0..4, 5..7, 8..10].map(|range| born.get(range).unwrap_or("-"));
    if pin == year || pin == format!("{day}{month}") || pin == format!("{month}{day}") {
        return Err(BadPin::Birth);
    }
    Ok(())
}
