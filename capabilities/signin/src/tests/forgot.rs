//! A code in the place of a forgotten password.
use super::{NOW, World, sound, worlds, worlds_that};
use crate::{CODE, SentId, code_sent, demo, store};
use web::{
    Lang,
    testing::{Browser, race},
};

const RIGHT: &str = "le chat dort au soleil";
const FRESH: &str = "une phrase toute neuve";

/// What is queued to be sent: the id of each code, and of whom.
async fn queued(world: &World) -> Vec<(SentId, String)> {
    let sql = "SELECT payload FROM jobs_queue WHERE kind = ?1 ORDER BY id";
    let rows = world.house.db.read(move |tx| tx.query(sql, &db::params![CODE])).await.unwrap();
    let read = |row: &db::Row| {
        let (id, person) = row.text(0).split_once(' ').unwrap();
        (id.parse().unwrap(), person.to_owned())
    };
    rows.iter().map(read).collect()
}

/// A browser that has asked for a code for this user name.
async fn asks(world: &World, login: &str) -> Browser {
    let mut browser = world.browser();
    browser.get("/entrer/oubli").await;
    browser.post("/entrer/oubli", &[("user", login)]).await;
    browser
}

/// The code that would be sent last; of two asked for in one minute chance says which that is.
async fn code(world: &World) -> String {
    code_sent(&world.house.secret, queued(world).await.last().unwrap().0)
}

async fn types(browser: &mut Browser, code: &str, fresh: &str) {
    browser.get("/entrer/oubli/code").await;
    browser.post("/entrer/oubli/code", &[("code", code), ("password2", fresh), ("password3", fresh)]).await;
}

/// Not this code.
fn other(code: &str) -> String {
    let digit = if code.starts_with('9') { '0' } else { '9' };
    format!("{digit}{}", &code[1..])
}

#[tokio::test]
async fn a_code_changes_a_forgotten_password_once() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        let mut elsewhere = world.signed_in(claire).await;
        let mut browser = asks(&world, " C.Auvray ").await;
        assert_eq!(browser.location.as_deref(), Some("/entrer/oubli/code"), "{name}: {browser:?}");
        for lang in Lang::WHOLE {
            sound(browser.clone().with("lang", lang).get("/entrer/oubli").await);
            sound(browser.clone().with("lang", lang).get("/entrer/oubli/code").await);
        }
        let code = code(&world).await;
        types(&mut browser, &code, "court").await;
        assert!(browser.status == 422 && browser.text.contains("trop court"), "{name}: no try is counted: {browser:?}");
        let mut again = browser.clone();
        types(&mut browser, &code, FRESH).await;
        assert_eq!(browser.location.as_deref(), Some("/"), "{name}: {browser:?}");
        assert_eq!(browser.get("/compte").await.status, 200, "{name}");
        assert_eq!(elsewhere.get("/compte").await.status, 303, "{name}: other sessions are over");
        types(&mut again, &code, "encore une autre phrase").await;
        assert!(again.status == 422 && again.text.contains("plus regardé"), "{name}: once: {again:?}");
        let mut door = world.browser();
        for (password, status) in [(RIGHT, 422), (FRESH, 303)] {
            door.get("/entrer/adulte").await;
            door.post("/entrer/adulte", &[("user", "c.auvray"), ("password", password)]).await;
            assert_eq!(door.status, status, "{name}: {door:?}");
        }
        let trail = world.trail(claire).await;
        assert!(trail.iter().any(|line| line.0 == "password-by-code" && line.2.contains("code")), "{name}: {trail:?}");
        assert!(world.told().await[0].ends_with(" by-code"), "{name}");
    }
}

/// Whoever asks learns nothing: a name that nobody bears is answered like one that somebody bears, and a code goes to nobody.
#[tokio::test]
async fn the_pages_do_not_tell_whose_name_it_is() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        let mut pages = vec![];
        for (minute, login) in (0..).zip(["c.auvray", "personne"]) {
            world.minutes(minute);
            let mut browser = asks(&world, login).await;
            let mut said = vec![format!("{} {:?}", browser.status, browser.location)];
            let wrong = other(&code(&world).await);
            for _ in 0..4 {
                types(&mut browser, &wrong, FRESH).await;
                let oops = browser.text.split("id=\"code-oops\"").nth(1).and_then(|rest| rest.split("</p>").next());
                said.push(format!("{} {oops:?}", browser.status));
            }
            pages.push(said);
        }
        assert_eq!(pages[0], pages[1], "{name}");
        assert!(pages[0][3].contains("dernier essai") && pages[0][4].contains("plus regardé"), "{name}: {pages:?}");
        let queued = queued(&world).await;
        assert_eq!(queued[0].1, claire.to_string(), "{name}");
        let nobody = queued[1].1.parse().unwrap();
        let known = world.house.db.read(move |tx| directory::store::person(tx, nobody)).await.unwrap();
        assert!(known.is_none(), "{name}");
    }
}

