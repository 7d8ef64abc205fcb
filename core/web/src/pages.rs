//! The pages of the house itself: failures, the language switch; and the headers every answer carries.
use crate::{
    Door, Error, Lang, Reply, Result, Routes, Shell, Visit, range, request::OF_THIS_HOST, turn, unsent, upload,
};
use askama::Template;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use cookie::Cookie;
use data_encoding::HEXUPPER;

/// Addresses of the house itself.
pub fn routes() -> Routes {
    Routes::new()
        .form("/langue", Door::Public, language)
        .page(turn::PART, Door::SignedIn, turn::show)
        .stream(turn::STREAM, Door::SignedIn, |_| Ok(vec![]))
        .page("/hors-ligne", Door::SignedIn, away)
        .page("/reprise", Door::SignedIn, unsent::again)
        .form("/reprise", Door::SignedIn, unsent::thrown)
        .page("/envoi/{token}", Door::SignedIn, upload::told)
        .form("/envoi/{token}", Door::SignedIn, upload::add)
        .page("/envoi/{token}/vue", Door::SignedIn, upload::seen)
}

#[derive(Template)]
#[template(path = "error.html")]
struct Failure {
    shell: Shell,
    title: String,
    text: String,
}

/// The page that says why there is no page, and gives back what was typed where it may be sent again. `can_write` says whether
/// an error of ours is of this page alone.
pub fn failure(visit: &Visit<'_, '_>, error: &Error, can_write: bool, typed: Option<unsent::Typed>) -> Result<Reply> {
    let status = status(error, can_write).as_u16();
    let person = visit.who.as_ref().map(|who| who.actor.person);
    if let (Some(typed), Some(why)) = (typed.filter(|typed| typed.is_of(person)), unsent::why(error, can_write)) {
        return unsent::page(visit, status, typed, visit.sentence(why), None);
    }
    let shell = visit.shell();
    let (title, sentence) = match error {
        Error::NotFound => ("shell-not-found", "shell-not-found-text"),
        Error::Forbidden => ("shell-forbidden", "shell-forbidden-text"),
        Error::NotYet(_) => ("shell-not-yet", "shell-not-yet-text"),
        Error::Stale | Error::SignedOut | Error::First(_) => ("shell-stale", "shell-stale-text"),
        Error::Unreadable(_) | Error::Heavy => ("shell-unreadable", "shell-unreadable-text"),
        Error::Unfit(unfit) => {
            let [_, _, title, text] = unfit.said();
            (title, text)
        }
        Error::Slow => ("shell-slow", "shell-slow-text"),
        Error::Later(key) => ("shell-later", *key),
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) if can_write => {
            ("shell-ours", "shell-ours-text")
        }
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) => ("shell-full", "shell-full-text"),
    };
    let text = match error {
        Error::NotYet(from) => shell.not_yet(*from),
        _ => shell.say(sentence).to_string(),
    };
    let title = shell.say(title).to_string();
    Reply::page_as(status, &Failure { shell, title, text })
}

/// The status an error answers with: 503 where nothing can be kept, which passes; 500 where this very page is at fault.
pub fn status(error: &Error, can_write: bool) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Forbidden | Error::Stale | Error::NotYet(_) => StatusCode::FORBIDDEN,
        Error::SignedOut | Error::First(_) => StatusCode::UNAUTHORIZED,
        Error::Unreadable(_) | Error::Unfit(_) | Error::Heavy => StatusCode::BAD_REQUEST,
        Error::Slow => StatusCode::REQUEST_TIMEOUT,
        Error::Later(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Db(error) if error.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
        Error::Files(error) if error.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) if can_write => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) => StatusCode::SERVICE_UNAVAILABLE,
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
    Ok(chosen(visit)?.1)
}

