//! Helping one pupil: the thread, the call, the end; handing over.
use super::{board, care, message, reach::Reach, seen};
use crate::{
    model::{Call, Desk, Mode, Outcome, Refusal, State, Tag, Ticket},
    policy::{Help, Inspect, Read, Serve},
    store::{self, Spoken},
};
use access::{Actor, Allowed};
use askama::Template;
use kernel::{Moment, PersonId};
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/help.html")]
struct HelpPage {
    shell: Shell,
    form: FormState,
    thread: Thread,
    desk: Desk,
    given: String,
    family: String,
    class: String,
    mine: bool,
    /// Whether one may take it: one's duty is open.
    on_duty: bool,
    reach: Reach,
    /// Colleagues on duty, to hand over to.
    colleagues: Vec<(PersonId, String)>,
    history: Paged<Ticket>,
    now: Moment,
}

impl HelpPage {
    fn now(&self) -> Moment {
        self.now
    }
}

/// The messages alone: the part that lives.
#[derive(Template)]
#[template(path = "desk/thread_part.html")]
pub struct Thread {
    pub shell: Shell,
    pub ticket: Ticket,
    pub words: Vec<Spoken>,
    pub me: PersonId,
    /// Whether it is read for a reason: what was reported is marked there, and only there.
    pub inspected: bool,
}

impl Thread {
    fn mine(&self, word: &Spoken) -> bool {
        word.author == self.me
    }

    fn said_by(&self, word: &Spoken) -> String {
        if self.mine(word) { self.shell.say("desk-you-adult").to_string() } else { word.given.clone() }
    }
}

#[derive(Template)]
#[template(path = "desk/inspect.html")]
struct InspectPage {
    shell: Shell,
    form: FormState,
    ticket: Ticket,
}

#[derive(Template)]
#[template(path = "desk/inspected.html")]
struct Inspected {
    shell: Shell,
    thread: Thread,
}

/// The ticket: for the team to help, for a head who says why to look.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// The page again, with what is to be mended.
pub fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    match store::find::<Read>(visit.tx, &actor, id)? {
        Some(ticket) => team(visit, &actor, form, ticket),
        None => inspector(visit, &actor, form),
    }
}

fn team(visit: &mut Visit<'_, '_>, actor: &Actor, form: FormState, ticket: Allowed<Read, Ticket>) -> Result<Reply> {
    let (shell, now) = (visit.shell().at("/bar"), visit.now);
    if visit.ask.part {
        if visit.query("etat").is_some_and(|shown| shown != ticket.stage()) {
            return Ok(Reply::go(format!("/bar/demande/{}", ticket.id)));
        }
        if visit.query("morceau") == Some("joindre") {
            let duties = store::duties_of(visit.tx, ticket.desk, now, store::night(now.evening()))?;
            return Reply::page(&Reach::of(visit, actor, &ticket, &duties, FormState::new())?);
        }
    }
    let words = store::thread(visit.tx, &ticket)?;
    let ticket = ticket.into_inner();
    if visit.ask.part {
        return Reply::page(&Thread { shell, ticket, words, me: actor.person, inspected: false });
    }
    let desk = seen(store::desk_for::<Serve>(visit.tx, actor, ticket.desk)?)?.into_inner();
    let history = store::history(visit.tx, actor, ticket.pupil, Some(ticket.id), visit.pager_of("avant").by(6))?;
    let duties = store::duties_of(visit.tx, desk.id, now, store::night(now.evening()))?;
    let reach = Reach::of(visit, actor, &ticket, &duties, form.clone())?;
    let colleagues = duties.iter().filter(|(duty, ..)| duty.open(now) && duty.teacher != actor.person);
    let colleagues = colleagues.map(|(duty, given, family)| (duty.teacher, format!("{given} {family}"))).collect();
    let demand = words.first().map(|word| (word.given.clone(), word.family.clone(), word.class.clone()));
    let (given, family, class) = demand.unwrap_or_default();
    let shell =
        if ticket.hears() { shell.with_bell(format!("/bar/demande/{}/flux", ticket.id)).seen_by_hand() } else { shell };
    let on_duty = duties.iter().any(|(duty, ..)| duty.open(now) && duty.teacher == actor.person);
    let refused = form.refused();
    let page = HelpPage {
        on_duty,
        mine: ticket.helped_by(actor),
        reach,
        thread: Thread { shell: shell.clone(), ticket, words, me: actor.person, inspected: false },
        shell,
        form,
        desk,
        given,
        family,
        class,
        colleagues,
        history,
        now,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

fn inspector(visit: &mut Visit<'_, '_>, actor: &Actor, form: FormState) -> Result<Reply> {
    let id = visit.id("ticket")?;
    let ticket = seen(store::find::<Inspect>(visit.tx, actor, id)?)?;
    let shell = visit.shell().at("/bar/suivis");
    if care::justified(visit, actor, ticket.id)? {
        let words = store::thread(visit.tx, &ticket)?;
        let thread =
            Thread { shell: shell.clone(), ticket: ticket.into_inner(), words, me: actor.person, inspected: true };
        return Reply::page(&Inspected { shell, thread });
    }
    let refused = form.refused();
    let page = InspectPage { shell, form, ticket: ticket.into_inner() };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// What rings for the one who helps.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    let ticket = seen(store::find::<Read>(visit.tx, &actor, id)?)?;
    Ok(vec![format!("ticket:{}", ticket.id), format!("person:{}", actor.person)])
}

/// The ticket one may help with.
pub fn helped(visit: &mut Visit<'_, '_>) -> Result<(std::sync::Arc<Actor>, Allowed<Help, Ticket>)> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    let ticket = seen(store::find::<Help>(visit.tx, &actor, id)?)?;
    Ok((actor, ticket))
}

/// Why this person does not help with the ticket (any more); `None` when they do.
pub fn not_ours(ticket: &Ticket, actor: &Actor) -> Option<Refusal> {
    match ticket.state {
        State::Claimed if ticket.helped_by(actor) => None,
        State::Claimed => Some(Refusal::Colleague),
        State::Waiting => Some(Refusal::Unclaimed),
        _ => Some(Refusal::Ended),
    }
}

pub fn refuse(visit: &mut Visit<'_, '_>, field: &str, why: Refusal) -> Result<Reply> {
    let mut state = FormState::of(&visit.form);
    super::refuse(&mut state, &visit.shell(), field, why);
    page(visit, state)
}

/// Takes this very ticket.
pub fn claim(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    if board::open_duty(visit, &actor, ticket.desk)?.is_none() {
        return refuse(visit, "file", Refusal::OffDuty);
    }
    match store::claim(visit.tx, &actor, &ticket, None, visit.now)? {
        Ok(()) => {
            let (here, sentence) = (format!("/bar/demande/{}", ticket.id), visit.sentence("desk-done-claimed"));
            Ok(Reply::go(&*here).said(sentence).undo(format!("{here}/rendre"), &[]))
        }
        Err(why) => refuse(visit, "file", why),
    }
}

/// Gives it back to the queue.
pub fn give_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    if let Some(why) = not_ours(&ticket, &actor) {
        return refuse(visit, "file", why);
    }
    match store::give_back(visit.tx, &ticket, visit.now)? {
        Ok(()) => {
            let (board, sentence) = (format!("/bar/bureau/{}", ticket.desk), visit.sentence("desk-done-given-back"));
            Ok(Reply::go(board).said(sentence).undo(format!("/bar/demande/{}/prendre", ticket.id), &[]))
        }
        Err(why) => refuse(visit, "file", why),
    }
}

