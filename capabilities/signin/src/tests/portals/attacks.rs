//! What is tried on a portal's door, and opens nothing.
use super::{Gate, fake, gates, sound};
use serde_json::json;
use web::testing::Browser;

/// Refused with this title, and nobody is in.
async fn refused(gate: &Gate, browser: &mut Browser, title: &str) {
    assert_eq!(browser.status, 403, "{}: {browser:?}", gate.world.name);
    sound(browser);
    assert!(browser.text.contains(title), "{}: {title}: {browser:?}", gate.world.name);
    gate.is_out(browser).await;
}

#[tokio::test]
async fn an_answer_that_this_browser_did_not_ask_for_opens_nothing() {
    for gate in gates().await {
        gate.fake.says("P1");
        // Somebody begins, and puts what they are sent back with into another browser.
        let mut theirs = gate.world.browser();
        let to = gate.there(&mut theirs, "guichet", "").await;
        let mut other = gate.world.browser();
        other.get(&to).await;
        refused(&gate, &mut other, "Ce passage est fini").await;
        // A ticket without a journey, and one with the journey of another browser.
        let to = gate.there(&mut theirs, "ent", "").await;
        let mut fresh = gate.world.browser();
        fresh.get(&to).await;
        refused(&gate, &mut fresh, "Ce passage est fini").await;
    }
}

#[tokio::test]
async fn who_began_has_nothing_of_an_answer_that_another_browser_brings() {
    for gate in gates().await {
        // Somebody begins, and sends somebody else to the portal in their place.
        let mut theirs = gate.world.browser();
        let to = gate.there(&mut theirs, "guichet", "").await;
        gate.fake.says("P1");
        let mut victim = gate.world.browser();
        victim.get(&to).await;
        refused(&gate, &mut victim, "Ce passage est fini").await;
        assert_eq!(theirs.get("/portail/arrivee").await.location.as_deref(), Some("/entrer"));
        theirs.post("/portail/arrivee", &[("device", "own")]).await;
        gate.is_out(&mut theirs).await;
    }
}

#[tokio::test]
async fn what_was_not_confirmed_is_over_with_the_session_and_with_the_next_journey() {
    for gate in gates().await {
        let mut browser = gate.come("guichet", "G1").await;
        gate.fake.says("P1");
        gate.back(&mut browser, "guichet", "").await;
        browser.get("/compte").await;
        browser.post("/sortir", &[]).await;
        assert_eq!(browser.get("/portail/arrivee").await.location.as_deref(), Some("/entrer"));
        gate.back(&mut browser, "guichet", "").await;
        gate.there(&mut browser, "ent", "").await;
        assert_eq!(browser.get("/portail/arrivee").await.location.as_deref(), Some("/entrer"));
    }
}

#[tokio::test]
async fn on_ones_own_device_somebody_else_is_asked_before_they_are_in() {
    for gate in gates().await {
        let mut browser = gate.world.browser();
        gate.fake.says("P1");
        gate.back(&mut browser, "guichet", "").await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "own")]).await;
        gate.is_in(&mut browser, "Inès").await;
        // A page elsewhere sends this browser through the portal as another person.
        gate.fake.says("P2");
        gate.back(&mut browser, "guichet", "").await;
        browser.follow().await;
        assert!(browser.status == 200 && browser.text.contains("Rose"), "{}: {browser:?}", gate.world.name);
        gate.is_in(&mut browser, "Inès").await;
    }
}

#[tokio::test]
async fn what_a_browser_brings_says_nothing_of_the_portal() {
    for gate in gates().await {
        let mut browser = gate.world.browser();
        let to = gate.there(&mut browser, "guichet", "").await;
        browser.get(&to.replace("code=c", "error=temporarily_unavailable")).await;
        assert_eq!(browser.status, 403, "{browser:?}");
        let mut other = gate.world.browser();
        assert!(!other.get("/entrer/porte").await.text.contains("ne répond pas"), "{}: {other:?}", gate.world.name);
        assert_eq!(other.get("/portail/guichet").await.status, 303);
    }
}

