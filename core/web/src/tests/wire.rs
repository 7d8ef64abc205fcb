//! What goes over the wire: cookies of this host alone, parts of a file, streams of one session.
use super::{DESK, NOW, houses, person, picture, whoami};
use crate::{House, SLICE, testing, testing::Browser};
use axum::http::Request;
use std::sync::Arc;

#[tokio::test]
async fn over_tls_a_cookie_is_of_this_host_and_nothing_comes_in_the_clear_any_more() {
    let mut house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let one = person(&house, 1, true);
    let (mut plain, csrf) = (one.browser, one.csrf);
    plain.post("/langue", &[("csrf", &csrf), ("lang", "en"), ("back", "/")]).await;
    assert_eq!((plain.cookie("lang"), plain.header("strict-transport-security")), (Some("en"), None));
    let token = plain.cookie("preau").unwrap().to_owned();
    drop(plain);
    Arc::get_mut(&mut house).unwrap().settings.public_url = "https://preau.example".to_owned();
    let browser = Browser::new(&house, &[&DESK]);
    let mut ours = browser.another().with("__Host-preau", &token);
    ours.get("/soir").await;
    assert_eq!((ours.status, ours.header("strict-transport-security")), (200, Some("max-age=31536000")));
    ours.post("/langue", &[("csrf", &csrf), ("lang", "en"), ("back", "/")]).await;
    let set = ours.header("set-cookie").unwrap().to_owned();
    assert!(set.starts_with("__Host-lang=en;") && set.contains("Secure") && set.contains("Path=/"), "{set}");
    assert!(!set.contains("Domain") && set.contains("HttpOnly"), "{set}");
    let mut planted = browser.another().with("preau", &token);
    planted.get("/soir").await;
    assert_eq!(planted.status, 303, "another site of the same domain may have set this one");
}

#[tokio::test]
async fn a_page_has_its_policies_and_a_part_of_it_weighs_no_more_than_it_must() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut ines = person(&house, 1, true).browser;
    for policy in ["content-security-policy", "permissions-policy"] {
        ines.get("/soir").await;
        assert!(ines.header(policy).is_some(), "{policy}");
        ines.part("/soir").await;
        assert_eq!((ines.status, ines.header(policy)), (200, None), "{policy}");
    }
}

#[tokio::test]
async fn a_cookie_of_another_site_that_is_no_text_hides_no_session() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut ines = person(&house, 1, true).browser.with("a", "é").with("z", "è");
    ines.get("/soir").await;
    assert_eq!(ines.status, 200, "{ines:?}");
}

#[tokio::test]
async fn a_player_is_given_the_part_it_asks_for() {
    for (name, house) in houses().await {
        let bytes = picture(1_000);
        house.files.put("voix", bytes.clone().into()).await.unwrap();
        let ines = person(&house, 1, true).browser;
        let cookie = format!("preau={}", ines.cookie("preau").unwrap());
        let asked = async |headers: &[(&str, &str)]| {
            let mut browser = ines.clone();
            let request =
                headers.iter().fold(Request::get("/voix").header("cookie", &cookie), |r, (n, v)| r.header(*n, *v));
            browser.request(request).await;
            let said = |name: &str| browser.header(name).unwrap_or_default().to_owned();
            (browser.status, said("content-range"), said("content-length"), said("etag"))
        };
        let (status, _, length, tag) = asked(&[]).await;
        assert_eq!((status, length.as_str(), tag.as_str()), (200, "1000", "\"voix\""), "{name}");
        // Safari asks for two bytes first, then for the rest, and plays nothing that answers otherwise.
        for (range, told, length) in [
            ("bytes=0-1", "bytes 0-1/1000", "2"),
            ("bytes=0-", "bytes 0-999/1000", "1000"),
            ("bytes=990-5000", "bytes 990-999/1000", "10"),
            ("bytes=-10", "bytes 990-999/1000", "10"),
        ] {
            let (status, said, long, _) = asked(&[("range", range)]).await;
            assert_eq!((status, said.as_str(), long.as_str()), (206, told, length), "{name} {range}");
        }
        let (status, said, ..) = asked(&[("range", "bytes=1000-")]).await;
        assert_eq!((status, said.as_str()), (416, "bytes */1000"), "{name}");
        assert_eq!(asked(&[("range", "bytes=0-1"), ("if-range", "\"voix\"")]).await.0, 206, "{name}");
        assert_eq!(asked(&[("range", "bytes=0-1"), ("if-range", "\"autre\"")]).await.0, 200, "{name}");
        assert_eq!(asked(&[("range", "bytes=0-1"), ("accept-encoding", "gzip, br")]).await.0, 206, "{name}");
    }
}