/// The language that a form chooses, and the way back to where it was chosen, in it: this device remembers it.
pub fn chosen(visit: &Visit<'_, '_>) -> Result<(Lang, Reply)> {
    let lang = Lang::from_word(visit.form.text("lang")).ok_or(Error::NotFound)?;
    let back = inside(visit.form.text("back")).unwrap_or("/");
    // What the address says of the language was true until now.
    let (path, query) = back.split_once('?').unwrap_or((back, ""));
    let rest: Vec<_> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("langue=")).collect();
    let to = if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) };
    let said = visit.house.words.say(lang, "shell-said-language").to_string();
    Ok((lang, Reply::go(to).said(said).cookie("lang", lang.to_string(), Some(365 * 24 * 60 * 60))))
}

/// An address of this site: never `//elsewhere`, `/\elsewhere`, nor one that becomes so once a browser has dropped what it cannot read.
pub fn inside(asked: &str) -> Option<&str> {
    let path = asked.strip_prefix('/')?;
    (!path.starts_with(['/', '\\']) && !asked.contains(char::is_control)).then_some(asked)
}

/// A path with a query.
pub fn address(path: &str, query: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::for_suffix(format!("{path}?"), path.len() + 1).extend_pairs(query).finish()
}

/// An address as a header may carry it: what is not plain is written in percents.
fn location(to: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_graphic();
    to.bytes().fold(String::with_capacity(to.len()), |mut said, byte| {
        if plain(byte) {
            said.push(char::from(byte));
        } else {
            said.push('%');
            said.push_str(&HEXUPPER.encode(&[byte]));
        }
        said
    })
}

/// A body ready for the wire.
pub enum Ready {
    /// A page.
    Html(String),
    /// See there.
    Go(String),
    /// Bytes of a media type, and the name under which they never change if they have one.
    Media(&'static str, Bytes, Option<String>),
}

/// What a page may load: this site, and what the device itself has just recorded.
const CSP: &str = "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What a page may use of its device.
const DEVICES: &str = "camera=(self), microphone=(self), geolocation=()";

/// The answer, with the headers every answer carries, and a page's policies where it may stand alone.
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
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    // What a page asked for to be put in itself lives by that page's own policies, and comes each time the bell rings.
    if !asked.contains_key("x-part") {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
        headers.insert("permissions-policy", HeaderValue::from_static(DEVICES));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    for mut cookie in cookies {
        if tls {
            cookie.set_secure(true);
            cookie.set_name(format!("{OF_THIS_HOST}{}", cookie.name()));
        }
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
            headers.insert(
                header::LOCATION,
                HeaderValue::from_str(&location(&to)).unwrap_or(HeaderValue::from_static("/")),
            );
            Bytes::new()
        }
        Ready::Media(media, bytes, tag) => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
            return range::answer(response, bytes, tag.as_deref(), asked);
        }
    };
    *response.body_mut() = Body::from(body);
    response
}

/// A status without a page.
pub fn bare(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(status.canonical_reason().unwrap_or("")));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_this_site_stays_here() {
        for ours in ["/", "/semaine?jour=2026-12-07", "/c/abc#haut"] {
            assert_eq!(inside(ours), Some(ours));
        }
        for not in [
            "",
            "//ailleurs.example",
            "/\\ailleurs.example",
            "/\t/ailleurs.example",
            "https://ailleurs.example",
            "/a\r\nb",
        ] {
            assert_eq!(inside(not), None, "{not:?}");
        }
        assert_eq!(location("/école\r\nX: y"), "/%C3%A9cole%0D%0AX:%20y");
    }

    #[test]
    fn what_passes_by_itself_is_not_the_fault_of_a_page() {
        for passes in [db::Error::Busy, db::Error::Silent, db::Error::Taken, db::Error::Stopping] {
            assert_eq!(status(&Error::Db(passes), true), StatusCode::SERVICE_UNAVAILABLE);
        }
        let full = files::Error::Folder(std::io::ErrorKind::StorageFull.into());
        assert_eq!(status(&Error::Files(full), true), StatusCode::SERVICE_UNAVAILABLE);
        for stays in [Error::Db(db::Error::PassedOver), Error::Files(files::Error::TooLong)] {
            assert_eq!(status(&stays, true), StatusCode::INTERNAL_SERVER_ERROR);
        }
    }
}
