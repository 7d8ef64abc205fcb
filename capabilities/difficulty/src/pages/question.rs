//! A colleague asks the referent; what was answered serves the team.
use super::{described, log, schools, seen};
use crate::{
    Audience, DifficultyId, Entered, Kind, School,
    policy::{Note, STAFF},
    store::{self, Answered, Line, Opened},
};
use askama::Template;
use kernel::{Moment, UnitId};
use web::{FormState, Paged, Reply, Result, Shell, Visit};

/// The kinds a colleague may choose.
const KINDS: &[Kind] = &[Kind::Tool, Kind::SignIn, Kind::Device, Kind::Line, Kind::Other];

#[derive(Template)]
#[template(path = "difficulty/question.html")]
struct Question {
    shell: Shell,
    form: FormState,
    schools: Vec<(UnitId, String)>,
    lines: Paged<Line>,
    answered: Paged<Answered>,
    words: String,
    now: Moment,
}

impl Question {
    fn choices(&self) -> Vec<(String, String)> {
        self.schools.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }
}

/// What was answered, and the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new().with("nature", Kind::Tool.word()))
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let words: String = visit.query("mots").unwrap_or_default().chars().take(80).collect();
    let answered = store::answered(visit.tx, &actor, &words, visit.pager())?;
    let lines = store::questions(visit.tx, &actor, visit.pager_of("miennes"))?;
    let schools = schools(visit, &actor, STAFF)?;
    let refused = form.refused();
    let form = form.with("mots", &words);
    let shell = visit.shell().at("/question");
    let page = Question { shell, form, schools, lines, answered, words, now: visit.now };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Asks.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let mine = actor.units(STAFF);
    let school = visit.form.among("ecole", &mine, |unit| *unit)?.or_else(|| mine.first());
    let school = seen(access::check::<Note, _>(&actor, School(*seen(school)?)).ok())?;
    let mut state = FormState::of(&visit.form);
    let (kind, text) = described(visit, &shell, &mut state, true);
    let (Some(kind), false) = (kind, state.refused()) else { return page(visit, state) };
    let id: DifficultyId = visit.new_id();
    let opened = Opened {
        id,
        school: school.0,
        by: actor.person,
        person: actor.person,
        child: None,
        audience: Audience::Colleague,
        kind,
        text,
        entered: Entered::Page,
    };
    log::open(visit, &actor, &opened)?;
    Ok(Reply::go("/question").said(shell.say("difficulty-said-asked")))
}
