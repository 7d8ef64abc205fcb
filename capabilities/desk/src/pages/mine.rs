//! The pupil's ticket: the place, the wait, the thread, the end.
use super::{helper_name, message, refusal, seen, wait_sentence};
use crate::{
    model::{Face, Mode, Names, Outcome, Refusal, State, Ticket, TicketId, WordId, phone},
    policy::Read,
    store::{self, Spoken, Tonight},
    wait::{ahead, wait},
};
use access::Actor;
use askama::Template;
use kernel::Moment;
use web::{FormState, Reply, Result, Shell, Visit};

/// The stream of the pupil's ticket.
const BELL: &str = "/bar/moi/flux";

#[derive(Template)]
#[template(path = "desk/mine.html")]
struct Mine {
    shell: Shell,
    form: FormState,
    status: Status,
}

/// The part that lives.
#[derive(Template)]
#[template(path = "desk/mine_part.html")]
struct Part {
    shell: Shell,
    status: Status,
}

/// All that the live part says.
struct Status {
    ticket: Ticket,
    helper: String,
    /// Their place, from 1.
    rank: i64,
    wait: String,
    announcement: String,
    room: Option<String>,
    phone: Option<String>,
    words: Vec<Spoken>,
    names: Names,
    seen_at: String,
    now: Moment,
}

impl Status {
    fn now(&self) -> Moment {
        self.now
    }

    fn mine(&self, word: &Spoken) -> bool {
        word.author == self.ticket.pupil
    }

    fn said_by(&self, shell: &Shell, word: &Spoken) -> String {
        if self.mine(word) {
            return shell.say("desk-you").to_string();
        }
        helper_name(shell, self.names, Some(&(word.given.clone(), word.family.clone())))
    }
}

fn status(visit: &mut Visit<'_, '_>, shell: &Shell, actor: &Actor) -> Result<Option<Status>> {
    let Some((ticket, helper)) = store::last_of(visit.tx, actor)? else { return Ok(None) };
    let now = visit.now;
    let tonight = store::tonight(visit.tx, actor, now)?;
    let desk: Option<&Tonight> = tonight.iter().find(|desk| desk.desk == ticket.desk);
    let names = desk.map_or(Names::Hidden, |desk| desk.names);
    let (mut rank, mut said) = (0, String::new());
    if ticket.state == State::Waiting {
        let before = store::before(visit.tx, &[ticket.desk], Some(&ticket), now)?;
        let before: Vec<_> = before.into_iter().map(|(_, subject, count)| (subject, count)).collect();
        let duties = desk.map(Tonight::duties).unwrap_or_default();
        let there: Vec<_> = duties.iter().filter(|duty| duty.ahead(now) && duty.serves(Some(ticket.subject))).collect();
        rank = ahead(&there, &before) + 1;
        let pace = desk.map_or(480, |desk| desk.pace);
        said = wait_sentence(shell, wait(&duties, &before, Some(ticket.subject), pace, now));
    }
    let helping = |duty: &crate::model::Duty| Some(duty.teacher) == ticket.helper && duty.ahead(now);
    let room = desk
        .filter(|_| ticket.state == State::Claimed && ticket.mode == Mode::Room)
        .and_then(|desk| desk.duties.iter().find(|(duty, _)| helping(duty)).and_then(|(duty, _)| duty.room.clone()));
    let allowed = seen(store::find::<Read>(visit.tx, actor, ticket.id)?)?;
    let words = store::thread(visit.tx, &allowed)?;
    Ok(Some(Status {
        helper: helper_name(shell, names, helper.as_ref()),
        rank,
        wait: said,
        announcement: desk.map(|desk| desk.announcement.clone()).unwrap_or_default(),
        room,
        phone: ticket.phone_for(actor).map(str::to_owned),
        words,
        names,
        seen_at: shell.time(now),
        ticket,
        now,
    }))
}

/// The last ticket of the pupil, live or ended.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/soir"));
    let Some(status) = status(visit, &shell, &actor)? else { return Ok(Reply::go("/soir")) };
    let state = status.ticket.state.word();
    if visit.ask.part {
        // The frame of the page is another in another state: the whole page comes again.
        if visit.query("etat").is_some_and(|shown| shown != state) {
            return Ok(Reply::go("/bar/moi"));
        }
        return Reply::page(&Part { shell, status });
    }
    let shell = if status.ticket.live() { shell.with_bell(BELL.to_owned()).with_refresh(20) } else { shell };
    let refused = form.refused();
    let page = Mine { shell, form, status };
    if refused { Reply::refused(&page) } else { Ok(Reply::page(&page)?.kept_on_device()) }
}

