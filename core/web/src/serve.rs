//! The routes as an axum router.
use crate::{Door, House, Reply, Result, Route, Routes, Visit, Work, assets, dispatch};
use axum::{
    Router,
    body::Body,
    http::{HeaderValue, Request, Uri, header},
    middleware::map_response,
    response::Response,
    routing::{get, post},
};
use std::sync::Arc;
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer, DefaultPredicate,
        predicate::{NotForContentType, Predicate},
    },
};

/// The router of these routes, with assets, compression, and a page for every address that is none.
pub fn router(house: Arc<House>, routes: &Routes) -> Router {
    let mut router = Router::new();
    for route in &routes.0 {
        let (route, house) = (*route, Arc::clone(&house));
        let answer = move |request: Request<Body>| dispatch::answer(Arc::clone(&house), route, request);
        let method = if route.method() == "POST" { post(answer) } else { get(answer) };
        router = router.route(route.path, method);
    }
    let lost = Route {
        path: "/{*lost}",
        door: Door::Public,
        work: Work::Page(nowhere),
        files: &[],
        tables: false,
        signs: false,
    };
    let found = Arc::clone(&house);
    let nowhere = move |request: Request<Body>| dispatch::answer(Arc::clone(&found), lost, request);
    // Level 4 costs a page tens of microseconds and gains nearly what level 11 gains in tens of milliseconds.
    let media = NotForContentType::new("audio/").and(NotForContentType::new("video/"));
    let press = CompressionLayer::new().quality(CompressionLevel::Precise(4));
    let press = press.compress_when(DefaultPredicate::new().and(media));
    let tls = house.settings.tls();
    // An address that only takes a form is no page: whoever comes back to it is told so in words.
    let pages = router.method_not_allowed_fallback(nowhere.clone()).fallback(nowhere).layer(press);
    let file = move |uri: Uri, request: Request<Body>| {
        let sheet = house.sheets.answer(uri.path(), request.headers());
        std::future::ready(sheet.unwrap_or_else(|| assets::answer(uri.path(), request.headers())))
    };
    Router::new()
        .route("/a/{file}", get(file))
        .route("/sw.js", get(|request: Request<Body>| async move { assets::worker(request.headers()) }))
        .route("/preau.webmanifest", get(|| async { assets::manifest() }))
        .merge(pages)
        .layer(map_response(move |response| std::future::ready(dressed(response, tls))))
}

/// What every answer carries, a page or not: it is what it says it is, and no other site learns its address. A browser that has come
/// over TLS is told to come by nothing else for a year.
fn dressed(mut response: Response, tls: bool) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    if tls {
        let year = HeaderValue::from_static("max-age=31536000");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

fn nowhere(_: &mut Visit<'_, '_>) -> Result<Reply> {
    Err(crate::Error::NotFound)
}
