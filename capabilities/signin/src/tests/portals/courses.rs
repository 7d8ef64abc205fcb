//! Who comes from a course of a platform: who they are, where they arrive, what a teacher reads there and sends back; and what is tried.
use super::{Gate, fake, gates, moodle::Moodle, sound};
use data_encoding::BASE64URL_NOPAD;
use lti::KeySet;
use serde_json::{Value, json};
use web::testing::Browser;

/// The class of the house, tied to the course by its teacher.
async fn tied(gate: &Gate, moodle: &Moodle) -> Browser {
    let mut teacher = moodle.come(gate, "T1").await;
    assert_eq!(teacher.location.as_deref(), Some("/lancement"), "{teacher:?}");
    teacher.follow().await;
    assert_eq!(teacher.location.as_deref(), Some("/lancement/cours"), "{teacher:?}");
    sound(teacher.follow().await);
    let class = gate.world.people.class.to_string();
    // It is called « Maths 5e B »: the class is proposed.
    assert!(teacher.text.contains(&format!("value=\"{class}\" selected")), "{teacher:?}");
    teacher.post("/lancement/cours", &[("groupe", &gate.world.people.other_class.to_string())]).await;
    sound(&teacher);
    assert_eq!(teacher.status, 422, "{teacher:?}");
    teacher.post("/lancement/cours", &[("groupe", &class)]).await;
    assert_eq!(teacher.location.as_deref(), Some("/lancement/cours"), "{teacher:?}");
    // From now on it leads there.
    assert_eq!(teacher.get("/lancement").await.location.as_deref(), Some("/lancement/cours"));
    sound(teacher.follow().await);
    assert!(teacher.text.contains(&format!("href=\"/groupes/{class}\"")), "{teacher:?}");
    teacher
}

#[tokio::test]
async fn who_comes_from_a_course_is_in_and_arrives_in_its_class() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        // Nobody has said yet which class it is.
        let mut early = moodle.come(&gate, "P1").await;
        gate.is_in(&mut early, "Inès").await;
        assert_eq!(early.get("/lancement").await.location.as_deref(), Some("/"), "{name}");
        tied(&gate, &moodle).await;
        let mut pupil = moodle.come(&gate, "P1").await;
        pupil.follow().await;
        let group = format!("/groupes/{}", gate.world.people.class);
        assert_eq!(pupil.location.as_deref(), Some(&*group), "{name}: {pupil:?}");
        // What the platform says they are opens nothing: it says Administrator of everybody.
        for path in ["/portails", "/lancement/cours"] {
            assert_eq!(pupil.get(path).await.status, 404, "{name}: {path}");
        }
        // Another school's pupil of the same course sees nothing of the class.
        let mut other = moodle.come(&gate, "P2").await;
        assert_eq!(other.follow().await.location.as_deref(), Some("/"), "{name}");
        // It is known again by what was tied, whatever the feed says later.
        assert_eq!(gate.sessions(gate.world.people.ines).await, 2, "{name}");
    }
}

#[tokio::test]
async fn a_deep_link_of_this_house_is_followed_and_no_other() {
    for gate in gates().await {
        let moodle = Moodle::beside(&gate).await;
        for (target, arrives) in [
            ("http://127.0.0.1/compte", "/compte"),
            ("http://127.0.0.1/", "/lancement"),
            ("https://attaque.invalid/", "/lancement"),
            ("http://127.0.0.1//attaque.invalid/", "/lancement"),
            ("http://127.0.0.1.attaque.invalid/", "/lancement"),
        ] {
            let mut browser = gate.world.browser();
            let begin = web::address(
                "/portail/moodle/lti",
                &[("iss", &moodle.url), ("login_hint", "h"), ("target_link_uri", target)],
            );
            browser.get(&begin).await;
            let to = outgoing::Url::parse(browser.location.as_deref().unwrap()).unwrap();
            let of = |name: &str| to.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
            let token = moodle.key.sign(&moodle.claims("P1", &of("nonce"), &json!({}))).unwrap();
            Moodle::posted(&mut browser, &of("state"), &token).await;
            browser.follow().await;
            browser.post("/portail/arrivee", &[("device", "school")]).await;
            assert_eq!(browser.location.as_deref(), Some(arrives), "{}: {target}", gate.world.name);
        }
    }
}

