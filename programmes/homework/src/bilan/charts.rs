//! The bilan's charts, each with the table of the same numbers.
use super::Numbers;
use desk::Mode;
use kernel::UnitId;
use print::chart::{self, Caption, Datum};
use programme::DispositifId;
use survey::Public;
use web::{Result, Shell, Visit};

/// A chart on a page: its picture, and the same as a table.
pub struct Chart {
    /// The id of its figure.
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

impl Chart {
    fn of(
        shell: &Shell,
        id: &'static str,
        series: &[&str],
        data: &[Datum],
        draw: impl Fn(Caption<'_>, &[Datum]) -> String,
    ) -> Self {
        let title = shell.of("homework-chart-", id).to_string();
        let text: Vec<_> = data.iter().map(|datum| format!("{} {}", datum.label, join(&datum.values))).collect();
        let svg = draw(Caption { id, title: &title, text: &text.join(", ") }, data);
        let mut head = vec![shell.of("homework-rows-", id).to_string()];
        head.extend(series.iter().map(|name| (*name).to_owned()));
        if series.is_empty() {
            head.push(shell.say("homework-chart-count").to_string());
        } else if series.len() > 1 {
            head.push(shell.say("homework-chart-all").to_string());
        }
        Self { id, title, svg, head, rows: chart::rows(data) }
    }
}

fn join(values: &[i64]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ")
}

/// Demands month by month: helped, and not.
pub fn months(shell: &Shell, numbers: &Numbers) -> Chart {
    let (helped, others) =
        (shell.say("homework-bilan-helped").to_string(), shell.say("homework-bilan-not-helped").to_string());
    let data: Vec<_> = numbers
        .months
        .iter()
        .map(|(month, (asked, helped))| Datum::of(month_name(shell, month), [*helped, asked - helped]))
        .collect();
    let series = [helped.as_str(), others.as_str()];
    Chart::of(shell, "mois", &series, &data, |caption, data| chart::stacked(caption, &series, data))
}

/// How long those who were helped had waited.
pub fn waits(shell: &Shell, numbers: &Numbers) -> Chart {
    let data: Vec<_> = numbers
        .waited
        .iter()
        .zip(["5", "10", "20", "plus"])
        .map(|(count, word)| Datum::new(shell.of("homework-waited-", word).to_string(), *count))
        .collect();
    Chart::of(shell, "attente", &[], &data, chart::bars)
}

/// How help was wished.
pub fn modes(shell: &Shell, numbers: &Numbers) -> Chart {
    let count = |mode: Mode| numbers.modes.get(mode.word()).copied().unwrap_or(0);
    let data: Vec<_> = Mode::ALL
        .iter()
        .map(|mode| Datum::new(shell.of("desk-mode-", mode.word()).to_string(), count(*mode)))
        .chain([Datum::new(shell.say("homework-bilan-meetings").to_string(), numbers.meetings.came)])
        .collect();
    Chart::of(shell, "modalites", &[], &data, chart::bars)
}

/// From those told to those who agree.
pub fn families(shell: &Shell, numbers: &Numbers) -> Chart {
    let told = &numbers.families;
    let data: Vec<_> =
        [("dites", told.told), ("recues", told.received), ("lues", told.read), ("reponses", told.answered)]
            .into_iter()
            .map(|(word, count)| Datum::new(shell.of("homework-told-", word).to_string(), count))
            .collect();
    Chart::of(shell, "familles", &[], &data, chart::bars)
}

/// What each public answered the last time it was asked, a chart for each; fewer than five answers show nothing.
pub fn opinions(
    visit: &mut Visit<'_, '_>,
    shell: &Shell,
    dispositif: DispositifId,
    school: Option<UnitId>,
) -> Result<Vec<Chart>> {
    let outcomes = survey::store::results(visit.tx, dispositif, school)?;
    let levels: Vec<String> =
        (1..=survey::LEVELS).map(|level| shell.of("survey-level-", &level.to_string()).to_string()).collect();
    let series: Vec<&str> = levels.iter().map(String::as_str).collect();
    let mut charts = vec![];
    for (public, id) in
        [(Public::Pupil, "avis-eleves"), (Public::Family, "avis-familles"), (Public::Teacher, "avis-professeurs")]
    {
        // Outcomes come in the order of the year: the last one that may be shown is the latest.
        let shown =
            |outcome: &&survey::Outcome| outcome.public == public && outcome.tallies.iter().any(Option::is_some);
        let Some(latest) = outcomes.iter().rev().find(shown) else { continue };
        let question = |n: usize| shell.of(&format!("survey-{}-", public.word()), &(n + 1).to_string()).to_string();
        let tallies = latest.tallies.iter().enumerate().filter_map(|(n, tally)| Some((n, (*tally)?)));
        let data: Vec<_> = tallies.map(|(n, tally)| Datum::of(question(n), tally)).collect();
        charts.push(Chart::of(shell, id, &series, &data, |caption, data| chart::stacked(caption, &series, data)));
    }
    Ok(charts)
}

/// « nov. »: a month of the school year, short enough for a chart.
fn month_name(shell: &Shell, month: &str) -> String {
    let number = month.rsplit('-').next().unwrap_or(month).trim_start_matches('0');
    shell.of("shell-month-", number).to_string()
}
