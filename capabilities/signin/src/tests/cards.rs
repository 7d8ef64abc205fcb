use super::{NOW, sound, worlds};
use crate::{code, words::WORDS};
use kernel::Seeded;
use web::{Ask, Form, Lang, Secret, Visit};

#[test]
fn the_words_are_easy_to_type() {
    assert!(WORDS.len() >= 256, "{} words", WORDS.len());
    assert!(WORDS.is_sorted_by(|one, other| one < other), "in order, none twice");
    for word in WORDS {
        assert!((3..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
    }
    assert_eq!(code::typed("  Pomme 42718 LUNE "), "pomme-42718-lune");
    assert_eq!(code::typed("pômme-42718-lune"), "pomme-42718-lune");
    assert_eq!(code::typed(&code::short(&Seeded::new(1))), code::short(&Seeded::new(1)));
}

/// Among 600 000 new cards, a guess needs a code and its key: at ten thousand tries a second, day and night, one in ten thousand
/// years is nobody's bad luck; and a code is no longer than the card is wide (ADR 0021).
#[test]
fn a_code_guessed_at_random_is_nobodys() {
    let short = |one: &str| WORDS.iter().filter(|other| one.len() + other.len() <= code::LETTERS).count();
    let codes = WORDS.iter().map(|word| short(word)).sum::<usize>() * 100_000;
    let wanted = u128::try_from(codes).unwrap() << 30;
    let a_day = |tries: u128| tries * 600_000;
    assert!(wanted / a_day(20_000) >= 1_000_000_000, "under the ceiling of the house");
    assert!(wanted / a_day(200 * 86_400) >= 1_000_000, "two hundred tries a second, all day");
    let chance = Seeded::new(2);
    for _ in 0..1_000 {
        let code = code::short(&chance);
        assert!(code.len() <= 17 && code.split('-').nth(1).is_some_and(|digits| digits.len() == 5), "{code}");
    }
}

/// The key is printed as a child reads it: whatever is typed for a zero, in capitals, with or without the hyphen.
#[test]
fn a_key_is_known_however_it_is_typed() {
    let (secret, card) = (Secret::new([7; 32]), kernel::Id::new(NOW, &Seeded::new(3)));
    let key = code::printed(&secret, card, &[1; 16]);
    assert!(key.len() == 7 && !key.contains(['o', 'i', 'l', '1']), "{key}");
    for typed in [key.clone(), key.to_uppercase().replace('0', "O"), key.replace('-', " ")] {
        assert!(code::is_printed(&secret, card, &[1; 16], &typed), "{typed}");
    }
    assert!(!code::is_printed(&secret, card, &[1; 16], "") && !code::is_printed(&secret, card, &[2; 16], &key));
}

/// A new card: the PIN is chosen, then it opens by its link and by its code, and nobody's name is said before.
#[tokio::test]
async fn a_card_opens_by_its_link_and_by_its_code() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, None).await;
        let link = format!("/c/{}", card.token);
        for lang in Lang::WHOLE {
            let mut browser = world.browser().with("lang", lang);
            sound(browser.get(&link).await);
            assert!(browser.status == 200 && !browser.text.contains("Inès"), "{name}: {browser:?}");
        }
        let mut browser = world.browser();
        for (pin, again, why) in
            [("12", "12", "shape"), ("1234", "1234", "common"), ("3105", "3105", "birth"), ("2580", "0852", "differ")]
        {
            browser.post(&link, &[("pin", pin), ("pin2", again)]).await;
            assert_eq!(browser.status, 422, "{name} {why}");
            sound(&browser);
        }
        browser.post(&link, &[("pin", "4071"), ("pin2", "4071"), ("device", "own"), ("vers", "/aide")]).await;
        assert_eq!(browser.location.as_deref(), Some("/aide"), "{name}: {browser:?}");
        sound(browser.get("/compte").await);
        assert!(browser.text.contains("Inès Nouvel"), "{name}: {browser:?}");

        let mut again = world.browser();
        again.get(&link).await;
        again.post(&link, &[("pin", "9999")]).await;
        assert_eq!(again.status, 422, "{name}");
        again.post(&link, &[("pin", "4071"), ("vers", "//ailleurs.example")]).await;
        assert_eq!(again.location.as_deref(), Some("/"), "{name}: never elsewhere");

        let mut typed = world.browser();
        sound(typed.get("/entrer?vers=/aide").await);
        let shouted = card.code.to_uppercase().replace('-', " ");
        typed.post("/entrer", &[("code", &shouted), ("pin", "4071"), ("vers", "/aide")]).await;
        assert_eq!(typed.location.as_deref(), Some("/aide"), "{name}: {typed:?}");
        assert!(typed.header("set-cookie").unwrap().contains("HttpOnly"), "{name}");
        typed.post("/entrer", &[("csrf", ""), ("code", "pomme-000-lune"), ("pin", "4071")]).await;
        assert_eq!(typed.status, 403, "{name}: signed in, a form of another page is stale");
    }
}

