//! What comes in: no file before the door, nothing left of what is refused or cut, no more than one's part.
use super::{DESK, NOW, Person, houses, person, picture, whoami};
use crate::{HELD, House, SLICE, testing};
use axum::{body::Body, http::Request, response::Response};
use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use std::{io, sync::Arc};
use tower::ServiceExt as _;

const MULTIPART: (&str, &str) = ("content-type", "multipart/form-data; boundary=cut");

fn part(head: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(), bytes, b"\r\n"].concat()
}

pub fn field(name: &str, text: &str) -> Vec<u8> {
    part(&format!("name=\"{name}\""), text.as_bytes())
}

pub fn file(name: &str, bytes: &[u8]) -> Vec<u8> {
    part(&format!("name=\"{name}\"; filename=\"f\""), bytes)
}

pub async fn left(house: &House) -> usize {
    house.files.list().await.unwrap().len()
}

pub async fn sends(person: &mut Person, path: &str, parts: &[Vec<u8>], headers: &[(&str, &str)]) -> u16 {
    let headers: Vec<_> = [MULTIPART].into_iter().chain(headers.iter().copied()).collect();
    person.browser.body(path, &headers, [&parts.concat()[..], b"--cut--\r\n"].concat()).await;
    person.browser.status
}

#[tokio::test]
async fn a_file_that_no_field_takes_is_refused_and_leaves_nothing() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let (token, picture) = (field("csrf", &ines.csrf), picture(2_000));
        let elsewhere = [token.clone(), file("photo", &picture)];
        assert_eq!(sends(&mut ines, "/sans", &elsewhere, &[]).await, 400, "{name}: a form without files");
        let other = [token.clone(), file("photo", &picture), file("autre", &picture)];
        assert_eq!(sends(&mut ines, "/mot", &other, &[]).await, 400, "{name}: another field");
        assert_eq!(left(&house).await, 0, "{name}");
        ines.piece(super::NAME, 0, 2_000, &picture).await;
        let named = [("csrf", ines.csrf.clone()), ("envoi", format!("autre {}", super::NAME))];
        ines.browser.post("/mot", &named.each_ref().map(|(name, text)| (*name, text.as_str()))).await;
        assert_eq!((ines.browser.status, left(&house).await), (400, 0), "{name}: come in pieces");
    }
}

#[tokio::test]
async fn no_file_is_kept_before_its_form_is_known_to_be_genuine() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let (csrf, picture) = (ines.csrf.clone(), picture(2_000));
        let late = [file("photo", &picture), field("csrf", &csrf)];
        assert_eq!(sends(&mut ines, "/mot", &late, &[]).await, 403, "{name}: the token comes too late");
        assert_eq!(left(&house).await, 0, "{name}");
        assert_eq!(sends(&mut ines, "/mot", &late, &[("x-csrf", &csrf)]).await, 303, "{name}: it is in a header");
        let nobody = [field("csrf", &csrf), file("photo", &picture)];
        let mut nobody_in = Person { browser: ines.browser.another(), csrf: String::new(), id: ines.id };
        assert_eq!(sends(&mut nobody_in, "/mot", &nobody, &[]).await, 303, "{name}");
        let led = nobody_in.browser.location.as_deref();
        assert!(led.is_some_and(|to| to.starts_with("/entrer")) && left(&house).await == 1, "{name}: {led:?}");
    }
}

#[tokio::test]
async fn a_file_before_a_closed_door_or_into_a_form_that_fails_is_not_kept() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let parts = || [field("csrf", &ines.csrf), file("photo", &picture(2_000))];
        let (closed, broken, open) = (parts(), parts(), parts());
        assert_eq!(
            sends(&mut ines, "/ferme", &closed, &[]).await,
            404,
            "{name}: her token is right, the door is not hers"
        );
        assert_eq!(left(&house).await, 0, "{name}");
        assert_eq!(sends(&mut ines, "/photo-cassee", &broken, &[]).await, 500, "{name}");
        assert_eq!(left(&house).await, 0, "{name}: what was not written has no file");
        assert_eq!(sends(&mut ines, "/mot", &open, &[]).await, 303, "{name}");
        assert_eq!(left(&house).await, 1, "{name}");
    }
}

