//! Passwords: what may be chosen; and, since they are slow on purpose, how they are looked at before the transaction.
mod check;
mod hash;
mod line;
mod plain;

pub use check::{Checked, Seen, hashed, prepare};
pub use hash::{HashError, hash_password};

/// The fewest letters of a password.
pub const SHORTEST: usize = 12;
/// The longest that is looked at.
const LONGEST: usize = 200;

/// A user name as it was meant.
pub fn login(typed: &str) -> String {
    typed.trim().to_lowercase().chars().take(60).collect()
}

/// The shortest user name.
const NAME: usize = 3;

/// Whether this is a user name: letters without accents, digits, and what stands in an address between them.
pub fn is_login(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_@+".contains(c);
    let begins = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    (NAME..=60).contains(&name.len()) && begins && name.chars().all(plain)
}

/// Why a password cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPassword {
    /// Too short.
    Short,
    /// Too long.
    Long,
    /// Too easily guessed: the user name, one letter again and again, what many choose.
    Plain,
    /// The two are not the same.
    Differ,
}

impl BadPassword {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "signin-password-short",
            Self::Long => "signin-password-long",
            Self::Plain => "signin-password-plain",
            Self::Differ => "signin-password-differ",
        }
    }
}

/// Whether a password may be chosen.
pub fn choose(password: &str, again: &str, login: &str) -> std::result::Result<(), BadPassword> {
    match password.chars().count() {
        n if n < SHORTEST => Err(BadPassword::Short),
        n if n > LONGEST => Err(BadPassword::Long),
        _ if password != again => Err(BadPassword::Differ),
        _ if plain::is_plain(password, login) => Err(BadPassword::Plain),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{BadPassword, choose};

    #[test]
    fn a_password_is_long_and_no_name() {
        assert_eq!(choose("court", "court", "c.auvray"), Err(BadPassword::Short));
        assert_eq!(choose("c.auvray2026!", "c.auvray2026!", "c.auvray"), Err(BadPassword::Plain));
        assert_eq!(choose("le chat dort au soleil", "autre", "c.auvray"), Err(BadPassword::Differ));
        assert_eq!(choose("le chat dort au soleil", "le chat dort au soleil", "c.auvray"), Ok(()));
    }
}
