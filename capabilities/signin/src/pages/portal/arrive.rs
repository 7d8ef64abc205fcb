//! Who has come through a portal: known by what they were known by before, or by a key of a feed, and never by a name.
use super::{
    super::{access::shut_out, destination, welcome},
    pass::{self, Come},
    stranger, trial,
};
use crate::{
    Device, Opening,
    portal::Keys,
    second,
    store::{self, identity::How, through::Through},
};
use ::access::{Actor, Audience, Guarded, Role};
use askama::Template;
use directory::Someone;
use kernel::PersonId;
use web::{FormState, Reply, Result, Shell, Visit};

/// The cookie that remembers whose device it is, as it was said at a portal's door, and who came last, by a name that says nothing.
pub const DEVICE: &str = "chez";
/// For how long, in seconds.
const LONG: i64 = 365 * 24 * 60 * 60;

/// Who somebody is, or the word of why they are nobody here.
#[derive(Clone, Copy)]
pub enum Found {
    /// This person.
    Person(PersonId),
    /// Nobody: a word of `signin-portal-unknown-*`.
    Nobody(&'static str),
}

/// What the two ways of knowing somebody say: what was tied before, and the feed's keys.
struct Known {
    subject: Vec<u8>,
    tied: Option<store::identity::Identity>,
    named: std::result::Result<Option<PersonId>, &'static str>,
}

fn known(visit: &mut Visit<'_, '_>, come: &Come) -> Result<Known> {
    let secret = visit.house.secret.clone();
    let subject = come.portal.digest(&secret, "subject", &come.proof.subject);
    let tied = store::identity::of_subject(visit.tx, come.portal.id, &subject)?;
    let named = named(visit, &Keys::of(&come.portal, &come.proof, &secret))?;
    Ok(Known { subject, tied, named })
}

impl Known {
    /// The feed's keys say more than what was tied before: a portal may give a name to somebody else.
    fn found(&self) -> Found {
        match (&self.tied, self.named) {
            (_, Err(why)) => Found::Nobody(why),
            (_, Ok(Some(named))) => Found::Person(named),
            (Some(tied), Ok(None)) => Found::Person(tied.person),
            (None, Ok(None)) => Found::Nobody("unknown"),
        }
    }
}

/// Whom a portal would vouch for; nothing is written.
pub fn would_be(visit: &mut Visit<'_, '_>, come: &Come) -> Result<Found> {
    Ok(known(visit, come)?.found())
}

/// Whom a portal vouches for, tied from now on.
fn find(visit: &mut Visit<'_, '_>, come: &Come) -> Result<Found> {
    let known = known(visit, come)?;
    let found = known.found();
    let Found::Person(person) = found else { return Ok(found) };
    if let Some(tied) = &known.tied {
        if tied.person == person {
            store::identity::seen(visit.tx, tied.id, visit.now)?;
            return Ok(found);
        }
        store::identity::untie(visit.tx, (tied.person, tied.id), None, visit.now)?;
        told(visit, tied.person, "portal-untied", &come.portal.key)?;
    }
    let id = visit.new_id();
    store::identity::tie(visit.tx, id, (come.portal.id, &known.subject), (person, How::Feed), visit.now)?;
    told(visit, person, "portal-tied", &come.portal.key)?;
    Ok(found)
}

fn told(visit: &mut Visit<'_, '_>, person: PersonId, deed: &str, key: &str) -> Result<()> {
    let on = (person, None);
    Ok(access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, person, deed, on, key)?)
}

/// The one person whom the keys name; nobody where they name nobody. A day of birth that differs is somebody else's.
fn named(visit: &mut Visit<'_, '_>, keys: &Keys) -> Result<std::result::Result<Option<PersonId>, &'static str>> {
    let mut people = vec![];
    let mut other = false;
    for (source, key) in &keys.keys {
        let Some(person) = directory::store::by_key(visit.tx, source, key)? else { continue };
        let differs = matches!((&person.born, &keys.born), (Some(known), Some(said)) if known != said);
        other |= differs;
        if !differs && !people.contains(&person.id) {
            people.push(person.id);
        }
    }
    Ok(match people.as_slice() {
        [] if other => Err("born"),
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        // A guardian whom two schools wrote down apart: both are them. Whoever keeps the register makes them one.
        several => most_children(visit, several)?.map_or(Err("several"), |one| Ok(Some(one))),
    })
}

/// Of records of guardians and of nothing else, the one with the most children.
fn most_children(visit: &mut Visit<'_, '_>, people: &[PersonId]) -> Result<Option<PersonId>> {
    let mut best = None;
    for person in people {
        let actor = Actor::load(visit.tx, *person, visit.now)?;
        if !actor.grants.is_empty() || actor.children.is_empty() {
            return Ok(None);
        }
        best = best.max(Some((actor.children.len(), *person)));
    }
    Ok(best.map(|(_, person)| person))
}

