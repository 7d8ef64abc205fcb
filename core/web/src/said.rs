//! What a deed answered, on its way from the form that did it to the page that follows: one sentence, and what undoes the deed where
//! something does. It travels in a sealed cookie, for who did it, and is read once.
use crate::House;
use data_encoding::BASE64URL_NOPAD;
use kernel::PersonId;

/// The cookie's name.
pub(crate) const COOKIE: &str = "said";
/// How long it waits for its page, in seconds: a slow line's time.
pub(crate) const WAITS: i64 = 120;
/// The longest sentence, in signs.
const MOST: usize = 600;
/// The longest line, in bytes: once sealed and written in letters, a cookie of 4 kB holds it.
const LONGEST: usize = 2_900;
/// What stands between the parts of a line: a sign that no keyboard has.
const BETWEEN: char = '\u{1f}';

/// What was done, in the words of who did it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub sentence: String,
    /// The form that undoes it: where it is sent, and its fields; nothing where it cannot be undone.
    pub undo: Option<(String, Vec<(String, String)>)>,
}

impl Said {
    pub(crate) fn of(sentence: &str) -> Self {
        Self { sentence: sentence.chars().take(MOST).collect(), undo: None }
    }

    /// In one line, as it is kept beside where its form led.
    pub(crate) fn line(&self) -> String {
        let (mut line, mut parts) = (self.sentence.clone(), String::new());
        if let Some((path, fields)) = &self.undo {
            let fields = fields.iter().flat_map(|(name, value)| [name, value]);
            for part in std::iter::once(path).chain(fields) {
                parts.push(BETWEEN);
                parts.push_str(part);
            }
        }
        // A deed whose undoing is too long to travel is said without it, rather than not at all.
        if line.len() + parts.len() <= LONGEST {
            line.push_str(&parts);
        }
        line
    }

    /// What a line says.
    pub(crate) fn read(line: &str) -> Self {
        let mut parts = line.split(BETWEEN).map(str::to_owned);
        let sentence = parts.next().unwrap_or_default();
        let undo = parts.next().map(|path| {
            let fields = std::iter::from_fn(|| Some((parts.next()?, parts.next()?))).collect();
            (path, fields)
        });
        Self { sentence, undo }
    }

    /// The cookie's value: opened for this person alone, or by whoever comes next where nobody is signed in any more.
    pub(crate) fn sealed(&self, house: &House, person: Option<PersonId>) -> String {
        let sealed = house.secret.seal("said", &[&bound(person)], self.line().as_bytes(), &*house.chance);
        BASE64URL_NOPAD.encode(&sealed)
    }

    /// What the last form of this browser answered.
    pub(crate) fn heard(house: &House, sealed: &str, person: Option<PersonId>) -> Option<Self> {
        let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        let open = |person| house.secret.open("said", &[&bound(person)], &sealed);
        let line = open(person).or_else(|| open(None))?;
        Some(Self::read(std::str::from_utf8(&line).ok()?))
    }
}

fn bound(person: Option<PersonId>) -> Vec<u8> {
    person.map(|person| person.bytes().to_vec()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_in_a_line_is_read_from_it() {
        let plain = Said::of("Envoyé à 2 élèves & c’est tout.");
        assert_eq!(Said::read(&plain.line()), plain);
        let fields = vec![("a".to_owned(), "b=c\nd".to_owned()), (String::new(), "x".to_owned())];
        let undone = Said { undo: Some(("/heures/7".to_owned(), fields)), ..plain.clone() };
        assert_eq!(Said::read(&undone.line()), undone);
        let fields = vec![("hour".to_owned(), "x".repeat(LONGEST))];
        let long = Said { undo: Some(("/heures".to_owned(), fields)), ..plain.clone() };
        assert_eq!(Said::read(&long.line()), plain, "said, though it cannot be undone from there");
    }
}
