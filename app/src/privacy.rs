//! `/donnees/…`, for who administers the platform: the register of treatments, the study of their risks and how long each table keeps
//! a row, made of what the slices declare. Nothing here names a person.
mod declared;
mod durations;

pub use declared::TREATMENTS;
pub use durations::show as durations;

use crate::{slices, upkeep::DOOR};
use askama::Template;
use jobs::{HowLong, Keep};
use web::{Reply, Result, Routes, Shell, Slice, Treatment, Visit};

/// Where the register is.
pub const REGISTER: &str = "/donnees/registre";

/// The sentences of each part of the study, numbered from one.
const NEED: usize = 5;
const MEASURES: usize = 9;
const BLANKS: usize = 7;
/// What may happen to what is known of people.
const RISKS: &[&str] = &["seen", "changed", "lost"];

/// The addresses.
pub fn routes() -> Routes {
    Routes::new()
        .page(REGISTER, DOOR, register)
        .page("/donnees/registre.csv", DOOR, csv)
        .page("/donnees/analyse", DOOR, study)
        .page("/donnees/durees", DOOR, durations)
}

/// A line of the register, in words.
struct Line {
    name: String,
    purpose: String,
    whom: String,
    what: String,
    basis: String,
    seen: String,
    kept: String,
}

impl Line {
    fn of(shell: &Shell, slice: &Slice, treatment: &Treatment, keeps: &[Keep]) -> Self {
        let say = |part: &str| sentence(shell, slice, treatment, part);
        let roles = treatment.seen_by().into_iter().map(|role| shell.of("signin-role-", role.word()).to_string());
        let others = treatment
            .audiences
            .iter()
            .map(|audience| shell.of("preau-privacy-audience-", &audience.word().replace(' ', "-")).to_string());
        Self {
            name: say(""),
            purpose: say("-for"),
            whom: say("-whom"),
            what: say("-what"),
            basis: shell.of("preau-privacy-basis-", treatment.basis.word()).to_string(),
            seen: roles.chain(others).collect::<Vec<_>>().join(", "),
            kept: kept(shell, slice, treatment, keeps),
        }
    }

    fn cells(&self) -> [&str; 7] {
        [&self.name, &self.purpose, &self.whom, &self.what, &self.basis, &self.seen, &self.kept]
    }
}

/// A sentence of a treatment.
fn sentence(shell: &Shell, slice: &Slice, treatment: &Treatment, part: &str) -> String {
    shell.say(&format!("{}-treatment-{}{part}", slice.name, treatment.key)).to_string()
}

/// Every treatment with the slice that answers for it.
fn all() -> impl Iterator<Item = (&'static Slice, &'static Treatment)> {
    slices::ALL.iter().flat_map(|slice| slice.treatments.iter().map(move |treatment| (*slice, treatment)))
}

fn lines(shell: &Shell) -> Vec<Line> {
    let keeps = slices::keeps();
    all().map(|(slice, treatment)| Line::of(shell, slice, treatment, &keeps)).collect()
}

/// How long a treatment keeps what it knows: each term once with its tables, then what does not count days.
fn kept(shell: &Shell, slice: &Slice, treatment: &Treatment, keeps: &[Keep]) -> String {
    let mut terms: Vec<(String, Vec<&str>)> = vec![];
    let mut otherwise = false;
    for keep in treatment.keeps(keeps) {
        let Some(term) = days(shell, keep) else {
            otherwise = true;
            continue;
        };
        match terms.iter_mut().find(|(known, _)| *known == term) {
            Some((_, tables)) => tables.push(keep.table),
            None => terms.push((term, vec![keep.table])),
        }
    }
    let mut said: Vec<_> = terms.into_iter().map(|(term, tables)| format!("{term} ({}).", tables.join(", "))).collect();
    said.extend(otherwise.then(|| sentence(shell, slice, treatment, "-kept")));
    said.join(" ")
}

/// How long a table that counts days keeps a row, in words.
fn days(shell: &Shell, keep: &Keep) -> Option<String> {
    let HowLong::Days { column, days, .. } = keep.how_long else { return None };
    let since = shell.of("preau-privacy-since-", &column.replace('_', "-")).to_string();
    // A year is said as such, with the one day more that a leap year may take.
    let said = match days {
        0 => shell.say("preau-privacy-term-none"),
        365.. if days % 365 <= 1 => shell.say("preau-privacy-term-years").num("n", days / 365),
        _ => shell.say("preau-privacy-term-days").num("n", days),
    };
    Some(said.text("since", since).to_string())
}

#[derive(Template)]
#[template(path = "privacy/register.html")]
struct Register {
    shell: Shell,
    lines: Vec<Line>,
}

fn register(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let shell = visit.shell().at(REGISTER);
    let lines = lines(&shell);
    Reply::page(&Register { shell, lines })
}

/// The same, to take away.
#[expect(clippy::unnecessary_wraps, reason = "the shape a route asks for")]
fn csv(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    const HEADS: [&str; 7] = [
        "preau-privacy-name",
        "preau-privacy-for",
        "preau-privacy-whom",
        "preau-privacy-what",
        "preau-privacy-basis",
        "preau-privacy-seen",
        "preau-privacy-kept",
    ];
    let shell = visit.shell().at(REGISTER);
    let mut text = String::from(print::sheet::MARK);
    text.push_str(&print::sheet::row(&HEADS.map(|key| shell.say(key).to_string())));
    for line in lines(&shell) {
        text.push_str(&print::sheet::row(&line.cells()));
    }
    let name = "attachment; filename=\"registre.csv\"".to_owned();
    Ok(Reply::bytes("text/csv; charset=utf-8", text.into_bytes()).header("content-disposition", name))
}

#[derive(Template)]
#[template(path = "privacy/study.html")]
struct Study {
    shell: Shell,
    lines: Vec<Line>,
    need: Vec<String>,
    measures: Vec<String>,
    /// What may happen: its name, where it may come from, what makes it less likely or less grave.
    risks: Vec<[String; 3]>,
    blanks: Vec<String>,
}

/// The study of risks, half written: what only people can say is left open.
fn study(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let shell = visit.shell().at(REGISTER);
    let numbered =
        |prefix: &str, most: usize| (1..=most).map(|n| shell.of(prefix, &n.to_string()).to_string()).collect();
    let risk = |part: &str, risk: &str| shell.of("preau-privacy-risk-", &format!("{risk}{part}")).to_string();
    let page = Study {
        lines: lines(&shell),
        need: numbered("preau-privacy-need-", NEED),
        measures: numbered("preau-privacy-measure-", MEASURES),
        risks: RISKS.iter().map(|one| ["", "-from", "-less"].map(|part| risk(part, one))).collect(),
        blanks: numbered("preau-privacy-blank-", BLANKS),
        shell,
    };
    Reply::page(&page)
}
