//! `/donnees/durees`: how long each table keeps a row, and what the next purge will take.
use super::{all, days, sentence};
use crate::slices;
use askama::Template;
use jobs::{HowLong, Keep};
use kernel::Moment;
use web::{Lang, Reply, Result, Shell, Visit};

/// A table, in words.
struct Row {
    table: &'static str,
    /// The treatment it serves; nothing when it holds no person.
    serves: Option<String>,
    how_long: String,
    /// How many rows the next purge takes; nothing when rows are kept.
    next: Option<u64>,
}

#[derive(Template)]
#[template(path = "privacy/durations.html")]
struct Durations {
    shell: Shell,
    rows: Vec<Row>,
    counted_at: Moment,
    /// For how many days the night's purge has stood still, when it does not go on by itself.
    stopped: Option<i64>,
}

impl Durations {
    fn next(&self) -> i64 {
        let sum: u64 = self.rows.iter().filter_map(|row| row.next).sum();
        i64::try_from(sum).unwrap_or(i64::MAX)
    }
}

/// The page. What is past is counted in one statement, at most once in a while.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (past, counted_at) =
        visit.counted("preau-past", |visit| Ok(jobs::past(visit.tx, &slices::keeps(), visit.now)?))?;
    let stopped = match jobs::purge::refused(visit.tx, visit.now)? {
        Some(jobs::purge::Error::Jumped { days }) => Some(days),
        _ => None,
    };
    let shell = visit.shell();
    let next = |table: &str| past.iter().find(|(name, _)| *name == table).map(|(_, count)| *count);
    let mut rows: Vec<_> = slices::keeps().iter().map(|keep| row(&shell, keep, next(keep.table))).collect();
    rows.sort_unstable_by_key(|row| row.table);
    Reply::page(&Durations { shell, rows, counted_at, stopped })
}

fn row(shell: &Shell, keep: &Keep, next: Option<u64>) -> Row {
    let of = all().find(|(_, treatment)| treatment.tables.contains(&keep.table));
    let how_long = match (keep.how_long, days(shell, keep), of) {
        // Why so long is written beside the table, in English.
        (HowLong::Days { why, .. }, Some(term), _) if shell.lang == Lang::En => format!("{term}: {why}"),
        (_, Some(term), _) => term,
        (_, None, Some((slice, treatment))) => sentence(shell, slice, treatment, "-kept"),
        (_, None, None) => shell.say("preau-privacy-term-ever").to_string(),
    };
    Row {
        table: keep.table,
        serves: of.map(|(slice, treatment)| sentence(shell, slice, treatment, "")),
        how_long,
        next,
    }
}
