//! The operator's addresses: who is told the figures, and when the node is ready.
use super::house::{NOW, evening};
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

#[tokio::test]
async fn what_was_set_aside_is_seen_and_taken_up_again_by_who_administers() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, mut walkers, _) = evening(db).await;
        let set_aside = house.db.write(|tx| {
            let later = NOW.plus_minutes(60);
            jobs::queue(tx, &kernel::Seeded::new(8), NOW, "preau/broken", "k", "", later)?;
            let sql = "UPDATE jobs_queue SET aside_at = ?1, error = 'the disk is full' WHERE kind = 'preau/broken'";
            tx.execute(sql, &db::params![NOW])
        });
        assert_eq!(set_aside.await.unwrap(), 1, "{name}");
        let head = walkers.iter_mut().find(|walker| walker.name == "head").unwrap();
        head.browser.get("/exploitation").await;
        assert_eq!(head.browser.status, 404, "{name}: a head administers no machine");
        let admin = walkers.iter_mut().find(|walker| walker.name == "admin").unwrap();
        admin.browser.get("/exploitation").await;
        assert!(admin.browser.text.contains("the disk is full"), "{name}: {:?}", admin.browser);
        let csrf = admin.csrf.clone();
        admin.browser.post("/exploitation/reprise", &[("csrf", &csrf), ("once", "a")]).await;
        let led = admin.browser.location.clone().unwrap_or_default();
        assert_eq!(led, "/exploitation?repris=1", "{name}");
        admin.browser.get(&led).await;
        let page = &admin.browser.text;
        assert!(page.contains("Un travail est repris.") && !page.contains("the disk is full"), "{name}: {page}");
    }
}
