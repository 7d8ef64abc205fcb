//! One line: what it says, what became of it, and what may still be done.
use super::{own::pupils, seen};
use crate::{
    model::{Hour, LONGEST, Refusal, State, WORDS},
    policy::{Approve, Confirm, Correct, Read},
    store::{self, Corrected, Correction, Decision},
};
use access::Allowed;
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "hours/line.html")]
struct LinePage {
    shell: Shell,
    form: FormState,
    hour: Allowed<Read, Hour>,
    name: (String, String),
    corrections: Vec<Correction>,
    decisions: Vec<Decision>,
    own: bool,
    approves: bool,
}

impl LinePage {
    /// The month it stands in.
    fn back(&self) -> String {
        let (month, school) = (self.hour.month(), self.hour.school);
        if self.own { format!("/heures?mois={month}") } else { format!("/heures/ecole?mois={month}&ecole={school}") }
    }

    /// Whether the teacher may say that it is right.
    fn confirms(&self) -> bool {
        self.own && self.hour.state == State::Proposed
    }
}

/// The line.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("hour")?);
    let (hour, name) = seen(store::find::<Read>(visit.tx, &actor, id)?)?;
    let (corrections, decisions) = store::history(visit.tx, &hour)?;
    let own = hour.teacher == actor.person;
    let approves = hour.state.waits() && !own && access::check::<Approve, _>(&actor, (*hour).clone()).is_ok();
    let refused = form.refused();
    let form = if refused { form } else { form.with("minutes", hour.minutes).with("eleves", hour.came) };
    let back = if own { "/heures" } else { "/heures/ecole" };
    let page = LinePage { shell: visit.shell().at(back), form, hour, name, corrections, decisions, own, approves };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Confirms, corrects, approves or refuses it.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    match visit.form.text("faire") {
        "confirmer" => confirm(visit),
        "corriger" => correct(visit),
        "approuver" => decide(visit, true),
        "refuser" => decide(visit, false),
        _ => Err(Error::NotFound),
    }
}

/// Done: back to the month it came from. Or not: why, beside the field.
fn done(visit: &mut Visit<'_, '_>, done: std::result::Result<(), Refusal>, field: &str, to: String) -> Result<Reply> {
    let Err(refusal) = done else { return Ok(Reply::go(to)) };
    let mut state = FormState::of(&visit.form);
    state.refuse(field, visit.shell().say(&refusal.to_string()));
    page(visit, state)
}

fn confirm(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("hour")?);
    let (hour, _) = seen(store::find::<Confirm>(visit.tx, &actor, id)?)?;
    // Somebody decided meanwhile: the month shows it, which is what was wanted.
    let _ = store::confirm(visit.tx, &hour)?;
    Ok(Reply::go(format!("/heures?mois={}", hour.month())))
}

fn correct(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, shell) = (visit.actor()?, visit.id("hour")?, visit.shell());
    let (hour, _) = seen(store::find::<Correct>(visit.tx, &actor, id)?)?;
    let mut state = FormState::of(&visit.form);
    let minutes: Option<i64> = visit.form.text("minutes").parse().ok().filter(|n| (0..=LONGEST).contains(n));
    if minutes.is_none() {
        state.refuse("minutes", shell.say("hours-say-minutes"));
    }
    let came = pupils(visit.form.text("eleves"));
    if came.is_none() {
        state.refuse("eleves", shell.say("hours-say-pupils"));
    }
    let reason: String = visit.form.short("raison", WORDS);
    if reason.chars().count() < 5 {
        state.refuse("raison", shell.say("hours-say-reason"));
    }
    let (Some(minutes), Some(came), false) = (minutes, came, state.refused()) else { return page(visit, state) };
    let to = Corrected { minutes, came, reason };
    let id = visit.new_id();
    let corrected = store::correct(visit.tx, &hour, &actor, id, &to, visit.now)?;
    let line = format!("/heures/ligne/{}", hour.id);
    done(visit, corrected, "minutes", line)
}

fn decide(visit: &mut Visit<'_, '_>, approves: bool) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("hour")?, visit.now);
    let (hour, _) = seen(store::find::<Approve>(visit.tx, &actor, id)?)?;
    let month = format!("/heures/ecole?mois={}&ecole={}", hour.month(), hour.school);
    let decision = visit.new_id();
    if approves {
        let decided = store::approve(visit.tx, &hour, &actor, decision, now)?;
        return done(visit, decided, "mot", month);
    }
    let word: String = visit.form.short("mot", WORDS);
    if word.chars().count() < 3 {
        let mut state = FormState::of(&visit.form);
        state = state.with("minutes", hour.minutes).with("eleves", hour.came);
        state.refuse("mot", visit.shell().say("hours-say-word"));
        return page(visit, state);
    }
    let decided = store::refuse(visit.tx, &hour, &actor, (decision, &word), now)?;
    done(visit, decided, "mot", month)
}