/// The request, its body coming as `chunks` do.
async fn asked(
    house: &Arc<House>,
    who: &Person,
    chunks: impl futures_util::Stream<Item = io::Result<Bytes>> + Send + 'static,
) -> Response {
    let routes = (DESK.routes)().and((SLICE.routes)());
    let cookie = format!("preau={}", who.browser.cookie("preau").unwrap());
    let request = Request::post("/mot").header(MULTIPART.0, MULTIPART.1).header("cookie", cookie);
    let request = request.body(Body::from_stream(chunks)).unwrap();
    crate::router(Arc::clone(house), &routes).oneshot(request).await.unwrap()
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    for _ in 0..2_000 {
        if holds().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("{what} never came");
}

#[tokio::test]
async fn a_form_that_is_cut_leaves_no_file() {
    for (name, house) in houses().await {
        let ines = person(&house, 1, true);
        let begun = [field("csrf", &ines.csrf), file("photo", &picture(2_000)), b"--cut\r\n".to_vec()].concat();
        let begun = Bytes::from(begun);
        let begun = || stream::iter([Ok(begun.clone())]);
        let broken = begun().chain(stream::iter([Err(io::ErrorKind::ConnectionReset.into())]));
        assert_eq!(asked(&house, &ines, broken).await.status(), 400, "{name}");
        assert_eq!(left(&house).await, 0, "{name}: the line broke");
        // Nothing more comes, and then nobody is there any more.
        let (inner, silent) = (Arc::clone(&house), begun().chain(stream::pending()));
        let waiting = tokio::spawn(async move { asked(&inner, &ines, silent).await });
        until("the file", async || left(&house).await == 1).await;
        waiting.abort();
        until("the end of the file", async || left(&house).await == 0).await;
    }
}

#[tokio::test]
async fn unfinished_files_hold_no_more_than_their_part_of_the_memory() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut waiting = vec![];
    for n in 0..300 {
        let ines = person(&house, n, true);
        // One megabyte each has come, and no more comes.
        let begun = [field("csrf", &ines.csrf), file("photo", &vec![7; 1024 * 1024])].concat();
        let (inner, chunks) = (Arc::clone(&house), stream::iter([Ok(Bytes::from(begun))]).chain(stream::pending()));
        waiting.push(tokio::spawn(async move { asked(&inner, &ines, chunks).await }));
    }
    // 300 MB in all; one address has 128 of them under way.
    until("what can be held", async || house.gate.held() > HELD - 1024 * 1024).await;
    assert!(house.gate.held() <= HELD);
    let told = waiting.iter().filter(|one| one.is_finished()).count();
    assert!(told <= 300 - 128, "{told} are told to wait");
    for one in waiting {
        one.abort();
    }
    until("the end", async || house.gate.held() == 0).await;
}

#[tokio::test]
async fn who_has_sent_much_is_told_to_wait_and_keeps_the_words() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let most = usize::try_from(crate::gate::SESSION).unwrap();
        house.gate.spend(ines.id.cast(), "", most - 1_000, NOW).unwrap();
        let token = house.secret.token(&super::who(ines.id), NOW);
        let parts = [field("csrf", &token), file("photo", &picture(2_000)), field("texte", "Je bloque ici")];
        assert_eq!(sends(&mut ines, "/mot", &parts, &[]).await, 429, "{name}");
        let text = &ines.browser.text;
        assert!(text.contains("depuis une heure") && text.contains("Je bloque ici"), "{name}: {text}");
        assert_eq!(left(&house).await, 0, "{name}");
        assert_eq!(ines.piece(super::NAME, 0, 2_000, &picture(2_000)).await.0, 429, "{name}: nor in pieces");
        let small = [field("csrf", &token), file("photo", &picture(500))];
        assert_eq!(sends(&mut ines, "/mot", &small, &[]).await, 303, "{name}: what is left may be sent");
    }
}

