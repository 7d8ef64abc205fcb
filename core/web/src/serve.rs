//! The routes as an axum router.
use crate::{Door, House, Reply, Result, Route, Routes, Visit, Work, assets, dispatch};
use axum::{
    Router,
    body::Body,
    http::{Request, Uri},
    routing::{get, post},
};
use std::sync::Arc;
use tower_http::{CompressionLevel, compression::CompressionLayer};

/// The router of these routes, with assets, compression, and a page for every address that is none.
pub fn router(house: Arc<House>, routes: &Routes) -> Router {
    let mut router = Router::new();
    for route in &routes.0 {
        let (route, house) = (*route, Arc::clone(&house));
        let answer = move |request: Request<Body>| dispatch::answer(Arc::clone(&house), route, request);
        let method = if route.method() == "POST" { post(answer) } else { get(answer) };
        router = router.route(route.path, method);
    }
    let lost = Route { path: "/{*lost}", door: Door::Public, work: Work::Page(nowhere) };
    let found = Arc::clone(&house);
    let nowhere = move |request: Request<Body>| dispatch::answer(Arc::clone(&found), lost, request);
    // Level 4 costs a page tens of microseconds and gains nearly what level 11 gains in tens of milliseconds.
    let press = CompressionLayer::new().quality(CompressionLevel::Precise(4));
    let pages = router.fallback(nowhere).layer(press);
    let file = move |uri: Uri, request: Request<Body>| {
        let sheet = house.sheets.answer(uri.path(), request.headers());
        std::future::ready(sheet.unwrap_or_else(|| assets::answer(uri.path(), request.headers())))
    };
    Router::new()
        .route("/a/{file}", get(file))
        .route("/sw.js", get(|request: Request<Body>| async move { assets::worker(request.headers()) }))
        .route("/preau.webmanifest", get(|| async { assets::manifest() }))
        .merge(pages)
}

fn nowhere(_: &mut Visit<'_, '_>) -> Result<Reply> {
    Err(crate::Error::NotFound)
}
