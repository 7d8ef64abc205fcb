//! The operator's addresses: who is told the figures, and when the node is ready.
use super::house::NOW;
use crate::{serve, slices};
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use std::net::SocketAddr;
use tower::ServiceExt as _;

async fn status(router: &Router, path: &str, peer: Option<&str>, headers: &[(&str, &str)]) -> u16 {
    let asked = headers.iter().fold(Request::get(path), |asked, (name, value)| asked.header(*name, *value));
    let mut asked = asked.body(Body::empty()).unwrap();
    if let Some(peer) = peer {
        asked.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
    }
    router.clone().oneshot(asked).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn the_figures_are_told_to_this_machine_and_to_who_has_the_token() {
    let house = web::testing::house(db::testing::sqlite(&[]).await, slices::ALL, slices::WHOAMI, NOW).await;
    let (open, closed) = (serve::router(&house, "jeton".to_owned()), serve::router(&house, String::new()));
    let bearer = |token: &'static str| [(header::AUTHORIZATION.as_str(), token)];
    for here in ["127.0.0.1:9", "[::1]:9", "[::ffff:127.0.0.1]:9"] {
        assert_eq!(status(&closed, "/metrics", Some(here), &[]).await, 200, "{here}");
    }
    for for_another in ["x-forwarded-for", "forwarded", "x-real-ip", "via"] {
        let headers = [(for_another, "127.0.0.1")];
        assert_eq!(status(&closed, "/metrics", Some("127.0.0.1:9"), &headers).await, 404, "{for_another}");
    }
    let far = Some("192.0.2.7:9");
    assert_eq!(status(&open, "/metrics", far, &[]).await, 404);
    assert_eq!(status(&open, "/metrics", None, &[]).await, 404);
    assert_eq!(status(&open, "/metrics", far, &bearer("Bearer jetons")).await, 404);
    assert_eq!(status(&open, "/metrics", far, &bearer("Bearer jeton")).await, 200);
    assert_eq!(status(&closed, "/metrics", far, &bearer("Bearer ")).await, 404, "no token is no key");
}

#[tokio::test]
async fn a_node_that_cannot_write_is_not_ready() {
    for full in [false, true] {
        let house = web::testing::house(db::testing::sqlite(&[]).await, slices::ALL, slices::WHOAMI, NOW).await;
        if full {
            let filled = house.db.write(|tx| tx.query("PRAGMA max_page_count = 1", &[])).await;
            filled.unwrap();
        }
        let router = serve::router(&house, String::new());
        assert_eq!(status(&router, "/readyz", None, &[]).await, if full { 503 } else { 200 });
        assert_eq!(status(&router, "/healthz", None, &[]).await, 200);
        assert_eq!(house.files.list().await.unwrap().len(), 0, "the trial leaves nothing");
    }
}
