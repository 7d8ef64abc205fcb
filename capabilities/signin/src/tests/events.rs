use super::worlds;

/// What the trail says of a person, newest first.
async fn trail(world: &super::World, person: kernel::PersonId) -> Vec<String> {
    let trail = world.house.db.read(move |tx| access::audit::on(tx, person, 50)).await.unwrap();
    trail.into_iter().map(|deed| deed.deed).collect()
}

/// Whoever comes in, fails, is slowed down or changes what they enter with is in the trail, by ids; a page that is refused and undone
/// is not.
#[tokio::test]
async fn what_touches_security_is_in_the_trail() {
    for world in worlds().await {
        let (name, ines, claire) = (world.name, world.people.ines, world.people.claire);
        let card = world.card(ines, Some("4071")).await;
        for pin in ["0001", "0002", "0003", "0004", "0005", "4071"] {
            world.browser().post(&format!("/c/{}", card.token), &[("pin", pin)]).await;
        }
        world.minutes(1);
        world.browser().post(&format!("/c/{}", card.token), &[("pin", "4071")]).await;
        let told = trail(&world, ines).await;
        assert_eq!(told.iter().filter(|deed| *deed == "sign-in-failed").count(), 5, "{name}: {told:?}");
        assert_eq!(told.iter().filter(|deed| *deed == "sign-in-slowed").count(), 1, "{name}: {told:?}");
        assert_eq!((told[0].as_str(), told.len()), ("sign-in", 7), "{name}: {told:?}");

        world.password(claire, "c.auvray", "le chat dort au soleil").await;
        let mut browser = world.browser();
        for password in ["autre", "le chat dort au soleil"] {
            browser.post("/entrer/adulte", &[("user", "c.auvray"), ("password", password)]).await;
        }
        browser.get("/compte/mot-de-passe").await;
        let fresh = "une phrase toute neuve";
        let form = [("password", "le chat dort au soleil"), ("password2", fresh), ("password3", fresh)];
        browser.post("/compte/mot-de-passe", &[&form[..], &[("user", "c.auvray")]].concat()).await;
        let told = trail(&world, claire).await;
        assert_eq!(told.len(), 3, "{name}: {told:?}");
        for deed in ["password-changed", "sign-in", "sign-in-failed"] {
            assert!(told.iter().any(|told| told == deed), "{name}: {told:?}");
        }
    }
}
