//! A place in a meeting: taken, and given back.
use super::{meeting::page, named, refusal, refuse, seen, tell};
use crate::{
    Seat,
    policy::Enrol,
    store::{self, Home},
};
use kernel::PersonId;
use web::{Error, FormState, Reply, Result, Visit};

/// Takes a place: for oneself, or for one's child.
pub fn take(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let (line, concerned) = seen(store::find_for_family(visit.tx, &actor, id, now)?)?;
    let pupil = concerned_pupil(visit, &concerned)?;
    if !line.meeting.what.by_self {
        return Err(Error::NotFound);
    }
    let every = visit.form.text("toutes") == "1";
    let done = if every {
        store::enrol_in_slot(visit.tx, &line.meeting, pupil, actor.person, now)?
    } else {
        store::enrol(visit.tx, &line.meeting, pupil, actor.person, now)?
    };
    if let Err(why) = done {
        let shell = visit.shell();
        let mut form = FormState::of(&visit.form);
        form.refuse("eleve", refusal(visit, &shell, &line.meeting, why, pupil == actor.person)?);
        form.entitle(shell.say(&format!("{why}-title")));
        return page(visit, form);
    }
    let key = if done == Ok(Seat::Waiting) { "agenda-said-listed" } else { "agenda-said-taken" };
    let shell = visit.shell();
    let said = shell.say(key).text("meeting", named(&shell, &line.meeting));
    let (pupil, every) = (pupil.to_string(), if every { "1" } else { "" });
    let undo = [("eleve", pupil.as_str()), ("toutes", every)];
    Ok(Reply::go(format!("/seances/{id}")).said(said).undo(format!("/seances/{id}/retrait"), &undo))
}

/// The pupil the form speaks of, among those whom the meeting concerns.
fn concerned_pupil(visit: &Visit<'_, '_>, concerned: &[(Home, Option<Seat>)]) -> Result<PersonId> {
    let said = visit.form.id::<PersonId>("eleve")?;
    let found = concerned.iter().find(|(home, _)| Some(home.pupil) == said || (said.is_none() && concerned.len() == 1));
    seen(found.map(|(home, _)| home.pupil))
}

/// Gives a place back, or takes a pupil off; the first on the list moves up and is told.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let allowed = store::find::<Enrol>(visit.tx, &actor, id)?;
    let staff = allowed.is_some();
    let (meeting, pupil) = if let Some(meeting) = allowed {
        let pupil = seen(visit.form.id("eleve")?)?;
        (meeting.into_inner(), pupil)
    } else {
        let (line, concerned) = seen(store::find_for_family(visit.tx, &actor, id, now)?)?;
        let pupil = concerned_pupil(visit, &concerned)?;
        (line.meeting, pupil)
    };
    if !meeting.ahead(now) {
        let form = over(visit);
        return page(visit, form);
    }
    let moved = if visit.form.text("toutes") == "1" {
        store::withdraw_from_slot(visit.tx, &meeting, pupil, actor.person, now)?
    } else {
        let moved = store::withdraw(visit.tx, &meeting, pupil, actor.person, now)?;
        moved.into_iter().map(|who| (meeting.clone(), who)).collect()
    };
    let given = moved.len();
    for (meeting, who) in moved {
        tell(visit, &meeting, &[who], "agenda-tell-moved")?;
    }
    let shell = visit.shell();
    let said = shell.say("agenda-said-left").text("meeting", named(&shell, &meeting));
    let reply = Reply::go(format!("/seances/{id}")).said(said);
    // A place that somebody else has been given does not come back.
    if given > 0 || visit.form.text("toutes") == "1" || !(staff || meeting.what.by_self) {
        return Ok(reply);
    }
    let to = if staff { format!("/seances/{id}/eleves") } else { format!("/seances/{id}/place") };
    Ok(reply.undo(to, &[("eleve", &pupil.to_string())]))
}

fn over(visit: &Visit<'_, '_>) -> FormState {
    let mut form = FormState::of(&visit.form);
    refuse(&visit.shell(), &mut form, "eleve", crate::Refusal::Over);
    form
}