#[tokio::test]
async fn a_portal_that_is_not_open_is_asked_for_nothing() {
    for gate in gates().await {
        let closed = gate.world.house.db.write(move |tx| {
            let portal = crate::store::portal::by_key(tx, "guichet")?.unwrap();
            crate::store::portal::close(tx, portal.id, super::NOW)
        });
        closed.await.unwrap();
        let mut browser = gate.world.browser();
        for path in ["/portail/guichet", "/portail/guichet?essai=1", "/portail/guichet/retour?code=c&state=s"] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
        assert_eq!(gate.fake.asked("/.well-known/openid-configuration"), 0, "{}", gate.world.name);
        // A test by who keeps it shows what was said, and opens nothing.
        let mut admin = gate.world.administering(gate.world.people.admin).await;
        gate.fake.says("P1");
        gate.back(&mut admin, "guichet", "?essai=1").await;
        sound(admin.follow().await.follow().await);
        assert!(admin.text.contains("Inès Nouvel"), "{}: {admin:?}", gate.world.name);
        admin.post("/portail/arrivee", &[("device", "work")]).await;
        assert_eq!(gate.sessions(gate.world.people.ines).await, 0, "{}", gate.world.name);
    }
}

#[tokio::test]
async fn an_answer_opens_once() {
    for gate in gates().await {
        for key in ["ent", "guichet"] {
            gate.fake.says("P1");
            let mut browser = gate.world.browser();
            let to = gate.there(&mut browser, key, "").await;
            browser.get(&to).await;
            browser.follow().await;
            browser.post("/portail/arrivee", &[("device", "school")]).await;
            gate.is_in(&mut browser, "Inès").await;
            browser.post("/sortir", &[]).await;
            browser.get(&to).await;
            refused(&gate, &mut browser, "Ce passage est fini").await;
        }
    }
}

#[tokio::test]
async fn eight_answers_at_once_open_one_journey() {
    for gate in gates().await {
        gate.fake.says("P1");
        let mut browser = gate.world.browser();
        let to = gate.there(&mut browser, "guichet", "").await;
        let one = |_| {
            let (mut browser, to) = (browser.clone(), to.clone());
            async move { browser.get(&to).await.location.clone() }
        };
        let led = web::testing::race(8, one).await;
        assert!(led.iter().all(|to| to.as_deref() == Some("/portail/arrivee")), "{}: {led:?}", gate.world.name);
        browser.get("/portail/arrivee").await;
        let one = |_| {
            let mut browser = browser.clone();
            async move { browser.post("/portail/arrivee", &[("device", "school")]).await.status }
        };
        web::testing::race(8, one).await;
        assert_eq!(gate.sessions(gate.world.people.ines).await, 1, "{}", gate.world.name);
    }
}

#[tokio::test]
async fn an_answer_too_late_opens_nothing() {
    for gate in gates().await {
        gate.fake.says("P1");
        let mut browser = gate.world.browser();
        let to = gate.there(&mut browser, "ent", "").await;
        gate.world.minutes(16);
        browser.get(&to).await;
        refused(&gate, &mut browser, "Ce passage est fini").await;
    }
}

#[tokio::test]
async fn an_answer_of_another_portal_is_refused() {
    for gate in gates().await {
        gate.fake.says("P1");
        let mut browser = gate.world.browser();
        let to = gate.there(&mut browser, "guichet", "").await;
        browser.get(&to.replace("/portail/guichet/", "/portail/ent/")).await;
        refused(&gate, &mut browser, "vient d’un autre portail").await;
        let to = gate.there(&mut browser, "guichet", "").await;
        browser.get(&to.replace("&iss=http", "&iss=https")).await;
        refused(&gate, &mut browser, "vient d’un autre portail").await;
    }
}

