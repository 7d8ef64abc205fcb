//! What is left for the team, what was reported, and a thread opened for a reason.
use super::{help, seen};
use crate::{
    model::TicketId,
    policy::{Inspect, Read, Resume},
    store::{self, Line, Reported},
};
use access::{Actor, audit};
use askama::Template;
use std::sync::Arc;
use web::{FormState, Reply, Result, Shell, Visit};

/// The deed of the audit trail.
const OPENED: &str = "ticket/open";
/// For how many minutes a reason opens a thread.
const OPEN_FOR: i64 = 30;

/// Whether this person said why they open this thread, lately.
pub fn justified(visit: &mut Visit<'_, '_>, actor: &Actor, ticket: TicketId) -> Result<bool> {
    Ok(audit::done_since(visit.tx, actor.person, OPENED, ticket, visit.now.plus_minutes(-OPEN_FOR))?)
}

/// Opens a thread for a reason, which is kept.
pub fn open(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    let ticket = seen(store::find::<Inspect>(visit.tx, &actor, id)?)?;
    let reason = visit.form.text("raison").to_owned();
    if reason.chars().count() < 10 {
        let mut state = FormState::of(&visit.form);
        state.refuse("raison", visit.shell().say("desk-say-reason"));
        return help::page(visit, state);
    }
    let reason: String = reason.chars().take(500).collect();
    audit::record(visit.tx, &*visit.house.chance, visit.now, actor.person, OPENED, ticket.id, &reason)?;
    Ok(Reply::go(format!("/bar/demande/{}", ticket.id)))
}

#[derive(Template)]
#[template(path = "desk/followups.html")]
struct Followups {
    shell: Shell,
    lines: Vec<Line>,
    actor: Arc<Actor>,
    inspects: bool,
}

impl Followups {
    /// Whether one reads the demand: the team does. The others know who asked, about what and when.
    fn reads(&self, line: &Line) -> bool {
        access::check::<Read, _>(&self.actor, line.ticket.clone()).is_ok()
    }

    /// Whether the page of the ticket is open to one, at once or for a reason.
    fn opens(&self, line: &Line) -> bool {
        self.reads(line) || access::check::<Inspect, _>(&self.actor, line.ticket.clone()).is_ok()
    }
}

/// What nobody answered, for the team to take up.
pub fn followups(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let lines = store::followups(visit.tx, &actor)?;
    let inspects = actor.holds(crate::policy::INSPECTORS);
    Reply::page(&Followups { shell: visit.shell().at("/bar/suivis"), lines, actor, inspects })
}

/// It is taken up.
pub fn follow(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    let ticket = seen(store::find::<Resume>(visit.tx, &actor, id)?)?;
    // Taken up by somebody else meanwhile: the list shows it gone, which is what was wanted.
    let _ = store::follow(visit.tx, &actor, &ticket, visit.now)?;
    Ok(Reply::go("/bar/suivis"))
}

#[derive(Template)]
#[template(path = "desk/reports.html")]
struct Reports {
    shell: Shell,
    reports: Vec<Reported>,
}

/// Messages children have reported.
pub fn reports(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let reports = store::reports(visit.tx, &actor)?;
    Reply::page(&Reports { shell: visit.shell().at("/bar/suivis"), reports })
}

/// A report was looked into.
pub fn handle(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("report")?);
    seen(store::handle(visit.tx, &actor, id, visit.now)?.then_some(()))?;
    Ok(Reply::go("/bar/signalements"))
}
