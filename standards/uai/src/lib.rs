//! The French school code UAI (« unité administrative immatriculée », formerly RNE): seven digits and a check letter.
//!
//! The letter is the remainder of the seven digits by 23, in an alphabet without I, O and Q.
#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

/// A checked UAI, always in upper case: `0140004D`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uai([u8; 8]);

/// The 23 check letters, in the order of the remainders.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

/// Why a text is no UAI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UaiError {
    /// Not eight characters.
    #[error("a UAI has seven digits and a letter, this has {0} characters")]
    Length(usize),
    /// One of the first seven is no digit, or the last is no letter.
    #[error("a UAI has seven digits and a letter")]
    Shape,
    /// The letter does not fit the digits.
    #[error("the check letter of this UAI should be {expected}")]
    Letter {
        /// The letter that would fit.
        expected: char,
    },
}

impl Uai {
    /// The eight characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// The three digits of the département (`014`, `076`; Corsica's schools begin with `620` and `720`).
    pub fn departement(&self) -> &str {
        &self.as_str()[..3]
    }
}

impl FromStr for Uai {
    type Err = UaiError;
    fn from_str(text: &str) -> Result<Self, UaiError> {
        let text = text.trim();
        let mut code: [u8; 8] = text.as_bytes().try_into().map_err(|_| UaiError::Length(text.chars().count()))?;
        code.make_ascii_uppercase();
        if !code[..7].iter().all(u8::is_ascii_digit) || !code[7].is_ascii_uppercase() {
            return Err(UaiError::Shape);
        }
        let number = code[..7].iter().fold(0_usize, |number, digit| number * 10 + usize::from(digit - b'0'));
        let expected = LETTERS[number % 23];
        if code[7] == expected { Ok(Self(code)) } else { Err(UaiError::Letter { expected: expected.into() }) }
    }
}

impl fmt::Display for Uai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Uai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
