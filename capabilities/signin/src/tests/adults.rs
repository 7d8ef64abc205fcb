use super::{NOW, World, sound, worlds};
use crate::{demo, store};
use web::{Lang, testing::Browser};

const RIGHT: &str = "le chat dort au soleil";

async fn enter(world: &World, login: &str, password: &str) -> Browser {
    let mut browser = world.browser();
    browser.get("/entrer/adulte").await;
    browser.post("/entrer/adulte", &[("user", login), ("password", password), ("vers", "/ecole")]).await;
    browser
}

#[tokio::test]
async fn a_password_opens_and_a_wrong_one_does_not() {
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.claire, "c.auvray", RIGHT).await;
        for lang in Lang::WHOLE {
            sound(world.browser().with("lang", lang).get("/entrer/adulte").await);
        }
        let entered = enter(&world, "C.Auvray ", RIGHT).await;
        assert_eq!(entered.location.as_deref(), Some("/ecole"), "{name}: {entered:?}");
        let (wrong, unknown) = (enter(&world, "c.auvray", "autre").await, enter(&world, "personne", RIGHT).await);
        assert_eq!((wrong.status, unknown.status), (422, 422), "{name}");
        let said = |page: &Browser| page.text.contains("Le nom d’utilisateur ou le mot de passe est faux");
        assert!(said(&wrong) && said(&unknown), "{name}: the two look the same");
        assert!(!wrong.text.contains("autre\""), "{name}: a password is never given back");
        for _ in 0..4 {
            enter(&world, "c.auvray", "autre").await;
        }
        let waits = enter(&world, "c.auvray", RIGHT).await;
        assert!(waits.status == 422 && waits.text.contains("Attends une minute"), "{name}: {waits:?}");
        // A colleague's own device, that has signed in before, is not shut out by guesses made elsewhere.
        let mut own = entered.clone();
        own.post("/sortir", &[]).await;
        own.post("/entrer/adulte", &[("user", "c.auvray"), ("password", RIGHT)]).await;
        assert_eq!(own.status, 303, "{name}: {own:?}");
        world.minutes(1);
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.status, 303, "{name}");
    }
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.claire, "c.auvray", RIGHT).await;
        let (mut browser, mut other) = (enter(&world, "c.auvray", RIGHT).await, enter(&world, "c.auvray", RIGHT).await);
        for lang in Lang::WHOLE {
            sound(browser.clone().with("lang", lang).get("/compte/mot-de-passe").await);
        }
        browser.get("/compte/mot-de-passe").await;
        let fresh = "une phrase toute neuve";
        let mut change = async |password: &str, again: &str| {
            let fields = [("user", "c.auvray"), ("password", password), ("password2", fresh), ("password3", again)];
            browser.post("/compte/mot-de-passe", &fields).await;
            browser.status
        };
        assert_eq!(change("autre", fresh).await, 422, "{name}");
        assert_eq!(change(RIGHT, "autre chose encore").await, 422, "{name}");
        assert_eq!(change(RIGHT, fresh).await, 303, "{name}");
        assert_eq!(other.get("/compte").await.status, 303, "{name}: the other device is out");
        assert_eq!(browser.get("/compte").await.status, 200, "{name}");
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.status, 422, "{name}");
        assert_eq!(enter(&world, "c.auvray", fresh).await.status, 303, "{name}");
    }
}

