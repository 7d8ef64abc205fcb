//! By which keys of the schools' feeds somebody is known whom a portal vouches for.
use super::{Portal, Proof};
use data_encoding::HEXUPPER;
use sha2::{Digest, Sha256};
use std::str::FromStr;
use web::Secret;

/// Which key an attribute is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A key of this source of the directory, as it comes: `aaf:70` for the `ENTPersonJointure` of the académie 70.
    Directory(String),
    /// The keys of `ÉduConnect`: `{AAF}70|…|1234567`, the académie first and its `ENTPersonJointure` last.
    EduConnect,
    /// The digest of the national number.
    Ine,
    /// The national number itself.
    PlainIne,
    /// An e-mail address that a school's feed gives of who works there.
    Email,
    /// The day of birth: no key, it must be the same.
    Born,
}

/// What a line of the settings calls them.
const WORDS: &[(&str, Source)] = &[
    ("educonnect", Source::EduConnect),
    ("ine", Source::Ine),
    ("ine-clair", Source::PlainIne),
    ("courriel", Source::Email),
    ("naissance", Source::Born),
];

/// A word that is no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSource;

impl FromStr for Source {
    type Err = NoSource;

    fn from_str(word: &str) -> Result<Self, NoSource> {
        if word == "fichier" {
            return Ok(Self::Directory("file".to_owned()));
        }
        if let Some((_, source)) = WORDS.iter().find(|(known, _)| *known == word) {
            return Ok(source.clone());
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let named = word.split_once(':').is_some_and(|(kind, which)| {
            !kind.is_empty() && !which.is_empty() && kind.chars().chain(which.chars()).all(plain)
        });
        if named && word.len() <= 60 { Ok(Self::Directory(word.to_owned())) } else { Err(NoSource) }
    }
}

/// What the feeds can be asked about somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Source and key of each.
    pub keys: Vec<(String, String)>,
    /// The day of birth that the portal says, `2015-04-21`.
    pub born: Option<String>,
}

/// The most keys of one person: a guardian has one for each child and school.
const MOST: usize = 40;

impl Keys {
    /// The keys in what a portal has proved.
    pub fn of(portal: &Portal, proof: &Proof, secret: &Secret) -> Self {
        let mut found = Self::default();
        for (attribute, source) in portal.settings.sources().unwrap_or_default() {
            for value in proof.values(&attribute) {
                if source == Source::Born {
                    found.born = found.born.or_else(|| born(value));
                } else if found.keys.len() < MOST {
                    found.keys.extend(key(&source, value, secret).filter(|key| !found.keys.contains(key)));
                }
            }
        }
        found
    }
}

fn key(source: &Source, value: &str, secret: &Secret) -> Option<(String, String)> {
    Some(match source {
        Source::Directory(source) => (source.clone(), value.to_owned()),
        Source::EduConnect => {
            let mut parts = value.strip_prefix("{AAF}")?.split('|').map(str::trim);
            let (academie, key) = (parts.next()?, parts.next_back()?);
            let number = academie.parse::<u16>().ok()?;
            (!key.is_empty()).then_some((format!("aaf:{number}"), key.to_owned()))?
        }
        Source::Ine => directory::sealed_key(secret, "ine", &value.to_uppercase()),
        Source::PlainIne => {
            let digest = HEXUPPER.encode(&Sha256::digest(value.trim().to_uppercase().as_bytes()));
            directory::sealed_key(secret, "ine", &digest)
        }
        Source::Email => directory::sealed_key(secret, "courriel", &value.to_lowercase()),
        Source::Born => return None,
    })
}

/// A day as portals write it: `2015-04-21`, `21/04/2015`, `20150421`.
fn born(said: &str) -> Option<String> {
    let digits: String = said.chars().take(10).filter(char::is_ascii_digit).collect();
    let (year, month, day) = match said.as_bytes().get(2) {
        Some(b'/') => (digits.get(4..8)?, digits.get(2..4)?, digits.get(0..2)?),
        _ => (digits.get(0..4)?, digits.get(4..6)?, digits.get(6..8)?),
    };
    Some(format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_birth_is_read_in_the_three_ways_portals_write_it() {
        for said in ["2015-04-21", "21/04/2015", "20150421", "2015-04-21T00:00:00Z"] {
            assert_eq!(born(said).as_deref(), Some("2015-04-21"), "{said}");
        }
        for not in ["", "é", "avril", "2015"] {
            assert_eq!(born(not), None, "{not}");
        }
    }

    #[test]
    fn the_keys_of_educonnect_carry_their_academie() {
        let secret = Secret::new([1; 32]);
        let read = |value| key(&Source::EduConnect, value, &secret);
        assert_eq!(read("{AAF}70|x|2610002"), Some(("aaf:70".to_owned(), "2610002".to_owned())));
        assert_eq!(read("{AAF}05|2610002"), Some(("aaf:5".to_owned(), "2610002".to_owned())));
        for not in ["2610002", "{AAF}", "{AAF}70|", "{AAF}70", "{AAF}x|1"] {
            assert_eq!(read(not), None, "{not}");
        }
    }
}
