//! Pages: the family's letter (by account or by code), the team's follow-up, the sheets on paper.
mod care;
mod concern;
mod family;
mod follow;
mod letter;
mod paper;
mod public;
mod said;
mod sheet;

use crate::{
    model::{Announcement, Refusal},
    policy::{CARERS, COUNTERS, Follow},
    store,
};
use access::Allowed;
use kernel::{Moment, UnitId};
use web::{Door, Error, Result, Routes, Shell, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        // Whom the school informs without their answering reads them too.
        .page("/accord", Door::SignedIn, family::all)
        .page("/accord/lettre/{told}", Door::SignedIn, family::letter)
        .signed("/accord/lettre/{told}", Door::Guardian, family::answer)
        .form("/accord/lettre/{told}/contrainte", Door::Guardian, family::trouble)
        .signed("/accord/lettre/{told}/proposition/{proposal}", Door::Guardian, family::choose)
        .page("/reponse", Door::Public, public::ask)
        .form("/reponse", Door::Public, public::asked)
        .page("/reponse/{key}", Door::Public, public::letter)
        .form("/reponse/{key}", Door::Public, public::answer)
        .form("/reponse/{key}/contrainte", Door::Public, public::trouble)
        .form("/reponse/{key}/proposition/{proposal}", Door::Public, public::choose)
        .page("/accord/suivi", Door::Staff(COUNTERS), follow::schools)
        .page("/accord/suivi/{class}", Door::Staff(CARERS), follow::class)
        .page("/accord/feuilles/{class}", Door::Staff(CARERS), sheet::show)
        .form("/accord/feuilles/{class}", Door::Staff(CARERS), sheet::handed)
        .page("/accord/papier/{told}", Door::Staff(CARERS), paper::show)
        .file_form("/accord/papier/{told}", Door::Staff(CARERS), &["copie"], paper::enter)
        .page("/accord/copie/{answer}", Door::Staff(CARERS), paper::scan)
        .page("/accord/contraintes", Door::Staff(CARERS), care::all)
        .page("/accord/contrainte/{concern}", Door::Staff(CARERS), care::show)
        .form("/accord/contrainte/{concern}", Door::Staff(CARERS), care::propose)
}

/// The sentence of a refusal.
fn refusal(shell: &Shell, refusal: Refusal) -> String {
    shell.say(&refusal.to_string()).to_string()
}

/// A day and an hour, as people say them.
fn when(shell: &Shell, at: Moment) -> String {
    format!("{}, {}", shell.date(at), shell.time(at))
}

/// A class of the path, its school, and what the school tells its families, if this person may follow it up.
struct Class {
    id: UnitId,
    name: String,
    announcement: Allowed<Follow, Announcement>,
    /// The other dispositifs the school tells about: protocol and name.
    others: Vec<(String, String)>,
}

fn class(visit: &mut Visit<'_, '_>) -> Result<Class> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = directory::store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
    let all = store::current(visit.tx, class.school.id)?;
    let asked = visit.among("protocole", &all, |one| one.protocol)?;
    let one = asked.or(all.first()).cloned().ok_or(Error::NotFound)?;
    let others = all.into_iter().map(|one| (one.protocol.to_string(), one.name)).collect();
    let announcement = access::check(&actor, one).map_err(|_| Error::NotFound)?;
    Ok(Class { id, name: class.unit.name.clone(), announcement, others })
}
