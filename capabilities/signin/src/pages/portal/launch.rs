//! A course of a platform launches this house: it is asked who it is, and the session that opens remembers from where.
use super::{pass, pass::Come, there};
use crate::{
    portal::{self, Asked, Kind, Launched, Portal, Refused},
    store::{self, launch::Kept},
};
use askama::Template;
use kernel::{Moment, SessionId};
use lti::Initiation;
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Reply, Result, Shell, Visit};

/// Where one goes who came from a course.
pub const HERE: &str = "/lancement";
/// What seals of launches are for.
const PURPOSE: &str = "signin-launch";

/// Finds the platform.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let key = pass::named(&ask, "portal");
        let found = house.db.read(move |tx| store::portal::by_key(tx, &key)).await.map_err(Error::Db)?;
        let portal = found.filter(|portal| portal.kind == Kind::Lti && portal.is_open()).ok_or(Error::NotFound)?;
        form.prepared = Some(Arc::new(portal));
        Ok(form)
    })
}

#[derive(Template)]
#[template(path = "signin/portal/framed.html")]
struct Framed {
    shell: Shell,
    /// The same launch, outside of the frame.
    to: String,
}

/// The platform sends the browser here; it is sent back with a question.
pub fn begin(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let portal: Portal = there::prepared(visit)?;
    let pairs = if visit.ask.post { visit.form.fields().to_vec() } else { visit.ask.query.clone() };
    let asked = Asked { nonce: pass::word(visit), ..Asked::default() };
    let begun = Initiation::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let begun = begun.map_err(|why| portal::refused_launch(&why));
    let state = pass::word(visit);
    let back = portal.address(visit.house, "reponse");
    let question = begun.and_then(|begun| {
        let known = portal::platform(&portal)?;
        let question = known.authorization(&begun, &back, &state, &asked.nonce);
        question.map(|to| (begun, to)).map_err(|why| portal::refused_launch(&why))
    });
    let (begun, question) = match question {
        Ok(both) => both,
        Err(why) => return there::refused(visit, &portal, &asked, why),
    };
    if visit.ask.is_framed() {
        // A frame of another site has no cookie of ours: nobody would ever be in.
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let to = web::address(&format!("/portail/{}/lti", portal.key), &pairs);
        let origin = question.origin().ascii_serialization();
        let page = Reply::page(&Framed { shell: visit.shell(), to })?;
        return Ok(page.header("content-security-policy", policy(&origin)));
    }
    let asked = Asked { to: inside(visit.house, &begun.target).unwrap_or_else(|| HERE.to_owned()), ..asked };
    pass::begin(visit, &portal, (&asked, &state), question.into())
}

/// This one page may stand in a frame of the platform: it has a way out of it, and nothing else.
fn policy(origin: &str) -> String {
    format!(
        "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {origin}"
    )
}

/// Where in this house a launch is to lead; nothing where it says no more than this house.
fn inside(house: &House, target: &str) -> Option<String> {
    let path = web::inside(target.strip_prefix(&house.settings.public_url)?)?;
    let further = path != "/" && path != HERE && !path.starts_with("/portail/") && path.len() <= 1_000;
    further.then(|| path.to_owned())
}

/// The session that a launch opened remembers from which course it came.
pub fn keep(visit: &mut Visit<'_, '_>, session: SessionId, come: &Come, until: Moment) -> Result<()> {
    let Some(launched) = come.proof.launched.as_ref().filter(|launched| !launched.course.is_empty()) else {
        return Ok(());
    };
    let (secret, plain) = (visit.house.secret.clone(), serde_json::to_vec(launched).unwrap_or_default());
    let kept = Kept {
        portal: come.portal.id,
        course: come.portal.digest(&secret, "course", &launched.course),
        sealed: secret.seal(PURPOSE, &[&session.bytes()], &plain, &*visit.house.chance),
    };
    Ok(store::launch::put(visit.tx, session, &kept, until)?)
}

/// The course from which this session came.
pub struct Course {
    /// The platform.
    pub portal: Portal,
    /// The digest of its name for the course.
    pub digest: Vec<u8>,
    /// What it lets this house ask.
    pub launched: Launched,
}

/// The one of whoever is signed in; nothing where they came in another way.
pub fn course(visit: &mut Visit<'_, '_>) -> Result<Option<Course>> {
    let session = visit.signed_in()?.session;
    let Some(kept) = store::launch::of_session(visit.tx, session, visit.now)? else { return Ok(None) };
    let plain = visit.house.secret.open(PURPOSE, &[&session.bytes()], &kept.sealed);
    let launched = plain.and_then(|plain| serde_json::from_slice(&plain).ok());
    let portal = store::portal::by_id(visit.tx, kept.portal)?;
    Ok(portal.zip(launched).map(|(portal, launched)| Course { portal, digest: kept.course, launched }))
}

/// What others know our signature by, at a platform.
pub fn keys(house: &House, portal: &Portal) -> Result<Reply> {
    let key = portal::our_key(house, portal).map_err(|why: Refused| Error::Ours(why.to_string()))?;
    let keys = lti::KeySet::published(&[&key]).to_string();
    Ok(Reply::bytes("application/json", keys.into_bytes()))
}
