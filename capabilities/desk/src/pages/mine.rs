//! The pupil's ticket: the place, the wait, the thread, the end.
use super::{helper_name, message, reach, refuse, seen, wait_sentence};
use crate::{
    model::{Call, Face, Mode, Names, Outcome, Refusal, State, Ticket, TicketId, WordId},
    policy::Read,
    store::{self, Helped, Spoken, Tonight},
    wait::{Wait, ahead, wait},
};
use access::Actor;
use askama::Template;
use kernel::Moment;
use telephone::Phone;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/mine.html")]
struct Mine {
    shell: Shell,
    form: FormState,
    status: Status,
    /// The rooms where one is waited for.
    ready: visio::Banner,
    /// Whether the reader comes to be called: the line does not carry a room.
    by_phone: bool,
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
    /// Whether it was asked for by name: one from before, perhaps.
    chosen: bool,
    helper: String,
    /// Their place, from 1.
    rank: i64,
    wait: String,
    /// Whether nobody comes any more tonight.
    gone: bool,
    /// When somebody is there again.
    openings: Vec<Moment>,
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

    /// Whether the telephone rang and nobody answered.
    fn missed(&self) -> bool {
        self.ticket.call == Some(Call::NoAnswer)
    }

    fn mine(&self, word: &Spoken) -> bool {
        word.author == self.ticket.pupil
    }

    /// The address of `page` for this ticket.
    fn at(&self, page: &str) -> String {
        if self.chosen { format!("{page}?demande={}", self.ticket.id) } else { page.to_owned() }
    }

    /// The address of the part that lives.
    fn part(&self) -> String {
        let here = self.at("/bar/moi");
        format!("{here}{}etat={}", if self.chosen { '&' } else { '?' }, self.ticket.stage())
    }

    /// Whether it ended with help: not on the telephone that nobody took.
    fn bravo(&self) -> bool {
        !self.missed() && matches!(self.ticket.outcome, Some(Outcome::Understood | Outcome::InClass))
    }

    /// Whether the team has answered since it was left to it.
    fn answered(&self) -> bool {
        self.words.iter().any(|word| !self.mine(word) && self.ticket.ended_at.is_some_and(|end| word.at >= end))
    }

    fn said_by(&self, shell: &Shell, word: &Spoken) -> String {
        if self.mine(word) {
            return shell.say("desk-you").to_string();
        }
        helper_name(shell, self.names, Some(&(word.given.clone(), word.family.clone())))
    }
}

/// The ticket a page or a form names, if it is the pupil's own; the last one when none is named.
fn named(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Option<Helped>> {
    let name = match visit.query("demande") {
        Some(name) => name,
        None => visit.form.text("demande"),
    };
    if name.is_empty() {
        return Ok(store::last_of(visit.tx, actor)?);
    }
    let id: TicketId = name.parse()?;
    seen(store::own(visit.tx, actor, id)?).map(Some)
}

/// Whether the page or the form names a ticket.
fn names_one(visit: &Visit<'_, '_>) -> bool {
    visit.query("demande").is_some() || visit.form.has("demande")
}

fn status(visit: &mut Visit<'_, '_>, shell: &Shell, actor: &Actor) -> Result<Option<Status>> {
    let chosen = names_one(visit);
    let Some((ticket, helper)) = named(visit, actor)? else { return Ok(None) };
    let now = visit.now;
    let tonight = store::tonight(visit.tx, actor, now)?;
    let desk: Option<&Tonight> = tonight.iter().find(|desk| desk.desk == ticket.desk);
    let names = desk.map_or(Names::Hidden, |desk| desk.names);
    let (mut rank, mut said, mut gone) = (0, String::new(), false);
    if ticket.state == State::Waiting {
        let before = store::before(visit.tx, &[ticket.desk], Some(&ticket), now)?;
        let before: Vec<_> = before.into_iter().map(|(_, subject, count)| (subject, count)).collect();
        let duties = desk.map(Tonight::duties).unwrap_or_default();
        let there: Vec<_> = duties.iter().filter(|duty| duty.ahead(now) && duty.serves(Some(ticket.subject))).collect();
        rank = ahead(&there, &before) + 1;
        let pace = desk.map_or(480, |desk| desk.pace);
        let wait = wait(&duties, &before, Some(ticket.subject), pace, now);
        gone = wait == Wait::Nobody;
        said = wait_sentence(shell, wait);
    }
    let helping = |duty: &crate::model::Duty| Some(duty.teacher) == ticket.helper && duty.ahead(now);
    let room = desk
        .filter(|_| ticket.state == State::Claimed && ticket.mode == Mode::Room)
        .and_then(|desk| desk.duties.iter().find(|(duty, _)| helping(duty)).and_then(|(duty, _)| duty.room.clone()));
    // A room of the house comes before a link to another.
    let inside =
        room.is_some() && !visio::store::live_of(visit.tx, visio::Kind::Ticket, &reach::sources(&ticket))?.is_empty();
    let room = room.filter(|_| !inside);
    let left = gone || ticket.left();
    let openings = if left { store::evenings(visit.tx, &[ticket.desk], now)? } else { vec![] };
    let allowed = seen(access::check::<Read, _>(actor, ticket.clone()).ok())?;
    let words = store::thread(visit.tx, &allowed)?;
    Ok(Some(Status {
        helper: helper_name(shell, names, helper.as_ref()),
        rank,
        gone,
        openings,
        wait: said,
        announcement: desk.map(|desk| desk.announcement.clone()).unwrap_or_default(),
        room,
        phone: ticket.phone_for(actor).map(str::to_owned),
        words,
        names,
        seen_at: shell.time(now),
        chosen,
        ticket,
        now,
    }))
}

/// The last ticket of the pupil, live or ended; or the one that is named.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/aide"));
    let Some(status) = status(visit, &shell, &actor)? else { return Ok(Reply::go("/")) };
    if visit.ask.part {
        // The frame of the page is another in another state: the whole page comes again.
        if visit.query("etat").is_some_and(|shown| shown != status.ticket.stage()) {
            return Ok(Reply::go(status.at("/bar/moi")));
        }
        return Reply::page(&Part { shell, status });
    }
    let shell = if status.ticket.hears() { shell.with_bell(status.at("/bar/moi/flux")).seen_by_hand() } else { shell };
    let (refused, chosen) = (form.refused(), status.chosen);
    let ready = visio::banner(visit, &shell)?;
    let by_phone = visit.query("mode") == Some(Mode::Call.word()) || form.problem("telephone").is_some();
    let page = Mine { shell, form, status, ready, by_phone };
    match (refused, chosen) {
        (true, _) => Reply::refused(&page),
        (false, true) => Reply::page(&page),
        (false, false) => Ok(Reply::page(&page)?.kept_on_device()),
    }
}

