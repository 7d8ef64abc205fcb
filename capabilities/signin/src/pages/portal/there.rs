//! There and back: the browser leaves for the portal, and comes back with what the portal says.
use super::{super::whom, pass};
use crate::{
    portal::{self, Asked, Portal, Proof, Ready, Refused},
    store::{self, passage::Passage},
};
use askama::Template;
use kernel::PersonId;
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Reply, Result, Shell, Visit};

type Preparing = Pin<Box<dyn Future<Output = Result<Form>> + Send>>;

/// Reads what is not known yet of the portal, and looks whether it answers.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, mut form: Form) -> Preparing {
    Box::pin(async move {
        let key = pass::named(&ask, "portal");
        let found = house.db.read(move |tx| store::portal::by_key(tx, &key)).await.map_err(Error::Db)?;
        let portal = found.ok_or(Error::NotFound)?;
        // A portal that is not open is asked for nothing, but for who might be trying it.
        let tried = ask.token.is_some() && ask.query.iter().any(|(name, _)| name == "essai");
        if !portal.is_open() && !tried || portal.kind == portal::Kind::Lti {
            return Err(Error::NotFound);
        }
        let ready = portal::ready(&house, portal.clone()).await;
        form.prepared = Some(Arc::new((portal, ready)));
        Ok(form)
    })
}

/// What `prepare` has found.
pub fn prepared<T: Clone + Send + Sync + 'static>(visit: &mut Visit<'_, '_>) -> Result<T> {
    let found = visit.form.prepared.clone().and_then(|found| found.downcast::<T>().ok());
    found.map(|found| T::clone(&found)).ok_or_else(|| Error::Ours("the portal was not prepared".to_owned()))
}

/// Leaves for the portal.
pub fn start(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (portal, ready): (Portal, std::result::Result<Ready, Refused>) = prepared(visit)?;
    let to = super::super::destination(visit.query("vers").unwrap_or("")).chars().take(1_000).collect();
    let trial = trier(visit, &portal)?;
    if !portal.is_open() && trial.is_none() {
        return Err(Error::NotFound);
    }
    let asked = Asked {
        nonce: pass::word(visit),
        verifier: pass::word(visit),
        request: format!("_{}", pass::word(visit)),
        to,
        quiet: visit.query("discret").is_some(),
        anew: visit.query("autre").is_some(),
        trial: trial.map(|person| person.to_string()),
    };
    let state = pass::word(visit);
    let gone = ready.and_then(|ready| portal::begin(visit.house, &portal, &ready, (&asked, &state), visit.now));
    let reply = match gone {
        Ok(address) => {
            if portal.trouble.as_ref().is_some_and(|(word, _)| word == Refused::Away.word()) {
                store::portal::set_trouble(visit.tx, portal.id, None, visit.now)?;
            }
            pass::begin(visit, &portal, (&asked, &state), address)?
        }
        Err(why) => {
            if why.is_trouble() {
                store::portal::set_trouble(visit.tx, portal.id, Some(why.word()), visit.now)?;
            }
            refused(visit, &portal, &asked, why)?
        }
    };
    Ok(if trial.is_some() { reply } else { whom::remember_door(reply, &portal.key) })
}

/// Who tries it, where somebody does who keeps it: nobody else does so, and they come by it before it is open.
fn trier(visit: &mut Visit<'_, '_>, portal: &Portal) -> Result<Option<PersonId>> {
    let Some(who) = visit.who.clone().filter(|_| visit.query("essai").is_some()) else { return Ok(None) };
    let kept = store::portal::find(visit.tx, &who.actor, portal.id)?;
    Ok(kept.map(|_| who.actor.person))
}

/// What came back, after the network was asked what it is worth.
#[derive(Clone)]
struct Heard {
    portal: Portal,
    passage: Option<Passage>,
    asked: Option<Asked>,
    /// Whether it came before, on this very browser: it leads on.
    twice: bool,
    said: std::result::Result<Proof, Refused>,
    drift: i64,
    seen: Option<(Vec<u8>, kernel::Moment)>,
}

