//! What is known of somebody, on paper: each column in words, days and hours as people say them.
use crate::private;
use askama::Template;
use db::Value;
use directory::Person;
use kernel::Moment;
use web::{Reply, Result, Shell, Visit};

/// Columns that say yes or no.
const YES_OR_NO: &[&str] =
    &["accepted", "approved", "authority", "came", "entered", "evening", "hears", "on_site", "synthetic"];
/// An instant is more than this, and no count is.
const INSTANT: i64 = 100_000_000_000;

/// A row: the word and the value of each column.
type Cells = Vec<(String, String)>;

/// What one part of the house knows.
struct Part {
    name: String,
    rows: Vec<Cells>,
}

#[derive(Template)]
#[template(path = "secretariat/known.html")]
struct Page {
    shell: Shell,
    person: Person,
    now: Moment,
    parts: Vec<Part>,
}

/// A value in words; nothing where there is none, or where only a program reads it.
fn said(shell: &Shell, name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bytes(_) => None,
        Value::Int(n) if YES_OR_NO.contains(&name) => {
            let key = if *n == 0 { "secretariat-no" } else { "secretariat-yes" };
            Some(shell.say(key).to_string())
        }
        Value::Int(n) if *n > INSTANT => {
            let at = Moment(*n);
            Some(format!("{}, {}", shell.full_date(at), shell.time(at)))
        }
        Value::Int(n) => Some(n.to_string()),
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(shell.born(text)),
    }
}

/// The page, to be printed and handed over.
pub fn page(visit: &mut Visit<'_, '_>, person: Person) -> Result<Reply> {
    let slices = visit.house.slices.clone();
    let known = private::known(visit.tx, &slices, person.id)?;
    let shell = visit.shell().at(super::PEOPLE);
    let row = |row: Vec<(String, Value)>| {
        let word = |name: &str| shell.of("secretariat-column-of-", name).to_string();
        let cells = row.into_iter().filter_map(|(name, value)| Some((word(&name), said(&shell, &name, &value)?)));
        cells.collect::<Cells>()
    };
    let part = |(of, rows): (&str, web::Export)| {
        let rows = rows.into_iter().map(|(_, cells)| row(cells)).filter(|row| !row.is_empty()).collect();
        Part { name: shell.of("secretariat-part-", of).to_string(), rows }
    };
    let parts = known.into_iter().map(part).collect();
    let now = visit.now;
    Ok(Reply::page(&Page { shell, person, now, parts })?.each_time())
}