/// A code typed by hand leads a new card to the choice of its PIN with the key printed under it, and not without; nothing tells a
/// code of a new card from a code that is nobody's.
#[tokio::test]
async fn a_new_card_typed_by_hand_asks_for_its_key() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, None).await;
        let mut said = vec![];
        for (code, key, pin) in [
            (card.code.as_str(), "", "4071"),
            ("nul-00000-nul", "", "4071"),
            (card.code.as_str(), "aaa-aaa", ""),
            ("nul-00000-nul", "aaa-aaa", ""),
        ] {
            let mut browser = world.browser();
            browser.post("/entrer", &[("code", code), ("cle", key), ("pin", pin)]).await;
            sound(&browser);
            assert_eq!(browser.status, 422, "{name}: {code} {key}");
            said.push(browser.text.replace(code, "").replace(key, "").split("<main").nth(1).unwrap().len());
        }
        assert!(said[0] == said[1] && said[2] == said[3], "{name}: {said:?}");
        let key = world.key(world.people.ines).await.to_uppercase();
        let mut browser = world.browser();
        browser.post("/entrer", &[("code", &card.code), ("cle", &key), ("vers", "/aide")]).await;
        assert_eq!(browser.location, Some(format!("/c/{}?vers=%2Faide&appareil=school", card.token)), "{name}");
        sound(browser.follow().await);
        assert!(browser.text.contains("pin2") && browser.text.contains("value=\"/aide\""), "{name}");
        assert!(browser.text.contains("value=\"school\" checked"), "{name}: whose device it is was said at the door");
    }
}

/// Two clicks on the choice of a PIN are one choice; another PIN at the same time is not taken.
#[tokio::test(flavor = "multi_thread")]
async fn a_pin_chosen_twice_at_once_is_chosen_once() {
    for world in worlds().await {
        let card = world.card(world.people.ines, None).await;
        let link = format!("/c/{}", card.token);
        let (mut one, mut two) = (world.browser(), world.browser());
        let form = [("pin", "4071"), ("pin2", "4071"), ("device", "own")];
        tokio::join!(one.post(&link, &form), two.post(&link, &form));
        assert_eq!((one.status, two.status), (303, 303), "{}: {two:?}", world.name);
        let other = [("pin", "5082"), ("pin2", "5082")];
        assert_eq!(world.browser().post(&link, &other).await.status, 422, "{}", world.name);
    }
}

/// A link to a day leads to that day after the door, by whichever way one comes in.
#[tokio::test]
async fn a_link_keeps_its_query_through_the_door() {
    for world in worlds().await {
        let card = world.card(world.people.ines, None).await;
        let (mut browser, day) = (world.browser(), "/semaine?jour=2026-12-07");
        browser.get("/entrer?vers=%2Fsemaine%3Fjour%3D2026-12-07").await;
        assert!(browser.text.contains(&format!("name=\"vers\" value=\"{day}\"")), "{}", world.name);
        assert!(browser.text.contains("name=\"back\" value=\"/entrer?vers=%2Fsemaine%3Fjour%3D2026-12-07\""));
        let key = world.key(world.people.ines).await;
        browser.post("/entrer", &[("code", &card.code), ("cle", &key), ("vers", day)]).await;
        browser.follow().await;
        assert!(browser.text.contains(&format!("name=\"vers\" value=\"{day}\"")), "{}", world.name);
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071"), ("pin2", "4071"), ("vers", day)]).await;
        assert_eq!(browser.location.as_deref(), Some(day), "{}", world.name);
    }
}

#[tokio::test]
async fn what_was_typed_before_the_door_is_given_back_whatever_way_one_comes() {
    for world in worlds().await {
        let card = world.card(world.people.ines, Some("4071")).await;
        let ines = world.people.ines;
        let typed = world.house.db.write(move |tx| {
            let sql =
                "INSERT INTO web_unsent (id, person_id, at, path, fields, files) VALUES (?1, ?1, ?2, '/mot', 'texte=a', 0)";
            tx.execute(sql, &db::params![ines, NOW])
        });
        typed.await.unwrap();
        let mut browser = world.browser();
        browser.get("/entrer?vers=%2Freprise").await;
        assert!(browser.text.contains("est gardé un jour"), "{}: it is said before one signs in", world.name);
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071")]).await;
        assert_eq!(browser.location.as_deref(), Some("/reprise"), "{}", world.name);
    }
}