#[tokio::test]
async fn a_token_that_is_bent_is_refused_by_its_own_name() {
    for gate in gates().await {
        for (bent, title) in [
            (json!({"aud": "un-autre"}), "pour un autre service"),
            (json!({"iss": "https://ailleurs.example"}), "vient d’un autre portail"),
            (json!({"nonce": "un-autre"}), "Ce passage est fini"),
            (json!({"exp": 1}), "Trop tard"),
            (json!({"iat": 9_999_999_999_i64, "exp": 9_999_999_999_i64}), "Les horloges ne sont pas d’accord"),
            (json!({"sub": ""}), "ne se comprend pas"),
        ] {
            let mut browser = gate.world.browser();
            gate.fake.says("P1");
            gate.fake.bends(bent);
            gate.back(&mut browser, "guichet", "").await;
            refused(&gate, &mut browser, title).await;
        }
    }
}

#[tokio::test]
async fn a_key_that_is_not_known_is_asked_for_once_a_minute() {
    for gate in gates().await {
        gate.come("guichet", "P1").await;
        gate.fake.turns_key();
        let mut browser = gate.come("guichet", "P1").await;
        gate.is_in(&mut browser, "Inès").await;
        let before = gate.fake.asked("/keys");
        for _ in 0..3 {
            gate.fake.turns_key();
            let mut browser = gate.world.browser();
            gate.back(&mut browser, "guichet", "").await;
            refused(&gate, &mut browser, "La clé de ce portail a changé").await;
        }
        assert_eq!(gate.fake.asked("/keys"), before, "{}: it was asked a moment ago", gate.world.name);
    }
}

#[tokio::test]
async fn one_is_led_nowhere_but_into_this_house() {
    for gate in gates().await {
        for evil in ["//ailleurs.example", "https://ailleurs.example", "/%5Cailleurs.example", "/%09/ailleurs.example"]
        {
            let mut browser = gate.world.browser();
            gate.fake.says("P1");
            gate.back(&mut browser, "guichet", &format!("?vers={evil}")).await;
            browser.follow().await;
            browser.post("/portail/arrivee", &[("device", "school")]).await;
            assert_eq!(browser.location.as_deref(), Some("/"), "{evil}: {browser:?}");
        }
    }
}

#[tokio::test]
async fn a_session_that_was_open_ends_where_somebody_else_comes() {
    for gate in gates().await {
        let mut browser = gate.come("guichet", "G1").await;
        let before = browser.cookie("preau").unwrap().to_owned();
        gate.fake.says("P1");
        gate.back(&mut browser, "guichet", "").await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        gate.is_in(&mut browser, "Inès").await;
        assert_ne!(browser.cookie("preau").unwrap(), before, "{}: a new one each time", gate.world.name);
        assert_eq!(gate.sessions(gate.world.people.samira).await, 0, "{}", gate.world.name);
    }
}

#[tokio::test]
async fn a_forged_word_of_sign_out_ends_nothing() {
    for gate in gates().await {
        let mut browser = gate.come("guichet", "P1").await;
        let forged = fake::key().sign(&json!({"iss": gate.fake.url, "aud": "preau", "sid": "s1"})).unwrap();
        let none = "eyJhbGciOiJub25lIn0.e30.".to_owned();
        for token in [
            forged,
            none,
            gate.fake.logout(&json!({"nonce": "n"})),
            gate.fake.logout(&json!({"events": {}})),
            gate.fake.logout(&json!({"aud": "un-autre"})),
            gate.fake.logout(&json!({"iat": 1})),
            String::new(),
        ] {
            let mut server = gate.world.browser();
            server.post("/portail/guichet/fin", &[("logout_token", &token)]).await;
            assert_eq!(server.status, 400, "{}: {token}", gate.world.name);
            gate.is_in(&mut browser, "Inès").await;
        }
        let mut server = gate.world.browser();
        for request in ["", "<a/>", "<!DOCTYPE a><a/>"] {
            server.post("/portail/ent/fin", &[("logoutRequest", request)]).await;
            assert_eq!(server.status, 400, "{}: {request}", gate.world.name);
        }
    }
}
