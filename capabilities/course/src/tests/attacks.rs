//! What is tried on the addresses that tools ask, and opens nothing.
use super::{
    marks::score,
    town::{Evening, HOUSE, KEYS, NOW, TOOL, asked, launched, now, read, scored, token},
};
use crate::store;
use data_encoding::BASE64URL_NOPAD;
use lti::{KeySet, Score, scope};
use serde_json::{Value, json};

/// An address with one of its parameters changed.
fn with(address: &str, name: &str, value: &str) -> String {
    let (path, query) = address.split_once('?').unwrap();
    let pairs = url::form_urlencoded::parse(query.as_bytes()).map(|(known, kept)| {
        let kept = if known == name { value.to_owned() } else { kept.into_owned() };
        (known.into_owned(), kept)
    });
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{path}?{query}")
}

fn named(address: &str, name: &str) -> String {
    let query = address.split_once('?').unwrap().1;
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.find(|(known, _)| known == name).unwrap().1.into_owned()
}

#[tokio::test]
async fn a_launch_is_told_once() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        assert_eq!(browser.get(&to).await.status, 200, "{name}");
        assert_eq!(browser.get(&to).await.status, 403, "{name}: replayed");
        let to = asked(&mut browser, (town.tool, town.link)).await;
        evening.later(10);
        assert_eq!(browser.get(&to).await.status, 403, "{name}: late");
    }
}

#[tokio::test]
async fn an_address_that_was_not_registered_is_told_nothing() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        let near = format!("{TOOL}/lancement?x=1");
        for other in ["https://attaque.invalid/", near.as_str(), "https://exerciseur.exemple.invalid/lancement/"] {
            browser.get(&with(&to, "redirect_uri", other)).await;
            assert!(
                browser.status == 403 && !browser.text.contains("name=\"id_token\""),
                "{name}: {other}: {browser:?}"
            );
        }
        // Another tool, by its own name.
        browser.get(&with(&to, "client_id", &town.open.to_string())).await;
        assert_eq!(browser.status, 403, "{name}");
        assert_eq!(browser.get(&to).await.status, 200, "{name}: none of it has used it up");
    }
}

#[tokio::test]
async fn nobody_is_told_of_as_another() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut ines = evening.of(town.pupils[0]);
        let to = asked(&mut ines, (town.tool, town.link)).await;
        // Another's hint, another's whole address, and a session that is none.
        let mut noe = evening.of(town.pupils[1]);
        let other = asked(&mut noe, (town.tool, town.link)).await;
        let mixed = with(&to, "login_hint", &named(&other, "login_hint"));
        assert_eq!(ines.get(&mixed).await.status, 403, "{name}: login_hint of another");
        assert_eq!(noe.get(&to).await.status, 403, "{name}: an address of another");
        let mut nobody = evening.nobody();
        nobody.get(&to).await;
        assert!(
            nobody.status == 303 && nobody.location.as_deref().unwrap().starts_with("/entrer"),
            "{name}: {nobody:?}"
        );
        for (field, bent) in [("lti_message_hint", "x"), ("prompt", "login"), ("response_mode", "query")] {
            assert_eq!(ines.get(&with(&to, field, bent)).await.status, 403, "{name}: {field}");
        }
        // Another school's, and who stands above, open nothing.
        for stranger in [town.other.pupils[0], town.other.teachers[0], town.pilot, town.guardian] {
            assert_eq!(
                evening.of(stranger).get(&format!("/cours/{}/ouverture", town.link)).await.status,
                404,
                "{name}"
            );
        }
    }
}

