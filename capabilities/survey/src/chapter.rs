//! The opinions' chapter of a bilan: what each public answered the last time it was asked. What too few answered is not kept.
use crate::{
    LEVELS, QUESTIONS,
    model::{Outcome, Public},
    store,
};
use db::{Result, Tx};
use programme::{Chapter, Counts, Datum, Numbers, Picture, Scope};
use web::Shell;

/// What pupils, families and teachers say.
pub const CHAPTER: Chapter = Chapter { key: "survey", title: "survey-chapter", figures: &[], gather, charts };

const fn chart(public: Public) -> &'static str {
    match public {
        Public::Pupil => "survey-chart-pupil",
        Public::Family => "survey-chart-family",
        Public::Teacher => "survey-chart-teacher",
    }
}

/// The row of a question and a level, both from 1.
fn row(public: Public, question: usize, level: usize) -> String {
    format!("{}:{question}-{level}", chart(public))
}

/// How many chose each level, the last time that this public was asked and enough answered.
fn latest(outcomes: &[Outcome]) -> Vec<(String, i64)> {
    let mut rows = vec![];
    for public in Public::ALL {
        // Outcomes come in the order of the year.
        let shown = |one: &&Outcome| one.public == *public && one.tallies.iter().any(Option::is_some);
        let Some(last) = outcomes.iter().rev().find(shown) else { continue };
        for (question, tally) in (1..).zip(last.tallies) {
            let levels = (1..).zip(tally.into_iter().flatten());
            rows.extend(levels.map(|(level, n)| (row(*public, question, level), n)));
        }
    }
    rows
}

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    for one in store::by_school(tx, scope.dispositif)? {
        if scope.schools.contains(&one.school) {
            for (key, n) in latest(&one.outcomes) {
                counts.add(one.school, key, n);
            }
        }
    }
    // All together are not the sum of those that may be shown.
    for (key, n) in latest(&store::results(tx, scope.dispositif, None)?) {
        counts.whole(key, n, 0);
    }
    Ok(())
}

fn charts(shell: &Shell, numbers: &Numbers) -> Vec<Picture> {
    let levels: Vec<String> =
        (1..=LEVELS).map(|level| shell.of("survey-level-", &level.to_string()).to_string()).collect();
    let series: Vec<&str> = levels.iter().map(String::as_str).collect();
    let picture = |public: &Public| {
        let question = |n: usize| {
            let values: Vec<i64> = (1..=LEVELS).map(|level| numbers.get(&row(*public, n, level)).0).collect();
            let label = shell.of(&format!("survey-{}-", public.word()), &n.to_string()).to_string();
            (values.iter().sum::<i64>() > 0).then(|| Datum::of(label, values))
        };
        let data: Vec<_> = (1..=QUESTIONS).filter_map(question).collect();
        (!data.is_empty()).then(|| Picture::stacked(shell, chart(*public), &series, &data))
    };
    Public::ALL.iter().filter_map(picture).collect()
}
