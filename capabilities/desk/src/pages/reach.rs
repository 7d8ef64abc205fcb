//! Reaching the pupil one helps: by telephone, in a room. One tap opens the room for both.
use super::{help, seen};
use crate::model::{Duty, GroupId, Mode, Subject, Ticket};
use access::Actor;
use askama::Template;
use kernel::{Id, PersonId, UnitId};
use visio::{Kind, Room, store::Wanted};
use web::{FormState, Lang, Reply, Result, Shell, Visit};

/// How the pupil is reached: a part that lives, for a pupil may ask to be called after all, and a room may end.
#[derive(Template)]
#[template(path = "desk/reach_part.html")]
pub struct Reach {
    shell: Shell,
    form: FormState,
    ticket: Ticket,
    mine: bool,
    phone: Option<String>,
    /// The link of the duty's room, outside.
    link: Option<String>,
    /// Where the room is that was opened for it.
    room: Option<String>,
    /// Whether a room can be opened.
    offered: bool,
}

impl Reach {
    /// What this person may do to reach the pupil.
    pub fn of(
        visit: &mut Visit<'_, '_>,
        actor: &Actor,
        ticket: &Ticket,
        duties: &[(Duty, String, String)],
        form: FormState,
    ) -> Result<Self> {
        let (now, mine) = (visit.now, ticket.helped_by(actor));
        let own = |duty: &&Duty| duty.teacher == actor.person && duty.ahead(now);
        let link = duties.iter().map(|(duty, ..)| duty).find(own).and_then(|duty| duty.room.clone());
        let (room, offered) =
            if mine { live(visit, ticket.school, actor.person, &sources(ticket))? } else { (None, false) };
        Ok(Self {
            shell: visit.shell().at("/bar"),
            form,
            mine,
            phone: ticket.phone_for(actor).map(str::to_owned),
            link,
            room: room.map(|room| room.address()),
            offered,
            ticket: ticket.clone(),
        })
    }
}

/// For what a room of this ticket may have been made: itself, or the group it is explained with.
pub fn sources(ticket: &Ticket) -> Vec<Id<()>> {
    [Some(ticket.id.cast()), ticket.group.map(GroupId::cast)].into_iter().flatten().collect()
}

/// The room of one of these that this person holds; whether one can be opened.
pub fn live(
    visit: &mut Visit<'_, '_>,
    school: UnitId,
    host: PersonId,
    sources: &[Id<()>],
) -> Result<(Option<Room>, bool)> {
    let (rooms, offered) = visio::live(visit, school, Kind::Ticket, sources)?;
    Ok((rooms.into_iter().find(|room| room.host == host), offered))
}

/// Opens a room, called after the subject: no title names a pupil. Gives its address.
pub fn open(
    visit: &mut Visit<'_, '_>,
    (source, school): (Id<()>, UnitId),
    subject: Subject,
    expected: &[PersonId],
) -> Result<String> {
    let (actor, mut shell) = (visit.actor()?, visit.shell());
    seen(visio::offered(visit, school, Kind::Ticket)?.then_some(()))?;
    // Read by all who come, whatever the language of who opens it.
    shell.lang = Lang::Fr;
    let title = shell.of("desk-subject-", subject.word()).to_string();
    let (kind, source, host) = (Kind::Ticket, Some(source), actor.person);
    visio::begin(visit, &Wanted { kind, source, school, host, title: &title, expected, lobby: false })
}

/// The room of the ticket one helps with: opened, or found again.
pub fn room(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, ticket) = help::helped(visit)?;
    if let Some(why) = help::not_ours(&ticket, &actor) {
        return help::refuse(visit, "file", why);
    }
    let (known, _) = live(visit, ticket.school, actor.person, &sources(&ticket))?;
    let known = known.and_then(|room| room.source);
    let source = known.unwrap_or_else(|| ticket.id.cast());
    let room = open(visit, (source, ticket.school), ticket.subject, &[ticket.pupil])?;
    Ok(Reply::go(room).said(visit.sentence("desk-room-told")))
}
