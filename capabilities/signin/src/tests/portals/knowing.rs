//! Who somebody is: by a key of a feed or by hand, and never by a name.
use super::{NOW, gates, sound};
use access::Role;
use serde_json::json;

#[tokio::test]
async fn a_portal_opens_for_its_own_school_alone() {
    for gate in gates().await {
        let mut browser = gate.world.browser();
        gate.fake.says("P2");
        gate.back(&mut browser, "ent", "").await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        assert!(browser.text.contains("n’est pas celle de ton école"), "{}: {browser:?}", gate.world.name);
        gate.is_out(&mut browser).await;
        // The académie's own door opens for them.
        let mut browser = gate.come("guichet", "P2").await;
        gate.is_in(&mut browser, "Rose").await;
    }
}

#[tokio::test]
async fn who_is_unknown_is_told_so_and_seen_by_their_referent() {
    for gate in gates().await {
        let mut browser = gate.world.browser();
        gate.fake.says("X9");
        gate.back(&mut browser, "ent", "").await;
        sound(browser.follow().await);
        let text = browser.text.clone();
        assert!(browser.status == 403 && text.contains("ne te connaît pas") && text.contains("Luc Tellier"), "{text}");
        let code = text.split("<strong>").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
        // However often they come, they have one code.
        browser.get("/portail/arrivee").await;
        assert!(browser.text.contains(&code), "{browser:?}");
        let people = &gate.world.people;
        for (person, sees) in [(people.referent, true), (people.other_referent, false)] {
            let mut referent = gate.world.signed_in(person).await;
            sound(referent.get("/portails/inconnus").await);
            assert_eq!(referent.text.contains(&code), sees, "{}: {referent:?}", gate.world.name);
        }
        gate.is_out(&mut browser).await;
    }
}

#[tokio::test]
async fn a_day_of_birth_that_differs_is_somebody_elses() {
    for gate in gates().await {
        for (born, is_in) in [("2014-05-31", true), ("31/05/2014", true), ("2014-05-30", false)] {
            let mut browser = gate.world.browser();
            gate.fake.says("P1");
            gate.fake.bends(json!({"naissance": born}));
            gate.back(&mut browser, "guichet", "").await;
            browser.follow().await;
            assert_eq!(browser.status == 200, is_in, "{born}: {browser:?}");
            assert_eq!(browser.text.contains("date de naissance"), !is_in, "{born}");
        }
    }
}

#[tokio::test]
async fn a_card_in_hand_ties_who_comes_after_the_portal_and_no_session_of_before() {
    for gate in gates().await {
        let card = gate.world.card(gate.world.people.sami, Some("4071")).await;
        // The sister's session is open on the family's computer when the brother comes by the portal.
        let mut browser = gate.world.browser();
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071"), ("device", "shared")]).await;
        gate.world.minutes(1);
        gate.fake.says("X9");
        gate.back(&mut browser, "ent", "").await;
        browser.follow().await;
        browser.get("/portail/lien").await;
        assert_eq!(browser.location.as_deref(), Some("/"), "{}: {browser:?}", gate.world.name);
        assert_eq!(browser.post("/portail/lien", &[("oui", "1")]).await.location.as_deref(), Some("/"));
        // With the card shown after, it is they.
        gate.world.minutes(2);
        let fields = [("pin", "4071"), ("device", "own"), ("vers", "/portail/lien")];
        browser.post(&format!("/c/{}", card.token), &fields).await;
        sound(browser.get("/portail/lien").await);
        assert!(browser.text.contains("Sami"), "{}: {browser:?}", gate.world.name);
        browser.post("/portail/lien", &[("oui", "1")]).await;
        assert_eq!(browser.status, 303);
        let mut other = gate.come("ent", "X9").await;
        gate.is_in(&mut other, "Sami").await;
        let trail = gate.world.trail(gate.world.people.sami).await;
        assert!(trail.iter().any(|(deed, ..)| deed == "portal-tied"), "{trail:?}");
        // The school undoes it, and whoever came by it is out.
        let mut referent = gate.world.signed_in(gate.world.people.referent).await;
        let path = format!("/acces/{}", gate.world.people.sami);
        sound(referent.get(&path).await);
        let id =
            referent.text.split("name=\"lien\" value=\"").nth(1).and_then(|rest| rest.get(..32)).unwrap().to_owned();
        referent.post(&format!("{path}/lien/fin"), &[("lien", &id)]).await;
        assert_eq!(referent.status, 303, "{referent:?}");
        gate.is_out(&mut other).await;
        let mut again = gate.world.browser();
        gate.back(&mut again, "ent", "").await;
        assert!(again.follow().await.text.contains("ne te connaît pas"), "{again:?}");
    }
}

