//! Telephone numbers as people in France write them, mainland and overseas, and their one spelling: E.164, `+33612345678`.
//!
//! Sources: Arcep, plan national de numérotation (decision 2018-0881 and later): ten digits of which the first is 0; a prefix of
//! four says which overseas country code a number is reached by; 06 39 98 is kept for fiction. E.164: fifteen digits at most.
mod plan;
#[cfg(test)]
mod tests;

use plan::{Line, OVERSEAS};
use std::{fmt, str::FromStr};

/// A checked number. As text it is E.164; [`Phone::shown`] is what people dial.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// A sign that no number has, too few digits or too many, or digits that no plan knows.
    #[error("not a telephone number")]
    NotANumber,
    /// 08 and short numbers: a service that costs, not a person.
    #[error("the number of a service, not of a person")]
    Service,
}

impl Phone {
    /// E.164, `+33612345678`: what is kept, and what a gateway is given.
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// Whether a text message may arrive. A line of France that is not a mobile takes none; of foreign plans nothing is known, so
    /// they may.
    pub fn takes_texts(&self) -> bool {
        plan::line(&self.0) != Line::Fixed
    }

    /// As people in France dial it: `06 12 34 56 78`; a number of another plan stays `+447700900123`.
    pub fn shown(&self) -> String {
        let national = OVERSEAS.iter().chain(&["33"]).find_map(|code| self.0.strip_prefix('+')?.strip_prefix(code));
        match national {
            Some(digits) if digits.len() == 9 => pairs(&format!("0{digits}")),
            _ => self.0.clone(),
        }
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    /// Reads `06 12 34 56 78`, `+33 (0)6 12 34 56 78`, `0033612345678`, `33612345678`, `0692 12 34 56`, `+44 7700 900123`; with spaces,
    /// points, hyphens or slashes between digits.
    fn from_str(typed: &str) -> Result<Self, PhoneError> {
        let typed = typed.trim();
        let plus = typed.starts_with(['+', '＋']);
        let digits = digits(if plus { typed.trim_start_matches(['+', '＋']) } else { typed })?;
        if plus {
            return abroad(&digits);
        }
        match digits.strip_prefix("00") {
            // Ten digits that begin with 00 are a slip, not a call to Italy: 00 39 98 00 01.
            Some(rest) if digits.len() > 10 => abroad(rest),
            None if digits.starts_with('0') => here(&digits),
            // The code is there and the plus is not: a spreadsheet takes it away.
            None if digits.len() >= 11 && plan::code_of_france(&digits).is_some() => abroad(&digits),
            None if digits.len() <= 6 && !digits.is_empty() => Err(PhoneError::Service),
            Some(_) | None => Err(PhoneError::NotANumber),
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number that was kept, as people dial it; what is no number is shown as it is.
pub fn shown(kept: &str) -> String {
    kept.parse::<Phone>().map_or_else(|_| kept.to_owned(), |phone| phone.shown())
}

/// The digits, without what people put between them, nor `(0)`, which is said and not dialled.
fn digits(typed: &str) -> Result<String, PhoneError> {
    let between = |c: char| c.is_whitespace() || matches!(c, '.' | '/' | '-' | '\u{2010}' | '\u{2011}' | '–' | '·');
    let kept: String = typed.chars().filter(|c| !between(*c)).collect();
    let kept = kept.replacen("(0)", "", 1);
    let whole = !kept.is_empty() && kept.len() <= 20 && kept.bytes().all(|b| b.is_ascii_digit());
    whole.then_some(kept).ok_or(PhoneError::NotANumber)
}

/// A number that begins with the code of a country, its plus taken away.
fn abroad(digits: &str) -> Result<Phone, PhoneError> {
    if let Some(code) = plan::code_of_france(digits) {
        let national = &digits[code.len()..];
        let national = national.strip_prefix('0').unwrap_or(national);
        return match (code, national.len()) {
            // No number has two zeros there.
            _ if national.starts_with('0') => Err(PhoneError::NotANumber),
            (_, 9) => here(&format!("0{national}")),
            ("508" | "687" | "681", 6) | ("689", 8) => Ok(Phone(format!("+{code}{national}"))),
            _ => Err(PhoneError::NotANumber),
        };
    }
    let long = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    long.then(|| Phone(format!("+{digits}"))).ok_or(PhoneError::NotANumber)
}

/// A number of ten digits of which the first is 0.
fn here(digits: &str) -> Result<Phone, PhoneError> {
    match digits.as_bytes() {
        // What stands behind 0508 is the whole number, and begins with no zero.
        [b'0', b'5', b'0', b'8', b'0', ..] => Err(PhoneError::NotANumber),
        [b'0', b'1'..=b'7' | b'9', rest @ ..] if rest.len() == 8 => Ok(Phone(plan::e164(digits))),
        [b'0', b'8', rest @ ..] if rest.len() == 8 => Err(PhoneError::Service),
        _ => Err(PhoneError::NotANumber),
    }
}

fn pairs(digits: &str) -> String {
    digits.as_bytes().chunks(2).map(|two| String::from_utf8_lossy(two).into_owned()).collect::<Vec<_>>().join(" ")
}
