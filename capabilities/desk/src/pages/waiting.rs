//! What a pupil does while they wait: rests, takes the demand back, puts it back.
use super::{
    ask,
    mine::{done, live},
};
use crate::{model::TicketId, store};
use web::{Reply, Result, Visit};

/// Keeps the place and rests, or comes back.
pub fn pause(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    let resting = visit.form.text("pause") != "non";
    let outcome = store::pause(visit.tx, &*visit.house.chance, &ticket, resting, visit.now)?;
    let sentence = visit.sentence(if resting { "desk-done-pause" } else { "desk-done-back" });
    let reply = done(visit, "message", outcome, sentence)?;
    Ok(if resting { reply.undo("/bar/moi/pause", &[("pause", "non")]) } else { reply })
}

/// Takes the demand back; or puts it back where it was.
pub fn withdraw(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if visit.form.text("faire") == "annuler" {
        return restore(visit);
    }
    let (_, ticket) = match live(visit)? {
        Ok(live) => live,
        Err(reply) => return Ok(reply),
    };
    match store::withdraw(visit.tx, &ticket, visit.now)? {
        Ok(()) => {
            let back = [("faire", "annuler"), ("demande", &*ticket.id.to_string())];
            Ok(Reply::go("/").said(visit.sentence("desk-done-withdrawn")).undo("/bar/moi/retirer", &back))
        }
        Err(why) => done(visit, "message", Err(why), ""),
    }
}

/// What was taken back waits again, at its place, while somebody is still expected and the family agrees.
fn restore(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let id: TicketId = visit.form.text("demande").parse()?;
    let (desks, _) = ask::held(visit)?;
    let ids: Vec<_> = desks.iter().map(|desk| desk.desk).collect();
    let back = store::restore(visit.tx, &actor, id, &ids, visit.now)?;
    let (to, key) = if back { ("/bar/moi", "desk-done-restored") } else { ("/", "desk-done-not-restored") };
    Ok(Reply::go(to).said(visit.sentence(key)))
}
