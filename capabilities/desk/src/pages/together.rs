//! Several tickets on one exercise: explained once, to all.
use super::{board, message, reach, seen};
use crate::{
    model::{Desk, DutyState, GroupId, Outcome, Refusal, Tag, TicketId},
    policy::{Help, Serve},
    store::{self, Line, Spoken},
};
use access::{Actor, Allowed};
use askama::Template;
use kernel::PersonId;
use web::{FormState, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/group.html")]
struct GroupPage {
    shell: Shell,
    form: FormState,
    desk: Allowed<Serve, Desk>,
    /// Each demand of the group, with its messages.
    lines: Vec<(Line, Vec<Spoken>)>,
    me: PersonId,
    /// Where the room is that was opened for them.
    room: Option<String>,
    /// Whether a room can be opened.
    offered: bool,
}

impl GroupPage {
    /// Whether the reader wrote it.
    fn mine(&self, word: &Spoken) -> bool {
        word.author == self.me
    }

    /// Whether somebody of the group still waits for the end.
    fn live(&self) -> bool {
        self.lines.iter().any(|(line, _)| line.ticket.live())
    }
}

/// Takes the ticked tickets together; those somebody else took meanwhile are left out.
pub fn gather(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("desk")?);
    let desk = seen(store::desk_for::<Serve>(visit.tx, &actor, id)?)?;
    if board::open_duty(visit, &actor, desk.id)?.is_none() {
        return board::refuse(visit, Refusal::OffDuty);
    }
    let ticked: Vec<TicketId> = visit.form.ids("demande")?;
    let group: GroupId = visit.new_id();
    let mut taken = 0;
    for ticket in ticked {
        let ticket = seen(store::find::<Help>(visit.tx, &actor, ticket)?.filter(|ticket| ticket.desk == desk.id))?;
        taken += usize::from(store::claim(visit.tx, &actor, &ticket, Some(group), visit.now)?.is_ok());
    }
    if taken == 0 {
        return board::refuse(visit, Refusal::Taken);
    }
    let sentence = visit.shell().say("desk-done-gathered").num("n", taken).to_string();
    Ok(Reply::go(format!("/bar/bureau/{}/groupe/{group}", desk.id)).said(sentence))
}

/// The group, and one answer for all.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// The desk of the address, and the tickets of its group.
fn found(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<(Allowed<Serve, Desk>, Vec<Line>)> {
    let (id, group) = (visit.id("desk")?, visit.id("group")?);
    let desk = seen(store::desk_for::<Serve>(visit.tx, actor, id)?)?;
    let lines = store::group(visit.tx, &desk, group)?;
    seen((!lines.is_empty()).then_some(()))?;
    Ok((desk, lines))
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let (desk, lines) = found(visit, &actor)?;
    let duties = store::own_duties(visit.tx, &actor, visit.now, Pager::FIRST)?;
    let duty = duties.iter().map(|(duty, _)| duty);
    let room =
        duty.filter(|duty| duty.desk == desk.id && duty.state != DutyState::Closed).find_map(|duty| duty.room.clone());
    let refused = form.refused();
    let form = if form.value("salle").is_empty() { form.with("salle", room.unwrap_or_default()) } else { form };
    let group: GroupId = visit.id("group")?;
    let (inside, offered) = reach::live(visit, desk.school, actor.person, &[group.cast()])?;
    let inside = inside.map(|room| room.address());
    let mut threads = store::group_threads(visit.tx, &desk, group)?;
    let lines = lines.into_iter().map(|line| {
        let words = threads.remove(&line.ticket.id).unwrap_or_default();
        (line, words)
    });
    let (lines, me) = (lines.collect(), actor.person);
    let page = GroupPage { shell: visit.shell().at("/bar"), form, desk, lines, me, room: inside, offered };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Explains once: a written answer, a room, or the end, for every ticket of the group that one still helps with.
pub fn explain(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let (desk, lines) = found(visit, &actor)?;
    let mine: Vec<_> = lines.into_iter().filter(|line| line.ticket.helped_by(&actor)).collect();
    let shell = visit.shell();
    let mut state = FormState::of(&visit.form);
    if mine.is_empty() {
        super::refuse(&mut state, &shell, "texte", Refusal::Ended);
        return page(visit, state);
    }
    if visit.form.text("faire") == "clore" {
        let Some(outcome) = Outcome::from_word(visit.form.text("issue")) else {
            state.refuse("issue", shell.say("desk-say-outcome"));
            return page(visit, state);
        };
        let tag = Tag::from_word(visit.form.text("nature"));
        for line in &mine {
            // One that ended meanwhile stays as it ended.
            let _ = store::end(visit.tx, &line.ticket, outcome, tag, visit.now)?;
        }
        return Ok(
            Reply::go(format!("/bar/bureau/{}", desk.id)).said(shell.say("desk-done-ended-all").num("n", mine.len()))
        );
    }
    if visit.form.text("faire") == "visio" {
        let (group, subject): (GroupId, _) = (visit.id("group")?, mine[0].ticket.subject);
        let pupils: Vec<_> = mine.iter().map(|line| line.ticket.pupil).collect();
        let room = reach::open(visit, (group.cast(), desk.school), subject, &pupils)?;
        return Ok(Reply::go(room).said(shell.say("desk-room-told-all")));
    }
    let message = if visit.form.text("faire") == "salle" {
        let room = visit.form.text("salle").to_owned();
        if !web::is_link(&room) {
            state.refuse("salle", shell.say("desk-say-room"));
        }
        message::Message { text: shell.say("desk-come-to-room").text("room", &room).to_string(), attached: vec![] }
    } else {
        message::read(visit, &shell, &mut state, "texte", "desk-write-something")
    };
    if state.refused() {
        return page(visit, state);
    }
    for line in &mine {
        let attached =
            message.attached.iter().map(|one| store::Attached { id: visit.new_id(), ..one.clone() }).collect();
        let copy = message::Message { text: message.text.clone(), attached };
        message::add(visit, &actor, &line.ticket, &copy)?;
    }
    Ok(Reply::go(visit.ask.path.clone()).said(shell.say("desk-done-sent-all").num("n", mine.len())))
}