#[tokio::test]
async fn a_score_counts_for_who_is_in_the_group_and_by_the_tool_of_the_activity() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let user = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let elsewhere = launched(&evening, town.pupils[0], (town.open, town.named)).await.user.unwrap().id;
        let own = token(&evening, town.tool, &[scope::SCORE]).await;
        let others = token(&evening, town.open, &[scope::SCORE]).await;
        let of = |who: &str| score(who, 15.0, 1);
        assert_eq!(scored(&evening, town.link, &own, &of("personne")).await, 404, "{name}: nobody");
        assert_eq!(
            scored(&evening, town.link, &own, &of(&town.pupils[0].to_string())).await,
            404,
            "{name}: the house's own id"
        );
        assert_eq!(scored(&evening, town.link, &own, &of(&elsewhere)).await, 404, "{name}: as another tool knows them");
        assert_eq!(scored(&evening, town.link, &others, &of(&user)).await, 404, "{name}: by another tool");
        assert_eq!(scored(&evening, town.named, &own, &of(&elsewhere)).await, 404, "{name}: of another tool");
        assert_eq!(scored(&evening, town.link, "x", &of(&user)).await, 401, "{name}: without a token");
        let teacher = launched(&evening, town.teachers[0], (town.tool, town.link)).await.user.unwrap().id;
        assert_eq!(scored(&evening, town.link, &own, &of(&teacher)).await, 404, "{name}: who is not of the group");
        // Whoever has left the class is of it no more.
        let (pupil, class) = (town.pupils[0], town.class);
        evening
            .write(move |tx, _| {
                let sql = "UPDATE membership SET until = ?3 WHERE person_id = ?1 AND unit_id = ?2";
                tx.execute(sql, &db::params![pupil, class, NOW.plus_days(-1)])
            })
            .await;
        assert_eq!(scored(&evening, town.link, &own, &of(&user)).await, 404, "{name}: who has left");
    }
}

#[tokio::test]
async fn what_was_said_later_is_not_undone() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let user = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let given = token(&evening, town.tool, &[scope::SCORE]).await;
        for (mark, seconds, status) in
            [(12.0, 10, 204), (5.0, 9, 409), (5.0, 10, 409), (14.0, 11, 204), (5.0, 400, 400)]
        {
            let answered = scored(&evening, town.link, &given, &score(&user, mark, seconds)).await;
            assert_eq!(answered, status, "{name}: {mark} at {seconds}");
        }
        let (link, pupil) = (town.link, town.pupils[0]);
        let kept = evening.write(move |tx, _| store::result::of(tx, link, pupil)).await.unwrap();
        assert_eq!(kept.shown(20).as_deref(), Some("14"), "{name}");
        let mut server = evening.nobody();
        let bearer = format!("Bearer {given}");
        let path = format!("/cours/{link}/colonne/scores");
        for (media, body, status) in [
            (Score::TYPE, "[]".to_owned(), 400),
            (Score::TYPE, "{".to_owned(), 400),
            ("text/plain", "x".to_owned(), 415),
        ] {
            let headers = [("authorization", bearer.as_str()), ("content-type", media)];
            server.body(&path, &headers, body.into_bytes()).await;
            assert_eq!(server.status, status, "{name}: {media}");
        }
        let headers = [("authorization", bearer.as_str()), ("content-type", Score::TYPE)];
        server.body(&path, &headers, vec![b' '; 600 * 1024]).await;
        assert_eq!(server.status, 400, "{name}: too large");
    }
}

#[tokio::test]
async fn a_token_opens_what_it_was_given_for_and_for_a_while() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let given = token(&evening, town.tool, &[scope::SCORE]).await;
        let page = format!("/cours/{}", town.link);
        for (path, status) in [("/colonne", 403), ("/colonnes", 403), ("/colonne/results", 403), ("/membres", 403)] {
            assert_eq!(read(&evening, &format!("{page}{path}"), &given).await.0, status, "{name}: {path}");
        }
        let reading = token(&evening, town.tool, &[scope::LINE_ITEM_READ]).await;
        assert_eq!(read(&evening, &format!("{page}/colonne"), &reading).await.0, 200, "{name}");
        let other = format!("/cours/{}/colonne", town.named);
        assert_eq!(read(&evening, &other, &reading).await.0, 404, "{name}: of another tool");
        // A column of its own is made by no tool.
        let mut server = evening.nobody();
        let bearer = format!("Bearer {reading}");
        let headers = [("authorization", bearer.as_str()), ("content-type", lti::LineItem::TYPE)];
        let body = json!({"label": "À moi", "scoreMaximum": 10}).to_string().into_bytes();
        assert_eq!(server.body(&format!("{page}/colonnes"), &headers, body).await.status, 403, "{name}");
        evening.later(60);
        assert_eq!(read(&evening, &format!("{page}/colonne"), &reading).await.0, 401, "{name}: past its hour");
        assert_eq!(token(&evening, town.tool, &[scope::LINE_ITEM]).await, "invalid_client", "{name}: its hour is over");
    }
}

