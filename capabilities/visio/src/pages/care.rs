//! What an adult looks into: what was reported, who was there.
use super::{room::title, seen};
use crate::{
    model::Room,
    policy::Register,
    store::{self, Reported, Sitting},
};
use askama::Template;
use kernel::Moment;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "visio/reports.html")]
struct Reports {
    shell: Shell,
    reports: Paged<Reported>,
}

impl Reports {
    #[expect(clippy::unused_self, reason = "asked by the template")]
    fn by(&self, one: &Reported) -> String {
        format!("{} {}", one.by.0, one.by.1)
    }
}

#[derive(Template)]
#[template(path = "visio/register.html")]
struct RegisterPage {
    shell: Shell,
    room: Room,
    title: String,
    seats: Vec<Sitting>,
    now: Moment,
}

impl RegisterPage {
    fn minutes(&self, one: &Sitting) -> i64 {
        one.seat.minutes(self.now)
    }
}

/// What was reported in the rooms of one's school.
pub fn reports(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let reports = store::reports(visit.tx, &actor, visit.pager())?;
    Reply::page(&Reports { shell: visit.shell().at("/visio"), reports })
}

/// It was looked into.
pub fn handle(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("report")?);
    seen(store::handle(visit.tx, &actor, id, visit.now)?.then_some(()))?;
    Ok(Reply::go("/visio/signalements").said(visit.sentence("visio-said-handled")))
}

/// Who was there, from when, how long.
pub fn register(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("room")?);
    let room = seen(store::find::<Register>(visit.tx, &actor, id)?)?;
    let seats = store::seats(visit.tx, room.id)?;
    let shell = visit.shell().at("/visio");
    let title = title(&shell, &room);
    Reply::page(&RegisterPage { shell, room: room.into_inner(), title, seats, now: visit.now })
}
