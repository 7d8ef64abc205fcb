//! Seals: how a family without account opens what was written to it. The database keeps five letters drawn at random; the rest
//! is worked out from the server's secret, so that a copy of the database opens nothing and a sheet can be printed again.
//!
//! A *code* is typed by hand (ten letters: whoever asks for it slows guesses); a *key* is the end of a link (eighty bits more).
use data_encoding::BASE32_NOPAD;
use kernel::Chance;
use subtle::ConstantTimeEq;
use web::Secret;

/// Letters that are not taken for each other, nor for a digit.
const LETTERS: &[u8; 22] = b"ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters are drawn, and how many are worked out for a code.
const HALF: usize = 5;
/// How many letters of a link's key are worked out.
const LONG: usize = 16;

/// What a code or a key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Five letters drawn at random.
    pub selector: String,
    /// What it is the seal of.
    pub id: [u8; 16],
}

impl Seal {
    /// A new seal of this thing.
    pub fn new(id: [u8; 16], chance: &dyn Chance) -> Self {
        let mut bytes = [0; 8];
        chance.fill(&mut bytes);
        Self { selector: letters(&bytes), id }
    }

    /// The code one types, `KMPQR-ABCDE`.
    pub fn code(&self, secret: &Secret) -> String {
        format!("{}-{}", self.selector, self.short(secret))
    }

    /// The end of the link.
    pub fn key(&self, secret: &Secret) -> String {
        format!("{}{}", self.selector, self.long(secret))
    }

    /// Whether the rest of a code or a key is this seal's, in the same time whatever it is.
    pub fn is(&self, secret: &Secret, rest: &str) -> bool {
        let wanted = if rest.len() == LONG { self.long(secret) } else { self.short(secret) };
        wanted.as_bytes().ct_eq(rest.as_bytes()).into()
    }

    fn short(&self, secret: &Secret) -> String {
        letters(&secret.sign("seal-code", &[&self.id, self.selector.as_bytes()]))
    }

    fn long(&self, secret: &Secret) -> String {
        BASE32_NOPAD.encode(&secret.sign("seal-key", &[&self.id, self.selector.as_bytes()])[..LONG * 5 / 8])
    }
}

/// Five letters out of the first eight of these random bytes.
fn letters(bytes: &[u8]) -> String {
    let mut left = bytes.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    let mut text = String::with_capacity(HALF);
    for _ in 0..HALF {
        let at = usize::try_from(left % LETTERS.len() as u64).unwrap_or(0);
        text.push(char::from(LETTERS.get(at).copied().unwrap_or(b'A')));
        left /= LETTERS.len() as u64;
    }
    text
}

/// A code as it was typed: its drawn letters and the rest. Small letters, spaces and hyphens do not count.
pub fn typed(text: &str) -> Option<(String, String)> {
    let kept: String = text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect();
    let others = text.chars().any(|c| !c.is_ascii_alphabetic() && !c.is_whitespace() && !matches!(c, '-' | '–' | '.'));
    if others || kept.len() != 2 * HALF {
        return None;
    }
    let (selector, rest) = kept.split_at(HALF);
    Some((selector.to_owned(), rest.to_owned()))
}

/// The key of a link: its drawn letters and the rest.
pub fn link(text: &str) -> Option<(String, String)> {
    if !text.is_ascii() || text.len() != HALF + LONG {
        return None;
    }
    let (selector, rest) = text.split_at(HALF);
    Some((selector.to_owned(), rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Seal, link, typed};
    use kernel::Seeded;
    use web::Secret;

    #[test]
    fn a_code_opens_its_own_thing_and_no_other() {
        let (secret, chance) = (Secret::new([7; 32]), Seeded::new(3));
        let (seal, other) = (Seal::new([1; 16], &chance), Seal::new([2; 16], &chance));
        let code = seal.code(&secret);
        assert_eq!(code.len(), 11, "{code}");
        let (selector, rest) = typed(&format!(" {} ", code.to_lowercase().replace('-', " "))).unwrap_or_default();
        assert!(selector == seal.selector && seal.is(&secret, &rest) && !other.is(&secret, &rest), "{code}");
        assert!(!seal.is(&Secret::new([8; 32]), &rest), "another server's secret");
        let (selector, rest) = link(&seal.key(&secret)).unwrap_or_default();
        assert!(selector == seal.selector && seal.is(&secret, &rest) && !other.is(&secret, &rest));
        assert_eq!((typed("ABC"), typed("ABCDE-FGHJ1"), link("ABCDE")), (None, None, None));
    }
}
