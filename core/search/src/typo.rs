//! How far a word is from another, for who mistypes.

/// How many mistakes are forgiven in a word: none under four letters, one, two from eight letters on.
pub fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The letters with which the word that was meant may begin: its own first, its second (the first was added or swapped), and
/// those that sound alike.
pub fn starts(word: &str) -> Vec<char> {
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    let alike = match first {
        Some('a' | 'e' | 'o' | 'u') => "h",
        Some('c') => "ksq",
        Some('f') => "p",
        Some('g') => "j",
        Some('i') => "hy",
        Some('j') => "gy",
        Some('k' | 'q') => "c",
        Some('p') => "f",
        Some('s') => "cz",
        Some('v') => "w",
        Some('w') => "v",
        Some('y') => "ij",
        Some('z') => "s",
        _ => "",
    };
    let mut starts: Vec<char> = first.into_iter().chain(second).chain(alike.chars()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The mistakes between two words: letters left out, added, changed, or swapped with their neighbour; `None` past `most`.
pub fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    // The row before the last, the last, and the one being filled.
    let (mut older, mut last): (Vec<usize>, Vec<usize>) = (vec![], (0..=other.len()).collect());
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let changed = last[j] + usize::from(a != b);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(older[j - 1] + 1);
            }
            row.push(least);
        }
        older = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}
