use super::{World, sound, worlds};
use web::{Lang, testing::Browser};

async fn enter(world: &World, browser: &mut Browser, token: &str) {
    browser.get(&format!("/c/{token}")).await;
    browser.post(&format!("/c/{token}"), &[("pin", "4071"), ("device", "shared")]).await;
    assert_eq!(browser.status, 303, "{}: {browser:?}", world.name);
}

/// The session of a face on the page, by whose it is: « de SB », « d’IN ».
fn session(page: &str, given: &str) -> String {
    let at = page.find(&format!("Code secret {given}")).unwrap();
    let at = page[..at].rfind("name=\"session\"").unwrap();
    let mark = "name=\"session\" value=\"";
    page[at..].split(mark).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Two children of a family side by side on one device: a tap and the PIN, and the other one's page stays closed.
#[tokio::test]
async fn children_change_places_on_a_shared_device() {
    for world in worlds().await {
        let name = world.name;
        let ines = world.card(world.people.ines, Some("4071")).await;
        let sami = world.card(world.people.sami, Some("4071")).await;
        let mut device = world.browser();
        enter(&world, &mut device, &ines.token).await;
        let of_ines = device.cookie("preau").unwrap().to_owned();
        enter(&world, &mut device, &sami.token).await;
        for lang in Lang::WHOLE {
            let mut page = device.clone().with("lang", lang);
            sound(page.get("/compte").await);
            assert!(page.text.contains("Sami Benali") && page.text.contains("IN,"), "{name}: {page:?}");
            sound(page.get("/entrer").await);
            assert!(page.text.contains("SB,") && page.text.contains("IN,"), "{name}: {page:?}");
            // Whoever holds the device, or a copy of its cookie, reads no name before a PIN.
            let mut found = world.browser().with("famille", page.cookie("famille").unwrap());
            found.get("/entrer").await;
            let (before, example) = found.text.split_once("class=\"pass\"").unwrap();
            assert!(!found.text.contains("Sami") && !before.contains("Inès"), "{name}: {found:?}");
            assert!(example.contains("Inès N."), "{name}: the card of the picture is nobody's");
            assert_eq!(found.get("/compte").await.status, 303, "{name}: and nothing opens");
        }
        device.get("/compte").await;
        let asked = session(&device.text, "d’IN");
        device.post("/compte/changer", &[("session", &asked), ("pin", "1111")]).await;
        sound(&device);
        assert_eq!(device.status, 422, "{name}");
        device.post("/compte/changer", &[("session", &asked), ("pin", "4071")]).await;
        assert_eq!(device.location.as_deref(), Some("/"), "{name}: {device:?}");
        device.get("/compte").await;
        assert!(device.text.contains("Inès Nouvel"), "{name}: {device:?}");
        let mut old = world.browser().with("preau", of_ines);
        assert_eq!(old.get("/compte").await.status, 303, "{name}: the cookie she had before opens nothing");

        let mut stranger = world.browser();
        stranger.post("/compte/changer", &[("session", &asked), ("pin", "4071")]).await;
        assert_eq!(stranger.location.as_deref(), Some("/entrer"), "{name}: another device does not know her");

        device.post("/sortir", &[]).await;
        device.follow().await;
        assert!(!device.text.contains("IN,") && device.text.contains("SB,"), "{name}: {device:?}");
        assert_eq!(device.get("/compte").await.status, 303, "{name}");
    }
}

/// One sees and ends one's own sessions only; a guardian none of the children's.
#[tokio::test]
async fn sessions_are_ones_own() {
    for world in worlds().await {
        let name = world.name;
        let (mut phone, mut other) =
            (world.signed_in(world.people.ines).await, world.signed_in(world.people.ines).await);
        let mut guardian = world.signed_in(world.people.samira).await;
        guardian.get("/compte").await;
        assert_eq!(guardian.text.matches("name=\"end\"").count(), 0, "{name}: one session, her own");
        phone.get("/compte").await;
        let id = phone.text.split("name=\"end\" value=\"").nth(1).unwrap()[..32].to_owned();
        guardian.post("/compte/sessions", &[("end", &id)]).await;
        assert_eq!(other.get("/compte").await.status, 200, "{name}: it is not hers to end");
        phone.get("/compte").await;
        phone.post("/compte/sessions", &[("end", &id)]).await;
        assert_eq!((phone.status, other.get("/compte").await.status), (303, 303), "{name}");
        let mut third = world.signed_in(world.people.ines).await;
        phone.get("/compte").await;
        phone.post("/compte/sessions", &[("end", "others")]).await;
        assert_eq!(third.get("/compte").await.status, 303, "{name}");
        assert_eq!(phone.get("/compte").await.status, 200, "{name}");
        phone.post("/compte/langue", &[("lang", "en")]).await;
        assert_eq!((phone.cookie("lang"), phone.status), (Some("en"), 303), "{name}");
        assert!(phone.get("/compte").await.text.contains("My account"), "{name}");
    }
}
