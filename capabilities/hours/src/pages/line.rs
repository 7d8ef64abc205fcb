//! One line: what it says, what became of it, and what may still be done.
use super::{Titles, full, length, own::pupils, refuse, seen};
use crate::{
    model::{Hour, LONGEST, Refusal, State, WORDS},
    policy::{Approve, Confirm, Correct, Read},
    store::{self, Corrected, Correction, Decision},
};
use access::Allowed;
use askama::Template;
use std::sync::Arc;
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
    titles: Titles,
    own: bool,
    approves: bool,
    /// Whether what was decided may be taken back.
    undone: bool,
}

impl LinePage {
    /// The month it stands in.
    fn back(&self) -> String {
        let (month, school) = (self.hour.month(), self.hour.school);
        if self.own { format!("/heures?mois={month}") } else { format!("/heures/ecole?mois={month}&ecole={school}") }
    }

    /// What the reason is for: it is read on the line.
    fn hint(&self) -> String {
        let key = if self.approves { "hours-word-hint" } else { "hours-reason-hint" };
        self.shell.say(key).to_string()
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
    let decides = !own && access::check::<Approve, _>(&actor, (*hour).clone()).is_ok();
    let undone = decides && store::can_take_back(visit.tx, &hour)?;
    let approves = decides && hour.state.waits();
    let titles = Titles::of_lines(visit.tx, std::iter::once(&*hour))?;
    let refused = form.refused();
    let form = if refused { form } else { form.with("minutes", hour.minutes).with("eleves", hour.came) };
    let back = if own { "/heures" } else { "/heures/ecole" };
    let shell = visit.shell().at(back);
    let page = LinePage { shell, form, hour, name, corrections, decisions, titles, own, approves, undone };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Confirms, corrects, approves or refuses it, or takes back what was decided.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    match visit.form.text("faire") {
        "confirmer" => confirm(visit),
        "corriger" => correct(visit),
        "approuver" => decide(visit, true),
        "refuser" => decide(visit, false),
        "reprendre" => take_back(visit),
        _ => Err(Error::NotFound),
    }
}

/// The page again, with why it is not done, beside the field.
fn refused(visit: &mut Visit<'_, '_>, refusal: Refusal, field: &str) -> Result<Reply> {
    let mut state = FormState::of(&visit.form);
    refuse(&visit.shell(), &mut state, field, refusal);
    page(visit, state)
}

/// When the line was held, as sentences name it.
fn held(shell: &Shell, hour: &Hour) -> String {
    format!("{}, {}", shell.date(hour.starts_at), shell.time(hour.starts_at))
}

fn confirm(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, shell) = (visit.actor()?, visit.id("hour")?, visit.shell());
    let (hour, _) = seen(store::find::<Confirm>(visit.tx, &actor, id)?)?;
    let month = Reply::go(format!("/heures?mois={}", hour.month()));
    // Somebody decided meanwhile: the month shows it, which is what was wanted.
    if store::confirm(visit.tx, &hour)?.is_err() {
        return Ok(month.said(shell.say("hours-said-decided")));
    }
    let said = shell.say("hours-said-confirmed").num("n", 1).text("total", length(&shell, hour.due));
    let line = hour.id.to_string();
    Ok(month.said(said).undo("/heures/confirmation", &[("faire", "annuler"), ("ligne", &line)]))
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
    if let Err(refusal) = store::correct(visit.tx, &hour, &actor, id, &to, visit.now)? {
        return refused(visit, refusal, "minutes");
    }
    let said = shell.say("hours-said-corrected").text("held", length(&shell, minutes)).num("n", came);
    Ok(Reply::go(format!("/heures/ligne/{}", hour.id)).said(said))
}

fn decide(visit: &mut Visit<'_, '_>, approves: bool) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("hour")?, visit.now);
    let (hour, name) = seen(store::find::<Approve>(visit.tx, &actor, id)?)?;
    let shell = visit.shell();
    let decision = visit.new_id();
    let (decided, key) = if approves {
        (store::approve(visit.tx, &hour, &actor, decision, now)?, "hours-said-approved-one")
    } else {
        let word: String = visit.form.short("raison", WORDS);
        if word.chars().count() < 3 {
            let mut state = FormState::of(&visit.form);
            state.refuse("raison", shell.say("hours-say-word"));
            return page(visit, state);
        }
        (store::refuse(visit.tx, &hour, &actor, (decision, &word), now)?, "hours-said-refused")
    };
    if let Err(refusal) = decided {
        return refused(visit, refusal, "raison");
    }
    let said = shell.say(key).text("name", full(&name)).text("when", held(&shell, &hour));
    let month = Reply::go(format!("/heures/ecole?mois={}&ecole={}", hour.month(), hour.school));
    Ok(month.said(said).undo(format!("/heures/ligne/{}", hour.id), &[("faire", "reprendre")]))
}

fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("hour")?, visit.now);
    let (hour, name) = seen(store::find::<Approve>(visit.tx, &actor, id)?)?;
    let house = Arc::clone(visit.house);
    if let Err(refusal) = store::take_back(visit.tx, &hour, &actor, (&*house.chance, now))? {
        return refused(visit, refusal, "minutes");
    }
    let shell = visit.shell();
    let said = shell.say("hours-said-back-one").text("name", full(&name)).text("when", held(&shell, &hour));
    Ok(Reply::go(format!("/heures/ecole?mois={}&ecole={}", hour.month(), hour.school)).said(said))
}
