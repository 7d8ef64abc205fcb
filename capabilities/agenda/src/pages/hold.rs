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
    let (done, key, undo) = match visit.form.text("faire") {
        "promettre" => {
            let meeting = seen(store::find::<Volunteer>(visit.tx, &actor, id)?)?;
            (store::volunteer(visit.tx, &actor, &meeting, now)?, "agenda-said-held", "renoncer")
        }
        "renoncer" => {
            seen(store::find::<See>(visit.tx, &actor, id)?)?;
            (store::give_up(visit.tx, actor.person, id, now)?, "agenda-said-free", "promettre")
        }
        _ => return Err(Error::NotFound),
    };
    if let Err(why) = done {
        return refuse(visit, why);
    }
    let said = visit.sentence(key);
    Ok(Reply::go(format!("/seances/{id}")).said(said).undo(format!("/seances/{id}/volontaire"), &[("faire", undo)]))
}

/// Opens it, or ends it.
pub fn hold(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let meeting = seen(store::find::<Hold>(visit.tx, &actor, id)?)?;
    let (done, key) = match visit.form.text("faire") {
        "ouvrir" => (store::open(visit.tx, &meeting, now)?, "agenda-said-opened"),
        "clore" => (store::close(visit.tx, &meeting, now)?, "agenda-said-closed"),
        _ => return Err(Error::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::go(format!("/seances/{id}")).said(visit.sentence(key))),
        Err(why) => refuse(visit, why),
    }
}

/// The meeting again, with why it is not held.
pub fn refuse(visit: &mut Visit<'_, '_>, why: crate::Refusal) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    super::refuse(&visit.shell(), &mut form, "tenue", why);
    page(visit, form)
}
