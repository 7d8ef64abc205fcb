//! A form sent twice counts once: the key that names it, and what is remembered under it.
use crate::{Ask, Form, House, Reply, Said, SignedIn, store};
use data_encoding::BASE64URL_NOPAD;
use db::{Result, Tx};
use kernel::Moment;
use sha2::{Digest, Sha256};

/// What is remembered of a form whose answer shows a secret: the secret is not kept, it is worked out again.
const AGAIN: &str = "again";

/// Whether a form came before.
pub enum Claim {
    /// It is the first.
    First,
    /// It came, and showed a secret: it is to show it again.
    Again,
    /// It came, and was answered so.
    Led(Box<Reply>),
}

/// Claims the key of a form; one without a key always comes first.
pub fn claim(tx: &mut Tx<'_>, house: &House, key: Option<&[u8; 32]>, now: Moment) -> Result<Claim> {
    let Some(key) = key else { return Ok(Claim::First) };
    Ok(match store::claim(tx, key, now)?.map(|kept| led(house, key, kept)) {
        None => Claim::First,
        Some(location) if location == AGAIN => Claim::Again,
        Some(answer) => Claim::Led(Box::new(reply(&answer))),
    })
}

/// Remembers what came of it. What was refused may be sent again as it is.
pub fn settle(tx: &mut Tx<'_>, house: &House, key: Option<&[u8; 32]>, reply: &Reply) -> Result<()> {
    let Some(key) = key else { return Ok(()) };
    let led = match reply.location() {
        _ if reply.status.as_u16() >= 400 => return store::release(tx, key),
        None if !reply.again => return Ok(()),
        location => location.unwrap_or(AGAIN),
    };
    let said = reply.said.as_ref().map(|said| format!("\n{}", said.line())).unwrap_or_default();
    store::settle(tx, key, &remembered(house, key, &format!("{led}{said}")))
}

/// How a form was answered, as it is remembered: where it led, and on the next line what it said. Sealed, since an address may
/// itself open something (a family's letter).
fn remembered(house: &House, key: &[u8; 32], answer: &str) -> String {
    let sealed = house.secret.seal("once", &[key], answer.as_bytes(), &*house.chance);
    BASE64URL_NOPAD.encode(&sealed)
}

/// How the first sending of a form was answered. What an earlier version remembered is not sealed: it begins with a slash.
fn led(house: &House, key: &[u8; 32], kept: String) -> String {
    let sealed = BASE64URL_NOPAD.decode(kept.as_bytes()).ok();
    let opened = sealed.and_then(|sealed| house.secret.open("once", &[key], &sealed));
    opened.and_then(|location| String::from_utf8(location).ok()).unwrap_or(kept)
}

/// The answer that is remembered.
fn reply(answer: &str) -> Reply {
    let (location, said) = answer.split_once('\n').unwrap_or((answer, ""));
    let reply = Reply::go(location);
    if said.is_empty() { reply } else { Reply { said: Some(Said::read(said)), ..reply } }
}

/// The key of this very form: its page's key, its address, its person, and what it says. An edited form is another form.
pub fn key(form: &Form, ask: &Ask, who: Option<&SignedIn>) -> Option<[u8; 32]> {
    let (once, who) = (form.text("once"), who?);
    if once.is_empty() {
        return None;
    }
    let mut digest = Sha256::new();
    let mut part = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    part(once.as_bytes());
    part(ask.path.as_bytes());
    part(&who.actor.person.bytes());
    // A form that comes back to be sent again has its fields in another order.
    let mut fields: Vec<_> = form.fields().iter().filter(|(name, _)| name != "csrf" && name != "once").collect();
    fields.sort_by_key(|(name, _)| name);
    for (name, value) in fields {
        part(name.as_bytes());
        // A form with files and one without write the end of a line differently.
        part(value.replace("\r\n", "\n").as_bytes());
    }
    for upload in &form.uploads {
        part(upload.field.as_bytes());
        part(&upload.size.to_be_bytes());
    }
    Some(digest.finalize().into())
}
