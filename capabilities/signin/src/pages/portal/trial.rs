//! The test of a portal, by who keeps it: what was understood, who it would be; no session opens.
use super::{
    arrive::{self, Found},
    pass::{self, Come},
};
use crate::{portal::Keys, store};
use askama::Template;
use web::{Error, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/portal/trial.html")]
struct Trial {
    shell: Shell,
    portal: String,
    back: String,
    /// Names and values, as the portal said them.
    attributes: Vec<(String, String)>,
    /// The kinds of keys that were found, with how many of each.
    keys: Vec<(String, usize)>,
    born: bool,
    drift: i64,
    /// Who it would be.
    who: Option<String>,
    /// Why it would be nobody.
    why: &'static str,
}

/// Leads whoever tries a portal to what was understood.
pub fn lead(visit: &Visit<'_, '_>, come: &Come) -> Reply {
    let trier = visit.who.as_ref().map(|who| who.actor.person.to_string());
    if trier.is_none() || trier != come.asked.trial {
        return Reply::go("/entrer");
    }
    Reply::go(format!("/portails/{}/essai", come.portal.id))
}

/// Shows it.
pub fn seen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("portal")?);
    let portal = store::portal::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
    let come = pass::come(visit)?.filter(|come| come.portal.id == portal.id);
    let mine = |come: &Come| come.asked.trial.as_ref() == Some(&actor.person.to_string());
    let Some(come) = come.filter(mine) else { return Ok(Reply::go(format!("/portails/{}", portal.id))) };
    let keys = Keys::of(&come.portal, &come.proof, &visit.house.secret);
    let mut kinds: Vec<(String, usize)> = vec![];
    for (source, _) in &keys.keys {
        match kinds.iter_mut().find(|(known, _)| known == source) {
            Some((_, count)) => *count += 1,
            None => kinds.push((source.clone(), 1)),
        }
    }
    let (who, why) = match arrive::would_be(visit, &come)? {
        Found::Person(person) => (directory::store::person(visit.tx, person)?.map(|person| person.full()), ""),
        Found::Nobody(why) => (None, why),
    };
    let attributes = come.proof.attributes.iter().map(|(name, values)| (name.clone(), values.join(", "))).collect();
    let page = Trial {
        shell: visit.shell(),
        portal: portal.name.clone(),
        back: format!("/portails/{}", portal.id),
        attributes,
        keys: kinds,
        born: keys.born.is_some(),
        drift: portal.drift,
        who,
        why,
    };
    Reply::page(&page)
}
