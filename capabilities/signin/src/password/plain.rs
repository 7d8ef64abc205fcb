//! Passwords that many choose: what a guesser tries first, in French too.

/// Words of passwords that leaked, usual French words and first names, one a line: letters only, without accents. Compiled in, so that
/// no password is ever asked about elsewhere; see `data/SOURCES.md`.
const COMMON: &str = include_str!("../../data/common.txt");
/// What fingers follow on a keyboard, or by heart.
const ROWS: [&str; 8] = [
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiop",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "aqwzsxedcrfvtgbyhnujk",
    "qazwsxedcrfvtgbyhnujm",
    "1a2z3e4r5t6y7u8i9o0p",
];
/// The fewest different signs.
const DIFFERENT: usize = 5;

/// As many digits and signs, or letters of another alphabet, as stand alone without a word.
const LONG: usize = 16;
/// The shortest of two words that make one.
const WORD: usize = 3;

/// Whether this is among the first that anybody tries: the user name, one word however decorated, one piece again and again, a walk on
/// the keyboard.
pub fn is_plain(password: &str, login: &str) -> bool {
    let folded = kernel::fold(password);
    let signs: Vec<char> = folded.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let different: std::collections::HashSet<char> = password.chars().collect();
    let core = core(&folded);
    different.len() < DIFFERENT
        || password.to_lowercase().contains(login)
        || (core.is_empty() && signs.len() < LONG)
        || is_common(&core)
        || repeats(&signs)
        || repeats(&core.chars().collect::<Vec<_>>())
        || walks(&signs)
}

/// Whether it is one of the words, or two of them in a row.
fn is_common(core: &str) -> bool {
    let (mut first, mut second) = (vec![], vec![]);
    for word in COMMON.lines().filter(|word| word.len() >= WORD || *word == core) {
        if word == core {
            return true;
        }
        first.extend(core.strip_prefix(word).map(|_| word.len()));
        second.extend(core.strip_suffix(word).map(str::len));
    }
    first.iter().any(|end| second.contains(end))
}

/// The letters of one word, without the digits and signs put around it, those put in for letters read as letters: `P@ssw0rd2026!` is
/// `password`.
fn core(folded: &str) -> String {
    let inner = folded.trim_matches(|sign: char| !sign.is_ascii_lowercase());
    let letter = |sign| match sign {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    inner.chars().map(letter).filter(char::is_ascii_lowercase).collect()
}

/// Whether it is one piece again and again.
fn repeats(signs: &[char]) -> bool {
    (1..=signs.len() / 2).any(|long| {
        let piece = signs.get(..long).unwrap_or_default();
        signs.chunks(long).all(|next| piece.starts_with(next))
    })
}

/// Whether three signs after three signs follow each other on a row, one way or the other.
fn walks(signs: &[char]) -> bool {
    let text: String = signs.iter().collect();
    let on_a_row = |piece: &str| {
        let back: String = piece.chars().rev().collect();
        ROWS.iter().any(|row| row.contains(piece) || row.contains(&back))
    };
    let mut left = text.as_str();
    while !left.is_empty() {
        let lengths = left.char_indices().map(|(at, sign)| at + sign.len_utf8());
        let longest = lengths.filter(|end| left.get(..*end).is_some_and(on_a_row)).max().unwrap_or(0);
        if longest < 3 {
            return false;
        }
        left = left.get(longest..).unwrap_or_default();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn what_many_choose_is_refused_however_decorated() {
        for password in [
            "motdepasse2026",
            "MotDePasse123!",
            "M0tdep@sse!!!!",
            "azertyuiop123",
            "Azertyuiop1234567890",
            "123456789012",
            "P@ssw0rd2026!",
            "bonjour12345!",
            "Jetaime!!2014",
            "soleilsoleil1",
            "abcabcabcabcde",
            "nicolas141414",
            "Éléphant2024!",
            "Marseille13013",
            "c.auvray2026!",
            "soleilbonjour1",
            "!!nicolas-marseille",
        ] {
            assert!(is_plain(password, "c.auvray"), "{password}");
        }
    }

    #[test]
    fn a_sentence_or_what_a_machine_draws_is_taken() {
        for password in [
            "le chat dort au soleil",
            "une phrase toute neuve",
            "k7rm-2fqx-9dzt-b4wh",
            "girafe bleue sur un toit",
            "83950274613985027461",
            "кошка спит на солнце",
        ] {
            assert!(!is_plain(password, "c.auvray"), "{password}");
        }
    }
}
