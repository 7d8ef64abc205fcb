//! Cards made, made anew, revoked: each is a line of the audit trail, and whoever had a card is told that it is another.
use super::whose::{Of, Whose};
use crate::{REISSUED, store};
use kernel::{Moment, PersonId};
use web::{Error, Reply, Result, Visit};

/// Makes what is missing, makes anew, revokes: all or one (`reissue:ID`); then goes `to` the list.
pub fn act(visit: &mut Visit<'_, '_>, of: &Of, to: String) -> Result<Reply> {
    let (action, one) = match visit.form.text("action").split_once(':') {
        Some((action, id)) => (action.to_owned(), Some(id.parse::<PersonId>()?)),
        None => (visit.form.text("action").to_owned(), None),
    };
    // Only people of this list, whatever the form says.
    let people = of.people.iter().map(|person| person.id);
    let chosen: Vec<PersonId> = people.filter(|person| one.is_none_or(|one| one == *person)).collect();
    if one.is_some() && chosen.is_empty() {
        return Err(Error::NotFound);
    }
    let reply = Reply::go(to);
    match action.as_str() {
        "missing" => {
            let cards = store::card::of_people(visit.tx, &chosen)?;
            let without: Vec<_> = chosen.into_iter().filter(|person| !cards.contains_key(person)).collect();
            issue(visit, of, &without, reply)
        }
        "reissue" => issue(visit, of, &chosen, reply),
        "revoke" => {
            let gone = store::card::revoke(visit.tx, &chosen, visit.now)?;
            let reply = said(visit, reply, "signin-said-revoked", gone.len());
            let (by, at) = maker(visit)?;
            let why = words(visit, of, "revoked");
            Ok(gone.into_iter().fold(reply, |reply, person| reply.told_at("card-revoked", (by, person), at, &*why)))
        }
        _ => Err(Error::NotFound),
    }
}

/// Who makes cards, and the school of theirs where it is told.
fn maker(visit: &Visit<'_, '_>) -> Result<(PersonId, Option<kernel::UnitId>)> {
    let actor = visit.actor()?;
    Ok((actor.person, actor.units(directory::policy::STAFF).first().copied()))
}

fn issue(visit: &mut Visit<'_, '_>, of: &Of, people: &[PersonId], mut reply: Reply) -> Result<Reply> {
    let (by, at) = maker(visit)?;
    let (secret, chance) = (&visit.house.secret, &*visit.house.chance);
    let made = store::card::issue(visit.tx, secret, chance, people, None, visit.now)?;
    let (first, anew) = (words(visit, of, "made"), words(visit, of, "reissued"));
    let again = made.iter().filter(|made| made.again).count();
    let what = if again > 0 { "signin-said-reissued" } else { "signin-said-made" };
    reply = said(visit, reply, what, made.len());
    for made in made {
        if made.again {
            tell(visit, of, made.person, by)?;
            reply = reply.told_at("card-reissued", (by, made.person), at, &*anew);
        } else {
            reply = reply.told_at("card-made", (by, made.person), at, &*first);
        }
    }
    Ok(reply)
}

/// Says how many cards were made, made anew or revoked.
fn said(visit: &Visit<'_, '_>, reply: Reply, what: &str, n: usize) -> Reply {
    reply.said(visit.house.words.say(visit.lang(), what).num("n", n))
}

/// What the trail says of a card, in words: whose kind of card, and what became of it.
fn words(visit: &Visit<'_, '_>, of: &Of, what: &str) -> String {
    let whose = match of.whose {
        Whose::Pupils => "pupil",
        Whose::Guardians => "guardian",
        Whose::Guests => "guest",
    };
    visit.sentence(&format!("signin-trail-{whose}-{what}"))
}

/// Whoever had a card is told by their own channel that it is another: they may not have asked for it.
fn tell(visit: &mut Visit<'_, '_>, of: &Of, person: PersonId, by: PersonId) -> Result<()> {
    let Some(home) = of.home else { return Ok(()) };
    let (now, chance): (Moment, _) = (visit.now, &*visit.house.chance);
    let told = format!("{person} {home} {by}");
    Ok(jobs::queue(visit.tx, chance, now, REISSUED, &person.to_string(), &told, now)?)
}