#[tokio::test]
async fn the_seventh_stream_of_a_session_ends_the_oldest() {
    for (name, house) in houses().await {
        let (ines, other) = (person(&house, 1, true).browser, person(&house, 2, true).browser);
        let mut theirs = other.listen("/flux").await;
        let mut ears = vec![];
        for _ in 0..7 {
            let mut ear = ines.listen("/flux").await;
            assert!(ear.said().await.is_some_and(|said| said.contains("hello")), "{name}");
            ears.push(ear);
        }
        assert_eq!(ears[0].said().await.as_deref(), Some("retry: 30000\n\n"), "{name}");
        assert_eq!(ears[0].said().await, None, "{name}");
        house.bus.ring("soir");
        for ear in &mut ears[1..] {
            assert!(ear.said().await.is_some_and(|said| said.contains("ring")), "{name}: the newest go on");
        }
        assert!(theirs.said().await.is_some(), "{name}: and those of another session");
    }
}

#[tokio::test]
async fn every_answer_is_what_it_says_it_is() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let ines = person(&house, 1, true).browser;
    for path in ["/soir", "/casse", "/nulle-part", "/static/nothing.css", "/sw.js", "/preau.webmanifest", "/flux"] {
        let mut browser = ines.clone();
        browser.get(path).await;
        let said = ["x-content-type-options", "referrer-policy"].map(|name| browser.header(name));
        assert_eq!(said, [Some("nosniff"), Some("same-origin")], "{path} {}", browser.status);
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_not_taken() {
    let (same, form) = (("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded"));
    let (here, elsewhere) = (("origin", "http://preau.example"), ("origin", "https://elsewhere.example"));
    let mut house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let posts = async |house: &Arc<House>, cookie: &str, host: &str, from: &[(&str, &str)]| {
        let ines = person(house, 1, true);
        let mut browser = Browser::new(house, &[&DESK]).with(cookie, ines.browser.cookie("preau").unwrap());
        let headers: Vec<_> = [form, ("host", host)].into_iter().chain(from.iter().copied()).collect();
        browser.body("/mot", &headers, format!("csrf={}&texte=a", ines.csrf).into_bytes()).await;
        browser.status == 303
    };
    for (from, taken) in [
        (&[same][..], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site")], false),
        (&[here], true),
        (&[elsewhere], false),
        (&[same, here], true),
        (&[same, elsewhere], false),
        (&[same, ("origin", "http://preau.example:8080")], false),
        (&[same, ("origin", "")], false),
        // A browser that names no page to anybody says it of ours too; one that says nothing else may be of any.
        (&[same, ("origin", "null")], true),
        (&[("sec-fetch-site", "cross-site"), ("origin", "null")], false),
        (&[("origin", "null")], false),
    ] {
        assert_eq!(posts(&house, "preau", "preau.example", from).await, taken, "{from:?}");
    }
    Arc::get_mut(&mut house).unwrap().settings.public_url = "https://preau.example".to_owned();
    let (public, cookie) = (("origin", "https://preau.example"), "__Host-preau");
    assert!(
        posts(&house, cookie, "127.0.0.1:8080", &[public]).await,
        "a proxy that calls this machine by another name"
    );
    assert!(posts(&house, cookie, "preau.example", &[public]).await);
    let node = ("origin", "https://preau.example:8444");
    assert!(!posts(&house, cookie, "preau.example", &[node]).await, "another port is another site");
    Arc::get_mut(&mut house).unwrap().settings.node_url = "https://preau.example:8444".to_owned();
    assert!(posts(&house, cookie, "preau.example", &[node]).await, "but for the node to which people are led");
    assert!(posts(&house, cookie, "preau.example", &[public]).await);
    assert!(!posts(&house, cookie, "preau.example", &[here]).await, "a page that did not come over TLS");
    assert!(!posts(&house, cookie, "127.0.0.1:8080", &[same, elsewhere]).await);
}

#[tokio::test]
async fn who_stands_behind_a_proxy_is_who_the_proxy_saw() {
    let mut house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    Arc::get_mut(&mut house).unwrap().settings.behind_proxy = true;
    let seen = |sent: &[&str]| {
        let request = sent.iter().fold(Request::get("/soir"), |request, list| request.header("x-forwarded-for", *list));
        let (parts, ()) = request.body(()).unwrap().into_parts();
        crate::request::address(&parts, &house)
    };
    assert_eq!(seen(&["203.0.113.7"]), "203.0.113.7");
    assert_eq!(seen(&["198.51.100.1, 203.0.113.7"]), "203.0.113.7", "one list");
    assert_eq!(seen(&["198.51.100.1", "203.0.113.7"]), "203.0.113.7", "a header of the proxy's own");
}

#[tokio::test]
async fn a_node_that_stops_ends_its_streams() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut ear = person(&house, 1, true).browser.listen("/flux").await;
    assert!(ear.said().await.is_some_and(|said| said.contains("hello")));
    house.bus.ring("*");
    assert!(ear.said().await.is_some_and(|said| said.contains("ring")), "a bell for everybody ends nobody's");
    house.gate.part();
    house.bus.ring(crate::PARTING);
    assert_eq!(ear.said().await, None, "its page comes back by itself, here or on another node");
}
