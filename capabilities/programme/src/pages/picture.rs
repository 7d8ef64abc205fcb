//! A chart of a chapter, with the table of the same numbers.
use print::chart::{self, Caption, Datum};
use web::Shell;

/// A chart on a page: its picture, and the same as a table.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The id of its figure: the key of its title.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// The inline SVG.
    pub svg: String,
    /// The head of the table: what the rows are, then each number.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Picture {
    /// Bars, one for each row. `key` is that of the title; `{key}-rows` says what the rows are.
    pub fn bars(shell: &Shell, key: &'static str, data: &[Datum]) -> Self {
        Self::drawn(shell, key, &[], data)
    }

    /// Bars cut in pieces, one for each of `series`.
    pub fn stacked(shell: &Shell, key: &'static str, series: &[&str], data: &[Datum]) -> Self {
        Self::drawn(shell, key, series, data)
    }

    fn drawn(shell: &Shell, id: &'static str, series: &[&str], data: &[Datum]) -> Self {
        let title = shell.say(id).to_string();
        let join = |values: &[i64]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
        let text: Vec<_> = data.iter().map(|datum| format!("{} {}", datum.label, join(&datum.values))).collect();
        let svg = chart::stacked(Caption { id, title: &title, text: &text.join(", ") }, series, data);
        let mut head = vec![shell.of(id, "-rows").to_string()];
        head.extend(series.iter().map(|name| (*name).to_owned()));
        match series.len() {
            0 => head.push(shell.say("programme-chart-count").to_string()),
            1 => {}
            _ => head.push(shell.say("programme-chart-all").to_string()),
        }
        Self { id, title, svg, head, rows: chart::rows(data) }
    }
}