#[tokio::test]
async fn a_sign_that_no_keyboard_has_is_said_and_never_kept() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let token = house.secret.token(&super::who(ines.id), NOW);
        for sign in ['\0', '\u{1}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}'] {
            let text = format!("avant{sign} et après");
            for way in ["/mot", "/soigne"] {
                ines.browser.post(way, &[("csrf", &token), ("once", "k"), ("texte", &text)]).await;
                let page = &ines.browser;
                assert!(matches!(page.status, 400 | 422), "{name} {sign:?}: {page:?}");
                assert!(
                    page.text.contains("signe invisible") && page.text.contains("avant et après"),
                    "{name}: {page:?}"
                );
            }
            let parts = [field("csrf", &token), field("texte", &text)];
            assert_eq!(sends(&mut ines, "/mot", &parts, &[]).await, 400, "{name} {sign:?}: with files");
        }
        let kept = house.db.read(crate::store::count).await.unwrap();
        assert_eq!(kept, 0, "{name}: nothing was done");
        ines.browser.post("/mot", &[("csrf", &token), ("once", "k"), ("texte", "à\tla\r\nligne")]).await;
        assert_eq!(ines.browser.status, 303, "{name}: {:?}", ines.browser);
        for path in ["/soir?jour=a%00b", "/soir?a%0Bb=1", "/envoi/0%00"] {
            ines.browser.get(path).await;
            assert!(ines.browser.status == 400 && ines.browser.text.contains("aucun clavier"), "{name} {path}");
        }
    }
}

#[tokio::test]
async fn what_is_done_outside_is_done_once_and_only_for_what_was_written() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let csrf = ines.csrf.clone();
        let csrf = ("csrf", csrf.as_str());
        ines.browser.post("/ensuite", &[csrf, ("once", "a"), ("refus", "1")]).await;
        assert_eq!((ines.browser.status, left(&house).await), (422, 0), "{name}: refused");
        for (led, why) in [("/fini", "the first time"), ("/ecrit", "a second click")] {
            ines.browser.post("/ensuite", &[csrf, ("once", "b")]).await;
            assert_eq!((ines.browser.location.as_deref(), left(&house).await), (Some(led), 1), "{name}: {why}");
        }
    }
}

#[tokio::test]
async fn what_is_done_outside_is_done_once_however_often_the_form_was_tried() {
    for (name, house) in houses().await.into_iter().filter(|(name, _)| *name == "postgres") {
        let mut ines = person(&house, 1, true);
        let csrf = ines.csrf.clone();
        ines.browser.post("/croise", &[("csrf", &csrf), ("once", "a")]).await;
        assert_eq!((ines.browser.location.as_deref(), left(&house).await), (Some("/fini"), 1), "{name}");
        assert_eq!(house.db.figures().tried_again, 1, "{name}: it ran twice");
        // Crossed each time, it is given up: nothing is done, and it may be sent again.
        ines.browser.post("/croise", &[("csrf", &csrf), ("once", "b"), ("toujours", "1")]).await;
        assert_eq!((ines.browser.status, left(&house).await), (503, 1), "{name}");
    }
}

/// Forms of nobody that never end take no place from who is signed in, nor does who is signed in take one from them.
#[tokio::test]
async fn who_is_signed_in_is_not_turned_out_by_those_whom_nobody_knows() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut ines = person(&house, 1, true);
    let mut begun: Vec<_> = (0..crate::gate::FORMS).filter_map(|_| house.gate.coming("", None, false).ok()).collect();
    ines.browser.post("/mot", &[("csrf", &ines.csrf), ("texte", "Bonjour")]).await;
    assert_eq!(ines.browser.status, 303, "{:?}", ines.browser);
    let oldest = begun[0].unless_taken(async |_| std::future::pending::<crate::Result<()>>().await);
    assert!(tokio::time::timeout(std::time::Duration::from_millis(5), oldest).await.is_err(), "it was turned out");
    let mut nobody = ines.browser.another();
    nobody.post("/mot", &[("texte", "Bonjour")]).await;
    let second = begun[1].unless_taken(async |_| std::future::pending::<crate::Result<()>>().await);
    assert!(tokio::time::timeout(std::time::Duration::from_millis(5), second).await.is_err(), "one place was free");
    drop(begun);
}
