//! What is left for the team, what was reported, and a thread opened for a reason.
use super::{help, seen};
use crate::{
    model::{Ticket, TicketId},
    policy::{Inspect, Read, Resume},
    store::{self, Line, Reported},
};
use access::{Actor, audit};
use askama::Template;
use notice::Sending;
use std::sync::Arc;
use web::{FormState, Lang, Paged, Reply, Result, Shell, Visit};

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
    let reason = visit.form.short("raison", 500);
    if reason.chars().count() < 10 {
        let mut state = FormState::of(&visit.form);
        state.refuse("raison", visit.shell().say("desk-say-reason"));
        return help::page(visit, state);
    }
    let on = (ticket.id, Some(ticket.school));
    audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, OPENED, on, &reason)?;
    Ok(Reply::go(format!("/bar/demande/{}", ticket.id)).said(visit.sentence("desk-done-opened")))
}

#[derive(Template)]
#[template(path = "desk/followups.html")]
struct Followups {
    shell: Shell,
    lines: Paged<Line>,
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
    let lines = store::followups(visit.tx, &actor, visit.pager())?;
    let inspects = actor.holds(crate::policy::INSPECTORS);
    Reply::page(&Followups { shell: visit.shell().at("/bar/suivis"), lines, actor, inspects })
}

/// Tells the pupil, and those who answer for them, that the team has answered, each by their own channel and once for each of the
/// pupil's turns: nobody waits before the page any more, and the pupil may have no way of their own. It is the school that writes: a
/// desk may keep the names of adults to itself, and the answer stays in the thread, which is the pupil's.
pub fn tell(visit: &mut Visit<'_, '_>, ticket: &Ticket) -> Result<()> {
    if store::answered(visit.tx, ticket)? {
        return Ok(());
    }
    let mut sendings = vec![];
    for to in agenda::store::recipients(visit.tx, &[ticket.pupil], visit.now)? {
        let lang = directory::store::person(visit.tx, to)?.and_then(|person| person.lang);
        let lang = lang.and_then(|tag| Lang::from_tags(&tag)).unwrap_or_default();
        let (key, link) = if to == ticket.pupil {
            ("desk-followup-told", format!("/bar/moi?demande={}", ticket.id))
        } else {
            ("desk-followup-told-family", "/enfants".to_owned())
        };
        let words = &visit.house.words;
        let subject = words.say(lang, format!("desk-subject-{}", ticket.subject.word())).to_string();
        let text = words.say(lang, key).text("subject", subject).to_string();
        sendings.push(Sending { school: ticket.school, author: None, to, text, link: Some(link), sealed: None });
    }
    notice::store::notify_many(visit.tx, &*visit.house.chance, &sendings, visit.now)?;
    Ok(())
}

/// It is seen to, in the thread or face to face.
pub fn follow(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("ticket")?);
    let ticket = seen(store::find::<Resume>(visit.tx, &actor, id)?)?;
    // Closed by somebody else meanwhile: the list shows it gone, which is what was wanted.
    let _ = store::follow(visit.tx, &actor, &ticket, visit.now)?;
    Ok(Reply::go("/bar/suivis").said(visit.sentence("desk-done-followed")))
}

#[derive(Template)]
#[template(path = "desk/reports.html")]
struct Reports {
    shell: Shell,
    reports: Paged<Reported>,
}

/// Messages children have reported.
pub fn reports(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let reports = store::reports(visit.tx, &actor, visit.pager())?;
    Reply::page(&Reports { shell: visit.shell().at("/bar/suivis"), reports })
}

/// A report was looked into.
pub fn handle(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("report")?);
    seen(store::handle(visit.tx, &actor, id, visit.now)?.then_some(()))?;
    Ok(Reply::go("/bar/signalements").said(visit.sentence("desk-done-handled")))
}
