//! What never changes under its address: scripts, icons. Named by content, compressed at build time.
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;

/// One pressed file.
struct Asset {
    name: &'static str,
    address: &'static str,
    media: &'static str,
    raw: &'static [u8],
    br: &'static [u8],
    gz: &'static [u8],
}

/// How long a browser keeps what is named by its content.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset by its plain name; the plain name when there is none (a test walks them all).
pub fn address(name: &str) -> &str {
    ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.address)
}

/// Whether an icon points along the line that is read: it is turned where one reads from the right.
pub fn points(icon: &str) -> bool {
    ["arrow-right", "chevron-left", "chevron-right", "log-out", "send", "undo-2"].contains(&icon)
}

/// Every address, with its size in brotli; for the bench and for tests.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str, usize)> {
    ASSETS.iter().map(|asset| (asset.name, asset.address, asset.br.len()))
}

/// Answers a request for an asset, for a year.
pub fn answer(path: &str, headers: &HeaderMap) -> Response {
    match ASSETS.iter().find(|asset| asset.address == path) {
        Some(asset) => pressed(asset, headers, FOR_EVER),
        None => crate::pages::bare(StatusCode::NOT_FOUND),
    }
}

/// The worker, at the one address a browser asks again and again: a worker of `/` reaches every page.
pub fn worker(headers: &HeaderMap) -> Response {
    match ASSETS.iter().find(|asset| asset.name == "sw.js") {
        Some(asset) => pressed(asset, headers, "no-cache"),
        None => crate::pages::bare(StatusCode::NOT_FOUND),
    }
}

/// What a device needs to install the house beside its other applications.
pub fn manifest() -> Response {
    let icon = |name: &str, sizes: &str, media: &str, purpose: &str| {
        let src = address(name);
        format!(r#"{{"src":"{src}","sizes":"{sizes}","type":"{media}","purpose":"{purpose}"}}"#)
    };
    let icons = [
        icon("favicon.svg", "any", "image/svg+xml", "any"),
        icon("icon-192.png", "192x192", "image/png", "any"),
        icon("icon-512.png", "512x512", "image/png", "any"),
        icon("icon-mask.png", "512x512", "image/png", "maskable"),
    ];
    let text = format!(
        r##"{{"id":"/","name":"Préau","short_name":"Préau","start_url":"/","scope":"/","display":"standalone","background_color":"#f7f3ea","theme_color":"#f7f3ea","icons":[{}]}}"##,
        icons.join(",")
    );
    let mut response = Response::new(Body::from(text));
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    out.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn pressed(asset: &'static Asset, headers: &HeaderMap, kept: &'static str) -> Response {
    let coding = coding(headers);
    let body = match coding {
        Some("br") => asset.br,
        Some(_) => asset.gz,
        None => asset.raw,
    };
    file(asset.media, kept, coding, Bytes::from_static(body))
}

/// How to send a file to this browser: `br`, `gzip`, or plain.
pub(crate) fn coding(headers: &HeaderMap) -> Option<&'static str> {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
    ["br", "gzip"].into_iter().find(|coding| accepts.contains(coding))
}

/// A file in this coding.
pub(crate) fn file(media: &'static str, kept: &'static str, coding: Option<&'static str>, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}
