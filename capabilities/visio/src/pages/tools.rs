//! What everybody does in a room: raise a hand, say how one follows, answer, write, report.
use super::{address, cut, seated, seen};
use crate::{
    model::{Hears, LONGEST, PAD, SeatState, Seated, State},
    node,
    store::{self, Mark},
};
use web::{Error, Reply, Result, Visit};

/// One's seat in a room that is not over.
fn live(visit: &mut Visit<'_, '_>) -> Result<Seated> {
    let (_, seated) = seated(visit)?;
    let (room, seat) = (&seated.room, &seated.seat);
    let inside = seat.is_adult() || matches!(seat.state, SeatState::In | SeatState::Out | SeatState::Admitted);
    if room.state == State::Open && inside { Ok(seated.into_inner()) } else { Err(Error::Forbidden) }
}

/// Back in the room, where this is said.
fn back(visit: &Visit<'_, '_>, seated: &Seated, said: &str) -> Reply {
    Reply::go(address(seated.room.id)).said(visit.sentence(said))
}

/// The hand goes up, or down.
pub fn hand(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seated = live(visit)?;
    let at = (visit.form.text("main") == "haute").then_some(visit.now);
    store::mark(visit.tx, seated.room.id, seated.seat.id, Mark::Hand(at))?;
    Ok(back(visit, &seated, if at.is_some() { "visio-said-hand-up" } else { "visio-said-hand-down" }))
}

/// How well one follows.
pub fn hears(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seated = live(visit)?;
    let hears = seen(Hears::from_word(visit.form.text("ecoute")))?;
    store::mark(visit.tx, seated.room.id, seated.seat.id, Mark::Hears(hears))?;
    Ok(back(visit, &seated, "visio-said-hears"))
}

/// One's camera for the adult only, or as the room has it.
pub fn shy(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut seated = live(visit)?;
    let shy = visit.form.text("discret") == "oui";
    store::mark(visit.tx, seated.room.id, seated.seat.id, Mark::Shy(shy))?;
    seated.seat.shy = shy;
    node::sits(visit, &seated);
    Ok(back(visit, &seated, if shy { "visio-said-shy" } else { "visio-said-seen" }))
}

/// Writes a line. An empty one is no line.
pub fn say(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seated = live(visit)?;
    let text = visit.form.short("texte", LONGEST);
    if !text.is_empty() {
        let id = visit.new_id();
        store::say(visit.tx, &seated, id, &text, visit.now)?;
    }
    Ok(back(visit, &seated, if text.is_empty() { "visio-said-line-empty" } else { "visio-said-line" }))
}

/// Answers the question.
pub fn vote(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seated = live(visit)?;
    let answer = visit.form.text("reponse").to_owned();
    let counted = store::vote(visit.tx, &seated, &answer, visit.now)?;
    Ok(back(visit, &seated, if counted { "visio-said-vote" } else { "visio-said-vote-late" }))
}

/// Writes the shared page. When somebody wrote meanwhile, what only this person has is put below: nothing is lost.
pub fn pad(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seated = live(visit)?;
    if !seated.seat.is_adult() && !seated.room.pad_open {
        return Err(Error::Forbidden);
    }
    let text = visit.form.short("cahier", PAD);
    let turn = visit.form.text("tour").parse().unwrap_or(-1);
    let alone = store::set_pad(visit.tx, &seated.room, &text, turn)?;
    if !alone {
        let merged = cut(&merged(&seated.room.pad, &text), PAD);
        store::set_pad(visit.tx, &seated.room, &merged, seated.room.pad_turn)?;
    }
    Ok(back(visit, &seated, if alone { "visio-said-pad" } else { "visio-said-pad-merged" }))
}

/// The page as it is, and below it the lines it does not have.
pub fn merged(now: &str, mine: &str) -> String {
    let known: Vec<&str> = now.lines().collect();
    let fresh = mine.lines().filter(|line| !line.trim().is_empty() && !known.contains(line));
    let fresh: Vec<&str> = fresh.collect();
    if fresh.is_empty() { now.to_owned() } else { format!("{}\n{}", now.trim_end(), fresh.join("\n")) }
}

/// Reports a line, or what goes on, to an adult of the school who does not hold the room.
pub fn report(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let line = visit.form.id("ligne")?;
    let text = visit.form.short("texte", LONGEST);
    let id = visit.new_id();
    store::report(visit.tx, &seated, id, line, &text, visit.now)?;
    Ok(back(visit, &seated, "visio-said-reported"))
}