/// Whether a portal of this unit may open for somebody: something of theirs, or of a child of theirs, is there or below. And whether
/// what they are above it waits for another door.
pub fn reaches(come: &Come, someone: &Someone, visit: &Visit<'_, '_>) -> Option<bool> {
    let unit = come.portal.unit.id;
    if !someone.lineage().contains(&unit) {
        return None;
    }
    let beyond = someone.held.iter().any(|held| {
        held.lasts(visit.now) && held.role.audience() == Audience::Above && !held.place.lineage().contains(&unit)
    });
    Some(!come.portal.staff || beyond)
}

#[derive(Template)]
#[template(path = "signin/portal/here.html")]
struct Here {
    shell: Shell,
    form: FormState,
    given: String,
    /// Whether the person is spoken to as a pupil.
    pupil: bool,
    key: String,
    to: String,
}

/// Comes back from the portal to this site: on one's own device one is in; on another one it asks whether it is still the same person.
pub fn arrive(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    pass::brought(visit)?;
    let Some(come) = pass::come(visit)? else { return Ok(Reply::go("/entrer")) };
    if come.asked.trial.is_some() {
        return Ok(trial::lead(visit, &come));
    }
    let person = match find(visit, &come)? {
        Found::Person(person) => person,
        Found::Nobody(why) => return stranger::page(visit, &come, why),
    };
    let (device, last) = visit.ask.cookie(DEVICE).and_then(|kept| kept.split_once('.')).unwrap_or(("school", ""));
    // Whoever came last on their own device is in; anybody else is asked, for a link elsewhere may have sent them.
    if device == Device::Own.word() && last == visit.house.secret.name(person) && !come.asked.anew {
        return open(visit, &come, person, Device::Own);
    }
    let form = FormState::new().with("device", Device::of_card(device).word());
    here(visit, &come, person, form)
}

fn here(visit: &mut Visit<'_, '_>, come: &Come, person: PersonId, form: FormState) -> Result<Reply> {
    let actor = Actor::load(visit.tx, person, visit.now)?;
    let found = directory::store::person(visit.tx, person)?;
    let page = Here {
        shell: visit.shell(),
        form,
        given: found.map(|person| person.given).unwrap_or_default(),
        pupil: actor.is_pupil() && !actor.is_staff(),
        key: come.portal.key.clone(),
        to: come.asked.to.clone(),
    };
    Reply::page(&page)
}

/// « C’est moi », on this device.
pub fn confirmed(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let come = pass::come(visit)?.filter(|come| come.asked.trial.is_none());
    let Some(come) = come else { return Ok(Reply::go("/entrer")) };
    match find(visit, &come)? {
        Found::Nobody(why) => stranger::page(visit, &come, why),
        Found::Person(person) => {
            let device = Device::of_card(visit.form.text("device"));
            let reply = open(visit, &come, person, device)?;
            let kept = format!("{}.{}", device.word(), visit.house.secret.name(person));
            Ok(reply.cookie(DEVICE, kept, Some(LONG)))
        }
    }
}

/// Opens the session, unless its person is shut out, is not of this portal, or has a second step.
fn open(visit: &mut Visit<'_, '_>, come: &Come, person: PersonId, device: Device) -> Result<Reply> {
    let blocked = store::block::since(visit.tx, person)?;
    if let Some(sentence) = shut_out(visit, person, blocked)? {
        return stranger::shut(visit, come, sentence);
    }
    let Some(someone) = directory::store::someone(visit.tx, person, visit.now)? else {
        return stranger::page(visit, come, "unknown");
    };
    let Some(limited) = reaches(come, &someone, visit) else { return stranger::page(visit, come, "place") };
    let mut actor = Actor::load(visit.tx, person, visit.now)?;
    let staff = actor.is_staff();
    if limited {
        actor = actor.by_card();
    }
    if limited && staff && actor.grants.is_empty() && actor.children.is_empty() {
        return stranger::page(visit, come, "staff");
    }
    let device = if staff && device == Device::Shared { Device::Work } else { device };
    let to = destination(&come.asked.to);
    if !limited && store::second::salt(visit.tx, person)?.is_some() {
        let ticket = second::ticket(&visit.house.secret, person, device == Device::Own, visit.now);
        let code = web::address("/entrer/adulte/code", &[("vers", &to)]);
        let reply = pass::end(visit, Reply::go(code))?;
        return Ok(reply.cookie("etape", ticket, Some(5 * 60)));
    }
    let must_enrol = !limited && actor.holds(&[Role::Admin]);
    let to = if must_enrol { "/compte/double".to_owned() } else { to };
    let agent = visit.ask.device.clone();
    let opening = Opening { person, card: None, device, agent: &agent, limited };
    let (session, reply) = welcome(visit, &opening, None, to)?;
    let secret = visit.house.secret.clone();
    let hint = serde_json::to_vec(&come.proof.hint).unwrap_or_default();
    let through = Through {
        portal: come.portal.id,
        sid: come.proof.sid.as_deref().map(|sid| come.portal.digest(&secret, "sid", sid)),
        subject: come.portal.digest(&secret, "subject", &come.proof.called),
        hint: secret.seal(super::out::PURPOSE, &[&session.bytes()], &hint, &*visit.house.chance),
    };
    let until = visit.now.plus_minutes(device.minutes());
    store::through::put(visit.tx, session, &through, until)?;
    super::launch::keep(visit, session, come, until)?;
    pass::end(visit, reply)
}