/// What rings for the pupil: the ticket, and its desk.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let actor = visit.actor()?;
    let live = store::live_of(visit.tx, &actor)?;
    Ok(live
        .map(|(ticket, _)| vec![format!("ticket:{}", ticket.id), format!("desk:{}", ticket.desk)])
        .unwrap_or_default())
}

/// The pupil's live ticket, or the page of what it became.
fn live(visit: &mut Visit<'_, '_>) -> Result<std::result::Result<(std::sync::Arc<Actor>, Ticket), Reply>> {
    let actor = visit.actor()?;
    Ok(match store::live_of(visit.tx, &actor)? {
        Some((ticket, _)) => Ok((actor, ticket)),
        None => Err(Reply::go("/bar/moi")),
    })
}

/// Done, or said on the page why not.
fn done(visit: &mut Visit<'_, '_>, field: &str, outcome: std::result::Result<(), Refusal>) -> Result<Reply> {
    let Err(why) = outcome else { return Ok(Reply::go("/bar/moi")) };
    let mut state = FormState::of(&visit.form);
    state.refuse(field, refusal(&visit.shell(), why));
    page(visit, state)
}

/// Keeps the place and rests, or comes back.
pub fn pause(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let resting = visit.form.text("pause") != "non";
    let outcome = store::pause(visit.tx, &*visit.house.chance, &ticket, resting, visit.now)?;
    done(visit, "message", outcome)
}

/// Takes the demand back.
pub fn withdraw(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    match store::withdraw(visit.tx, &ticket, visit.now)? {
        Ok(()) => Ok(Reply::go("/soir")),
        Err(why) => done(visit, "message", Err(why)),
    }
}

/// The pupil has understood: help ends.
pub fn understood(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let outcome = store::end(visit.tx, &ticket, Outcome::Understood, ticket.tag, visit.now)?;
    done(visit, "message", outcome)
}

/// Another number to call.
pub fn number(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, _) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let Some(number) = phone(visit.form.text("telephone")) else {
        let mut state = FormState::of(&visit.form);
        state.refuse("telephone", visit.shell().say("desk-say-number"));
        return page(visit, state);
    };
    let outcome = store::ask_again(visit.tx, &actor, &number)?;
    done(visit, "telephone", outcome)
}

/// Whether it helped: one tap.
pub fn face(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let face = seen(Face::from_word(visit.form.text("avis")))?;
    let (ticket, _) = seen(store::last_of(visit.tx, &actor)?)?;
    store::face(visit.tx, &ticket, face)?;
    Ok(Reply::go("/bar/moi"))
}

/// Adds a message to the thread.
pub fn message(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let mut state = FormState::of(&visit.form);
    let message = message::read(visit, &shell, &mut state, "texte", "desk-say-something");
    let ticket = store::last_of(visit.tx, &actor)?.map(|(ticket, _)| ticket).filter(Ticket::hears);
    if ticket.is_none() {
        state.refuse("texte", refusal(&shell, Refusal::Ended));
    }
    match ticket {
        Some(ticket) if !state.refused() => {
            message::add(visit, &actor, &ticket, &message)?;
            Ok(Reply::go("/bar/moi"))
        }
        _ => page(visit, state),
    }
}

/// Reports a message to the adults of the school.
pub fn report(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let word: WordId = visit.form.text("mot").parse()?;
    let (ticket, _) = seen(store::last_of(visit.tx, &actor)?)?;
    let id = visit.new_id();
    store::report(visit.tx, &ticket, word, &actor, id, visit.now)?;
    Ok(Reply::go("/bar/moi"))
}

#[derive(Template)]
#[template(path = "desk/past.html")]
struct Past {
    shell: Shell,
    tickets: Vec<Ticket>,
    /// The one that the pupil's page shows.
    last: Option<TicketId>,
}

impl Past {
    /// Whether the pupil's page shows it.
    fn shown(&self, ticket: &Ticket) -> bool {
        self.last == Some(ticket.id)
    }
}

/// What the pupil asked before.
pub fn past(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let none = visit.new_id();
    let tickets = store::history(visit.tx, &actor, actor.person, none)?;
    let last = store::last_of(visit.tx, &actor)?.map(|(ticket, _)| ticket.id);
    Reply::page(&Past { shell: visit.shell().at("/bar/moi/demandes"), tickets, last })
}
