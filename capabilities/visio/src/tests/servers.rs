use super::town::{Evening, NOW, led, opened, whole};
use crate::{
    port::{Call, Comer, Server, Trouble},
    store::{self, Chosen},
};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

const SEED: [u8; 32] = [9; 32];
const CALL: Call<'static> = Call { id: "0123abcd", title: "Fractions & Cie", seed: &SEED };
const HOST: Comer<'static> = Comer { id: "seat1", name: "Claire Auvray", host: true };
const GUEST: Comer<'static> = Comer { id: "seat2", name: "Inès N.", host: false };

/// One request, as it came.
#[derive(Clone, Debug, Default)]
struct Request {
    method: String,
    path: String,
    query: String,
    head: String,
    body: String,
}

/// A server on loopback that answers by `answer`, and remembers what it was asked.
async fn server(answer: impl Fn(&Request) -> (u16, String) + Send + 'static) -> (String, Arc<Mutex<Vec<Request>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&asked);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut text = vec![];
            let request = loop {
                let mut some = [0; 4_096];
                let length = stream.read(&mut some).await.unwrap();
                text.extend_from_slice(&some[..length]);
                let said = String::from_utf8_lossy(&text).into_owned();
                let Some((head, body)) = said.split_once("\r\n\r\n") else { continue };
                let wanted = head
                    .lines()
                    .find_map(|line| line.to_lowercase().strip_prefix("content-length: ").map(str::to_owned));
                if body.len() >= wanted.and_then(|n| n.parse().ok()).unwrap_or(0) {
                    let mut words = head.split(' ');
                    let method = words.next().unwrap().to_owned();
                    let target = words.next().unwrap();
                    let (path, query) = target.split_once('?').unwrap_or((target, ""));
                    let (path, query) = (path.to_owned(), query.to_owned());
                    break Request { method, path, query, head: head.to_owned(), body: body.to_owned() };
                }
            };
            let (status, body) = answer(&request);
            kept.lock().unwrap().push(request);
            let said =
                format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
            stream.write_all(said.as_bytes()).await.unwrap();
        }
    });
    (url, asked)
}

/// What `BigBlueButton` checks of each call: the SHA-256 of name, query and secret.
fn signed(request: &Request, secret: &str) -> bool {
    let what = request.path.rsplit('/').next().unwrap();
    let (query, seal) = request.query.rsplit_once("checksum=").unwrap();
    let query = query.trim_end_matches('&');
    HEXLOWER.encode(&Sha256::digest(format!("{what}{query}{secret}"))) == seal
}

