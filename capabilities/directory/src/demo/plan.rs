//! Which real schools are filled, in which order, and with which classes.
use annuaire::{Kind, School};
use std::{cmp::Reverse, collections::HashMap};

/// The school where the demonstration lives: a real collège by the sea.
pub const HOME: &str = "0140041U";

/// One class to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What follows the school in its code: `6A`.
    pub code: String,
    /// As it is called: `6e A`.
    pub name: String,
    /// The age reached in the calendar year the school year begins in.
    pub age: i16,
}

/// The schools in the order in which they are filled: the home, then the collèges, the lycées, the écoles, each kind turn by
/// turn in every département. Each with how many pupils it takes; the directory says so, or it is not filled.
pub fn schools(all: &[School]) -> Vec<(&School, u32)> {
    let mut turn: HashMap<(&str, &str), usize> = HashMap::new();
    // The home is the first of its département, so that the turns stay even.
    let home = all.iter().filter(|school| school.uai.as_str() == HOME);
    let mut plan: Vec<_> = home
        .chain(all.iter().filter(|school| school.uai.as_str() != HOME))
        .filter(|school| school.open && school.pupils.is_some_and(|pupils| pupils >= 12))
        .filter_map(|school| Some((school, rank(school)?)))
        .map(|(school, rank)| {
            let turn = turn.entry((school.kind.word(), &school.departement.0)).or_default();
            *turn += 1;
            ((Reverse(school.uai.as_str() == HOME), rank, *turn, school.uai), school)
        })
        .collect();
    plan.sort_by_key(|(place, _)| *place);
    plan.into_iter().map(|(_, school)| (school, school.pupils.unwrap_or(0))).collect()
}

fn rank(school: &School) -> Option<u8> {
    match school.kind {
        Kind::College => Some(0),
        Kind::Lycee => Some(1),
        Kind::Ecole => Some(2),
        Kind::Erea | Kind::Other => None,
    }
}

/// The classes of a school with this many pupils, of 27 on average, the youngest first.
pub fn classes(kind: Kind, pupils: u32) -> Vec<Level> {
    let levels: &[(&str, &str, i16)] = match kind {
        Kind::Ecole => &[
            ("PS", "PS", 3),
            ("MS", "MS", 4),
            ("GS", "GS", 5),
            ("CP", "CP", 6),
            ("CE1", "CE1", 7),
            ("CE2", "CE2", 8),
            ("CM1", "CM1", 9),
            ("CM2", "CM2", 10),
        ],
        Kind::Lycee => &[("2DE", "2de", 15), ("1RE", "1re", 16), ("TLE", "Tle", 17)],
        Kind::College | Kind::Erea | Kind::Other => {
            &[("6", "6e", 11), ("5", "5e", 12), ("4", "4e", 13), ("3", "3e", 14)]
        }
    };
    let count = usize::try_from(pupils.div_ceil(27).max(1)).unwrap_or(1);
    let per_level = |at: usize| count * (at + 1) / levels.len() - count * at / levels.len();
    let level = |(at, (code, name, age)): (usize, &(&str, &str, i16))| -> Vec<Level> {
        let letter = |n: usize| if kind == Kind::Lycee { (n + 1).to_string() } else { letters(n) };
        (0..per_level(at))
            .map(|n| Level { code: format!("{code}{}", letter(n)), name: format!("{name} {}", letter(n)), age: *age })
            .collect()
    };
    levels.iter().enumerate().flat_map(level).collect()
}

/// A, B, … Z, AA, AB…
fn letters(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letters(n / 26 - 1)) }
}
