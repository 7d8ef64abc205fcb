//! What the answers make together: a school's for its head, all of them for the pilot.
use super::seen;
use crate::{
    model::{LEVELS, Outcome, Public, QUESTIONS, Stage},
    policy::{PILOTS, READERS, Read},
    store,
};
use askama::Template;
use kernel::UnitId;
use print::chart::{Caption, Datum, stacked};
use programme::{DispositifId, Running};
use std::collections::HashMap;
use web::{Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "survey/results.html")]
struct ResultsPage {
    shell: Shell,
    title: String,
    running: Vec<Running>,
    dispositif: Option<DispositifId>,
    pilot: bool,
    outcomes: Vec<Outcome>,
    words: Paged<(Public, String)>,
    schools: Paged<SchoolRow>,
    /// When they were counted.
    at: kernel::Moment,
}

/// A school in a pilot's table.
#[derive(Clone)]
struct SchoolRow {
    name: String,
    answers: i64,
    /// Of a hundred answers, how many are content, by public; the latest stage that may be shown.
    content: Vec<Option<i64>>,
}

/// One row of the table of a public.
struct Row {
    stage: Stage,
    question: usize,
    tally: Option<[i64; LEVELS]>,
}

impl ResultsPage {
    fn is(&self, running: &Running) -> bool {
        self.dispositif == Some(running.id)
    }

    /// What each public that answered said.
    fn publics(&self) -> Vec<Said<'_>> {
        let of = |public: Public| Said {
            public,
            outcomes: self.outcomes.iter().filter(|outcome| outcome.public == public).collect(),
            words: self.words.iter().filter(|(one, _)| *one == public).map(|(_, words)| words.as_str()).collect(),
        };
        Public::ALL.iter().map(|public| of(*public)).filter(|said| !said.outcomes.is_empty()).collect()
    }
}

/// What one public said.
struct Said<'p> {
    public: Public,
    outcomes: Vec<&'p Outcome>,
    words: Vec<&'p str>,
}

impl Said<'_> {
    /// Question by question, and stage by stage.
    fn rows(&self) -> Vec<Row> {
        let rows = |question: usize| {
            self.outcomes.iter().map(move |outcome| Row {
                stage: outcome.stage,
                question: question + 1,
                tally: outcome.tallies.get(question).copied().flatten(),
            })
        };
        (0..QUESTIONS).flat_map(rows).collect()
    }

    /// The same as bars; nothing where nothing may be shown.
    fn chart(&self, shell: &Shell) -> String {
        let label = |row: &Row| {
            let stage = shell.of("survey-stage-", row.stage.word());
            shell.say("survey-chart-row").num("n", row.question).text("stage", stage).to_string()
        };
        let data: Vec<Datum> = self.rows().iter().filter_map(|row| Some(Datum::of(label(row), row.tally?))).collect();
        if data.is_empty() {
            return String::new();
        }
        let levels: Vec<String> =
            (1..=LEVELS).map(|level| shell.say(&format!("survey-level-{level}")).to_string()).collect();
        let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
        let title = shell.of("survey-public-", self.public.word()).to_string();
        let text = shell.say("survey-chart-text").to_string();
        let id = format!("avis-{}", self.public.word());
        stacked(Caption { id: &id, title: &title, text: &text }, &levels, &data)
    }
}

/// The answers.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let (heads, steers) = (actor.units(READERS), actor.units(PILOTS));
    let school = heads.first().copied();
    let running = if let Some(school) = school {
        programme::store::running(visit.tx, school, visit.now)?
    } else {
        let all = programme::store::all_running(visit.tx, visit.now)?;
        all.into_iter().filter(|one| steers.contains(&one.academie)).collect()
    };
    let chosen = visit.among("dispositif", &running, |one| one.id)?.or(running.first()).cloned();
    let unit = seen(school.or(chosen.as_ref().map(|one| one.academie)).or(steers.first().copied()))?;
    let place = seen(store::place::<Read>(&actor, unit))?;
    let (mut outcomes, mut words, mut schools, mut at) = (vec![], Paged::default(), Paged::default(), visit.now);
    if let Some(running) = &chosen {
        if school.is_none() {
            let key = format!("survey {}", running.id);
            let (told, counted) = visit.counted(&key, |visit| {
                let outcomes = store::results(visit.tx, running.id, None)?;
                Ok((outcomes, school_rows(visit, running.id)?))
            })?;
            (outcomes, schools, at) = (told.0.clone(), Paged::of(&told.1, visit.pager()), counted);
        } else {
            outcomes = store::results(visit.tx, running.id, school)?;
        }
        if let Some(latest) = outcomes.iter().map(|outcome| outcome.stage).max() {
            words = store::words(visit.tx, &place, (running.id, latest), visit.pager_of("mots"))?;
        }
    }
    let title = access::store::by_id(visit.tx, unit)?.map_or_else(String::new, |unit| unit.name);
    let (shell, dispositif) = (visit.shell().at("/avis/resultats"), chosen.map(|one| one.id));
    let pilot = school.is_none();
    Reply::page(&ResultsPage { shell, title, running, dispositif, pilot, outcomes, words, schools, at })
}

/// The schools of a dispositif by name, with how many answered and how content they are.
fn school_rows(visit: &mut Visit<'_, '_>, dispositif: DispositifId) -> Result<Paged<SchoolRow>> {
    let schools = store::answering(visit.tx, dispositif, Pager::whole())?;
    let all = store::by_school(visit.tx, dispositif)?;
    let all: HashMap<UnitId, Vec<Outcome>> = all.into_iter().map(|one| (one.school, one.outcomes)).collect();
    Ok(schools.map(|(school, name)| {
        let outcomes = all.get(&school).map_or(&[][..], |outcomes| outcomes);
        let latest = |public: Public| {
            let of = outcomes.iter().rev().filter(|outcome| outcome.public == public);
            of.clone().find_map(|outcome| outcome.content(0))
        };
        SchoolRow {
            name,
            answers: outcomes.iter().map(|outcome| outcome.answers).sum(),
            content: Public::ALL.iter().map(|public| latest(*public)).collect(),
        }
    }))
}