/// An administrator goes nowhere before the second step is set up; then a code opens once, and a recovery code once.
#[tokio::test]
async fn an_administrator_has_a_second_step() {
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.admin, "d.racine", RIGHT).await;
        let mut browser = enter(&world, "d.racine", RIGHT).await;
        assert_eq!(browser.location.as_deref(), Some("/compte/double"), "{name}: {browser:?}");
        for lang in Lang::WHOLE {
            sound(browser.clone().with("lang", lang).get("/compte/double").await);
            sound(browser.clone().with("lang", lang).get("/compte").await);
        }
        browser.get("/compte/double").await;
        assert!(browser.text.contains("<svg width=\"240\"") && !browser.text.contains("&lt;svg"), "{name}");
        let salt = browser.text.split("name=\"salt\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let letters = browser.text.split("<kbd>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let code = demo::code(&letters, NOW).unwrap();
        let form =
            |code, password| [("salt", salt.as_str()), ("code", code), ("user", "d.racine"), ("password", password)];
        browser.post("/compte/double", &form(&code, "autre chose encore")).await;
        assert!(browser.status == 422 && browser.text.contains(&letters), "{name}: whose password? {browser:?}");
        browser.post("/compte/double", &form("000000", RIGHT)).await;
        assert!(browser.status == 422 && browser.text.contains(&letters), "{name}: the same secret: {browser:?}");
        let mut twice = browser.clone();
        browser.post("/compte/double", &form(&code, RIGHT)).await;
        sound(&browser);
        let codes: Vec<_> =
            browser.text.split("<kbd>").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
        assert_eq!(codes.len(), 8, "{name}: {browser:?}");
        // A second click is answered with the same codes: the page of the first may never have been seen.
        twice.post("/compte/double", &form(&code, RIGHT)).await;
        assert!(
            twice.status == 200 && codes.iter().all(|code| twice.text.contains(code.as_str())),
            "{name}: {twice:?}"
        );
        browser.get("/compte/double").await;
        assert!(!browser.text.contains("/compte/double/fin"), "{name}: it is not to be taken away");
        let with = [("code", codes[0].as_str()), ("user", "d.racine"), ("password", RIGHT)];
        assert_eq!(browser.post("/compte/double/fin", &with).await.status, 403, "{name}");

        let mut again = enter(&world, "d.racine", RIGHT).await;
        assert!(again.location.as_deref().unwrap().starts_with("/entrer/adulte/code"), "{name}: {again:?}");
        assert_eq!(again.get("/compte").await.status, 303, "{name}: half-way is nowhere");
        for lang in Lang::WHOLE {
            sound(again.clone().with("lang", lang).get("/entrer/adulte/code").await);
        }
        again.post("/entrer/adulte/code", &[("code", &code)]).await;
        assert_eq!(again.status, 422, "{name}: the code of the set-up is used up");
        world.minutes(1);
        let next = demo::code(&letters, NOW.plus_minutes(1)).unwrap();
        again.post("/entrer/adulte/code", &[("code", &next)]).await;
        assert_eq!(again.status, 303, "{name}: {again:?}");
        assert_eq!(again.get("/compte").await.status, 200, "{name}");
        let mut replay = enter(&world, "d.racine", RIGHT).await;
        assert_eq!(replay.post("/entrer/adulte/code", &[("code", &next)]).await.status, 422, "{name}: replayed");
        let shouted = codes[0].to_uppercase();
        assert_eq!(replay.post("/entrer/adulte/code", &[("code", &shouted)]).await.status, 303, "{name}");
        let mut twice = enter(&world, "d.racine", RIGHT).await;
        assert_eq!(twice.post("/entrer/adulte/code", &[("code", &codes[0])]).await.status, 422, "{name}: used up");
        world.minutes(7);
        assert_eq!(twice.post("/entrer/adulte/code", &[("code", &codes[1])]).await.status, 303, "{name}");
        assert_eq!(twice.location.as_deref(), Some("/entrer/adulte"), "{name}: too late, the password again");
    }
}

/// The recovery codes on the page.
fn shown(browser: &Browser) -> Vec<String> {
    browser.text.split("<kbd>").skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect()
}

