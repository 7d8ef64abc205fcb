//! The pages of the house itself: failures, the language switch; and the headers every answer carries.
use crate::{Door, Error, Lang, Reply, Result, Routes, Shell, Visit, upload};
use askama::Template;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use cookie::Cookie;

/// Addresses of the house itself.
pub fn routes() -> Routes {
    Routes::new()
        .form("/langue", Door::Public, language)
        .page("/hors-ligne", Door::SignedIn, away)
        .page("/envoi/{token}", Door::SignedIn, upload::told)
        .form("/envoi/{token}", Door::SignedIn, upload::add)
}

#[derive(Template)]
#[template(path = "error.html")]
struct Failure {
    shell: Shell,
    title: String,
    text: String,
}

/// The page that says why there is no page.
pub fn failure(visit: &Visit<'_, '_>, error: &Error) -> Result<Reply> {
    let shell = visit.shell();
    let (title, text) = match error {
        Error::NotFound => ("shell-not-found", "shell-not-found-text"),
        Error::Forbidden => ("shell-forbidden", "shell-forbidden-text"),
        Error::Stale | Error::SignedOut | Error::MustEnrol => ("shell-stale", "shell-stale-text"),
        Error::Unreadable(_) => ("shell-unreadable", "shell-unreadable-text"),
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) => ("shell-ours", "shell-ours-text"),
    };
    let (title, text) = (shell.say(title).to_string(), shell.say(text).to_string());
    Reply::page_as(status(error).as_u16(), &Failure { shell, title, text })
}

/// The status an error answers with.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Forbidden | Error::Stale => StatusCode::FORBIDDEN,
        Error::SignedOut | Error::MustEnrol => StatusCode::UNAUTHORIZED,
        Error::Unreadable(_) => StatusCode::BAD_REQUEST,
        Error::Db(db::Error::Stopping) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

#[derive(Template)]
#[template(path = "away.html")]
struct Away {
    shell: Shell,
}

/// What a device shows without a line in place of a page it does not keep: the worker adds the list of those it keeps.
fn away(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Ok(Reply::page(&Away { shell: visit.shell() })?.kept_on_device())
}

fn language(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let lang = Lang::from_tags(visit.form.text("lang")).ok_or(Error::NotFound)?;
    let back = visit.form.text("back");
    // Only a path of this site: never `//elsewhere` nor `/\elsewhere`.
    let ours = back.starts_with('/') && !back[1..].starts_with(['/', '\\']);
    let back = if ours { back.to_owned() } else { "/".to_owned() };
    Ok(Reply::go(back).cookie("lang", lang.to_string(), Some(365 * 24 * 60 * 60)))
}

/// A body ready for the wire.
pub enum Ready {
    /// A page.
    Html(String),
    /// See there.
    Go(String),
    /// Bytes of a media type.
    Media(&'static str, Bytes),
}

/// What a page may load: this site, and what the device itself has just recorded.
const CSP: &str = "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The answer, with the headers every answer carries.
pub fn respond(
    status: StatusCode,
    body: Ready,
    cookies: Vec<Cookie<'static>>,
    own: &[(&'static str, String)],
    tls: bool,
    asked: &HeaderMap,
) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(self), microphone=(self), geolocation=()"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    for mut cookie in cookies {
        cookie.set_secure(tls);
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            headers.append(header::SET_COOKIE, value);
        }
    }
    for (name, value) in own {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    let body = match body {
        Ready::Html(html) => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
            Bytes::from(html)
        }
        Ready::Go(to) => {
            headers.insert(header::LOCATION, HeaderValue::from_str(&to).unwrap_or(HeaderValue::from_static("/")));
            Bytes::new()
        }
        Ready::Media(media, bytes) => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
            headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
            return ranged(response, bytes, asked);
        }
    };
    *response.body_mut() = Body::from(body);
    response
}

/// A part of the bytes, when a player asks for one (`Range: bytes=from-to`, RFC 9110 § 14).
fn ranged(mut response: Response, bytes: Bytes, asked: &HeaderMap) -> Response {
    let range = asked.get(header::RANGE).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("bytes="));
    let range = range.and_then(|range| range.split_once('-')).and_then(|(from, to)| {
        let from: usize = from.parse().ok()?;
        let to: usize = if to.is_empty() { bytes.len().checked_sub(1)? } else { to.parse().ok()? };
        (from <= to && to < bytes.len()).then_some((from, to))
    });
    if let (Some((from, to)), StatusCode::OK) = (range, response.status()) {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let said = format!("bytes {from}-{to}/{}", bytes.len());
        if let Ok(value) = HeaderValue::from_str(&said) {
            response.headers_mut().insert(header::CONTENT_RANGE, value);
        }
        *response.body_mut() = Body::from(bytes.slice(from..=to));
    } else {
        *response.body_mut() = Body::from(bytes);
    }
    response
}

/// A status without a page.
pub fn bare(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(status.canonical_reason().unwrap_or("")));
    *response.status_mut() = status;
    response
}