#[tokio::test]
async fn the_feed_says_whose_a_name_is_by_now() {
    for gate in gates().await {
        let mut browser = gate.come("guichet", "P1").await;
        gate.is_in(&mut browser, "Inès").await;
        // The portal has given the name to somebody else, whose key it says.
        let mut other = gate.world.browser();
        gate.fake.says("P2");
        gate.fake.bends(json!({"sub": "u-P1"}));
        gate.back(&mut other, "guichet", "").await;
        other.follow().await;
        other.post("/portail/arrivee", &[("device", "school")]).await;
        gate.is_in(&mut other, "Rose").await;
        gate.is_out(&mut browser).await;
    }
}

#[tokio::test]
async fn who_has_left_or_is_shut_out_does_not_come_by_a_portal() {
    for gate in gates().await {
        gate.world.leaves(gate.world.people.ines, 1).await;
        let mut browser = gate.world.browser();
        gate.fake.says("P1");
        gate.back(&mut browser, "ent", "").await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        assert_eq!(browser.status, 403, "{}: {browser:?}", gate.world.name);
        gate.is_out(&mut browser).await;
        // A portal that is closed lets nobody in, and whoever had come by it is out.
        let mut browser = gate.come("guichet", "G1").await;
        gate.is_in(&mut browser, "Samira").await;
        let closed = gate.world.house.db.write(move |tx| {
            let portal = crate::store::portal::by_key(tx, "guichet")?.unwrap();
            crate::store::portal::close(tx, portal.id, NOW)
        });
        closed.await.unwrap();
        gate.is_out(&mut browser).await;
        assert_eq!(browser.get("/portail/guichet").await.status, 404);
    }
}

#[tokio::test]
async fn what_one_is_as_staff_waits_where_the_portal_is_for_families() {
    for gate in gates().await {
        let mut browser = gate.come("ent", "T1").await;
        gate.is_in(&mut browser, "Claire").await;
        gate.set("ent", |portal| portal.staff = false).await;
        let mut browser = gate.come("ent", "T1").await;
        assert!(browser.text.contains("Entrez avec votre mot de passe"), "{}: {browser:?}", gate.world.name);
        gate.is_out(&mut browser).await;
        // And so does what is above the school whose portal it is.
        let (claire, academie) = (gate.world.people.claire, gate.world.people.academie);
        gate.set("ent", |portal| portal.staff = true).await;
        gate.world.grant(claire, Role::Admin, academie).await;
        let mut browser = gate.come("ent", "T1").await;
        assert!(browser.get("/portails").await.status != 200, "{}: {browser:?}", gate.world.name);
    }
}

#[tokio::test]
async fn a_second_step_is_asked_after_a_portal_as_after_a_password() {
    for gate in gates().await {
        let (claire, secret) = (gate.world.people.claire, gate.world.house.secret.clone());
        let enrolled = gate
            .world
            .house
            .db
            .write(move |tx| crate::demo::second_step(tx, &secret, &kernel::SystemChance, claire, NOW));
        enrolled.await.unwrap();
        let mut browser = gate.come("ent", "T1").await;
        assert!(browser.location.as_deref().is_some_and(|to| to.starts_with("/entrer/adulte/code")), "{browser:?}");
        gate.is_out(&mut browser).await;
    }
}
