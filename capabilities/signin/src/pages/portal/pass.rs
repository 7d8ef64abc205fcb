//! What goes with somebody through a portal, and how it is found again when they come back.
use crate::{
    portal::{Asked, Portal, Proof},
    store::{
        self,
        passage::{LONG, Passage},
    },
};
use data_encoding::BASE64URL_NOPAD;
use kernel::Moment;
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Form, House, Reply, Result, Secret, Visit};

/// The cookie by which a browser is known again.
const COOKIE: &str = "passage";
/// What seals of passages are for.
const PURPOSE: &str = "signin-passage";

/// Nothing is asked of the network.
pub fn nothing(_: Arc<House>, _: Arc<Ask>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(std::future::ready(Ok(form)))
}

/// The value of a path's name, before there is a visit.
pub fn named(ask: &Ask, name: &str) -> String {
    ask.names.iter().find(|(known, _)| known == name).map_or_else(String::new, |(_, value)| value.clone())
}

/// 32 random bytes in letters.
pub fn word(visit: &Visit<'_, '_>) -> String {
    let mut bytes = [0; 32];
    visit.house.chance.fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

/// The digest of what travels through the portal, or of what the browser keeps.
pub fn digest(secret: &Secret, what: &str, word: &str) -> Vec<u8> {
    secret.sign("passage", &[what.as_bytes(), word.as_bytes()]).to_vec()
}

/// Begins a passage: the reply leads to the portal, and the browser keeps what it is known by.
pub fn begin(visit: &mut Visit<'_, '_>, portal: &Portal, (asked, state): (&Asked, &str), to: String) -> Result<Reply> {
    let (house, now) = (Arc::clone(visit.house), visit.now);
    // What the browser began before is over, and it is known by another word: nobody can have put it there.
    forget(visit)?;
    let (browser, id) = (word(visit), visit.new_id());
    let said = serde_json::to_vec(asked).unwrap_or_default();
    let carried = house.secret.seal(PURPOSE, &[&id.bytes(), b"asked"], &said, &*house.chance);
    let passage = Passage { id, portal: portal.id, carried, proof: None, proved_at: None, here: false };
    let digests = (digest(&house.secret, "state", state), digest(&house.secret, "browser", &browser));
    store::passage::begin(visit.tx, &passage, (&digests.0, &digests.1), now)?;
    Ok(Reply::go(to).cookie(COOKIE, browser, Some(LONG * 60)))
}

/// What a passage carries.
pub fn asked(secret: &Secret, passage: &Passage) -> Option<Asked> {
    let plain = secret.open(PURPOSE, &[&passage.id.bytes(), b"asked"], &passage.carried)?;
    serde_json::from_slice(&plain).ok()
}

/// Keeps what was proved, once, and gives where the browser goes on to. One whose cookie came has shown that it began; one that was sent here
/// by a form of another site brings no cookie, and is given a word to show together with it.
pub fn prove(visit: &mut Visit<'_, '_>, passage: &Passage, proof: &Proof) -> Result<String> {
    let said = serde_json::to_vec(proof).unwrap_or_default();
    let sealed = visit.house.secret.seal(PURPOSE, &[&passage.id.bytes(), b"proof"], &said, &*visit.house.chance);
    let fresh = visit.ask.post.then(|| word(visit));
    let kept = fresh.as_ref().map(|word| digest(&visit.house.secret, "state", word));
    store::passage::prove(visit.tx, passage.id, &sealed, kept.as_deref(), visit.now)?;
    Ok(fresh.map_or_else(|| HERE.to_owned(), |word| web::address(HERE, &[("mot", &word)])))
}

/// Where one goes on to.
pub const HERE: &str = "/portail/arrivee";

/// The word that the browser was given has come back with its cookie.
pub fn brought(visit: &mut Visit<'_, '_>) -> Result<()> {
    let (Some(word), Some(browser)) = (visit.query("mot"), of_browser(visit.ask, &visit.house.secret)) else {
        return Ok(());
    };
    let word = digest(&visit.house.secret, "state", word);
    if let Some(passage) = store::passage::of_browser(visit.tx, &browser, visit.now)? {
        store::passage::brought(visit.tx, passage.id, &word)?;
    }
    Ok(())
}

/// Somebody who has come through a portal, and is not in yet.
pub struct Come {
    /// The portal.
    pub portal: Portal,
    /// What went with them.
    pub asked: Asked,
    /// What was proved.
    pub proof: Proof,
    /// When.
    pub at: Moment,
}

/// Who has come through a portal on this very browser.
pub fn come(visit: &mut Visit<'_, '_>) -> Result<Option<Come>> {
    let Some(kept) = visit.ask.cookie(COOKIE).map(str::to_owned) else { return Ok(None) };
    let secret = visit.house.secret.clone();
    let browser = digest(&secret, "browser", &kept);
    let Some(passage) = store::passage::of_browser(visit.tx, &browser, visit.now)? else { return Ok(None) };
    let (Some(proof), Some(at), true) = (&passage.proof, passage.proved_at, passage.here) else { return Ok(None) };
    let proof = secret.open(PURPOSE, &[&passage.id.bytes(), b"proof"], proof);
    let proof: Option<Proof> = proof.and_then(|plain| serde_json::from_slice(&plain).ok());
    let portal = store::portal::by_id(visit.tx, passage.portal)?;
    let (Some(proof), Some(portal), Some(asked)) = (proof, portal, asked(&secret, &passage)) else { return Ok(None) };
    if !portal.is_open() && asked.trial.is_none() {
        return Ok(None);
    }
    Ok(Some(Come { portal, asked, proof, at }))
}

/// The passage of a browser, for a portal that brings nothing back but the person.
pub fn of_browser(ask: &Ask, secret: &Secret) -> Option<Vec<u8>> {
    ask.cookie(COOKIE).map(|kept| digest(secret, "browser", kept))
}

/// All that this browser began is over.
pub fn forget(visit: &mut Visit<'_, '_>) -> Result<()> {
    match of_browser(visit.ask, &visit.house.secret) {
        Some(browser) => Ok(store::passage::end(visit.tx, &browser)?),
        None => Ok(()),
    }
}

/// The same, and the browser forgets it too.
pub fn end(visit: &mut Visit<'_, '_>, reply: Reply) -> Result<Reply> {
    forget(visit)?;
    Ok(reply.forget(COOKIE))
}