#[tokio::test]
async fn a_launch_that_is_bent_opens_nothing() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        let now = super::NOW.0 / 1_000;
        let bent = [
            ("another audience", json!({"aud": "autre"})),
            ("another issuer", json!({"iss": "https://autre.invalid"})),
            ("another deployment", json!({"deployment_id": "3"})),
            ("another nonce", json!({"nonce": "autre"})),
            ("past", json!({"exp": now - 60})),
            ("from the future", json!({"iat": now + 600, "exp": now + 900})),
            ("another version", json!({"version": "1.1"})),
            ("another message", json!({"message_type": "LtiDeepLinkingRequest"})),
            ("nobody", json!({"sub": ""})),
        ];
        for (what, bent) in bent {
            let mut browser = gate.world.browser();
            let (state, nonce) = moodle.begun(&mut browser).await;
            let token = moodle.key.sign(&moodle.claims("P1", &nonce, &bent)).unwrap();
            Moodle::posted(&mut browser, &state, &token).await;
            assert_eq!(browser.status, 403, "{name}: {what}: {browser:?}");
            browser.get("/portail/arrivee").await;
            gate.is_out(&mut browser).await;
        }
    }
}

#[tokio::test]
async fn a_launch_that_its_key_did_not_sign_opens_nothing() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        let encoded = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        for what in ["none", "HS256", "forged kid", "stranger"] {
            let mut browser = gate.world.browser();
            let (state, nonce) = moodle.begun(&mut browser).await;
            let claims = moodle.claims("P1", &nonce, &json!({}));
            let stranger = fake::key().sign(&claims).unwrap();
            let rest = stranger.split_once('.').unwrap().1.to_owned();
            let token = match what {
                "none" => format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(&claims)),
                "HS256" => {
                    let public = KeySet::published(&[&*moodle.key]).to_string();
                    let message =
                        format!("{}.{}", encoded(&json!({"alg": "HS256", "kid": moodle.key.id()})), encoded(&claims));
                    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, public.as_bytes());
                    let mac = aws_lc_rs::hmac::sign(&key, message.as_bytes());
                    format!("{message}.{}", BASE64URL_NOPAD.encode(mac.as_ref()))
                }
                "forged kid" => format!("{}.{rest}", encoded(&json!({"alg": "RS256", "kid": moodle.key.id()}))),
                _ => stranger,
            };
            Moodle::posted(&mut browser, &state, &token).await;
            assert_eq!(browser.status, 403, "{name}: {what}: {browser:?}");
            gate.is_out(&mut browser).await;
        }
    }
}

#[tokio::test]
async fn a_launch_opens_once_and_on_the_browser_that_began() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        let mut browser = gate.world.browser();
        let (state, nonce) = moodle.begun(&mut browser).await;
        let token = moodle.key.sign(&moodle.claims("P1", &nonce, &json!({}))).unwrap();
        Moodle::posted(&mut browser, &state, &token).await;
        let there = browser.location.clone().unwrap();
        // Put into another browser, it is nobody's.
        let mut other = gate.world.browser();
        other.get(&there).await;
        assert_eq!(other.location.as_deref(), Some("/entrer"), "{name}: {other:?}");
        browser.get(&there).await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        gate.is_in(&mut browser, "Inès").await;
        // Replayed, with its state and with that of a launch begun since.
        let mut again = gate.world.browser();
        let (fresh, _) = moodle.begun(&mut again).await;
        for state in [&state, &fresh] {
            Moodle::posted(&mut again, state, &token).await;
            assert_eq!(again.status, 403, "{name}: {again:?}");
            again.get("/portail/arrivee").await;
            gate.is_out(&mut again).await;
        }
        // Begun by another platform, or for another tool.
        for (field, bad) in [("iss", "https://autre.invalid"), ("client_id", "autre"), ("login_hint", "")] {
            let good =
                [("iss", moodle.url.as_str()), ("login_hint", "h"), ("target_link_uri", "t"), ("client_id", "preau")];
            let with = good.map(|(known, kept)| if known == field { (known, bad) } else { (known, kept) });
            again.get(&web::address("/portail/moodle/lti", &with)).await;
            assert_eq!(again.status, 403, "{name}: {field}: {again:?}");
        }
        assert_eq!(again.get("/portail/ent/lti").await.status, 404, "{name}: no platform");
        assert_eq!(
            again.get("/portail/moodle").await.status,
            404,
            "{name}: one comes from there, and does not leave for it"
        );
    }
}

