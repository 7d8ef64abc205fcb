//! What is printed: one line an attack, then what of it is wrong.
use super::ledger::{Count, Kind};
use std::{collections::BTreeMap, path::PathBuf, time::Duration};

/// What came of one attack.
pub struct Line {
    pub name: String,
    pub rounds: usize,
    pub counts: BTreeMap<Kind, Count>,
    pub again: usize,
    pub odd: BTreeMap<String, usize>,
    /// What the database says of itself.
    pub sound: String,
    /// What else is worth a word.
    pub seen: String,
    pub took: Duration,
    /// Where the program's errors are.
    pub log: PathBuf,
}

impl Line {
    fn all(&self) -> Count {
        let add = |sum: Count, one: &Count| Count {
            answered: sum.answered + one.answered,
            lost: sum.lost + one.lost,
            doubled: sum.doubled + one.doubled,
        };
        self.counts.values().fold(Count::default(), add)
    }

    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        let Count { answered, lost, doubled } = self.all();
        answered > 0 && lost + doubled == 0 && self.odd.is_empty() && self.sound == "ok"
    }
}

/// The table, line by line.
pub fn table(lines: &[Line]) -> Vec<String> {
    let mut rows = vec![format!(
        "{:<22}{:<12}{:>7}{:>10}{:>6}{:>9}{:>8}{:>8}",
        "attack", "kind", "rounds", "answered", "lost", "doubled", "again", "s"
    )];
    for line in lines {
        let (again, seconds) = (line.again.to_string(), format!("{:.1}", line.took.as_secs_f32()));
        rows.push(row([&line.name, "all", &line.rounds.to_string()], line.all(), [&again, &seconds]));
        rows.extend(line.counts.iter().map(|(kind, count)| row(["", kind.word(), ""], *count, ["", ""])));
        if !line.seen.is_empty() {
            rows.push(format!("  {}", line.seen));
        }
    }
    let wrong = lines.iter().filter(|line| !line.is_well());
    rows.extend(wrong.map(|line| {
        format!("{}: odd answers {:?}, database {}, see {}", line.name, line.odd, line.sound, line.log.display())
    }));
    rows
}

fn row([name, kind, rounds]: [&str; 3], count: Count, [again, seconds]: [&str; 2]) -> String {
    let Count { answered, lost, doubled } = count;
    format!("{name:<22}{kind:<12}{rounds:>7}{answered:>10}{lost:>6}{doubled:>9}{again:>8}{seconds:>8}")
}