/// A session lives as long as its device says, and no longer.
#[tokio::test]
async fn a_session_ends_with_its_device() {
    for world in worlds().await {
        let card = world.card(world.people.ines, Some("4071")).await;
        for (device, minutes) in [("school", 120), ("", 120), ("shared", 720), ("own", 43_200)] {
            world.minutes(0);
            let mut browser = world.browser();
            let link = format!("/c/{}", card.token);
            browser.post(&link, &[("pin", "4071"), ("device", device)]).await;
            let cookie = browser.header("set-cookie").unwrap();
            assert_eq!(cookie.contains("Max-Age"), matches!(device, "own" | "shared"), "{} {cookie}", world.name);
            world.minutes(minutes - 1);
            assert_eq!(browser.get("/compte").await.status, 200, "{} {device}", world.name);
            world.minutes(minutes);
            assert_eq!(browser.get("/compte").await.status, 303, "{} {device}", world.name);
        }
    }
}

/// A revoked card is dead at once, and so are the sessions it opened; a password's session lives on.
#[tokio::test]
async fn a_revoked_card_is_dead_at_once() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.samira, Some("4071")).await;
        let link = format!("/c/{}", card.token);
        let mut browser = world.browser();
        browser.post(&link, &[("pin", "4071"), ("device", "own")]).await;
        assert_eq!(browser.get("/compte").await.status, 200, "{name}");
        let mut by_password = world.signed_in(world.people.samira).await;
        let fresh = world.card(world.people.samira, None).await;
        assert_ne!((&fresh.token, &fresh.code), (&card.token, &card.code), "{name}");
        assert_eq!(browser.get("/compte").await.status, 303, "{name}: signed out");
        assert_eq!(by_password.get("/compte").await.status, 200, "{name}");
        sound(browser.get(&link).await);
        assert_eq!(browser.status, 404, "{name}");
        assert_eq!(browser.post(&link, &[("pin", "4071")]).await.status, 404, "{name}");
        assert_eq!(browser.post("/entrer", &[("code", &card.code), ("pin", "4071")]).await.status, 422, "{name}");
    }
}

/// Who holds no role any more has left: their card opens nothing, and their sessions are over.
#[tokio::test]
async fn who_has_left_comes_in_no_more() {
    for world in worlds().await {
        let name = world.name;
        let ines = world.people.ines;
        let card = world.card(ines, Some("4071")).await;
        let link = format!("/c/{}", card.token);
        let mut browser = world.browser();
        browser.post(&link, &[("pin", "4071"), ("device", "own")]).await;
        assert_eq!(browser.get("/compte").await.status, 200, "{name}");
        world.leaves(ines, 0).await;
        assert_eq!(browser.get("/compte").await.status, 303, "{name}: signed out");
        assert_eq!(browser.post(&link, &[("pin", "4071")]).await.status, 422, "{name}");
        assert_eq!(browser.post("/entrer", &[("code", &card.code), ("pin", "4071")]).await.status, 422, "{name}");
    }
}

/// Colleagues print cards: a card never opens what its owner may as staff.
#[tokio::test]
async fn a_card_opens_no_staff_role() {
    for world in worlds().await {
        let card = world.card(world.people.claire, Some("4071")).await;
        let mut browser = world.browser();
        browser.post(&format!("/c/{}", card.token), &[("pin", "4071")]).await;
        sound(browser.get("/compte").await);
        let sheet = format!("/ecole/classe/{}/cartes", world.people.class);
        assert_eq!(browser.get(&sheet).await.status, 404, "{}", world.name);
        assert_eq!(browser.get("/compte/double").await.status, 404, "{}", world.name);
        assert_eq!(world.signed_in(world.people.claire).await.get(&sheet).await.status, 200, "{}", world.name);
    }
}

/// The door of a thousand children an evening is seven statements at most; the seventh asks whether something they typed waits.
#[tokio::test]
async fn a_card_opens_in_few_statements() {
    for world in worlds().await {
        let card = world.card(world.people.ines, Some("4071")).await;
        for device in ["school", "own", "shared"] {
            let (house, token) = (std::sync::Arc::clone(&world.house), card.token.clone());
            let counted = world.house.db.write(move |tx| {
                let fields = [("pin", "4071"), ("device", device)];
                let form = Form::of(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
                let ask = Ask { names: vec![("token".to_owned(), token.clone())], ..Ask::default() };
                let mut visit = Visit { form, ..Visit::of(tx, &house, &ask, None, NOW) };
                let route = (crate::SLICE.routes)().0.into_iter();
                let route = route.filter(|route| route.method() == "POST").find(|route| route.path == "/c/{token}");
                let web::Work::Form(handler, _) = route.unwrap().work else { unreachable!() };
                assert!(handler(&mut visit).unwrap().location().is_some());
                Ok::<_, db::Error>(visit.tx.queries())
            });
            let counted = counted.await.unwrap();
            assert!(counted <= 7, "{} {device}: {counted} statements", world.name);
        }
    }
}
