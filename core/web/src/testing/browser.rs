//! A browser that walks through a house of tests.
use super::with_this_room;
use crate::{House, Routes, Slice};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, header},
    response::Response,
};
use cookie::{Cookie, time::Duration};
use http_body_util::BodyExt as _;
use std::{collections::BTreeMap, fmt, sync::Arc};
use tower::ServiceExt as _;

/// A browser with one person's cookies. It remembers the last page, and sends the hidden fields it found there.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// The fields `csrf` and `once` of the last page that had any.
    hidden: Vec<(String, String)>,
    /// The status of the last answer.
    pub status: u16,
    /// The text of the last answer; a space at which no line ends is read as any other.
    pub text: String,
    /// The same as it came: a file.
    pub bytes: bytes::Bytes,
    /// Where the last answer led, when it led elsewhere.
    pub location: Option<String>,
    /// The headers of the last answer.
    pub headers: HeaderMap,
    /// How many statements the last request took.
    pub queries: u32,
}

impl Browser {
    /// A browser without cookies, in this house.
    pub fn new(house: &Arc<House>, slices: &[&'static Slice]) -> Self {
        let routes = with_this_room(slices).iter().fold(Routes::new(), |all, slice| all.and((slice.routes)()));
        Self {
            router: crate::router(Arc::clone(house), &routes),
            cookies: BTreeMap::new(),
            hidden: vec![],
            status: 0,
            text: String::new(),
            bytes: bytes::Bytes::new(),
            location: None,
            headers: HeaderMap::new(),
            queries: 0,
        }
    }

    /// Somebody else's browser in the same house, without cookies.
    #[must_use]
    pub fn another(&self) -> Self {
        Self { cookies: BTreeMap::new(), hidden: vec![], ..self.clone() }
    }

    /// The same browser with this cookie; `with("preau", token)` signs in, `with("lang", "en")` speaks English.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.cookies.insert(name.to_owned(), value.to_string());
        self
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> &mut Self {
        self.send(Request::get(path), Body::empty()).await;
        self
    }

    /// Listens to a page's stream.
    ///
    /// # Panics
    /// When the path is no address.
    pub async fn listen(&self, path: &str) -> Ear {
        Ear(self.answer(Request::get(path), Body::empty()).await.into_body())
    }

    /// Asks for the living part of a page alone.
    pub async fn part(&mut self, path: &str) -> &mut Self {
        self.send(Request::get(path).header("x-part", "1"), Body::empty()).await;
        self
    }

    /// Sends a form, with the hidden fields of the last page unless they are given.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> &mut Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(self.filled(fields)).finish();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body.into()).await;
        self
    }

    /// Sends a form with files: field and bytes of each.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> &mut Self {
        let mut body = vec![];
        for (name, value) in self.filled(fields) {
            let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (name, bytes) in files {
            let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--cut--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
        self.send(request, body.into()).await;
        self
    }

    /// Sends bytes as they are, under these headers.
    pub async fn body(&mut self, path: &str, headers: &[(&str, &str)], bytes: Vec<u8>) -> &mut Self {
        let request = headers.iter().fold(Request::post(path), |request, (name, value)| request.header(*name, *value));
        self.send(request, bytes.into()).await;
        self
    }

    /// Asks as this request says.
    pub async fn request(&mut self, request: axum::http::request::Builder) -> &mut Self {
        self.send(request, Body::empty()).await;
        self
    }

    /// Goes where the last answer led.
    ///
    /// # Panics
    /// When it led nowhere.
    pub async fn follow(&mut self) -> &mut Self {
        let to = self.location.clone().unwrap_or_else(|| panic!("{} leads nowhere: {}", self.status, self.text));
        self.get(&to).await
    }

    fn filled(&self, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let given = |name: &str| fields.iter().any(|(field, _)| *field == name);
        let hidden = self.hidden.iter().filter(|(name, _)| !given(name)).cloned();
        hidden.chain(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    }

    /// Asks with the cookies, and keeps none.
    async fn answer(&self, mut request: axum::http::request::Builder, body: Body) -> Response {
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let request = request.body(body).expect("a path is an address");
        let Ok(answer) = self.router.clone().oneshot(request).await;
        answer
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) {
        let (head, body) = self.answer(request, body).await.into_parts();
        self.status = head.status.as_u16();
        self.queries = head.extensions.get::<crate::log::Queries>().map_or(0, |queries| queries.0);
        self.headers = head.headers;
        self.location = self.header(header::LOCATION.as_str()).map(str::to_owned);
        self.keep_cookies();
        // An event stream has no end to wait for.
        let endless = self.header("content-type").is_some_and(|media| media.starts_with("text/event-stream"));
        let bytes = if endless { bytes::Bytes::new() } else { body.collect().await.expect("a body").to_bytes() };
        self.text = String::from_utf8_lossy(&bytes).replace(['\u{a0}', '\u{202f}'], " ");
        self.bytes = bytes;
        let found: Vec<_> = ["csrf", "once"].iter().filter_map(|name| hidden(&self.text, name)).collect();
        if !found.is_empty() {
            self.hidden = found;
        }
    }

    /// A header of the last answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    fn keep_cookies(&mut self) {
        for line in self.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
            let Ok(cookie) = Cookie::parse(line) else { continue };
            if cookie.max_age().is_some_and(Duration::is_zero) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }
}

/// An open stream.
#[derive(Debug)]
pub struct Ear(Body);

impl Ear {
    /// The next thing said (`event: ring…`); nothing once the stream has ended.
    pub async fn said(&mut self) -> Option<String> {
        let frame = self.0.frame().await?.ok()?;
        frame.into_data().ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {}", self.status, self.location, self.text)
    }
}

/// The value of a page's hidden field.
fn hidden(page: &str, name: &str) -> Option<(String, String)> {
    let mark = format!("name=\"{name}\" value=\"");
    let from = page.find(&mark)? + mark.len();
    let value = page[from..].split('"').next()?;
    Some((name.to_owned(), value.to_owned()))
}
