//! Whom to ask: by name, where the school is known.
use super::{NOW, sound, worlds};
use access::Role;
use search::{Doc, Place};
use web::Lang;

#[tokio::test]
async fn a_device_that_has_opened_an_account_knows_whom_to_ask() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, Some("4071")).await;
        let mut browser = world.browser();
        for page in ["/entrer", "/entrer/adulte", "/entrer/aide", "/entrer/oubli"] {
            sound(browser.get(page).await);
            assert!(!browser.text.contains("Luc Tellier") && browser.text.contains("name=\"ecole\""), "{name} {page}");
        }
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071"), ("device", "own")]).await;
        browser.get("/compte").await;
        browser.post("/sortir", &[]).await;
        for page in ["/entrer", "/entrer/adulte", "/entrer/aide", "/entrer/oubli"] {
            for lang in Lang::WHOLE {
                sound(browser.clone().with("lang", lang).get(page).await);
            }
            browser.get(page).await;
            let text = &browser.text;
            assert!(
                text.contains("Luc Tellier") && text.contains("Collège Quintefeuille"),
                "{name} {page}: {browser:?}"
            );
            assert!(!text.contains("Nouvel") && !text.contains("Claire"), "{name}: adults who help, and no pupil");
        }
    }
}

/// A guardian's device knows the school of a child.
#[tokio::test]
async fn a_guardians_device_knows_the_school_of_a_child() {
    for world in worlds().await {
        let card = world.card(world.people.samira, Some("4071")).await;
        let mut browser = world.browser();
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071")]).await;
        assert!(browser.get("/entrer/aide").await.text.contains("Luc Tellier"), "{}: {browser:?}", world.name);
    }
}

#[tokio::test]
async fn a_school_is_found_by_its_code_and_by_its_name() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let put = world.house.db.write(move |tx| {
            let doc = |id: kernel::UnitId, title: &str| Doc {
                kind: "school",
                id: id.cast(),
                title: title.to_owned(),
                detail: "Caen".to_owned(),
                path: String::new(),
                also: String::new(),
                text: String::new(),
                places: vec![Place::HOUSE],
                owner: None,
            };
            search::put(tx, &[doc(people.school, "Collège Quintefeuille"), doc(people.other, "Collège Ailleurs")])
        });
        put.await.unwrap();
        let mut browser = world.browser();
        for asked in ["0140041u", "quintef"] {
            sound(browser.get(&format!("/entrer/aide?ecole={asked}")).await);
            assert!(browser.text.contains("Luc Tellier") && !browser.text.contains("Max Petit"), "{name}: {browser:?}");
        }
        browser.get("/entrer/aide?ecole=coll").await;
        let both = ["0140041U", "0140015R"].iter().all(|code| browser.text.contains(&format!("?ecole={code}")));
        assert!(both && browser.text.contains("Collège Ailleurs, Caen"), "{name}: {browser:?}");
        browser.get("/entrer/aide?ecole=zzz").await;
        assert!(browser.text.contains("Aucune école ne porte ce nom"), "{name}: {browser:?}");
    }
}

/// Where a school has neither referent nor vie scolaire, its head is named; who is blocked is not.
#[tokio::test]
async fn the_head_is_named_where_nobody_else_helps() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        world.grant(people.claire, Role::VieScolaire, people.school).await;
        let mut browser = world.browser();
        browser.get("/entrer/aide?ecole=0140041U").await;
        let text = &browser.text;
        let (first, then) = (text.find("Luc Tellier (référent numérique)"), text.find("Claire Auvray (vie scolaire)"));
        assert!(first.is_some() && first < then && !text.contains("Anne Duval"), "{name}: {browser:?}");
        let blocked = world.house.db.write(move |tx| {
            let by = people.head;
            crate::store::block::begin(tx, &kernel::SystemChance, (people.claire, by), "x", NOW)?;
            crate::store::block::begin(tx, &kernel::SystemChance, (people.referent, by), "x", NOW)
        });
        blocked.await.unwrap();
        browser.get("/entrer/aide?ecole=0140041U").await;
        assert!(browser.text.contains("Anne Duval (direction)"), "{name}: {browser:?}");
        assert!(!browser.text.contains("Luc Tellier"), "{name}");
    }
}