fn field(request: &Request, name: &str) -> String {
    let mut pairs = form_urlencoded::parse(request.query.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn bigbluebutton(request: &Request) -> (u16, String) {
    if !signed(request, "s3cret") {
        return (
            200,
            "<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>".into(),
        );
    }
    let ok = "<response><returncode>SUCCESS</returncode>";
    match request.path.rsplit('/').next().unwrap() {
        "getMeetings" => (
            200,
            format!(
                "{ok}<meetings><meeting><meetingID>other</meetingID><attendees><attendee><userID>x</userID></attendee>\
                 </attendees></meeting><meeting><meetingID>0123abcd</meetingID><attendees><attendee><userID>seat1</userID>\
                 <fullName>C</fullName></attendee><attendee><userID>seat2</userID></attendee></attendees></meeting>\
                 </meetings></response>"
            ),
        ),
        "end" => (200, "<response><returncode>FAILED</returncode><messageKey>notFound</messageKey></response>".into()),
        _ => (200, format!("{ok}</response>")),
    }
}

#[tokio::test]
async fn bigbluebutton_is_asked_with_its_checksum() {
    let (url, asked) = server(bigbluebutton).await;
    let api = format!("{url}/bigbluebutton/api");
    let ours = Server::BigBlueButton { url: api.clone(), secret: "s3cret".into() };
    let door = crate::tests::town::door();
    ours.open(&door, CALL).await.unwrap();
    assert_eq!(ours.present(&door, CALL).await.unwrap().unwrap(), ["seat1", "seat2"]);
    ours.end(&door, CALL).await.unwrap();
    let way = ours.way_in(CALL, HOST, NOW).unwrap();
    door.get(&way).unwrap().send().await.unwrap();
    door.get(&ours.way_in(CALL, GUEST, NOW).unwrap()).unwrap().send().await.unwrap();
    let asked = asked.lock().unwrap().clone();
    assert!(asked.iter().all(|request| signed(request, "s3cret")), "{asked:?}");
    assert_eq!((field(&asked[0], "record"), field(&asked[0], "name")), ("false".into(), "Fractions & Cie".into()));
    assert_eq!((field(&asked[3], "role"), field(&asked[4], "role")), ("MODERATOR".into(), "VIEWER".into()));
    assert_eq!(field(&asked[3], "password"), field(&asked[0], "moderatorPW"));
    assert_eq!(field(&asked[4], "password"), field(&asked[0], "attendeePW"));
    assert_ne!(field(&asked[0], "moderatorPW"), field(&asked[0], "attendeePW"));
    let wrong = Server::BigBlueButton { url: api, secret: "other".into() };
    let said = wrong.open(&door, CALL).await;
    assert!(matches!(&said, Err(Trouble::Refused(why)) if why == "checksumError"), "{said:?}");
}

/// The claims of a token, if this key signed it.
fn claims(token: &str, key: &[u8]) -> Value {
    let (signed, seal) = token.rsplit_once('.').unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(signed.as_bytes());
    mac.verify_slice(&BASE64URL_NOPAD.decode(seal.as_bytes()).unwrap()).expect("our key signed it");
    let body = signed.split_once('.').unwrap().1;
    serde_json::from_slice(&BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()).unwrap()
}

#[test]
fn jitsi_gets_a_token_that_says_who_holds_the_room() {
    let jitsi = Server::Jitsi { url: "https://meet.example.org".into(), app: "preau".into(), secret: "k".into() };
    let way = jitsi.way_in(CALL, HOST, NOW).unwrap();
    let (place, rest) = way.split_once("?jwt=").unwrap();
    assert_eq!(place, "https://meet.example.org/0123abcd");
    let said = claims(rest.split('#').next().unwrap(), b"k");
    assert_eq!(
        (&said["room"], &said["sub"], &said["iss"]),
        (&"0123abcd".into(), &"meet.example.org".into(), &"preau".into())
    );
    assert_eq!(said["context"]["user"]["moderator"], true);
    assert_eq!(said["context"]["features"]["recording"], false);
    assert_eq!(said["exp"], NOW.plus_minutes(10).0 / 1_000);
    let guest = jitsi.way_in(CALL, GUEST, NOW).unwrap();
    let token = guest.split_once("?jwt=").unwrap().1.split('#').next().unwrap();
    assert_eq!(claims(token, b"k")["context"]["user"]["moderator"], false);
}

#[tokio::test]
async fn galene_gets_a_group_with_a_key_and_tokens_signed_by_it() {
    let answer = |request: &Request| {
        let ours = request.head.to_lowercase().contains("authorization: basic yww6chc=");
        match (request.method.as_str(), ours) {
            (_, false) => (401, String::new()),
            ("PUT", _) if request.path.contains("known") => (412, String::new()),
            ("PUT", _) => (201, String::new()),
            _ => (204, String::new()),
        }
    };
    let (url, asked) = server(move |request| {
        let lower = Request { head: request.head.to_lowercase(), ..request.clone() };
        answer(&lower)
    })
    .await;
    let galene = |password: &str| Server::Galene { url: url.clone(), user: "al".into(), password: password.into() };
    let door = crate::tests::town::door();
    galene("pw").open(&door, CALL).await.unwrap();
    galene("pw").open(&door, Call { id: "known", ..CALL }).await.unwrap();
    galene("pw").end(&door, CALL).await.unwrap();
    assert!(matches!(galene("no").open(&door, CALL).await, Err(Trouble::Refused(why)) if why == "401"));
    let asked = asked.lock().unwrap().clone();
    assert_eq!(asked[0].path, "/galene-api/v0/.groups/0123abcd/");
    assert!(asked[0].head.to_lowercase().contains("if-none-match: *"));
    let group: Value = serde_json::from_str(&asked[0].body).unwrap();
    let key = BASE64URL_NOPAD.decode(group["authKeys"][0]["k"].as_str().unwrap().as_bytes()).unwrap();
    assert_eq!((group["allow-recording"].clone(), asked[2].method.as_str()), (false.into(), "DELETE"));
    let way = galene("pw").way_in(CALL, HOST, NOW).unwrap();
    let (room, token) = way.split_once("?token=").unwrap();
    let said = claims(token, &key);
    assert_eq!((said["aud"].as_str(), &said["permissions"][0]), (Some(room), &"op".into()));
    let guest = galene("pw").way_in(CALL, GUEST, NOW).unwrap();
    assert_eq!(claims(guest.split_once("?token=").unwrap().1, &key)["permissions"][0], "present");
}

#[tokio::test]
async fn the_nearest_choice_serves_a_room_and_its_presence_is_read_back() {
    for evening in Evening::both().await {
        let (url, asked) = server(|request| {
            let (status, body) = bigbluebutton(request);
            (status, body)
        })
        .await;
        let mut head = evening.of(evening.town.head);
        head.get("/visio/serveurs").await;
        let school = evening.town.school.to_string();
        let fields = |address: &str| {
            vec![
                ("unite", school.clone()),
                ("usage", String::new()),
                ("genre", "bigbluebutton".to_owned()),
                ("adresse", address.to_owned()),
                ("secret", "s3cret".to_owned()),
            ]
        };
        let post = |fields: Vec<(&'static str, String)>| fields;
        let bad = post(fields("ftp://x"));
        let bad: Vec<_> = bad.iter().map(|(name, value)| (*name, value.as_str())).collect();
        head.post("/visio/serveurs", &bad).await;
        assert_eq!(head.status, 422, "{}", evening.name);
        let good = fields(&url);
        let good: Vec<_> = good.iter().map(|(name, value)| (*name, value.as_str())).collect();
        head.post("/visio/serveurs", &good).await;
        led(&head);
        head.get("/visio/serveurs").await;
        assert!(whole(&head).contains("BigBlueButton") && !head.text.contains("s3cret"));
        let mut other = evening.of(evening.town.other.head);
        other.get("/visio/serveurs").await;
        other.post("/visio/serveurs", &good).await;
        assert_eq!(other.status, 404, "another school's choice");

        let room = opened(&evening, false).await;
        asked_elsewhere(&evening).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&format!("/visio/{room}")).await;
        assert!(whole(&ines).contains("Frapper à la porte"), "{ines:?}");
        ines.post(&format!("/visio/{room}/porte"), &[]).await;
        ines.get(&format!("/visio/{room}")).await;
        assert!(ines.text.contains("/ailleurs"));
        ines.get(&format!("/visio/{room}/ailleurs")).await;
        assert!(led(&ines).starts_with(&format!("{url}/join?fullName=In%C3%A8s+N.&meetingID={room}")), "{ines:?}");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&format!("/visio/{room}")).await;
        claire.post(&format!("/visio/{room}/cloture"), &[]).await;
        asked_elsewhere(&evening).await;
        let called: Vec<_> = asked.lock().unwrap().iter().map(|request| request.path.clone()).collect();
        assert_eq!(called, ["/create", "/end"], "{}", evening.name);
    }
}

#[tokio::test]
async fn a_choice_for_the_school_comes_before_the_academies_and_for_the_purpose_before_all() {
    for evening in Evening::both().await {
        evening
            .write(|tx, town| {
                let chosen = |kind: &str, unit, purpose: &str| Chosen {
                    id: town.id(),
                    unit,
                    purpose: purpose.into(),
                    kind: kind.into(),
                    url: "https://x".into(),
                    audience: String::new(),
                    sealed: None,
                };
                let pilot = access::Actor::load(tx, town.pilot, NOW)?;
                let head = access::Actor::load(tx, town.head, NOW)?;
                let academie = pilot.grants[0].1;
                let of = |tx: &mut db::Tx<'_>| {
                    Ok::<_, db::Error>(store::chosen(tx, town.school, "demande")?.map(|c| c.kind))
                };
                assert_eq!(of(tx)?, None);
                assert!(store::set_server(tx, &pilot, &chosen("jitsi", academie, ""), NOW)?);
                assert!(!store::set_server(tx, &head, &chosen("lien", academie, ""), NOW)?, "not theirs");
                assert_eq!(of(tx)?.as_deref(), Some("jitsi"));
                store::set_server(tx, &head, &chosen("galene", town.school, ""), NOW)?;
                assert_eq!(of(tx)?.as_deref(), Some("galene"));
                store::set_server(tx, &head, &chosen("embedded", town.school, "demande"), NOW)?;
                assert_eq!(of(tx)?, None, "this platform, for demands");
                Ok(())
            })
            .await;
    }
}

async fn asked_elsewhere(evening: &Evening) {
    let house = &evening.house;
    jobs::errand::run(&crate::port::keeper::Keeper::of(house), &house.db, &*house.clock).await.unwrap();
}