#[tokio::test]
async fn a_code_is_good_for_ten_minutes_and_three_tries_on_the_browser_that_asked() {
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.claire, "c.auvray", RIGHT).await;
        let mut browser = asks(&world, "c.auvray").await;
        let right = code(&world).await;
        let mut elsewhere = world.browser();
        elsewhere.post("/entrer/oubli/code", &[("code", &right), ("password2", FRESH), ("password3", FRESH)]).await;
        assert_eq!(elsewhere.location.as_deref(), Some("/entrer/oubli"), "{name}: {elsewhere:?}");
        for _ in 0..store::forgot::TRIES {
            types(&mut browser, &other(&right), FRESH).await;
        }
        types(&mut browser, &right, FRESH).await;
        assert_eq!(browser.status, 422, "{name}: after three tries the right one is not looked at: {browser:?}");
        world.minutes(1);
        let mut browser = asks(&world, "c.auvray").await;
        let right = code(&world).await;
        world.minutes(1 + store::forgot::MINUTES);
        types(&mut browser, &right, FRESH).await;
        assert_eq!(browser.location.as_deref(), Some("/entrer/oubli"), "{name}: ten minutes are over");
    }
}

/// The second step is asked for after the code, as after a password.
#[tokio::test]
async fn a_second_step_is_still_asked_for() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        let secret = world.house.secret.clone();
        let enrolled =
            world.house.db.write(move |tx| demo::second_step(tx, &secret, &kernel::SystemChance, claire, NOW));
        let letters = enrolled.await.unwrap();
        let mut browser = asks(&world, "c.auvray").await;
        let right = code(&world).await;
        types(&mut browser, &right, FRESH).await;
        assert_eq!(browser.location.as_deref(), Some("/entrer/adulte/code"), "{name}: {browser:?}");
        assert_eq!(browser.get("/compte").await.status, 303, "{name}: half-way is nowhere");
        let shown = demo::code(&letters, NOW).unwrap();
        browser.post("/entrer/adulte/code", &[("code", &shown)]).await;
        assert_eq!((browser.status, browser.get("/compte").await.status), (303, 200), "{name}");
    }
}

#[tokio::test]
async fn asking_is_slowed() {
    for world in worlds().await {
        let name = world.name;
        for _ in 0..5 {
            assert_eq!(asks(&world, "personne").await.status, 303, "{name}");
        }
        let slowed = asks(&world, "personne").await;
        assert!(slowed.status == 422 && slowed.text.contains("Attends"), "{name}: {slowed:?}");
        assert_eq!(asks(&world, "quelqu.un").await.status, 303, "{name}: another name does not wait");
    }
}

#[tokio::test]
async fn nothing_is_offered_where_nothing_can_be_sent() {
    for world in worlds_that(false).await {
        let name = world.name;
        let mut browser = asks(&world, "c.auvray").await;
        assert!(queued(&world).await.is_empty(), "{name}");
        browser.get("/entrer/oubli").await;
        assert!(
            !browser.text.contains("name=\"user\"") && browser.text.contains("name=\"ecole\""),
            "{name}: {browser:?}"
        );
        assert!(!browser.get("/entrer/adulte").await.text.contains("/entrer/oubli"), "{name}");
    }
}

/// A leaver's code is right, and opens nothing.
#[tokio::test]
async fn who_has_left_is_told_so_by_the_right_code_alone() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        world.leaves(claire, 3).await;
        let mut browser = asks(&world, "c.auvray").await;
        let right = code(&world).await;
        types(&mut browser, &other(&right), FRESH).await;
        assert!(!browser.text.contains("fermé"), "{name}: {browser:?}");
        types(&mut browser, &right, FRESH).await;
        assert!(browser.status == 422 && browser.text.contains("Votre compte est fermé"), "{name}: {browser:?}");
    }
}

/// Eight at once are eight in turn: three wrong codes are looked at, and a right one opens once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tries_at_the_same_time_are_counted_one_by_one() {
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.claire, "c.auvray", RIGHT).await;
        let at_once = async |browser: &Browser, code: &str| {
            race(8, |_| {
                let (mut browser, code) = (browser.clone(), code.to_owned());
                async move {
                    types(&mut browser, &code, FRESH).await;
                    (browser.status, browser.text.contains("Ce code est faux"))
                }
            })
            .await
        };
        let browser = asks(&world, "c.auvray").await;
        let wrong = other(&code(&world).await);
        let looked = at_once(&browser, &wrong).await.iter().filter(|(_, looked)| *looked).count();
        assert_eq!(looked, 3, "{name}");
        world.minutes(1);
        let browser = asks(&world, "c.auvray").await;
        let right = code(&world).await;
        let opened = at_once(&browser, &right).await.iter().filter(|(status, _)| *status == 303).count();
        assert_eq!(opened, 1, "{name}");
    }
}
