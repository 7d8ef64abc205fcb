//! What comes on paper: the sheet to print, and its counts to enter.
use super::seen;
use crate::{
    model::{LEVELS, Public, QUESTIONS, Wave, WaveId},
    policy::{CLERKS, Enter},
    store::{self, Sheets},
};
use access::{Unit, UnitKind};
use askama::Template;
use web::{FormState, Reply, Result, Shell, Visit};

/// How many sheets are cut from a page of A4.
const COPIES: usize = 6;
/// The most sheets one count may hold.
const MOST: i64 = 999;

#[derive(Template)]
#[template(path = "survey/paper.html")]
struct PaperPage {
    shell: Shell,
    form: FormState,
    school: Unit,
    schools: Vec<Unit>,
    waves: Vec<Wave>,
    wave: Option<WaveId>,
    public: Public,
}

impl PaperPage {
    fn questions(&self) -> Vec<(usize, String)> {
        questions(self.public)
    }

    /// The waves to choose from: the word of its stage, its address, and whether it is this one.
    fn waves(&self) -> Vec<(&'static str, String, bool)> {
        let tab = |wave: &Wave| (wave.stage.word(), self.at(wave.id, self.public), self.wave == Some(wave.id));
        self.waves.iter().map(tab).collect()
    }

    /// The publics to choose from, in the same way.
    fn publics(&self) -> Vec<(&'static str, String, bool)> {
        let Some(wave) = self.wave else { return vec![] };
        let tab = |public: &Public| (public.word(), self.at(wave, *public), *public == self.public);
        Public::ALL.iter().map(tab).collect()
    }

    fn at(&self, wave: WaveId, public: Public) -> String {
        format!("/avis/papier?ecole={}&public={}&vague={wave}", self.school.id, public.word())
    }
}

/// The questions of a public, from 1, with their keys.
fn questions(public: Public) -> Vec<(usize, String)> {
    (1..=QUESTIONS).map(|n| (n, format!("survey-{}-{n}", public.word()))).collect()
}

/// The field of a count.
fn field(question: usize, level: usize) -> String {
    format!("n{question}{level}")
}

/// The schools where one enters paper.
fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<Unit>> {
    let units = visit.actor()?.units(CLERKS);
    Ok(access::store::by_ids(visit.tx, UnitKind::Etablissement, &units)?)
}

/// What the form, else the query, says under this name.
fn said(visit: &Visit<'_, '_>, name: &str) -> String {
    let form = visit.form.text(name);
    let text = if form.is_empty() { visit.query(name).unwrap_or("") } else { form };
    text.to_owned()
}

/// The waves of a school that have begun, latest first; those of dispositifs in which it is engaged.
fn waves(visit: &mut Visit<'_, '_>, school: &Unit) -> Result<Vec<Wave>> {
    let running = programme::store::running(visit.tx, school.id, visit.now)?;
    let running: Vec<_> = running.into_iter().map(|one| one.id).collect();
    Ok(store::begun(visit.tx, &running, visit.now.paris().date())?)
}

/// The counts of a school, to be entered.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, mut form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let schools = schools(visit)?;
    let asked = visit.among("ecole", &schools, |one| one.id)?;
    let school = seen(asked.or(schools.first()).cloned())?;
    let waves = waves(visit, &school)?;
    let asked = said(visit, "vague");
    let wave = waves.iter().find(|wave| wave.id.to_string() == asked).or(waves.first()).map(|wave| wave.id);
    let public = Public::from_word(&said(visit, "public")).unwrap_or(Public::Pupil);
    let refused = form.refused();
    let place = seen(store::place::<Enter>(&actor, school.id))?;
    if let (false, Some(wave)) = (refused, wave) {
        let sheets = store::sheets(visit.tx, &place, wave, public)?;
        for (question, tally) in (1..).zip(sheets) {
            for (level, count) in (1..).zip(tally) {
                form = form.with(&field(question, level), count);
            }
        }
    }
    let shell = visit.shell().at("/avis/papier");
    let page = PaperPage { shell, form, school, schools, waves, wave, public };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Enters them.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let schools = schools(visit)?;
    let school = seen(schools.iter().find(|one| one.id.to_string() == visit.form.text("ecole")).cloned())?;
    let place = seen(store::place::<Enter>(&actor, school.id))?;
    let waves = waves(visit, &school)?;
    let wave = seen(waves.iter().find(|wave| wave.id.to_string() == visit.form.text("vague")))?.id;
    let public = seen(Public::from_word(visit.form.text("public")))?;
    let mut state = FormState::of(&visit.form);
    let mut sheets: Sheets = [[0; LEVELS]; QUESTIONS];
    for (question, tally) in (1..).zip(&mut sheets) {
        for (level, count) in (1..).zip(tally) {
            let field = field(question, level);
            let typed = visit.form.text(&field);
            let number = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
            match number.filter(|n| (0..=MOST).contains(n)) {
                Some(number) => *count = number,
                None => state.refuse(&field, visit.shell().say("survey-say-count")),
            }
        }
    }
    if state.refused() {
        return page(visit, state);
    }
    store::enter(visit.tx, &place, &actor, (wave, public, &sheets), now)?;
    let to = format!("/avis/papier?ecole={}&vague={wave}&public={}", school.id, public.word());
    Ok(Reply::go(to).said(visit.sentence("survey-saved")))
}

#[derive(Template)]
#[template(path = "survey/sheet.html")]
struct SheetPage {
    shell: Shell,
    public: Public,
}

impl SheetPage {
    fn questions(&self) -> Vec<(usize, String)> {
        questions(self.public)
    }

    fn publics(&self) -> Vec<(&'static str, String, bool)> {
        let tab = |one: &Public| (one.word(), format!("/avis/feuille?public={}", one.word()), *one == self.public);
        Public::ALL.iter().map(tab).collect()
    }
}

/// The sheet for paper.
pub fn sheet(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let public = Public::from_word(visit.query("public").unwrap_or("")).unwrap_or(Public::Family);
    Reply::page(&SheetPage { shell: visit.shell().at("/avis/papier"), public })
}