/// Hands it over to a colleague who is there.
pub fn hand_over(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    let to: PersonId = visit.form.text("a").parse()?;
    let now = visit.now;
    let there = store::duties_of(visit.tx, ticket.desk, now, store::night(now.evening()))?;
    if let Some(why) = not_ours(&ticket, &actor) {
        return refuse(visit, "a", why);
    }
    if !there.iter().any(|(duty, ..)| duty.teacher == to && duty.open(now)) {
        return refuse(visit, "a", Refusal::Absent);
    }
    match store::hand_over(visit.tx, &ticket, to, now)? {
        Ok(()) => Ok(Reply::go(format!("/bar/bureau/{}", ticket.desk)).said(visit.sentence("desk-done-handed"))),
        Err(why) => refuse(visit, "a", why),
    }
}

/// Answers: whom one helps, or, after the evening, what was left to the team.
pub fn message(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    let shell = visit.shell();
    let mut state = FormState::of(&visit.form);
    let message = message::read(visit, &shell, &mut state, "texte", "desk-write-something");
    if let (false, Some(why)) = (ticket.left(), not_ours(&ticket, &actor)) {
        super::refuse(&mut state, &shell, "texte", why);
    }
    if state.refused() {
        return page(visit, state);
    }
    if ticket.left() {
        care::tell(visit, &ticket)?;
    }
    message::add(visit, &actor, &ticket, &message)?;
    Ok(Reply::go(format!("/bar/demande/{}", ticket.id)).said(shell.say("desk-done-answered")))
}

/// Notes what became of the call.
pub fn call(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    let outcome = seen(Call::from_word(visit.form.text("appel")))?;
    seen((ticket.mode == Mode::Call).then_some(()))?;
    if let Some(why) = not_ours(&ticket, &actor) {
        return refuse(visit, "appel", why);
    }
    match store::call(visit.tx, &ticket, outcome)? {
        Ok(()) => Ok(Reply::go(format!("/bar/demande/{}", ticket.id)).said(visit.sentence("desk-done-noted"))),
        Err(why) => refuse(visit, "appel", why),
    }
}

/// Ends help.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = helped(visit)?;
    let Some(outcome) = Outcome::from_word(visit.form.text("issue")) else {
        let mut state = FormState::of(&visit.form);
        state.refuse("issue", visit.shell().say("desk-say-outcome"));
        return page(visit, state);
    };
    if let Some(why) = not_ours(&ticket, &actor) {
        return refuse(visit, "issue", why);
    }
    let tag = Tag::from_word(visit.form.text("nature"));
    match store::end(visit.tx, &ticket, outcome, tag, visit.now)? {
        Ok(()) => Ok(Reply::go(format!("/bar/bureau/{}", ticket.desk)).said(visit.sentence("desk-done-ended"))),
        Err(why) => refuse(visit, "issue", why),
    }
}