/// Finds the passage, and asks the portal what what came is worth.
pub fn hear(house: Arc<House>, ask: Arc<Ask>, mut form: Form) -> Preparing {
    Box::pin(async move {
        let (key, now) = (pass::named(&ask, "portal"), house.clock.now());
        let answer = portal::answer(&ask, &form);
        let (secret, post) = (house.secret.clone(), ask.post);
        let state = answer.state.as_deref().map(|state| pass::digest(&secret, "state", state));
        let browser = pass::of_browser(&ask, &secret);
        let found = house.db.read(move |tx| {
            let Some(portal) = store::portal::by_key(tx, &key)? else { return Ok::<_, db::Error>(None) };
            let mut passage = match (&state, &browser) {
                (Some(state), _) => store::passage::by_state(tx, state, now)?,
                // CAS brings a ticket and nothing of ours: the browser alone says which passage it is.
                (None, Some(browser)) if portal.kind == portal::Kind::Cas => {
                    store::passage::of_browser(tx, browser, now)?
                }
                (None, _) => None,
            };
            // Who brings an answer by GET shows the cookie of who began. A form of another site shows none, and is given a word instead.
            if !post && let Some(found) = &passage {
                let own = match &browser {
                    Some(browser) => store::passage::is_of(tx, found.id, browser)?,
                    None => false,
                };
                passage = passage.filter(|_| own);
            }
            Ok(Some((portal, passage)))
        });
        let (portal, passage) = found.await.map_err(Error::Db)?.ok_or(Error::NotFound)?;
        if !portal.is_open() && passage.is_none() {
            return Err(Error::NotFound);
        }
        let asked = passage.as_ref().and_then(|passage| pass::asked(&house.secret, passage));
        let passage = passage.filter(|_| asked.is_some());
        let twice = passage.as_ref().is_some_and(|passage| passage.proved_at.is_some());
        let mut heard = Heard { said: Err(Refused::Lost), passage, asked, twice, drift: 0, seen: None, portal };
        if let (Some(passage), Some(asked)) = (&heard.passage, &heard.asked) {
            heard.said = if passage.portal != heard.portal.id {
                Err(Refused::Other)
            } else if twice {
                Err(Refused::Again)
            } else {
                match portal::weigh(&house, &heard.portal, &answer, asked).await {
                    Ok(worth) => {
                        (heard.drift, heard.seen) = (worth.drift, worth.seen);
                        Ok(worth.proof)
                    }
                    Err(why) => Err(why),
                }
            };
        }
        form.prepared = Some(Arc::new(heard));
        Ok(form)
    })
}

/// Keeps what was proved, once, and leads to a page of this site, which looks at the browser.
pub fn back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let heard: Heard = prepared(visit)?;
    let asked = heard.asked.clone().unwrap_or_default();
    let proof = match heard.said {
        Ok(proof) => proof,
        // Nobody is signed in there, and nothing was to be asked: the other doors are open.
        Err(Refused::Nobody) if asked.quiet => {
            return pass::end(visit, Reply::go(web::address("/entrer", &[("vers", &asked.to)])));
        }
        // The same answer twice at once: the first one counts, and leads on.
        Err(Refused::Again) if heard.twice => return Ok(Reply::go(pass::HERE)),
        Err(why) => {
            // What the house has seen by itself is said of the portal; what a browser brings may be anybody's.
            if why == Refused::Away {
                store::portal::set_trouble(visit.tx, heard.portal.id, Some(why.word()), visit.now)?;
            }
            return refused(visit, &heard.portal, &asked, why);
        }
    };
    if let Some((key, until)) = &heard.seen
        && !store::passage::first_seen(visit.tx, key, *until)?
    {
        return refused(visit, &heard.portal, &asked, Refused::Again);
    }
    let Some(passage) = &heard.passage else { return refused(visit, &heard.portal, &asked, Refused::Lost) };
    let to = pass::prove(visit, passage, &proof)?;
    store::portal::set_drift(visit.tx, heard.portal.id, heard.drift)?;
    store::portal::set_trouble(visit.tx, heard.portal.id, None, visit.now)?;
    Ok(Reply::go(to))
}

#[derive(Template)]
#[template(path = "signin/portal/no.html")]
struct No {
    shell: Shell,
    portal: String,
    key: String,
    /// The word of why.
    why: &'static str,
    to: String,
    trial: Option<String>,
}

/// Says why it opens nothing, and which other door does; what this browser began is over. The operator has a line.
pub fn refused(visit: &mut Visit<'_, '_>, portal: &Portal, asked: &Asked, why: Refused) -> Result<Reply> {
    tracing::warn!(target: "preau::security", portal = portal.key, why = why.word(), "a portal opened nothing");
    let trial = asked.trial.is_some().then(|| format!("/portails/{}", portal.id));
    let page = No {
        shell: visit.shell(),
        portal: portal.name.clone(),
        key: portal.key.clone(),
        why: why.word(),
        to: asked.to.clone(),
        trial,
    };
    let status = if why == Refused::Away { 503 } else { 403 };
    pass::end(visit, Reply::page_as(status, &page)?.keeping())
}

/// What a portal of SAML is to know of this house; a platform of LTI, our key.
pub fn metadata(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let key: String = visit.path("portal")?;
    let found = store::portal::by_key(visit.tx, &key)?;
    let portal = found.filter(|portal| portal.kind.has_own_key()).ok_or(Error::NotFound)?;
    if portal.kind == portal::Kind::Lti {
        return super::launch::keys(visit.house, &portal);
    }
    let text = portal::our_metadata(visit.house, &portal).map_err(|why| Error::Ours(why.to_string()))?;
    Ok(Reply::bytes("application/samlmetadata+xml", text.into_bytes()))
}
