//! The operator's addresses: who is told the figures, and when the node is ready.
use super::house::{NOW, evening};
use crate::{serve, slices};
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use http_body_util::BodyExt as _;
use kernel::{Id, Moment, SystemChance};
use std::{net::SocketAddr, sync::Arc, time::Duration};
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

/// A fault of the machine.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    None,
    FullDatabase,
    ReadOnlyDatabase,
    /// Where files go, none can be made.
    ClosedFolder,
}

#[tokio::test]
async fn a_node_that_cannot_write_is_not_ready() {
    for fault in [Fault::None, Fault::FullDatabase, Fault::ReadOnlyDatabase, Fault::ClosedFolder] {
        let mut house = web::testing::house(db::testing::sqlite(&[]).await, slices::ALL, slices::WHOAMI, NOW).await;
        let pragma = |sql| house.db.write(move |tx| tx.query(sql, &[]));
        match fault {
            Fault::None => {}
            Fault::FullDatabase => drop(pragma("PRAGMA max_page_count = 1").await.unwrap()),
            Fault::ReadOnlyDatabase => drop(pragma("PRAGMA query_only = 1").await.unwrap()),
            Fault::ClosedFolder => {
                let folder =
                    std::env::temp_dir().join("preau-tests").join(Id::<()>::new(NOW, &SystemChance).to_string());
                let files = files::Files::open(&files::Place::Folder(folder.clone())).unwrap();
                // Whoever may write everywhere, as a test often may, makes no file under a file.
                std::fs::remove_dir_all(&folder).unwrap();
                std::fs::write(&folder, "").unwrap();
                Arc::get_mut(&mut house).unwrap().files = files;
            }
        }
        let router = serve::router(&house, String::new());
        let wanted = if fault == Fault::None { 200 } else { 503 };
        assert_eq!(status(&router, "/readyz", None, &[]).await, wanted, "{fault:?}");
        assert_eq!(status(&router, "/healthz", None, &[]).await, 200, "{fault:?}");
        if fault != Fault::ClosedFolder {
            assert_eq!(house.files.list().await.unwrap().len(), 0, "{fault:?}: the trial leaves nothing");
        }
    }
}

#[tokio::test]
async fn what_the_last_purge_took_is_told_by_the_figures_and_on_the_page_of_upkeep() {
    // The figures are one process's: a second house in it would tell none.
    let (house, mut walkers, _) = evening(db::testing::sqlite(&[]).await).await;
    let past = house.db.write(|tx| {
        for key in 0..3 {
            let sql = "INSERT INTO web_once (key, at, location) VALUES (?1, ?2, '/')";
            tx.execute(sql, &db::params![vec![key], Moment(1)])?;
        }
        Ok::<_, db::Error>(())
    });
    past.await.unwrap();
    jobs::purge::each_night(&house.db, &slices::keeps(), NOW).await.unwrap();
    let asked = Request::get("/metrics").extension(ConnectInfo("127.0.0.1:9".parse::<SocketAddr>().unwrap()));
    let answer = serve::router(&house, String::new()).oneshot(asked.body(Body::empty()).unwrap()).await.unwrap();
    let told = answer.into_body().collect().await.unwrap().to_bytes();
    let told = String::from_utf8_lossy(&told).into_owned();
    let at = format!("preau_purged_at_seconds{{table=\"web_once\"}} {}", NOW.0 / 1_000);
    for line in ["preau_purged_rows{table=\"web_once\"} 3", &at] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let admin = walkers.iter_mut().find(|walker| walker.name == "admin").unwrap();
    admin.browser.get("/exploitation").await;
    assert!(admin.browser.text.contains("web_once"), "{:?}", admin.browser);
    assert!(!admin.browser.text.contains("Plus rien n’est effacé"), "{:?}", admin.browser);
    let long_ago = "UPDATE jobs_purged SET at = ?1";
    house.db.write(move |tx| tx.execute(long_ago, &db::params![NOW.plus_days(-30)])).await.unwrap();
    admin.browser.get("/exploitation").await;
    assert!(admin.browser.text.contains("Plus rien n’est effacé depuis 30 jours"), "{:?}", admin.browser);
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
        assert_eq!(led, "/exploitation", "{name}");
        admin.browser.get(&led).await;
        let page = &admin.browser.text;
        assert!(page.contains("Un travail est repris.") && !page.contains("the disk is full"), "{name}: {page}");
    }
}

#[tokio::test]
async fn files_without_a_row_go_at_start_and_again_after_each_rest() {
    let house = web::testing::house(db::testing::sqlite(&[]).await, slices::ALL, slices::WHOAMI, NOW).await;
    let fresh = Id::<()>::new(NOW, &SystemChance).to_string();
    house.files.put(&fresh, vec![1].into()).await.unwrap();
    let sweeping = tokio::spawn(serve::sweep_again_and_again(Arc::clone(&house), Duration::from_millis(10)));
    for round in 0..2 {
        let old = Id::<()>::new(NOW.plus_minutes(-90), &SystemChance).to_string();
        house.files.put(&old, vec![1].into()).await.unwrap();
        let mut patience = 500;
        while house.files.list().await.unwrap() != [fresh.as_str()] {
            patience -= 1;
            assert!(patience > 0, "round {round}: it stays");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    sweeping.abort();
}
