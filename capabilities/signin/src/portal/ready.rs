//! A portal that is ready: what it says of itself is read, and it answers.
use super::{Kind, Learnt, Portal, PortalId, Refused, lti, openid, saml};
use crate::store;
use kernel::Moment;
use outgoing::Door;
use std::{sync::Arc, time::Duration};
use web::House;

/// What is known of a portal once it is read.
#[derive(Clone, Debug)]
pub enum Ready {
    /// CAS says nothing of itself.
    Cas,
    /// What it says of itself, and its keys.
    OpenId(Arc<openid::Known>),
    /// What it says of itself, its keys among it.
    Saml(Arc<::saml::Provider>),
    /// What it was said to be, and its keys.
    Lti(Arc<lti::Known>),
}

/// For how long a portal may be silent before it is said to be away.
const PATIENCE: Duration = Duration::from_secs(5);
/// For how many minutes one that has answered is believed to be there.
const THERE: i64 = 1;
/// For how many minutes what it says of itself is believed.
const DAY: i64 = 24 * 60;

/// The door by which portals are asked: the operator's own addresses are believed as to where they lead, typed ones are not.
pub fn door(house: &House, portal: &Portal) -> Door {
    if portal.written { Door::written() } else { typed(house) }
}

/// The door for addresses that an administrator types.
pub fn typed(house: &House) -> Door {
    house.engine::<Door>().cloned().unwrap_or_default()
}

/// What an address answers, in time.
pub async fn get(door: &Door, address: &str) -> Result<outgoing::Answer, Refused> {
    let asked = door.get(address).map_err(|_| Refused::Setup)?.header("accept", "*/*").send();
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(answer)) => Ok(answer),
        _ => Err(Refused::Away),
    }
}

/// The portal, ready. What was read of it yesterday does where it cannot be read today.
pub async fn ready(house: &Arc<House>, portal: Portal) -> Result<Ready, Refused> {
    let now = house.clock.now();
    // One that did not answer a moment ago is not asked again by each who comes.
    let away = |(word, at): &(String, Moment)| word == Refused::Away.word() && now.minutes_since(*at) < THERE;
    if portal.trouble.as_ref().is_some_and(away) {
        return Err(Refused::Away);
    }
    let fresh = |minutes: i64| portal.learnt.at.is_some_and(|at| now.minutes_since(at) < minutes);
    if fresh(THERE) {
        return parsed(&portal, &portal.learnt);
    }
    let read = now.minutes_since(Moment(portal.learnt.read_at)) < DAY;
    if !read || portal.kind == Kind::Cas {
        return learn(house, &portal).await;
    }
    let known = parsed(&portal, &portal.learnt)?;
    answers(house, &portal, &known).await?;
    keep(house, portal.id, portal.learnt.clone(), portal.ends_at).await;
    Ok(known)
}

/// Reads a portal again, and keeps what it says of itself.
pub async fn learn(house: &Arc<House>, portal: &Portal) -> Result<Ready, Refused> {
    let now = house.clock.now();
    let door = door(house, portal);
    let learnt = match portal.kind {
        Kind::Cas => Learnt::default(),
        Kind::OpenId => openid::learn(&door, portal).await?,
        Kind::Saml => saml::learn(house, &door, portal).await?,
        Kind::Lti => lti::learn(house, &door, portal).await?,
    };
    let learnt = Learnt { read_at: now.0, ..learnt };
    let ready = parsed(portal, &learnt)?;
    answers(house, portal, &ready).await?;
    let ends = match &ready {
        Ready::Saml(known) => Some(Moment(known.first_end())),
        _ => None,
    };
    keep(house, portal.id, learnt, ends).await;
    Ok(ready)
}

/// Reads it again where somebody asks for it, and keeps what went wrong.
pub async fn read_again(house: &Arc<House>, id: PortalId) {
    let Ok(Some(portal)) = house.db.read(move |tx| store::portal::by_id(tx, id)).await else { return };
    let now = house.clock.now();
    if let Err(why) = learn(house, &portal).await {
        let said = house.db.write(move |tx| store::portal::set_trouble(tx, id, Some(why.word()), now)).await;
        if let Err(error) = said {
            tracing::error!(error = kernel::causes(&error), "what went wrong with a portal could not be kept");
        }
    }
}

async fn keep(house: &House, id: PortalId, learnt: Learnt, ends: Option<Moment>) {
    let now = house.clock.now();
    let kept = house.db.write(move |tx| store::portal::learn(tx, id, &learnt, ends, now)).await;
    if let Err(error) = kept {
        tracing::error!(error = kernel::causes(&error), "what was read of a portal could not be kept");
    }
}

/// What was read, understood.
pub fn parsed(portal: &Portal, learnt: &Learnt) -> Result<Ready, Refused> {
    match portal.kind {
        Kind::Cas if portal.settings.address.is_empty() => Err(Refused::Setup),
        Kind::Cas => Ok(Ready::Cas),
        Kind::OpenId => openid::known(portal, learnt).map(|known| Ready::OpenId(Arc::new(known))),
        Kind::Saml => saml::known(portal, learnt).map(|known| Ready::Saml(Arc::new(known))),
        Kind::Lti => lti::known(portal, learnt).map(|known| Ready::Lti(Arc::new(known))),
    }
}

/// Whether its door answers at all: a browser that is sent to nobody shows a page of its own, and ours would not be seen.
async fn answers(house: &House, portal: &Portal, ready: &Ready) -> Result<(), Refused> {
    let address = match ready {
        Ready::Cas => super::cas::entry(portal),
        Ready::OpenId(known) => known.provider.authorization.to_string(),
        Ready::Saml(known) => known.sign_in.clone(),
        Ready::Lti(known) => known.platform.authorization.to_string(),
    };
    let asked = door(house, portal).get(&address).map_err(|_| Refused::Setup)?.status();
    match tokio::time::timeout(PATIENCE, asked).await {
        // A door that is asked for nothing may well say that something is missing.
        Ok(Ok(status)) if !matches!(status, 502..=504) => Ok(()),
        _ => Err(Refused::Away),
    }
}
