//! The bell: an event stream that says only that something rang. The page asks again, through its own door (ADR 0005).
use crate::House;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use std::{convert::Infallible, sync::Arc, time::Duration};

/// How often a silent stream says that it is alive, so that no proxy closes it.
const ALIVE: Duration = Duration::from_secs(25);

/// The stream of these topics.
pub fn answer(house: &Arc<House>, topics: Vec<String>) -> Response {
    let listener = house.bus.listen(topics);
    let first = Bytes::from_static(b"retry: 3000\nevent: hello\ndata: 1\n\n");
    let rings = stream::unfold((listener, Some(first)), |(mut listener, first)| async move {
        if let Some(first) = first {
            return Some((Ok::<_, Infallible>(first), (listener, None)));
        }
        let said = match tokio::time::timeout(ALIVE, listener.rung()).await {
            Ok(()) => Bytes::from_static(b"event: ring\ndata: 1\n\n"),
            Err(_) => Bytes::from_static(b": alive\n\n"),
        };
        Some((Ok(said), (listener, None)))
    });
    let mut response = Response::new(Body::from_stream(rings));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
