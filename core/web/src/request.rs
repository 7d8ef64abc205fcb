//! Reading a request: cookies, query, body.
use crate::{Ask, Guest, House, Lang, Settings, Unfit, fields, inside, said, signs::is_strange};
use axum::{
    extract::{ConnectInfo, FromRequestParts, RawPathParams, rejection::RawPathParamsRejection},
    http::{HeaderMap, Method, header, request::Parts},
};
use cookie::Cookie;
use std::net::SocketAddr;

/// What begins the name of a cookie that no other site, be it of the same domain, can set.
pub const OF_THIS_HOST: &str = "__Host-";

/// What came with the request besides its body.
pub async fn ask(parts: &mut Parts, house: &House) -> Ask {
    let (names, garbled) = match RawPathParams::from_request_parts(parts, &()).await {
        Ok(params) => (params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(), None),
        Err(RawPathParamsRejection::InvalidUtf8InPathParam(_)) => (vec![], Some(Unfit::NoText)),
        // A path without names.
        Err(_) => (vec![], None),
    };
    let strange = |(name, text): &(String, String)| is_strange(name) || is_strange(text);
    let strange = names.iter().any(strange).then_some(Unfit::NoKey);
    let headers = &parts.headers;
    let cookies = cookies(headers, house.settings.tls());
    let cookie = |name| Ask::named(&cookies, name);
    let query = fields::of_query(parts.uri.query().unwrap_or(""));
    Ask {
        path: parts.uri.path().to_owned(),
        here: parts.uri.path_and_query().map_or_else(String::new, ToString::to_string),
        from: from(headers),
        post: parts.method == Method::POST,
        unfit: garbled.or(strange).or_else(|| query.iter().find_map(|field| field.unfit)),
        guest: parts.extensions.get::<Guest>().cloned(),
        names,
        query: query.into_iter().map(|field| (field.name, field.text)).collect(),
        token: cookie("preau").map(str::to_owned),
        lang_cookie: cookie("lang").and_then(Lang::from_tags),
        lang_header: header_text(headers, header::ACCEPT_LANGUAGE.as_str()).and_then(Lang::from_tags),
        bearer: bearer(headers).map(str::to_owned),
        dest: header_text(headers, "sec-fetch-dest").unwrap_or("").chars().take(20).collect(),
        address: address(parts, house),
        outbox: headers.contains_key("x-outbox"),
        said: cookie(said::COOKIE).filter(|_| parts.method == Method::GET && is_seen(headers)).map(str::to_owned),
        part: headers.contains_key("x-part") || headers.contains_key("hx-request"),
        device: header_text(headers, header::USER_AGENT.as_str()).unwrap_or("").chars().take(200).collect(),
        cookies,
    }
}

/// Whether a page is asked for to be shown: a script says that it asks for itself, but where it puts what it gets before the person.
fn is_seen(headers: &HeaderMap) -> bool {
    let part = headers.contains_key("x-part") || headers.contains_key("hx-request");
    let by_script = header_text(headers, "sec-fetch-dest") == Some("empty");
    !part && (!by_script || header_text(headers, "x-outbox") == Some("stay"))
}

/// A header as text, where it is text.
pub fn header_text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The longest word that a server shows.
const LONGEST: usize = 512;

/// What a server shows of itself.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (way, word) = header_text(headers, header::AUTHORIZATION.as_str())?.split_once(' ')?;
    let word = word.trim();
    (way.eq_ignore_ascii_case("bearer") && !word.is_empty() && word.len() <= LONGEST).then_some(word)
}

/// Ours, by their plain names. On TLS, those that this very site has set and no other: a name with the prefix (RFC 6265bis § 4.1.3).
fn cookies(headers: &HeaderMap, tls: bool) -> Vec<(String, String)> {
    let ours = |cookie: Cookie<'_>| {
        let name = if tls { cookie.name().strip_prefix(OF_THIS_HOST)? } else { cookie.name() };
        Some((name.to_owned(), cookie.value_trimmed().to_owned()))
    };
    let mut cookies = vec![];
    for line in headers.get_all(header::COOKIE) {
        // One that is no text, of another site on this host, hides none of ours.
        let line = String::from_utf8_lossy(line.as_bytes());
        cookies.extend(Cookie::split_parse(&*line).filter_map(std::result::Result::ok).filter_map(ours));
    }
    cookies
}

/// The page of this site that a request says it comes from.
fn from(headers: &HeaderMap) -> Option<String> {
    let (_, rest) = header_text(headers, header::REFERER.as_str())?.split_once("://")?;
    let rest = rest.strip_prefix(header_text(headers, header::HOST.as_str())?)?;
    inside(rest).map(str::to_owned)
}

pub fn address(parts: &Parts, house: &House) -> String {
    // What the nearest proxy wrote stands last: in the last of these headers too, where it adds one of its own.
    let last = parts.headers.get_all("x-forwarded-for").iter().next_back().and_then(|list| list.to_str().ok());
    let last = last.and_then(|list| list.rsplit(',').next()).map(str::trim).filter(|last| !last.is_empty());
    if let Some(last) = last.filter(|_| house.settings.behind_proxy) {
        return last.to_owned();
    }
    parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or_else(String::new, |info| info.0.ip().to_string())
}

/// Whether a form may come from where it says it comes from: this site, or an old browser that does not say. Both must be right where
/// both are said. A browser that was told to name no page says `null` of its origin: then it must say that it is the same.
pub fn same_site(headers: &HeaderMap, settings: &Settings) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let site = said("sec-fetch-site");
    let right = site.is_none_or(|site| matches!(site, "same-origin" | "none"));
    right
        && match said(header::ORIGIN.as_str()) {
            None => true,
            Some("null") => site == Some("same-origin"),
            Some(origin) => is_ours(origin, said(header::HOST.as_str()).unwrap_or(""), settings),
        }
}

/// Whether this is the origin of our pages: the public one, or this node's own, whatever name a proxy calls this machine by; else the
/// one that is asked.
fn is_ours(origin: &str, host: &str, settings: &Settings) -> bool {
    let public = &settings.public_url;
    let Some((scheme, from)) = origin.split_once("://") else { return false };
    // By the public name, a page that did not come over TLS may be anybody's.
    let lowered = scheme == "http" && settings.tls() && public.strip_prefix("https://") == Some(from);
    let own = origin.eq_ignore_ascii_case(public) || origin.eq_ignore_ascii_case(&settings.node_url);
    own || from.eq_ignore_ascii_case(host) && !lowered
}

/// Whether the body is a form with files.
pub fn has_files(headers: &HeaderMap) -> bool {
    header_text(headers, header::CONTENT_TYPE.as_str()).is_some_and(|media| media.starts_with("multipart/form-data"))
}

/// Whether the body is a piece of a file.
pub fn is_piece(headers: &HeaderMap) -> bool {
    header_text(headers, header::CONTENT_TYPE.as_str()) == Some("application/octet-stream")
}
