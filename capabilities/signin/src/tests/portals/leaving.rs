//! Out on one side is out on both.
use super::gates;
use serde_json::json;

#[tokio::test]
async fn who_leaves_here_is_led_out_of_the_portal_too() {
    for gate in gates().await {
        for (key, there) in [("ent", "/cas/logout?service="), ("guichet", "/end?")] {
            let mut browser = gate.come(key, "P1").await;
            browser.get("/compte").await;
            browser.post("/sortir", &[]).await;
            let to = browser.location.clone().unwrap();
            assert_eq!(to, format!("/entrer/sortie?porte={key}"), "{browser:?}");
            browser.get(&to).await;
            let led = browser.header("refresh").unwrap_or_default().to_owned();
            assert!(led.contains(&gate.fake.url) && led.contains(there), "{}: {led}", gate.world.name);
            gate.is_out(&mut browser).await;
            // The page is asked again by the portal, once it is left: it leads nowhere any more.
            browser.get(&to).await;
            assert_eq!((browser.status, browser.header("refresh")), (200, None));
        }
    }
}

#[tokio::test]
async fn who_leaves_the_portal_is_out_here_once_it_says_so() {
    for gate in gates().await {
        let mut browser = gate.come("guichet", "P1").await;
        let word = gate.fake.logout(&json!({}));
        let mut server = gate.world.browser();
        server.post("/portail/guichet/fin", &[("logout_token", &word)]).await;
        assert_eq!(server.status, 200, "{server:?}");
        gate.is_out(&mut browser).await;
        // The same word again ends nothing that was opened since.
        let mut browser = gate.come("guichet", "P1").await;
        assert_eq!(server.post("/portail/guichet/fin", &[("logout_token", &word)]).await.status, 400);
        gate.is_in(&mut browser, "Inès").await;
    }
}

#[tokio::test]
async fn a_portal_that_ends_all_of_a_persons_sessions_calls_them_by_its_own_name() {
    for gate in gates().await {
        for known_by in ["", "jointure"] {
            gate.set("guichet", move |portal| portal.settings.subject = known_by.to_owned()).await;
            let mut browser = gate.come("guichet", "P1").await;
            gate.is_in(&mut browser, "Inès").await;
            let mut server = gate.world.browser();
            for (name, out) in [("u-P2", false), ("u-P1", true)] {
                let word = gate.fake.logout(&json!({"sid": null, "sub": name, "jti": format!("{known_by} {name}")}));
                server.post("/portail/guichet/fin", &[("logout_token", &word)]).await;
                assert_eq!(server.status, 200, "{server:?}");
                if !out {
                    gate.is_in(&mut browser, "Inès").await;
                }
            }
            gate.is_out(&mut browser).await;
        }
    }
}

#[tokio::test]
async fn a_ticket_says_whose_session_ends_at_either_address() {
    for gate in gates().await {
        for end in ["fin", "retour"] {
            let mut browser = gate.world.browser();
            gate.fake.says("P1");
            let to = gate.there(&mut browser, "ent", "").await;
            let ticket = to.split("ticket=").nth(1).unwrap().to_owned();
            browser.get(&to).await;
            browser.follow().await;
            browser.post("/portail/arrivee", &[("device", "school")]).await;
            gate.is_in(&mut browser, "Inès").await;
            let request = format!(
                "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"a\" Version=\"2.0\">\
                 <samlp:SessionIndex>{ticket}</samlp:SessionIndex></samlp:LogoutRequest>"
            );
            let mut server = gate.world.browser();
            let path = format!("/portail/ent/{end}");
            server.post(&path, &[("logoutRequest", &request)]).await;
            assert_eq!(server.status, 200, "{server:?}");
            gate.is_out(&mut browser).await;
        }
    }
}