/// What rings for the pupil: the ticket, its desk while it is live, and a room that opens.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let actor = visit.actor()?;
    let ticket = named(visit, &actor)?.map(|(ticket, _)| ticket).filter(Ticket::hears);
    let topics = |ticket: Ticket| {
        let desk = ticket.live().then(|| format!("desk:{}", ticket.desk));
        [Some(format!("ticket:{}", ticket.id)), desk].into_iter().flatten().collect()
    };
    let mut topics: Vec<String> = ticket.map(topics).unwrap_or_default();
    topics.push(format!("person:{}", actor.person));
    Ok(topics)
}

/// The page of the ticket that a form names.
fn back(visit: &Visit<'_, '_>, ticket: &Ticket) -> Reply {
    if names_one(visit) { Reply::go(format!("/bar/moi?demande={}", ticket.id)) } else { Reply::go("/bar/moi") }
}

/// The pupil's live ticket, or the page of what it became.
pub fn live(visit: &mut Visit<'_, '_>) -> Result<std::result::Result<(std::sync::Arc<Actor>, Ticket), Reply>> {
    let actor = visit.actor()?;
    Ok(match store::live_of(visit.tx, &actor)? {
        Some((ticket, _)) => Ok((actor, ticket)),
        None => Err(Reply::go("/bar/moi").said(visit.shell().say("desk-refused-ended"))),
    })
}

/// Done, in a sentence, or said on the page why not.
pub fn done(
    visit: &mut Visit<'_, '_>,
    field: &str,
    outcome: std::result::Result<(), Refusal>,
    sentence: impl ToString,
) -> Result<Reply> {
    let Err(why) = outcome else { return Ok(Reply::go("/bar/moi").said(sentence)) };
    let mut state = FormState::of(&visit.form);
    refuse(&mut state, &visit.shell(), field, why);
    page(visit, state)
}

/// The pupil has understood: help ends.
pub fn understood(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let outcome = store::end(visit.tx, &ticket, Outcome::Understood, ticket.tag, visit.now)?;
    let sentence = visit.sentence("desk-done-understood");
    done(visit, "message", outcome, sentence)
}

/// Another number to call.
pub fn number(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, _) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let Ok(number) = visit.form.text("telephone").parse::<Phone>() else {
        let mut state = FormState::of(&visit.form);
        state.refuse("telephone", visit.shell().say("desk-say-number"));
        return page(visit, state);
    };
    let outcome = store::ask_again(visit.tx, &actor, number.e164())?;
    let sentence = visit.sentence("desk-done-number");
    done(visit, "telephone", outcome, sentence)
}

/// Whether it helped: one tap.
pub fn face(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let face = seen(Face::from_word(visit.form.text("avis")))?;
    let (ticket, _) = seen(named(visit, &actor)?)?;
    store::face(visit.tx, &ticket, face)?;
    Ok(back(visit, &ticket).said(visit.sentence("desk-done-noted")))
}

/// Adds a message to the thread.
pub fn message(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let mut state = FormState::of(&visit.form);
    let message = message::read(visit, &shell, &mut state, "texte", "desk-say-something");
    let ticket = named(visit, &actor)?.map(|(ticket, _)| ticket).filter(Ticket::hears);
    if ticket.is_none() {
        refuse(&mut state, &shell, "texte", Refusal::Ended);
    }
    match ticket {
        Some(ticket) if !state.refused() => {
            message::add(visit, &actor, &ticket, &message)?;
            Ok(back(visit, &ticket).said(shell.say("desk-done-sent")))
        }
        _ => page(visit, state),
    }
}

/// Reports a message to the adults of the school.
pub fn report(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let word: WordId = visit.form.text("mot").parse()?;
    let (ticket, _) = seen(named(visit, &actor)?)?;
    let id = visit.new_id();
    seen(store::report(visit.tx, &ticket, word, &actor, id, visit.now)?.then_some(()))?;
    Ok(back(visit, &ticket).said(visit.sentence("desk-done-reported")))
}
