//! Out again: who leaves here leaves the portal too, and who leaves the portal is out here.
use super::pass;
use crate::{
    portal::{self, Hint, Portal, Refused, Word},
    store::{self, through::Through},
};
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use kernel::SessionId;
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Reply, Result, Shell, Visit};

/// What seals of hints are for.
pub const PURPOSE: &str = "signin-through";
/// The cookie that carries where the portal is left, from one page to the next.
const COOKIE: &str = "sortie";
/// For how many seconds.
const LONG: i64 = 120;

/// Where who leaves this session goes: where a portal opened it, to the page that leaves the portal too. To be asked before the session
/// ends.
pub fn after(visit: &mut Visit<'_, '_>, session: SessionId) -> Result<Option<Reply>> {
    let Some(through) = store::through::of_session(visit.tx, session)? else { return Ok(None) };
    let Some(portal) = store::portal::by_id(visit.tx, through.portal)?.filter(Portal::is_open) else {
        return Ok(None);
    };
    let Some(address) = away(visit, &portal, &through, session) else { return Ok(None) };
    let kept = visit.house.secret.seal(PURPOSE, &[b"sortie"], address.as_bytes(), &*visit.house.chance);
    let reply = Reply::go(web::address("/entrer/sortie", &[("porte", &portal.key)]));
    Ok(Some(reply.cookie(COOKIE, BASE64URL_NOPAD.encode(&kept), Some(LONG))))
}

/// Where the portal is left.
fn away(visit: &Visit<'_, '_>, portal: &Portal, through: &Through, session: SessionId) -> Option<String> {
    let plain = visit.house.secret.open(PURPOSE, &[&session.bytes()], &through.hint)?;
    let hint: Hint = serde_json::from_slice(&plain).ok()?;
    let request = format!("_{}", pass::word(visit));
    portal::leave(visit.house, portal, &hint, &request, visit.now)
}

#[derive(Template)]
#[template(path = "signin/portal/left.html")]
struct Left {
    shell: Shell,
    portal: String,
    /// Where the portal is left; none once that is done.
    address: Option<String>,
}

/// Says that one is out here, and leaves the portal too. No script does it: the page itself says where the browser goes next.
pub fn left(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let key = visit.query("porte").unwrap_or_default().to_owned();
    let Some(portal) = store::portal::by_key(visit.tx, &key)?.filter(Portal::is_open) else {
        return Ok(Reply::go("/entrer"));
    };
    let sealed = visit.ask.cookie(COOKIE).and_then(|kept| BASE64URL_NOPAD.decode(kept.as_bytes()).ok());
    let address = sealed.and_then(|sealed| visit.house.secret.open(PURPOSE, &[b"sortie"], &sealed));
    let address = address.and_then(|plain| String::from_utf8(plain).ok());
    let next = address.clone();
    let page = Left { shell: visit.shell(), portal: portal.name, address };
    let reply = Reply::page(&page)?.forget(COOKIE);
    Ok(match next {
        Some(next) => reply.header("refresh", format!("1; url={next}")),
        None => reply,
    })
}

/// Reads what a portal says of somebody who has left it.
pub fn hear(house: Arc<House>, ask: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let key = pass::named(&ask, "portal");
        let found = house.db.read(move |tx| store::portal::by_key(tx, &key)).await.map_err(Error::Db)?;
        let portal = found.filter(Portal::is_open).ok_or(Error::NotFound)?;
        let word = portal::told(&house, &portal, &ask, &form).await;
        form.prepared = Some(Arc::new((portal, word)));
        Ok(form)
    })
}

/// Ends here what has ended there, once; a word that is forged ends nothing.
pub fn over(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let found = visit.form.prepared.clone();
    let found = found.and_then(|found| found.downcast::<(Portal, std::result::Result<Word, Refused>)>().ok());
    let (portal, word) = &*found.ok_or_else(|| Error::Ours("the word was not prepared".to_owned()))?;
    let word = match word {
        Ok(word) => word,
        Err(why) => {
            tracing::warn!(target: "preau::security", portal = portal.key, why = why.word(), "a sign-out was refused");
            return Ok(Reply::bytes("text/plain; charset=utf-8", why.word().as_bytes().to_vec()).under(400));
        }
    };
    if let Some((seen, until)) = &word.seen
        && !store::passage::first_seen(visit.tx, seen, *until)?
    {
        return Ok(Reply::bytes("text/plain; charset=utf-8", b"again".to_vec()).under(400));
    }
    let secret = visit.house.secret.clone();
    let mut ended = 0;
    for sid in &word.sids {
        ended += store::through::end_sid(visit.tx, portal.id, &portal.digest(&secret, "sid", sid))?;
    }
    if let Some(subject) = word.subject.as_ref().filter(|_| word.sids.is_empty()) {
        ended += store::through::end_subject(visit.tx, portal.id, &portal.digest(&secret, "subject", subject))?;
    }
    tracing::info!(target: "preau::security", portal = portal.key, ended, "a portal signed out");
    Ok(match &word.then {
        Some(address) => Reply::go(address.clone()),
        None => Reply::bytes("text/plain; charset=utf-8", b"ok".to_vec()),
    })
}
