use super::worlds;

const LINK: &str = "/c/";

/// Five tries are free; then one waits a minute, two, four… a quarter of an hour at most, and even the right PIN waits.
#[tokio::test]
async fn guessing_a_pin_gets_slower() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, Some("4071")).await;
        let link = format!("{LINK}{}", card.token);
        let mut browser = world.browser();
        let mut at = 0;
        for _ in 0..5 {
            browser.post(&link, &[("pin", "0001")]).await;
            assert!(browser.status == 422 && !browser.text.contains("Attends"), "{name}: {browser:?}");
        }
        for wait in [1, 2, 4, 8, 15, 15] {
            browser.post(&link, &[("pin", "4071")]).await;
            let said = if wait == 1 { "Attends une minute".to_owned() } else { format!("Attends {wait} minutes") };
            assert!(browser.status == 422 && browser.text.contains(&said), "{name}: {said}: {browser:?}");
            at += wait;
            world.minutes(at);
            browser.post(&link, &[("pin", "0001")]).await;
            assert_eq!(browser.status, 422, "{name}");
        }
        world.minutes(at + 15);
        browser.post(&link, &[("pin", "4071")]).await;
        assert_eq!(browser.status, 303, "{name}: {browser:?}");
        for _ in 0..4 {
            world.browser().post(&link, &[("pin", "0001")]).await;
        }
        let mut other = world.browser();
        assert_eq!(other.post(&link, &[("pin", "4071")]).await.status, 303, "{name}: the count began again");
    }
}

/// Many wrong codes from one address close the door to that address for a while; below that, classmates pass.
#[tokio::test]
async fn guessing_codes_from_one_address_gets_slower() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, Some("4071")).await;
        let right = [("code", card.code.as_str()), ("pin", "4071")];
        let mut browser = world.browser();
        for n in 0..99 {
            let wrong = format!("nul-{n:03}-nul");
            assert_eq!(browser.post("/entrer", &[("code", &wrong), ("pin", "4071")]).await.status, 422, "{name}");
        }
        assert_eq!(world.browser().post("/entrer", &right).await.status, 303, "{name}: a classmate passes");
        browser.post("/entrer", &[("code", "nul-100-nul"), ("pin", "4071")]).await;
        let mut classmate = world.browser();
        classmate.post("/entrer", &right).await;
        assert!(classmate.status == 422 && classmate.text.contains("Attends 10 minutes"), "{name}: {classmate:?}");
        assert_eq!(world.browser().post(&format!("{LINK}{}", card.token), &right).await.status, 422, "{name}");
        world.minutes(10);
        assert_eq!(classmate.post("/entrer", &right).await.status, 303, "{name}");
    }
}

/// A thousand tries at once are a thousand tries: the count is taken before the look.
#[tokio::test(flavor = "multi_thread")]
async fn tries_at_the_same_time_are_counted_one_by_one() {
    for world in worlds().await {
        let card = world.card(world.people.ines, Some("4071")).await;
        let link = format!("{LINK}{}", card.token);
        let tries = (0..40).map(|_| {
            let (mut browser, link) = (world.browser(), link.clone());
            tokio::spawn(async move {
                browser.post(&link, &[("pin", "0001")]).await;
                browser.text.contains("Attends")
            })
        });
        let mut looked = 0;
        for tried in tries.collect::<Vec<_>>() {
            looked += usize::from(!tried.await.unwrap());
        }
        assert_eq!(looked, 5, "{}", world.name);
    }
}