/// What is answered to this statement of who a tool is.
async fn stated(evening: &Evening, assertion: &str, scopes: &str) -> (u16, Value) {
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    let body = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("client_assertion_type", kind)
        .append_pair("client_assertion", assertion)
        .append_pair("scope", scopes)
        .finish();
    let mut server = evening.nobody();
    server.body("/cours/jeton", &[("content-type", "application/x-www-form-urlencoded")], body.into_bytes()).await;
    (server.status, serde_json::from_slice(&server.bytes).unwrap())
}

#[tokio::test]
async fn a_statement_is_good_once_and_by_the_tools_own_key() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (client, audience) = (town.tool.to_string(), format!("{HOUSE}/cours/jeton"));
        let good = KEYS[0].assertion(&client, &audience, "j1", now()).unwrap();
        let (status, answer) = stated(&evening, &good, scope::SCORE).await;
        assert_eq!((status, answer["token_type"].as_str()), (200, Some("Bearer")), "{name}: {answer}");
        assert_eq!(stated(&evening, &good, scope::SCORE).await.0, 400, "{name}: jti replayed");
        let (status, answer) =
            stated(&evening, &KEYS[0].assertion(&client, &audience, "j2", now()).unwrap(), scope::LINE_ITEM).await;
        assert_eq!((status, answer["error"].as_str()), (400, Some("invalid_scope")), "{name}");
        let encoded = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let claims =
            json!({"iss": client, "sub": client, "aud": audience, "jti": "j3", "iat": now(), "exp": now() + 60});
        let unsigned = format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(&claims));
        // By HMAC with the public key, as if it were a shared secret.
        let public = KeySet::published(&[&KEYS[0]]).to_string();
        let message = format!("{}.{}", encoded(&json!({"alg": "HS256", "kid": KEYS[0].id()})), encoded(&claims));
        let mac = aws_lc_rs::hmac::sign(
            &aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, public.as_bytes()),
            message.as_bytes(),
        );
        let by_hmac = format!("{message}.{}", BASE64URL_NOPAD.encode(mac.as_ref()));
        // The stranger's signature under the tool's key name.
        let strangers = KEYS[1].sign(&claims).unwrap();
        let rest = strangers.split_once('.').unwrap().1;
        let forged = format!("{}.{rest}", encoded(&json!({"alg": "RS256", "kid": KEYS[0].id()})));
        let sign = |claims: &Value| KEYS[0].sign(claims).unwrap();
        let bent = |field: &str, value: Value| {
            let mut claims = claims.clone();
            claims[field] = value;
            sign(&claims)
        };
        let tried = [
            ("alg none", unsigned),
            ("HMAC", by_hmac),
            ("forged kid", forged),
            ("a stranger's key", strangers.clone()),
            ("another audience", bent("aud", json!("https://autre.invalid"))),
            ("another subject", bent("sub", json!(town.open.to_string()))),
            ("another client", bent("iss", json!(town.open.to_string()))),
            ("past", bent("exp", json!(now() - 60))),
            ("for too long", bent("exp", json!(now() + 86_400))),
            (
                "nobody",
                sign(&json!({"iss": "x", "sub": "x", "aud": audience, "jti": "j", "iat": now(), "exp": now() + 60})),
            ),
            ("no token", "x".to_owned()),
        ];
        for (what, assertion) in tried {
            let (status, answer) = stated(&evening, &assertion, scope::SCORE).await;
            assert_eq!(status, 400, "{name}: {what}: {answer}");
            assert!(answer.get("access_token").is_none(), "{name}: {what}");
        }
    }
}

#[tokio::test]
async fn a_closed_tool_is_told_nothing_and_asks_for_nothing() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let given = token(&evening, town.tool, &[scope::LINE_ITEM_READ]).await;
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        let mut admin = evening.of(town.admin);
        admin.get(&format!("/cours/outils/{}", town.tool)).await;
        admin.post(&format!("/cours/outils/{}/fin", town.tool), &[]).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        assert_eq!(browser.get(&to).await.status, 404, "{name}");
        assert_eq!(browser.get(&format!("/cours/{}/ouverture", town.link)).await.status, 404, "{name}");
        assert_eq!(read(&evening, &format!("/cours/{}/colonne", town.link), &given).await.0, 401, "{name}");
        assert_eq!(token(&evening, town.tool, &[scope::SCORE]).await, "invalid_client", "{name}");
    }
}
