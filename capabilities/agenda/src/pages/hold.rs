//! Who holds a meeting, and that it is held.
use super::{meeting::page, seen};
use crate::{
    policy::{Hold, See, Volunteer},
    store,
};
use web::{Error, FormState, Reply, Result, Visit};

/// Promises to hold it, or takes the promise back.
pub fn volunteer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let done = match visit.form.text("faire") {
        "promettre" => {
            let meeting = seen(store::find::<Volunteer>(visit.tx, &actor, id)?)?;
            store::volunteer(visit.tx, &actor, &meeting, now)?
        }
        "renoncer" => {
            seen(store::find::<See>(visit.tx, &actor, id)?)?;
            store::give_up(visit.tx, actor.person, id, now)?
        }
        _ => return Err(Error::NotFound),
    };
    answer(visit, id, done)
}

/// Opens it, or ends it.
pub fn hold(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let meeting = seen(store::find::<Hold>(visit.tx, &actor, id)?)?;
    let done = match visit.form.text("faire") {
        "ouvrir" => store::open(visit.tx, &meeting, now)?,
        "clore" => store::close(visit.tx, &meeting, now)?,
        _ => return Err(Error::NotFound),
    };
    answer(visit, id, done)
}

fn answer(
    visit: &mut Visit<'_, '_>,
    id: crate::MeetingId,
    done: std::result::Result<(), crate::Refusal>,
) -> Result<Reply> {
    match done {
        Ok(()) => Ok(Reply::go(format!("/seances/{id}"))),
        Err(why) => refuse(visit, why),
    }
}

/// The meeting again, with why it is not held.
pub fn refuse(visit: &mut Visit<'_, '_>, why: crate::Refusal) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    form.refuse("tenue", visit.sentence(&why.to_string()));
    page(visit, form)
}
