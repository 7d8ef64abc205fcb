//! Tools that speak with this house by themselves: what they show, and how they are answered.
use crate::{Link, store};
use serde_json::{Value, json};
use std::{future::Future, pin::Pin, sync::Arc};
use url::Url;
use web::{Ask, Error, Form, House, Paged, Reply, Result, Visit};

/// How many rows a tool is given at once.
pub const ROWS: i64 = 100;
/// What the digests of what tools were given are for.
const PURPOSE: &str = "course-token";

/// Nothing is asked of the network.
pub fn nothing(_: Arc<House>, _: Arc<Ask>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(std::future::ready(Ok(form)))
}

/// The digest of what a tool was given.
pub fn digest(house: &House, given: &str) -> Vec<u8> {
    house.secret.sign(PURPOSE, &[given.as_bytes()]).to_vec()
}

/// The activity of the address, for the tool that it is of, where what it shows opens this. Or how it is refused: the activity of
/// another tool looks like none.
pub fn called(visit: &mut Visit<'_, '_>, scope: &str) -> Result<std::result::Result<Link, Reply>> {
    let key = visit.ask.bearer.as_deref().map(|given| digest(visit.house, given));
    let shown = match key {
        Some(key) => store::seen::shown(visit.tx, &key, scope, visit.now)?,
        None => None,
    };
    let Some((tool, opens)) = shown else {
        return Ok(Err(no(401, "invalid_token").header("www-authenticate", "Bearer".to_owned())));
    };
    let link = match visit.id("link") {
        Ok(id) => store::link::by_id(visit.tx, id)?,
        Err(_) => None,
    };
    Ok(match link.filter(|link| link.tool == tool && link.closed_at.is_none()) {
        None => Err(no(404, "not_found")),
        Some(_) if !opens => Err(no(403, "insufficient_scope")),
        Some(link) => Ok(link),
    })
}

/// JSON, under this media type.
pub fn json(media: &'static str, value: &Value) -> Reply {
    Reply::bytes(media, value.to_string().into_bytes())
}

/// A no, with its word.
pub fn no(status: u16, word: &'static str) -> Reply {
    json("application/json", &json!({"error": word})).under(status)
}

/// An address of this house.
pub fn address(house: &House, path: &str) -> Result<Url> {
    let public = &house.settings.public_url;
    Url::parse(&format!("{public}{path}")).map_err(|_| Error::Ours("the public address is none".to_owned()))
}

/// Where the next page of a list is, in the header that says it.
pub fn paged<T>(reply: Reply, at: &Url, list: &Paged<T>) -> Reply {
    if list.page() >= list.last() {
        return reply;
    }
    let mut next = at.clone();
    next.query_pairs_mut().append_pair("page", &(list.page() + 1).to_string());
    reply.header("link", format!("<{next}>; rel=\"next\""))
}
