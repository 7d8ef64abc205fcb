//! Who has left, or is blocked, is told so, with the right secret alone.
use super::{NOW, sound, worlds};
use crate::store;
use kernel::PersonId;

#[tokio::test]
async fn a_leaver_is_told_by_their_card_since_when_and_whom_to_ask() {
    for world in worlds().await {
        let (name, ines) = (world.name, world.people.ines);
        let card = world.card(ines, Some("4071")).await;
        world.leaves(ines, 3).await;
        let link = format!("/c/{}", card.token);
        let mut browser = world.browser();
        sound(browser.get(&link).await);
        browser.post(&link, &[("pin", "9999")]).await;
        assert!(browser.status == 422 && !browser.text.contains("fermé"), "{name}: not without the code: {browser:?}");
        browser.post(&link, &[("pin", "4071")]).await;
        let told =
            "Ton compte est fermé depuis le samedi 21 novembre 2026 : demande à Luc Tellier (référent numérique)";
        assert!(browser.status == 422 && browser.text.contains(told), "{name}: {browser:?}");
        browser.get("/entrer").await;
        browser.post("/entrer", &[("code", &card.code), ("pin", "4071")]).await;
        assert!(browser.status == 422 && browser.text.contains(told), "{name}: {browser:?}");
        browser.post("/entrer", &[("code", &card.code), ("pin", "4072")]).await;
        assert!(browser.text.contains("est faux") && !browser.text.contains("fermé"), "{name}: {browser:?}");
        assert_eq!(browser.get("/compte").await.status, 303, "{name}: nobody is in");
    }
}

/// A card that has no PIN yet takes none from who has left.
#[tokio::test]
async fn a_leaver_chooses_no_pin() {
    for world in worlds().await {
        let (name, ines) = (world.name, world.people.ines);
        let card = world.card(ines, None).await;
        let key = world.key(ines).await;
        world.leaves(ines, 1).await;
        let mut browser = world.browser();
        browser.get("/entrer").await;
        browser.post("/entrer", &[("code", &card.code), ("cle", &key)]).await;
        assert!(browser.status == 422 && browser.text.contains("Ton compte est fermé"), "{name}: {browser:?}");
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071"), ("pin2", "4071")]).await;
        assert!(browser.status == 422 && browser.text.contains("Ton compte est fermé"), "{name}: {browser:?}");
        let cards = world.house.db.read(move |tx| store::card::of_people(tx, &[ines])).await.unwrap();
        assert!(!cards[&ines].has_pin, "{name}");
    }
}

#[tokio::test]
async fn a_leaver_is_told_by_their_password() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", "le chat dort au soleil").await;
        world.leaves(claire, 3).await;
        let mut browser = world.browser();
        browser.get("/entrer/adulte").await;
        for (password, said) in [("autre", "est faux"), ("le chat dort au soleil", "Votre compte est fermé depuis le")]
        {
            browser.post("/entrer/adulte", &[("user", "c.auvray"), ("password", password)]).await;
            assert!(browser.status == 422 && browser.text.contains(said), "{name}: {browser:?}");
        }
        assert!(browser.text.contains("Luc Tellier"), "{name}: {browser:?}");
    }
}

#[tokio::test]
async fn a_blocked_card_opens_nothing_and_says_so_to_its_holder() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let card = world.card(people.ines, Some("4071")).await;
        let by: PersonId = people.head;
        let blocked = world
            .house
            .db
            .write(move |tx| store::block::begin(tx, &kernel::SystemChance, (people.ines, by), "Carte prêtée", NOW));
        assert!(blocked.await.unwrap(), "{name}");
        let mut browser = world.browser();
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071")]).await;
        assert!(browser.status == 422 && browser.text.contains("Ton accès est fermé depuis"), "{name}: {browser:?}");
        assert!(!browser.text.contains("prêtée"), "{name}: without the reason");
    }
}

/// Blocked while a session is being opened: it opens nothing either.
#[tokio::test]
async fn a_session_of_who_is_blocked_opens_nothing() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let begun = world.house.db.write(move |tx| {
            store::block::begin(tx, &kernel::SystemChance, (people.claire, people.head), "x", NOW)?;
            store::block::begin(tx, &kernel::SystemChance, (people.claire, people.head), "x", NOW)
        });
        assert!(!begun.await.unwrap(), "{name}: blocked once");
        let mut late = world.signed_in(people.claire).await;
        assert_eq!(late.get("/compte").await.status, 303, "{name}");
    }
}
