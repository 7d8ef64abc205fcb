//! What a pupil asked before, each with the way to its messages.
use crate::{
    model::{State, Ticket, TicketId},
    store,
};
use askama::Template;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/past.html")]
struct Past {
    shell: Shell,
    tickets: Paged<Ticket>,
    /// The one that the pupil's page shows.
    last: Option<TicketId>,
}

impl Past {
    /// Where its messages are; what was taken back has none to show.
    fn page(&self, ticket: &Ticket) -> Option<String> {
        match ticket.state {
            State::Withdrawn => None,
            _ if self.last == Some(ticket.id) => Some("/bar/moi".to_owned()),
            _ => Some(format!("/bar/moi?demande={}", ticket.id)),
        }
    }
}

/// What the pupil asked before.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let tickets = store::history(visit.tx, &actor, actor.person, None, visit.pager())?;
    let last = store::last_of(visit.tx, &actor)?.map(|(ticket, _)| ticket.id);
    Reply::page(&Past { shell: visit.shell().at("/bar/moi/demandes"), tickets, last })
}