/// Other staff may have a second step, and take it away with a code; guessing it is slowed.
#[tokio::test]
async fn a_second_step_is_taken_away_with_a_code() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        let secret = world.house.secret.clone();
        let letters =
            world.house.db.write(move |tx| demo::second_step(tx, &secret, &kernel::SystemChance, claire, NOW));
        let letters = letters.await.unwrap();
        let mut browser = enter(&world, "c.auvray", RIGHT).await;
        for _ in 0..5 {
            browser.post("/entrer/adulte/code", &[("code", "000000")]).await;
        }
        let code = demo::code(&letters, NOW).unwrap();
        browser.post("/entrer/adulte/code", &[("code", &code)]).await;
        assert!(browser.status == 422 && browser.text.contains("Attends"), "{name}: {browser:?}");
        world.minutes(1);
        let code = demo::code(&letters, NOW.plus_minutes(1)).unwrap();
        browser.post("/entrer/adulte/code", &[("code", &code)]).await;
        assert_eq!(browser.status, 303, "{name}: {browser:?}");
        sound(browser.get("/compte/double").await);
        let with = |code, password| [("code", code), ("user", "c.auvray"), ("password", password)];
        assert_eq!(browser.post("/compte/double/fin", &with(&code, RIGHT)).await.status, 422, "{name}: used up");
        world.minutes(2);
        let code = demo::code(&letters, NOW.plus_minutes(2)).unwrap();
        assert_eq!(browser.post("/compte/double/secours", &with(&code, "autre")).await.status, 422, "{name}");
        browser.get("/compte/double").await;
        let mut twice = browser.clone();
        browser.post("/compte/double/secours", &with(&code, RIGHT)).await;
        sound(&browser);
        assert!(browser.status == 200 && browser.text.matches("<kbd>").count() == 8, "{name}: {browser:?}");
        twice.post("/compte/double/secours", &with(&code, RIGHT)).await;
        assert_eq!((twice.status, shown(&twice)), (200, shown(&browser)), "{name}: a second click loses nothing");
        world.minutes(3);
        let code = demo::code(&letters, NOW.plus_minutes(3)).unwrap();
        assert_eq!(browser.post("/compte/double/fin", &with(&code, "autre")).await.status, 422, "{name}");
        browser.post("/compte/double/fin", &with(&code, RIGHT)).await;
        assert_eq!(browser.location.as_deref(), Some("/compte"), "{name}: {browser:?}");
        let salt = world.house.db.read(move |tx| store::second::salt(tx, claire)).await.unwrap();
        assert!(salt.is_none(), "{name}");
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.location.as_deref(), Some("/ecole"), "{name}");
    }
}

/// A first password was read by somebody else: nothing is done before its owner has chosen another, and not a common one.
#[tokio::test]
async fn a_first_password_is_changed_before_anything_else() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        let hash = crate::hash_password(RIGHT, &kernel::SystemChance).unwrap();
        let given = world.house.db.write(move |tx| demo::first_password(tx, claire, "c.auvray", &hash, NOW));
        given.await.unwrap();
        let mut browser = enter(&world, "c.auvray", RIGHT).await;
        let path = format!("/ecole/classe/{}/cartes", world.people.class);
        assert_eq!(browser.get(&path).await.location.as_deref(), Some("/compte/mot-de-passe"), "{name}");
        assert_eq!(browser.post(&path, &[("action", "missing")]).await.status, 303, "{name}: nor a form");
        for lang in Lang::WHOLE {
            sound(browser.clone().with("lang", lang).get("/compte/mot-de-passe").await);
        }
        for (fresh, why) in [("Motdepasse2026!", "trop facile"), (RIGHT, "le même"), ("une phrase toute neuve", "")] {
            browser.get("/compte/mot-de-passe").await;
            assert!(browser.text.contains("vous a été donné"), "{name}: {browser:?}");
            let form = [("user", "c.auvray"), ("password", RIGHT), ("password2", fresh), ("password3", fresh)];
            browser.post("/compte/mot-de-passe", &form).await;
            assert!(why.is_empty() || (browser.status == 422 && browser.text.contains(why)), "{name}: {browser:?}");
        }
        assert_eq!(browser.location.as_deref(), Some("/"), "{name}: {browser:?}");
        assert_eq!(browser.get(&path).await.status, 200, "{name}");
    }
}

/// A code counts once; one that was used while the clock was far ahead makes no later one wait for that day.
#[tokio::test]
async fn a_second_step_used_by_a_clock_that_was_ahead_locks_nobody_out() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        let tried = world.house.db.write(move |tx| {
            store::second::put(tx, claire, b"salt", 1_000, super::NOW)?;
            let mut tried = vec![];
            for step in [1_001, 1_001, 1_000, 500_000, 1_002, 1_002, 1_003] {
                tried.push(store::second::use_up(tx, claire, step)?);
            }
            Ok::<_, db::Error>(tried)
        });
        // The clock leaps to 500 000 and comes back.
        assert_eq!(tried.await.unwrap(), [true, false, false, true, true, false, true], "{name}");
    }
}
