//! Keys for who has none in their source: made of what hardly changes, the same in each file.
use kernel::fold;
use uai::Uai;

/// The longest key, in characters.
const LONGEST: usize = 64;

/// The key of somebody by name and day of birth.
pub fn by_birth(family: &str, given: &str, born: &str) -> String {
    short(format!("nom:{}-{}-{born}", words(family), words(given)))
}

/// The key of somebody who works in a school, by name.
pub fn by_school(family: &str, given: &str, uai: Uai) -> String {
    short(format!("nom:{}-{}-{uai}", words(family), words(given)))
}

/// The key of a child's guardian, by name; `rank` where the child has two of that name.
pub fn by_child(child: &str, family: &str, given: &str, rank: Option<usize>) -> String {
    let rank = rank.map_or_else(String::new, |rank| format!("/{rank}"));
    short(format!("{child}/{}-{}{rank}", words(family), words(given)))
}

/// The key of a pupil by the number that one school gives.
pub fn by_number(uai: Option<Uai>, number: &str) -> String {
    uai.map_or_else(|| number.to_owned(), |uai| short(format!("{uai}/{number}")))
}

/// The words of a name, behind one another.
fn words(name: &str) -> String {
    let plain = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect::<String>();
    plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A key that fits: the end of a long one gives way to a digest of the whole.
pub fn short(key: String) -> String {
    if key.chars().count() <= LONGEST {
        return key;
    }
    let start: String = key.chars().take(LONGEST - 17).collect();
    format!("{start}~{:016x}", digest(&key))
}

/// FNV-1a of 64 bits: the same on every machine and in every version.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
