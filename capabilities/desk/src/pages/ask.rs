//! The demand: three taps after sign-in.
use super::{message, refuse, tool};
use crate::{
    model::{Duty, Mode, Refusal, Subject},
    store::{self, Asked, Tonight},
};
use askama::Template;
use kernel::Moment;
use programme::Admission;
use telephone::Phone;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/ask.html")]
struct AskPage {
    shell: Shell,
    form: FormState,
    desks: Vec<Tonight>,
    /// Whether somebody with a room is there.
    room: bool,
}

impl AskPage {
    /// The subject, once it is chosen.
    fn chosen(&self) -> Option<Subject> {
        Subject::from_word(self.form.value("matiere"))
    }

    fn of(visit: &mut Visit<'_, '_>, form: FormState, desks: Vec<Tonight>) -> Result<Self> {
        let now = visit.now;
        let open = |desk: &&Tonight| desk.duties.iter().any(|(duty, _)| duty.open(now));
        let mut room =
            desks.iter().flat_map(|desk| &desk.duties).any(|(duty, _)| duty.open(now) && duty.room.is_some());
        if let (Some(desk), false) = (desks.iter().find(open), room) {
            room = visio::offered(visit, desk.school, visio::Kind::Ticket)?;
        }
        Ok(Self { shell: visit.shell().at("/aide"), form, desks, room })
    }
}

/// The page again, with what is to be mended.
fn again(visit: &mut Visit<'_, '_>, form: FormState, desks: Vec<Tonight>) -> Result<Reply> {
    Reply::refused(&AskPage::of(visit, form, desks)?)
}

#[derive(Template)]
#[template(path = "desk/barred.html")]
struct Barred {
    shell: Shell,
    /// What the family said.
    word: Admission,
}

/// The desks somebody still holds tonight and that admit the pupil, those that are open first; where they do not, why.
pub fn held(visit: &mut Visit<'_, '_>) -> Result<(Vec<Tonight>, Option<Admission>)> {
    let (actor, now) = (visit.actor()?, visit.now);
    let desks = store::tonight(visit.tx, &actor, now)?;
    let any = |desk: &Tonight, is: fn(&Duty, Moment) -> bool| desk.duties.iter().any(|(duty, _)| is(duty, now));
    let mut held: Vec<Tonight> = desks.into_iter().filter(|desk| any(desk, Duty::ahead)).collect();
    held.sort_by_key(|desk| !any(desk, Duty::open));
    tool::admitting(visit, held)
}

/// The empty form; with a live ticket, that one instead.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mode = visit.query("mode").and_then(Mode::from_word).unwrap_or(Mode::Writing);
    if store::live_of(visit.tx, &actor)?.is_some() {
        return Ok(Reply::go(if mode == Mode::Call { "/bar/moi?mode=appel" } else { "/bar/moi" }));
    }
    let (desks, barred) = held(visit)?;
    if let Some(word) = barred {
        return Reply::page(&Barred { shell: visit.shell().at("/aide"), word });
    }
    if desks.is_empty() {
        return Ok(Reply::go("/"));
    }
    let mut form = FormState::new().with("mode", mode.word()).with("bureau", desks[0].desk);
    if let Some(subject) = visit.query("matiere").and_then(Subject::from_word) {
        form = form.with("matiere", subject.word());
    }
    Ok(Reply::page(&AskPage::of(visit, form, desks)?)?.kept_on_device())
}

/// Takes the demand.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let (desks, barred) = held(visit)?;
    let mut state = FormState::of(&visit.form);
    let message = message::read(visit, &shell, &mut state, "bloque", "desk-say-what");
    let form = &visit.form;
    let subject = Subject::from_word(form.text("matiere"));
    if subject.is_none() {
        state.refuse("matiere", shell.say("desk-say-subject"));
    }
    let mode = Mode::from_word(form.text("mode")).unwrap_or(Mode::Writing);
    let number = form.text("telephone").parse::<Phone>().ok();
    if mode == Mode::Call && number.is_none() {
        state.refuse("telephone", shell.say("desk-say-number"));
    }
    let Some(first) = desks.first() else {
        match barred {
            Some(word) => {
                state.refuse("bloque", shell.of("desk-barred-text-", word.word()));
                state.entitle(shell.of("desk-barred-", word.word()));
            }
            None => refuse(&mut state, &shell, "bloque", Refusal::Closed),
        }
        return again(visit, state, desks);
    };
    let chosen = form.text("bureau");
    let desk = match desks.iter().find(|desk| desk.desk.to_string() == chosen) {
        Some(desk) => desk,
        None if chosen.is_empty() => first,
        None => {
            state = state.with("bureau", first.desk);
            state.refuse("bureau", shell.say("desk-refused-gone").text("name", &first.name));
            state.entitle(shell.say("desk-title-gone"));
            return again(visit, state, desks);
        }
    };
    let (Some(subject), false) = (subject, state.refused()) else {
        return again(visit, state, desks);
    };
    let shown = message.shown(&shell);
    let asked = Asked {
        id: visit.new_id(),
        desk: desk.desk,
        school: desk.school,
        subject,
        blocks: message.text,
        mode,
        phone: number.filter(|_| mode == Mode::Call).map(|number| number.e164().to_owned()),
    };
    if let Err(why) = store::ask(visit.tx, &actor, &asked, visit.now)? {
        refuse(&mut state, &shell, "bloque", why);
        return again(visit, state, desks);
    }
    for attached in &message.attached {
        store::attach(visit.tx, asked.id, None, attached)?;
    }
    let subject = shell.of("desk-subject-", subject.word()).to_string();
    let what = std::iter::once(subject).chain(shown).collect::<Vec<_>>().join(", ");
    Ok(Reply::go("/bar/moi").said(shell.say("desk-done-asked").text("what", what)))
}