#[tokio::test]
async fn in_a_frame_it_says_so_and_opens_beside() {
    for gate in gates().await {
        let moodle = Moodle::beside(&gate).await;
        let mut browser = gate.world.browser();
        let request = axum::http::Request::get(moodle.begin()).header("sec-fetch-dest", "iframe");
        browser.request(request).await;
        sound(&browser);
        assert!(browser.status == 200 && browser.text.contains("Ouvrir dans un nouvel onglet"), "{browser:?}");
        let policy = browser.header("content-security-policy").unwrap();
        assert!(policy.contains(&format!("frame-ancestors {}", moodle.url)), "{}: {policy}", gate.world.name);
        assert!(browser.cookie("passage").is_none(), "nothing has begun");
        let to =
            browser.text.split("target=\"_blank\"").next().and_then(|before| before.rsplit("href=\"").next()).unwrap();
        let to = to.split('"').next().unwrap().replace("&#38;", "&");
        browser.get(&to).await;
        assert_eq!(browser.status, 303, "{}: {browser:?}", gate.world.name);
    }
}

#[tokio::test]
async fn a_teacher_reads_who_is_in_the_course_and_sends_a_mark_back() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        let learner = ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"];
        moodle.holds(vec![
            json!({"user_id": "u-P1", "name": "Inès N.", "roles": learner}),
            json!({"user_id": "u-X", "name": "Tom Inconnu", "roles": learner}),
            json!({"user_id": "u-T1", "name": "C. Auvray", "roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"]}),
            json!({"user_id": "u-Z", "name": "Parti", "status": "Deleted", "roles": learner}),
            json!({"user_id": "u-P2", "name": "Rose D.", "roles": learner}),
        ]);
        moodle.come(&gate, "P1").await;
        moodle.come(&gate, "P2").await;
        let mut teacher = tied(&gate, &moodle).await;
        sound(teacher.get("/lancement/cours").await);
        sound(teacher.post("/lancement/cours/liste", &[]).await);
        assert!(
            teacher.status == 200 && teacher.text.contains("4 personnes dans le cours, 1 dans 5e B"),
            "{name}: {teacher:?}"
        );
        assert!(teacher.text.contains("Inès Nouvel") && teacher.text.contains("Tom Inconnu"), "{name}: {teacher:?}");
        assert!(
            !teacher.text.contains("Parti") && !teacher.text.contains("Rose Delamare"),
            "{name}: of another school: {teacher:?}"
        );
        let word = teacher.text.split("name=\"qui\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for bad in [("x", "15"), (word.as_str(), "21"), (word.as_str(), "quinze"), (word.as_str(), "")] {
            teacher.post("/lancement/cours/note", &[("qui", bad.0), ("note", bad.1)]).await;
            sound(&teacher);
            assert_eq!(teacher.status, 422, "{name}: {bad:?}: {teacher:?}");
        }
        // The platform is away for a while: the mark waits, goes once, and once only.
        moodle.answers(503);
        teacher.post("/lancement/cours/note", &[("qui", &word), ("note", "12,5")]).await;
        assert_eq!(teacher.location.as_deref(), Some("/lancement/cours"), "{name}: {teacher:?}");
        let send = || crate::portal::send_once(&gate.world.house);
        assert_eq!(send().await.unwrap(), 1, "{name}");
        assert!(teacher.get("/lancement/cours").await.text.contains("12,5 sur 20"), "{name}: {teacher:?}");
        assert!(teacher.text.contains("en chemin") && moodle.scores().is_empty(), "{name}: {teacher:?}");
        assert_eq!(send().await.unwrap(), 0, "{name}: not at once");
        moodle.answers(204);
        gate.world.minutes(2);
        assert_eq!((send().await.unwrap(), send().await.unwrap()), (1, 0), "{name}");
        let scores = moodle.scores();
        assert_eq!(scores.len(), 1, "{name}: {scores:?}");
        assert_eq!(
            (&scores[0]["userId"], &scores[0]["scoreGiven"], &scores[0]["scoreMaximum"]),
            (&json!("u-P1"), &json!(12.5), &json!(20.0))
        );
        assert!(teacher.get("/lancement/cours").await.text.contains("arrivée"), "{name}: {teacher:?}");
        // Who does not teach there has none of it; nor has who came in another way.
        for (who, status) in [("P1", 404), ("P2", 404)] {
            let mut pupil = moodle.come(&gate, who).await;
            assert_eq!(
                pupil.post("/lancement/cours/note", &[("qui", &word), ("note", "20")]).await.status,
                status,
                "{name}"
            );
            assert_eq!(pupil.post("/lancement/cours/liste", &[]).await.status, status, "{name}");
        }
        let mut head = gate.world.signed_in(gate.world.people.head).await;
        head.get("/compte").await;
        assert_eq!(head.post("/lancement/cours/note", &[("qui", &word), ("note", "20")]).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn what_opens_a_platforms_services_is_shown_to_no_other_server() {
    for gate in gates().await {
        let moodle = Moodle::beside(&gate).await;
        tied(&gate, &moodle).await;
        let elsewhere = json!({
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": "http://127.0.0.1:9/members"},
        });
        let mut browser = gate.world.browser();
        let (state, nonce) = moodle.begun(&mut browser).await;
        let token = moodle.key.sign(&moodle.claims("T1", &nonce, &elsewhere)).unwrap();
        Moodle::posted(&mut browser, &state, &token).await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        browser.get("/lancement/cours").await;
        assert!(browser.status == 200 && !browser.text.contains("Lire la liste"), "{}: {browser:?}", gate.world.name);
    }
}

#[tokio::test]
async fn a_mark_that_a_platform_does_not_want_is_said_to_be_lost() {
    for gate in gates().await {
        let moodle = Moodle::beside(&gate).await;
        moodle.holds(vec![json!({"user_id": "u-P1", "name": "Inès N.", "roles": []})]);
        let mut teacher = tied(&gate, &moodle).await;
        teacher.post("/lancement/cours/liste", &[]).await;
        let word = teacher.text.split("name=\"qui\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        moodle.answers(404);
        teacher.post("/lancement/cours/note", &[("qui", &word), ("note", "15")]).await;
        crate::portal::send_once(&gate.world.house).await.unwrap();
        teacher.get("/lancement/cours").await;
        assert!(teacher.text.contains("ne l’a pas prise"), "{}: {teacher:?}", gate.world.name);
    }
}

#[tokio::test]
async fn an_administrator_sets_a_platform_up() {
    for gate in gates().await {
        let name = gate.world.name;
        let moodle = Moodle::beside(&gate).await;
        let mut admin = gate.world.administering(gate.world.people.admin).await;
        admin.get("/portails").await;
        admin.post("/portails", &[("nom", "Éléa"), ("cle", "elea"), ("pour", "0140041U"), ("genre", "lti")]).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        let sheet = admin.location.clone().unwrap();
        sound(admin.follow().await);
        for address in ["/portail/elea/lti", "/portail/elea/reponse", "/portail/elea/metadonnees"] {
            assert!(admin.text.contains(address), "{name}: {address}: {admin:?}");
        }
        let at = |path: &str| format!("{}/{path}", moodle.url);
        let (auth, token, keys) = (at("auth"), at("token"), at("keys"));
        let fields = [
            ("nom", "Éléa"),
            ("pour", "0140041U"),
            ("adresse", moodle.url.as_str()),
            ("client", "preau"),
            ("deploiements", "1"),
            ("authentification", auth.as_str()),
            ("jetons", token.as_str()),
            ("cles-adresse", keys.as_str()),
        ];
        for (field, bad) in [("jetons", "http://169.254.169.254/"), ("cles-adresse", "")] {
            let with = fields.map(|(known, kept)| if known == field { (known, bad) } else { (known, kept) });
            sound(admin.post(&sheet, &with).await);
            assert_eq!(admin.status, 422, "{name}: {field}: {admin:?}");
        }
        admin.post(&sheet, &fields).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        sound(admin.get(&sheet).await);
        admin.post(&format!("{sheet}/lecture"), &[]).await;
        admin.get(&sheet).await;
        assert!(admin.text.contains("Il a répondu"), "{name}: {admin:?}");
        // Our key is there for the platform to read.
        let mut anybody = gate.world.browser();
        anybody.get("/portail/elea/metadonnees").await;
        assert_eq!(KeySet::read(&anybody.bytes, 0).map(|keys| keys.len()).ok(), Some(1), "{name}: {anybody:?}");
        assert_eq!(anybody.get("/portail/elea/lti?iss=x").await.status, 404, "{name}: not open yet");
    }
}
