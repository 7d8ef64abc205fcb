//! Who answers for a child: tied, untied, with parental authority or without; from the page of either.
use super::{done, ending, found, hand, other, person::page};
use crate::deeds;
use access::{Actor, Allowed, Role};
use directory::{Someone, policy::Keep};
use kernel::PersonId;
use std::sync::Arc;
use web::{Error, FormState, Reply, Result, Visit};

/// Who answers for whom, as a form on the page of either says it.
struct Pair {
    here: PersonId,
    guardian: PersonId,
    child: PersonId,
}

/// The pair that a form names: on a pupil's page the field names who answers, on the other's page the pupil. The reader enrols that
/// pupil, and keeps both where they are to be tied anew.
fn pair(visit: &mut Visit<'_, '_>, both: bool) -> Result<(Arc<Actor>, Pair)> {
    let (actor, someone) = found(visit)?;
    let here = someone.person.id;
    let (named, of_child) = match (visit.form.id::<PersonId>("responsable")?, visit.form.id::<PersonId>("enfant")?) {
        (Some(guardian), None) => (guardian, true),
        (None, Some(child)) => (child, false),
        _ => return Err(Error::NotFound),
    };
    let (guardian, child) = if of_child { (named, here) } else { (here, named) };
    if guardian == child {
        return Err(Error::NotFound);
    }
    let pupil: Allowed<Keep, Someone> = if of_child {
        if both {
            other(visit, guardian)?;
        }
        someone
    } else {
        other(visit, child)?
    };
    let enrols = |held: &directory::Held| held.role == Role::Pupil && access::gives(&actor, Role::Pupil, &held.place);
    if !pupil.held.iter().any(enrols) {
        return Err(Error::NotFound);
    }
    Ok((actor, Pair { here, guardian, child }))
}

/// Says that one answers for the other.
pub fn tie(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !visit.form.has("responsable") && !visit.form.has("enfant") {
        found(visit)?;
        let mut form = FormState::of(&visit.form);
        form.refuse("lien", visit.sentence("secretariat-nobody-chosen"));
        return page(visit, form);
    }
    let (actor, Pair { here, guardian, child }) = pair(visit, true)?;
    let authority = visit.form.has("autorite");
    let hand = hand(visit, &actor);
    deeds::tie(visit.tx, &hand, (guardian, child), authority)?;
    let (field, other) = if here == child { ("responsable", guardian) } else { ("enfant", child) };
    Ok(done(visit, here, "lie").undo(format!("/personnes/{here}/famille/fin"), &[(field, &other.to_string())]))
}

/// Says that one answers for the other no more, from the end of a day on.
pub fn untie(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, Pair { here, guardian, child }) = pair(visit, false)?;
    let when = match ending(visit.form.text("fin"), visit.now) {
        Ok(when) => when,
        Err(key) => {
            let mut form = FormState::of(&visit.form);
            form.refuse("fin", visit.sentence(key));
            return page(visit, form);
        }
    };
    let hand = hand(visit, &actor);
    if !deeds::untie(visit.tx, &hand, (guardian, child), when)? {
        return Err(Error::NotFound);
    }
    Ok(done(visit, here, "delie"))
}

/// Says whether it is with parental authority.
pub fn authority(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, Pair { here, guardian, child }) = pair(visit, false)?;
    if !directory::store::links(visit.tx, guardian, visit.now)?.contains_key(&child) {
        return Err(Error::NotFound);
    }
    let authority = visit.form.has("autorite");
    let hand = hand(visit, &actor);
    deeds::set_authority(visit.tx, &hand, (guardian, child), authority)?;
    let (field, other) = if here == child { ("responsable", guardian) } else { ("enfant", child) };
    let before = if authority { "" } else { "1" };
    let fields = [(field, &*other.to_string()), ("autorite", before)];
    let word = if authority { "autorite" } else { "sans-autorite" };
    Ok(done(visit, here, word).undo(format!("/personnes/{here}/famille/autorite"), &fields))
}
